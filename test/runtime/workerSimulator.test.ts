import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expose } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { createComputing } from '../../src/runtime/worker/computing.ts';
import type { Computing } from '../../src/runtime/worker/simulator.ts';
import { createSlicedSimulator } from '../../src/runtime/worker/slicedSimulator.ts';
import { createWorkerSimulator, type Thread } from '../../src/runtime/worker/workerSimulator.ts';
import { LIFT } from '../core/support.ts';
import { toBytes } from '../fuzz/bytes.ts';

const WATCH = { ask: 20, silent: 100, starting: 200, restart: 20 };
const LIFTED = { ...DEFAULT_SCENARIO, events: [LIFT] } as never;
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

let ended = 0;
/** A worker's outside; inside is what is given, or nobody. */
function createThread(inside: Partial<Computing> | null): Thread {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  if (inside) expose(inside, port2);
  port1.start();
  return {
    addEventListener: port1.addEventListener.bind(port1) as Thread['addEventListener'],
    removeEventListener: port1.removeEventListener.bind(port1) as Thread['removeEventListener'],
    postMessage: port1.postMessage.bind(port1) as Thread['postMessage'],
    terminate: () => {
      ended++;
    },
  };
}
/** A worker whose script cannot be fetched. */
function createUnfetched(): Thread {
  return {
    ...createThread(null),
    addEventListener: ((type: string, listener: (event: Event) => void) => {
      if (type === 'error') setTimeout(() => listener(new Event('error')));
    }) as Thread['addEventListener'],
  };
}
const createLiving = () => createThread(createComputing());

describe('a worker', () => {
  it('that never answers is replaced, and the new one asked again', async () => {
    ended = 0;
    const threads = [createThread(null), createLiving()];
    const simulator = createWorkerSimulator(() => threads.shift()!, WATCH);
    const run = await simulator.run(DEFAULT_SCENARIO, 'shown');
    expect(run?.results.findings.fractureCount).toBe(0);
    expect(ended).toBe(1);
    simulator.dispose();
    expect(ended).toBe(2);
  });

  it('that is slow but alive is waited for', async () => {
    let started = 0;
    const slow = createThread({
      ping: () => true,
      calcBones: () => new Promise((resolve) => setTimeout(() => resolve('bones' as never), 600)),
    });
    const simulator = createWorkerSimulator(() => {
      started++;
      return slow;
    }, WATCH);
    expect(await simulator.calcBones(DEFAULT_SCENARIO)).toBe('bones');
    expect(started).toBe(1);
    simulator.dispose();
  });

  it('is given up where one after the other dies', async () => {
    const simulator = createWorkerSimulator(() => createThread(null), WATCH);
    await expect(simulator.run(DEFAULT_SCENARIO, 'shown')).rejects.toThrow('does not answer');
  });

  it('whose script cannot be fetched is started again, and where the net stays away the next request tries anew', async () => {
    const threads = [createUnfetched(), createLiving()];
    const simulator = createWorkerSimulator(() => threads.shift()!, { ...WATCH, starting: 5000 });
    expect((await simulator.calcBones(DEFAULT_SCENARIO)).tScores.length).toBeGreaterThan(2);
    simulator.dispose();

    let isOnline = false;
    const cutOff = createWorkerSimulator(() => (isOnline ? createLiving() : createUnfetched()), {
      ...WATCH,
      starting: 5000,
    });
    await expect(cutOff.calcBones(DEFAULT_SCENARIO)).rejects.toThrow('could not be loaded');
    isOnline = true;
    expect((await cutOff.calcBones(DEFAULT_SCENARIO)).tScores.length).toBeGreaterThan(2);
    cutOff.dispose();
  });

  it('that dies over two requests at once is replaced once, and both are answered', async () => {
    ended = 0;
    const threads = [createThread(null), createLiving()];
    const simulator = createWorkerSimulator(() => threads.shift()!, WATCH);
    const [run, bones] = await Promise.all([
      simulator.run(DEFAULT_SCENARIO, 'shown'),
      simulator.calcBones(DEFAULT_SCENARIO),
    ]);
    expect(run?.results.findings.fractureCount).toBe(0);
    expect(bones.tScores.length).toBeGreaterThan(2);
    expect(ended).toBe(1);
    simulator.dispose();
  });

  it('leaves no channel open over which it told of its progress', async () => {
    const closed = vi.spyOn(MessagePort.prototype, 'close');
    const simulator = createWorkerSimulator(createLiving, WATCH);
    let told = 0;
    const run = await simulator.run(LIFTED, 'shown', () => void told++);
    expect(run?.results.events).toHaveLength(1);
    await expect.poll(() => closed.mock.calls.length).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
    closed.mockRestore();
    simulator.dispose();
  });

  it('that lives long keeps no answer that it gave', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const answer = () => Promise.resolve({ tScores: [0] } as never);
    const simulator = createWorkerSimulator(
      () => createThread({ ping: () => true, calcBones: answer }),
      WATCH,
    );
    const given: WeakRef<object>[] = [];
    for (let n = 0; n < 5; n++)
      given.push(new WeakRef((await simulator.calcBones(DEFAULT_SCENARIO)) as object));
    // the last may still be held by the message that brought it
    const isHeld = () => {
      collect();
      return given.slice(0, -1).some((answer) => answer.deref() !== undefined);
    };
    await expect.poll(isHeld, { timeout: 5000 }).toBe(false);
    simulator.dispose();
  });

  it('that died between two requests is replaced at the second', async () => {
    let isDead = false;
    const inside = createSlicedSimulator();
    const first = createThread({
      calcBones: (...request) => (isDead ? new Promise(() => {}) : inside.calcBones(...request)),
      ping: () => (isDead ? (new Promise(() => {}) as never) : true),
    });
    const threads = [first, createLiving()];
    const simulator = createWorkerSimulator(() => threads.shift()!, WATCH);
    const before = await simulator.calcBones(DEFAULT_SCENARIO);
    isDead = true;
    expect(await simulator.calcBones(DEFAULT_SCENARIO)).toEqual(before);
    simulator.dispose();
  });
});

describe('what is begun before it is asked for', () => {
  it('is the same run, byte for byte, and is not begun twice', async () => {
    const ahead = createComputing(DEFAULT_SCENARIO);
    const asked = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient } };
    const first = await ahead.run(asked, 'shown');
    expect(toBytes(first)).toBe(toBytes(await createComputing().run(asked, 'shown')));
    // asked for once more it is computed as anything else is
    const second = await ahead.run(asked, 'shown');
    expect(second).not.toBe(first);
    expect(toBytes(second)).toBe(toBytes(first));
  });

  it('gives way to another question, and to who gives it up', async () => {
    const lifted = await createComputing(DEFAULT_SCENARIO).run(LIFTED, 'shown');
    expect(lifted?.results.events).toHaveLength(1);
    const given = createComputing(DEFAULT_SCENARIO);
    given.cancel('shown');
    expect((await given.run(DEFAULT_SCENARIO, 'shown'))?.results.events).toHaveLength(0);
  });
});
