import { expect, inject, it } from 'vitest';
import { measureAllocation } from '../browser/allocation.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { countFrames, playFrames } from '../browser/frames.ts';
import { button, LAID_OVER, settle } from '../browser/page.ts';

/** Frames played before, for the engine to compile what they run, and while it is measured. */
const WARM = 400;
const MEASURED = 200;
/**
 * Most that a frame may leave behind in the picture's files, bytes. About 7 kB of it are three's (copies of uniforms, lists of what is drawn), the
 * rest fractions that the engine boxes between functions; with every layer there are more. Any array made anew over the figure's
 * or the strands' points is more than this by itself, and so was what the figure once allocated (80 kB).
 */
const BOUND = 24_000;

const scenario = encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 },
    events: [{ type: 'activity', name: 'lift' }],
  }),
);

it('allocates next to nothing in a frame that plays, with every layer', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await countFrames(page);
  await page.goto(`${inject('baseUrl')}?quality=medium&scenario=${scenario}`);
  await settle(page, 'ready');
  for (const layers of [[], [...LAID_OVER, 'Disc pressure']]) {
    for (const layer of layers) await button(page, layer).click();
    await playFrames(page, WARM);
    const { frames, pictureBytes, allBytes } = await measureAllocation(page, () =>
      playFrames(page, MEASURED),
    );
    process.stdout.write(
      `${layers.length} layers: ${Math.round(pictureBytes)} bytes a frame in the picture, ${Math.round(allBytes)} in all, over ${frames} frames\n`,
    );
    expect(frames).toBeGreaterThanOrEqual(MEASURED);
    expect(pictureBytes).toBeLessThan(BOUND);
  }
  await browser.close();
});
