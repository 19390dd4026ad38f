import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/runtime/session/clock.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { createFakeFrames, fakeRun } from './fakeRun.ts';

const START = { play: true, timeS: 0 };

function createPlaying(slow: { fromS: number; toS: number } | null = null) {
  const frames = createFakeFrames();
  const clock = createClock(frames.requestFrame);
  clock.load(fakeRun(DEFAULT_SCENARIO, slow).trace, START);
  frames.frame(0);
  return { clock, ...frames };
}

describe('the playback clock', () => {
  it('keeps time, stops at the end, and asks for no frame afterwards', () => {
    const { clock, frame, isAsked } = createPlaying();
    frame(400);
    expect(clock.timeS).toBeCloseTo(0.4, 12);
    frame(400);
    frame(400);
    expect(clock.timeS).toBe(1);
    expect(clock.playing).toBe(false);
    expect(isAsked()).toBe(false);
  });

  it('slows down in the interval of slow motion, and no late frame jumps over it', () => {
    const { clock, frame } = createPlaying({ fromS: 0.2, toS: 0.4 });
    frame(450);
    expect(clock.timeS).toBeCloseTo(0.2, 12);
    frame(100);
    expect(clock.timeS).toBeCloseTo(0.212, 12);
  });

  it('does not slow down when asked for real time', () => {
    const { clock, frame } = createPlaying({ fromS: 0.2, toS: 0.4 });
    clock.setSpeed('real');
    frame(450);
    expect(clock.timeS).toBeCloseTo(0.45, 12);
  });

  it('stops when scrubbed, within the trace', () => {
    const { clock } = createPlaying();
    clock.seek(7);
    expect([clock.timeS, clock.playing]).toEqual([1, false]);
    clock.seek(-1);
    expect(clock.timeS).toBe(0);
  });

  it('plays again from the start when it stood at the end', () => {
    const { clock } = createPlaying();
    clock.seek(1);
    clock.play();
    expect([clock.timeS, clock.playing]).toEqual([0, true]);
  });
});
