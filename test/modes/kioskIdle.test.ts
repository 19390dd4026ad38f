import { describe, expect, it } from 'vitest';
import { createIdle, readIdleS, WARNING_S } from '../../src/modes/kiosk/idle.ts';

/** An idle time of a minute on a clock that is set by hand. */
function createWaiting() {
  let nowMs = 1_000_000;
  let ends = 0;
  let isPlaying = false;
  const idle = createIdle(
    () => {
      ends += 1;
    },
    () => isPlaying,
    () => nowMs,
  );
  idle.begin(60);
  return {
    idle,
    getEnds: () => ends,
    play(plays: boolean) {
      isPlaying = plays;
    },
    phase: () => idle.store.getState().phase,
    wait(seconds: number) {
      nowMs += seconds * 1000;
      idle.tick();
    },
  };
}

describe('the idle time', () => {
  it('does not begin before somebody has touched something', () => {
    const { phase, getEnds, wait } = createWaiting();
    wait(100_000);
    expect([phase(), getEnds()]).toEqual(['fresh', 0]);
  });

  it('warns after it, counts down, and ends less than ten seconds later', () => {
    const { idle, phase, getEnds, wait } = createWaiting();
    idle.note();
    wait(59.9);
    expect(phase()).toBe('used');
    wait(0.1);
    expect(idle.store.getState()).toEqual({ phase: 'warning', leftS: WARNING_S });
    wait(2.5);
    expect(idle.store.getState().leftS).toBe(WARNING_S - 2);
    wait(WARNING_S - 2.5);
    expect([phase(), getEnds()]).toEqual(['fresh', 1]);
    expect(WARNING_S).toBeLessThan(10);
    wait(1000);
    expect(getEnds()).toBe(1);
  });

  it('goes on at a touch, also one while it warns', () => {
    const { idle, phase, getEnds, wait } = createWaiting();
    idle.note();
    wait(62);
    expect(phase()).toBe('warning');
    idle.note();
    expect(idle.store.getState()).toEqual({ phase: 'used', leftS: 0 });
    wait(59);
    expect([phase(), getEnds()]).toEqual(['used', 0]);
  });

  it('begins at the end of what plays: whoever watches is there', () => {
    const { idle, phase, play, wait } = createWaiting();
    idle.note();
    play(true);
    wait(50);
    wait(50);
    expect(phase()).toBe('used');
    play(false);
    wait(59);
    expect(phase()).toBe('used');
    wait(1);
    expect(phase()).toBe('warning');
  });

  it('is not longer because a clock was put back', () => {
    const { idle, getEnds, wait } = createWaiting();
    idle.note();
    wait(-3600);
    wait(60 + WARNING_S);
    expect(getEnds()).toBe(1);
  });

  it.each([
    [null, 60],
    ['', 60],
    ['90', 90],
    ['1', 3],
    ['nonsense', 60],
    ['1e9', 3600],
  ])('asked for as %s is %i s', (text, seconds) => {
    expect(readIdleS({ get: () => text })).toBe(seconds);
  });
});
