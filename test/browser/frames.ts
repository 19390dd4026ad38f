import type { Page } from 'playwright-core';
import { button } from './page.ts';

/** What one frame of the picture asks of the graphics, all passes together. */
export interface FrameCost {
  readonly drawCalls: number;
  readonly triangles: number;
}

interface Counting {
  frames: number;
  drawCalls: number;
  triangles: number;
  most: { drawCalls: number; triangles: number };
}
declare global {
  interface Window {
    counting: Counting;
  }
}

/** Counts from the next load of the page on what it draws, by standing between the page and its graphics. */
export async function countFrames(page: Page): Promise<void> {
  // what compiles this file names functions by a helper that the page does not have
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(() => {
    const counting: Counting = {
      frames: 0,
      drawCalls: 0,
      triangles: 0,
      most: { drawCalls: 0, triangles: 0 },
    };
    window.counting = counting;
    const note = (mode: number, vertices: number) => {
      counting.drawCalls++;
      if (mode === WebGL2RenderingContext.TRIANGLES) counting.triangles += vertices / 3;
    };
    const { prototype } = WebGL2RenderingContext;
    const { drawElements, drawArrays, drawElementsInstanced, drawArraysInstanced } = prototype;
    prototype.drawElements = function (mode, count, ...rest) {
      note(mode, count);
      drawElements.call(this, mode, count, ...rest);
    };
    prototype.drawArrays = function (mode, first, count) {
      note(mode, count);
      drawArrays.call(this, mode, first, count);
    };
    prototype.drawElementsInstanced = function (mode, count, type, offset, instances) {
      note(mode, count * instances);
      drawElementsInstanced.call(this, mode, count, type, offset, instances);
    };
    prototype.drawArraysInstanced = function (mode, first, count, instances) {
      note(mode, count * instances);
      drawArraysInstanced.call(this, mode, first, count, instances);
    };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      ask((time) => {
        const { drawCalls, triangles } = counting;
        callback(time);
        if (counting.drawCalls === drawCalls) return;
        counting.frames++;
        counting.most.drawCalls = Math.max(counting.most.drawCalls, counting.drawCalls - drawCalls);
        counting.most.triangles = Math.max(counting.most.triangles, counting.triangles - triangles);
      });
  });
}

/** The costliest frame since the last question. */
export const takeFrameCost = (page: Page): Promise<FrameCost> =>
  page.evaluate(() => {
    const { most } = window.counting;
    window.counting.most = { drawCalls: 0, triangles: 0 };
    return most;
  });

/** Frames drawn, and processor time of main-thread script, ms, while something goes on: what software drawing keeps waiting is none. */
export async function measureScript(
  page: Page,
  during: () => Promise<void>,
): Promise<{ readonly frames: number; readonly scriptMs: number }> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const scriptS = metrics.find(({ name }) => name === 'ScriptDuration')!.value;
    return { scriptMs: 1000 * scriptS, frames: await page.evaluate(() => window.counting.frames) };
  };
  const before = await read();
  await during();
  const after = await read();
  await client.detach();
  return { frames: after.frames - before.frames, scriptMs: after.scriptMs - before.scriptMs };
}

/** Plays what is on the stage, again and again at quarter speed, until so many more frames were drawn. */
export async function playFrames(page: Page, frames: number): Promise<void> {
  await page.getByLabel('Speed').selectOption('quarter');
  const until = frames + (await page.evaluate(() => window.counting.frames));
  while ((await page.evaluate(() => window.counting.frames)) < until) {
    const play = button(page, 'Play');
    if (await play.isVisible()) await play.click();
    await page.waitForTimeout(250);
  }
}
