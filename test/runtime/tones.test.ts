import { expect, it, vi } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import type { Session } from '../../src/runtime/session/session.ts';
import { calcHertz, createTones } from '../../src/runtime/sound/tones.ts';

it('the pitch rises with the load by octaves, and stops rising beyond the limit', () => {
  expect(calcHertz(0)).toBe(220);
  expect(calcHertz(0.5)).toBe(440);
  expect(calcHertz(1)).toBe(880);
  expect(calcHertz(9)).toBe(calcHertz(1.25));
  expect(calcHertz(-1)).toBe(220);
});

/** A session whose greatest load over strength is 0.2 at first and 0.7 in its second frame, and a device that notes what it is told. */
function create() {
  const loadOverStrength = new Float32Array(2 * LEVEL_COUNT).fill(0.2);
  loadOverStrength[LEVEL_COUNT + 11] = 0.7;
  const listeners: (() => void)[] = [];
  const clock = {
    playing: false,
    timeS: 0,
    subscribe: (listener: () => void) => {
      listeners.push(listener);
      return () => void listeners.splice(listeners.indexOf(listener), 1);
    },
  };
  const shown = {
    run: { trace: { loadOverStrength, frameRateHz: 10, frameCount: 2 } },
    peaks: { loadOverStrength },
  };
  const session = { clock, store: { getState: () => ({ shown }) } } as unknown as Session;
  const param = () => ({
    value: 0,
    setTargetAtTime: vi.fn(),
    setValueAtTime: vi.fn(),
    cancelScheduledValues: vi.fn(),
  });
  const oscillator = { frequency: param(), connect: (next: unknown) => next, start: vi.fn() };
  const gain = { gain: param(), connect: (next: unknown) => next };
  const close = vi.fn(() => Promise.resolve());
  const context = {
    currentTime: 0,
    destination: {},
    createOscillator: () => oscillator,
    createGain: () => gain,
    close,
  } as unknown as AudioContext;
  return { clock, listeners, oscillator, gain, close, tones: createTones(session, context) };
}

it('is silent at rest, follows the bone nearest to its limit in motion, and closes the device at the end', () => {
  const { clock, listeners, oscillator, gain, close, tones } = create();
  expect(gain.gain.setTargetAtTime).toHaveBeenLastCalledWith(0, 0, expect.any(Number));
  clock.playing = true;
  clock.timeS = 0.1;
  for (const listener of listeners) listener();
  expect(oscillator.frequency.setTargetAtTime.mock.lastCall![0]).toBeCloseTo(calcHertz(0.7), 2);
  expect(gain.gain.setTargetAtTime.mock.lastCall![0]).toBeGreaterThan(0);
  tones.dispose();
  expect(listeners).toEqual([]);
  expect(close).toHaveBeenCalledOnce();
});

it('plays one tone a vertebra, from the top down', () => {
  const { clock, oscillator, tones } = create();
  clock.timeS = 0.1;
  tones.sweep();
  const calls = oscillator.frequency.setValueAtTime.mock.calls as [number, number][];
  expect(calls).toHaveLength(LEVEL_COUNT);
  expect(calls.map(([hertz]) => hertz).indexOf(Math.max(...calls.map(([hertz]) => hertz)))).toBe(11);
  expect(calls.every(([, atS], n) => n === 0 || atS > calls[n - 1]![1])).toBe(true);
});
