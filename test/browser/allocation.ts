import type { BrowserContext, Page } from 'playwright-core';

/** Bytes between two samples of the heap profiler. */
const SAMPLING_BYTES = 512;
/** Files of the built page that hold no picture: panels, their words, React. */
const NO_PICTURE = /^(index|page)\b|^$/;

/**
 * From the next load of the page on the picture is not drawn: everything is done but the drawing itself, which in software takes so
 * long that too few frames come for the engine to compile what they run. Count frames after this.
 */
export async function skipDrawing(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(stopDrawing);
}

/** Runs in the page. */
export function stopDrawing(): void {
  const { prototype } = WebGL2RenderingContext;
  for (const draw of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const)
    Object.assign(prototype, { [draw]() {} });
}

interface ProfileNode {
  readonly callFrame: { readonly url: string };
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

/** What a frame allocates in the picture's files, and in all of the page, bytes, while something goes on; frames are counted. */
export async function measureAllocation(
  page: Page,
  during: () => Promise<void>,
): Promise<{ readonly frames: number; readonly pictureBytes: number; readonly allBytes: number }> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  const countedFrames = () => page.evaluate(() => window.counting.frames);
  const before = await countedFrames();
  await client.send('HeapProfiler.startSampling', {
    samplingInterval: SAMPLING_BYTES,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await during();
  const { profile } = await client.send('HeapProfiler.stopSampling');
  const frames = (await countedFrames()) - before;
  await client.detach();
  let picture = 0;
  let all = 0;
  // what the engine itself does is put down to the file that asked for it
  const add = ({ callFrame, selfSize, children }: ProfileNode, asking: string): void => {
    const file = callFrame.url.split('/').at(-1) || asking;
    all += selfSize;
    if (!NO_PICTURE.test(file)) picture += selfSize;
    for (const child of children) add(child, file);
  };
  add(profile.head, '');
  return { frames, pictureBytes: picture / frames, allBytes: all / frames };
}
