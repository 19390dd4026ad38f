import type { CDPSession, Page } from 'playwright-core';

/** What a page keeps alive, after a forced collection. */
export interface Life {
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Buffers, textures, vertex arrays, programs and targets that the graphics hold. */
  readonly gpuObjects: number;
  /** Intervals that go on. */
  readonly intervals: number;
  /** Frames asked for, and processor time of main-thread script, ms, since the page was loaded. */
  readonly frames: number;
  readonly scriptMs: number;
}

interface Living {
  gpuObjects: number;
  intervals: number;
  frames: number;
}

/** Counts from the next load of the page on what it makes and gives back. */
export async function countLife(page: Page): Promise<void> {
  // what compiles this file names functions by a helper that the page does not have
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(() => {
    const living: Living = { gpuObjects: 0, intervals: 0, frames: 0 };
    Object.assign(window, { living });
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<
      string,
      (...given: unknown[]) => unknown
    >;
    for (const kind of ['Buffer', 'Texture', 'VertexArray', 'Program', 'Framebuffer', 'Renderbuffer']) {
      const [create, remove] = [prototype[`create${kind}`]!, prototype[`delete${kind}`]!];
      prototype[`create${kind}`] = function (...given) {
        living.gpuObjects++;
        return create.apply(this, given);
      };
      prototype[`delete${kind}`] = function (...given) {
        if (given[0]) living.gpuObjects--;
        return remove.apply(this, given);
      };
    }
    const { setInterval: set, clearInterval: clear } = window;
    const going = new Set<unknown>();
    Object.assign(window, {
      setInterval: (...given: Parameters<typeof set>) => {
        const id = set(...given);
        going.add(id);
        living.intervals = going.size;
        return id;
      },
      clearInterval: (id: number) => {
        going.delete(id);
        living.intervals = going.size;
        clear(id);
      },
    });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (then) =>
      ask((time) => {
        living.frames++;
        then(time);
      });
  });
}

/** @param client of that page, with Performance enabled in threadTicks */
export async function measureLife(page: Page, client: CDPSession): Promise<Life> {
  // what the first collection finds dead may have held what the second finds
  for (let n = 0; n < 2; n++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)!.value;
  const living = await page.evaluate(() => (window as unknown as { living: Living }).living);
  return {
    ...living,
    heapKb: metric('JSHeapUsedSize') / 1000,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    scriptMs: 1000 * metric('ScriptDuration'),
  };
}
