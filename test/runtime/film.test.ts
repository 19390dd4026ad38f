import { expect, it } from 'vitest';
import { FRAMES_PER_S, listFrameTimes } from '../../src/runtime/film/frames.ts';
import { SLOW_RATE } from '../../src/runtime/session/clock.ts';

const TRACE = { durationS: 4.01, slowMotionS: { fromS: 1.01, toS: 1.31 } };
const FRAME_S = 1 / FRAMES_PER_S;

it('a film in real time is as long as the act, to a frame, and ends with its end', () => {
  const times = listFrameTimes(TRACE, false);
  expect(Math.abs(times.length * FRAME_S - TRACE.durationS)).toBeLessThanOrEqual(FRAME_S);
  expect(times[0]).toBe(0);
  expect(times.at(-1)).toBe(TRACE.durationS);
  expect(times.every((time, n) => n === 0 || time > times[n - 1]!)).toBe(true);
  expect(listFrameTimes({ durationS: 0, slowMotionS: null }, false)).toEqual([0]);
});

it('a slowed film is longer by what slow motion takes, and shows each step of it', () => {
  const times = listFrameTimes(TRACE, true);
  const slowS = TRACE.slowMotionS.toS - TRACE.slowMotionS.fromS;
  const lengthS = TRACE.durationS - slowS + slowS / SLOW_RATE;
  expect(Math.abs(times.length * FRAME_S - lengthS)).toBeLessThanOrEqual(3 * FRAME_S);
  expect(times).toContain(TRACE.slowMotionS.fromS);
  const within = times.filter((time) => time >= TRACE.slowMotionS.fromS && time < TRACE.slowMotionS.toS);
  expect(within.length).toBe(Math.round(slowS / (SLOW_RATE * FRAME_S)));
  expect(listFrameTimes({ ...TRACE, slowMotionS: null }, true)).toEqual(listFrameTimes(TRACE, false));
});
