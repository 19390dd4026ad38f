import { measureAllocation, skipDrawing } from '../browser/allocation.ts';
import { launchChrome } from '../browser/chrome.ts';
import { countFrames, measureScript, playFrames, takeFrameCost } from '../browser/frames.ts';
import { settle } from '../browser/page.ts';
import { serveBuild } from '../browser/serve.ts';
import { BUDGETS } from '../budgets.ts';
import type { Row } from './row.ts';

/** Slow-down of the processor that a slow device is played by. */
const SLOWED_TIMES = 4;
/** Frames played before and while allocations are counted. */
const COUNTED_FRAMES = 400;
/** Rest, ms, and frames played before script is measured, and while it is. */
const WARM_MS = 4000;
const WARM_FRAMES = 10;
const MEASURED_FRAMES = 20;

const scenario = encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 },
    events: [{ type: 'activity', name: 'lift' }],
  }),
);

/** What a frame of the playing page costs, measured through the page itself in Chromium. */
export async function benchPicture(): Promise<Row[]> {
  const { baseUrl, close } = await serveBuild();
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await countFrames(page);
  await page.goto(`${baseUrl}?quality=medium&scenario=${scenario}`);
  await settle(page, 'ready');
  await page.waitForTimeout(WARM_MS);
  await takeFrameCost(page);
  await playFrames(page, WARM_FRAMES);
  const measurePlaying = async () => {
    const { frames, scriptMs } = await measureScript(page, () => playFrames(page, MEASURED_FRAMES));
    return scriptMs / frames;
  };
  const scriptMs = await measurePlaying();
  const { drawCalls, triangles } = await takeFrameCost(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_TIMES });
  const slowScriptMs = await measurePlaying();
  await page.close();
  const undrawn = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await skipDrawing(undrawn);
  await countFrames(undrawn);
  await undrawn.goto(`${baseUrl}?quality=medium&scenario=${scenario}`);
  await settle(undrawn, 'ready');
  await playFrames(undrawn, COUNTED_FRAMES);
  const { pictureBytes } = await measureAllocation(undrawn, () => playFrames(undrawn, COUNTED_FRAMES));
  await browser.close();
  await close();
  const row = (name: string, value: number, unit: string, budget: number): Row => ({
    name: `${name}, medium`,
    value,
    unit,
    reference: 'the budget',
    ratio: budget / value,
  });
  return [
    row('draw calls', drawCalls, '', BUDGETS.medium.drawCalls),
    row('triangles', triangles, '', BUDGETS.medium.triangles),
    row('script per frame', scriptMs, 'ms', BUDGETS.frameScriptMs),
    row(`script per frame at ${SLOWED_TIMES} × slow-down`, slowScriptMs, 'ms', BUDGETS.slowFrameScriptMs),
    // the budget is none at all: there is no ratio to that
    { name: 'bytes per frame, medium', value: pictureBytes, unit: 'bytes', reference: null, ratio: null },
  ];
}
