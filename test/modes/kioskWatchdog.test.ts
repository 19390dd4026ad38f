import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../src/modes/kiosk/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('loads a page anew that stays broken, not one that mends itself', () => {
  let broken = false;
  let renewed = 0;
  const stop = watchPage(
    () => broken,
    () => renewed++,
  );
  vi.advanceTimersByTime(600_000);
  expect(renewed).toBe(0);
  broken = true;
  vi.advanceTimersByTime(12_000);
  broken = false;
  vi.advanceTimersByTime(12_000);
  expect(renewed).toBe(0);
  broken = true;
  vi.advanceTimersByTime(20_000);
  expect(renewed).toBe(1);
  stop();
  vi.advanceTimersByTime(600_000);
  expect(renewed).toBe(1);
});
