import type { Browser, Page } from 'playwright-core';
import { createRandom, type Random } from '../../src/core/math/random.ts';
import { calcSlope } from '../browser/slope.ts';
import { ACTS, type Victim } from './visitor.ts';

export interface Played {
  readonly actions: number;
  readonly errors: number;
  /** Growth of what is left after a collection, by least squares; null where there are too few minutes to tell. */
  readonly heapSlopeKbPerMin: number | null;
}

/** Actions between two looks at the page as a whole. */
const LOOK_EVERY = 40;
/** Longest that the page may compute, ms: the picture takes most of the processor here. */
const PATIENCE_MS = 90_000;
/** Longest that the browser itself may take to answer, ms. */
const ANSWER_MS = 20_000;
/** Time in which the heap is still being filled, min. */
const WARM_MIN = 2;
/** Actions told of an error. */
const TOLD = 12;
/** What the browser itself says where the monkey has cut the net, or the graphics, or asked a server for too long an address. */
const EXPECTED =
  /net::ERR_|Failed to fetch dynamically imported module|status of 431|CONTEXT_LOST|context lost|GL Driver Message|THREE\.WebGLRenderer: Context/i;
const NONSENSE = /\b(NaN|undefined|Infinity)\b|\[object /;

/** @param tell is given a line for each error and each minute */
export async function playMonkey(
  browser: Browser,
  baseUrl: string,
  minutes: number,
  seed: number,
  tell: (line: string) => void,
): Promise<Played> {
  const random = createRandom(seed);
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 640, height: 400 },
    hasTouch: true,
  });
  const page = await context.newPage();
  const done: string[] = [];
  let errors = 0;
  const fail = (what: string) => {
    errors++;
    tell(`ERROR ${what.slice(0, 600)}\n  after: ${done.slice(-TOLD).join(', ')}`);
  };
  await prepare(page, baseUrl, fail);
  const victim: Victim = { page, client: await context.newCDPSession(page), baseUrl };
  await page.goto(`${baseUrl}?quality=low`);
  const heap: (readonly [min: number, kb: number])[] = [];
  const start = performance.now();
  const passedMin = () => (performance.now() - start) / 60_000;
  while (passedMin() < minutes) {
    const [name, act] = draw(random);
    done.push(name);
    const acted = act(victim, random).catch((error: Error) => {
      // a page that goes away takes what was asked of it along
      if (!/navigat|Execution context|interrupted|closed frame|ERR_ABORTED/i.test(error.message))
        fail(`${name}: ${error.message}`);
    });
    if (!(await within(PATIENCE_MS, acted))) await letGo(victim, name, fail);
    if (done.length % LOOK_EVERY === 0) await look(page, baseUrl, fail);
    if (passedMin() >= heap.length + 1) {
      heap.push([passedMin(), await measureHeapKb(victim)]);
      tell(
        `${heap.length} min: ${done.length} actions, ${errors} errors, heap ${heap.at(-1)![1].toFixed(0)} kB`,
      );
    }
  }
  await look(page, baseUrl, fail);
  await context.close();
  return {
    actions: done.length,
    errors,
    heapSlopeKbPerMin: calcSlope(heap.filter(([min]) => min > WARM_MIN)),
  };
}

/** Listens for what may not happen, and gives the monkey its handles, from the next load on. */
async function prepare(page: Page, baseUrl: string, fail: (what: string) => void): Promise<void> {
  page.on('pageerror', (error) => fail(`in the page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) fail(`console: ${message.text()}`);
  });
  page.on('crash', () => fail('the page crashed'));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') fail(`a dialog: ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  page.on('popup', (popup) => void popup.close().catch(() => {}));
  page.on('download', (download) => void download.cancel().catch(() => {}));
  await page.route(
    (url) => !url.href.startsWith(baseUrl) && url.protocol.startsWith('http'),
    (route) => {
      // a link to a source may be followed; nothing else leaves
      if (!route.request().isNavigationRequest()) fail(`asked for ${route.request().url()}`);
      return route.abort();
    },
  );
  // what compiles this file names functions by a helper that the page does not have
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(() => {
    window.print = () => {};
    const workers: Worker[] = [];
    const { Worker: Plain } = window;
    Object.assign(window, {
      workers,
      Worker: class extends Plain {
        constructor(...request: ConstructorParameters<typeof Worker>) {
          super(...request);
          workers.push(this);
        }
      },
    });
    if (window.name !== 'no-graphics') return;
    HTMLCanvasElement.prototype.getContext = () => null;
  });
}

function draw(random: Random): readonly [string, (typeof ACTS)[number][2]] {
  let left = random.uniform() * ACTS.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight, act] of ACTS) {
    left -= weight;
    if (left < 0) return [name, act];
  }
  const [name, , act] = ACTS.at(-1)!;
  return [name, act];
}

/**
 * Once in ten thousand touches and turns of the wheel Chromium never says that it has taken one (156; the page draws and
 * answers all the while): the monkey goes on, if the page is there.
 */
async function letGo({ page, client }: Victim, name: string, fail: (what: string) => void): Promise<void> {
  // refused where no finger is down
  await within(ANSWER_MS, client.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] }));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  if (!(await within(ANSWER_MS, page.evaluate(drawn)))) fail(`${name}: the page answers no more`);
}

/** Whether something came to an end in time, well or not. */
const within = (ms: number, work: Promise<unknown>): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
};

/** Whether the page can be used and says nothing that is none. */
async function look(page: Page, baseUrl: string, fail: (what: string) => void): Promise<void> {
  const settled = await page
    .waitForFunction(
      () =>
        !['computing', undefined].includes(document.documentElement.dataset.state) &&
        document.querySelector('button'),
      undefined,
      { timeout: PATIENCE_MS },
    )
    .then(
      () => true,
      () => false,
    );
  if (!settled) {
    fail(`no page to be used after ${PATIENCE_MS / 1000} s at ${page.url().slice(0, 200)}`);
    await page.goto(baseUrl);
    return;
  }
  const seen = await page
    .evaluate(() => ({
      text: document.body.textContent,
      title: document.title,
      polluted: 'polluted' in {},
    }))
    .catch(() => null);
  if (!seen) return;
  const nonsense = NONSENSE.exec(seen.text);
  if (nonsense) {
    const at = nonsense.index;
    fail(`“${nonsense[0]}” on the screen: …${seen.text.slice(Math.max(0, at - 80), at + 40)}…`);
  }
  if (seen.title === 'hacked' || seen.polluted) fail('a hostile link ran');
}

async function measureHeapKb({ client }: Victim): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize / 1000;
}
