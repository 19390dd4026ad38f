import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCounts } from '../../src/modes/kiosk/counts.ts';
import { createIdle, WARNING_S } from '../../src/modes/kiosk/idle.ts';
import { watchPage } from '../../src/modes/kiosk/watchdog.ts';
import { createClock } from '../../src/runtime/session/clock.ts';

/** A year on the wall: timers beyond 2³¹ ms (24.8 days), two changes of the clock, a leap day, and a clock that is wrong. */
const DAY_MS = 24 * 3600 * 1000;
const HOUR_MS = 3600 * 1000;
/** Longest time that a browser's timer takes; a longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const zone = process.env.TZ;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  process.env.TZ = zone;
});

describe('after more than 24.8 days', () => {
  it('the watchdog still looks, and has not loaded a whole page anew', () => {
    let broken = false;
    let renewed = 0;
    const stop = watchPage(
      () => broken,
      () => renewed++,
    );
    vi.advanceTimersByTime(26 * DAY_MS);
    expect(renewed).toBe(0);
    broken = true;
    vi.advanceTimersByTime(15_000);
    expect(renewed).toBe(1);
    stop();
  });

  it('the poster has waited all the time, and the next visit ends when it should', () => {
    let nowMs = 0;
    let ends = 0;
    const idle = createIdle(
      () => {
        ends++;
      },
      () => nowMs,
    );
    idle.begin(60);
    for (let day = 0; day < 400; day++) {
      nowMs += DAY_MS;
      idle.tick();
    }
    expect(ends).toBe(0);
    idle.note();
    nowMs += 59_000;
    idle.tick();
    expect(idle.store.getState().phase).toBe('used');
    nowMs += (1 + WARNING_S) * 1000;
    idle.tick();
    expect(ends).toBe(1);
  });

  it('an act plays at its speed', () => {
    const frames: ((nowMs: number) => void)[] = [];
    const clock = createClock((callback) => void frames.push(callback));
    clock.load({ durationS: 1, slowMotionS: null }, { play: true, timeS: 0 });
    let nowMs = LONGEST_TIMER_MS - 100;
    frames.pop()!(nowMs);
    for (let n = 0; n < 20; n++) {
      nowMs += 20;
      frames.pop()!(nowMs);
    }
    expect(clock.timeS).toBeCloseTo(0.4, 9);
  });
});

describe('the days that are counted', () => {
  it.each([
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2028-02-29', 24],
    ['2027-12-31', 24],
  ])('%s has its %i hours, by the calendar on the wall', (day, hours) => {
    process.env.TZ = 'Europe/Berlin';
    const counts = createCounts(null);
    const startMs = new Date(`${day}T00:00:00`).getTime();
    for (let ms = startMs - 2 * HOUR_MS; ms < startMs + 28 * HOUR_MS; ms += HOUR_MS) {
      vi.setSystemTime(ms);
      counts.add('visits');
    }
    const { days } = counts.store.getState();
    expect(days[day]).toEqual({ visits: hours });
    expect(Object.keys(days)).toHaveLength(3);
  });

  it('begin in 1970 where the clock was not set, and go on when it is', () => {
    const counts = createCounts(null);
    vi.setSystemTime(1000);
    counts.add('visits');
    vi.setSystemTime(new Date('2027-06-01T12:00:00Z'));
    counts.add('visits');
    const { numbers, days } = counts.store.getState();
    expect(numbers).toEqual({ visits: 2 });
    expect(Object.keys(days)).toHaveLength(2);
  });
});

describe('a visit over which the clock is set', () => {
  it.each([
    ['forward by fifty years', 50 * 365],
    ['back by a year', -365],
  ])('%s ends once, and no later than it would have', (_, days) => {
    let nowMs = 1_800_000_000_000;
    let ends = 0;
    const idle = createIdle(
      () => {
        ends++;
      },
      () => nowMs,
    );
    idle.begin(60);
    idle.note();
    nowMs += days * DAY_MS;
    for (let s = 0; s < 60 + WARNING_S + 1; s++) {
      idle.tick();
      nowMs += 1000;
    }
    idle.tick();
    expect(ends).toBe(1);
    expect(idle.store.getState().phase).toBe('fresh');
  });
});
