import { afterEach, describe, expect, it, vi } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createSettings } from '../../src/runtime/device/settings.ts';
import type { Shown } from '../../src/runtime/session/session.ts';
import { createSound } from '../../src/runtime/sound/sound.ts';
import { bindSound } from '../../src/runtime/sound/soundBinding.ts';
import { findCues, getHeard, SWELL_S, takeCues } from '../../src/runtime/sound/soundCues.ts';

const RATE_HZ = 10;

/** A run of two seconds whose load is greatest at 1.2 s, with a fracture at 1.25 s. */
function createShown(type: 'activity' | 'cement', peak: number, broken = true): Shown {
  const loadOverStrength = new Float32Array(20 * LEVEL_COUNT).fill(0.1);
  loadOverStrength[12 * LEVEL_COUNT + 3] = peak;
  const fractures = broken
    ? [{ level: 'T12', anteriorHeightLossPercent: 30, middleHeightLossPercent: 10 }]
    : [];
  const collapses = broken ? [{ fromS: 1.25, toS: 1.4 }] : [];
  return {
    scenario: { events: [{ type }] },
    run: {
      trace: { eventIndex: 0, frameRateHz: RATE_HZ, loadOverStrength, fractures, collapses },
    },
  } as unknown as Shown;
}

describe('what is heard', () => {
  it('is a breath before the greatest load, and a crunch as a body gives way', () => {
    const cues = findCues(createShown('activity', 0.9));
    expect(cues.map(({ kind }) => kind)).toEqual(['breath', 'crunch']);
    expect(cues[0]!.timeS).toBeCloseTo(1.2 - SWELL_S, 9);
    expect(cues[0]!.strength).toBeCloseTo(0.9, 6);
    expect(cues[1]!.timeS).toBe(1.25);
    for (const { strength } of cues) expect(strength).toBeLessThanOrEqual(1);
  });

  it('is nothing where nothing is hard, and nothing of a treatment', () => {
    expect(findCues(createShown('activity', 0.2, false))).toEqual([]);
    expect(findCues(createShown('cement', 0.9))).toEqual([]);
  });

  it('comes once, however playback steps', () => {
    const cues = findCues(createShown('activity', 2));
    for (const step of [0.016, 0.13, 0.5]) {
      const heard: string[] = [];
      for (let timeS = 0; timeS < 2; timeS += step)
        heard.push(...takeCues(cues, timeS, timeS + step).map(({ kind }) => kind));
      expect(heard).toEqual(['breath', 'crunch']);
    }
    expect(takeCues([{ timeS: 0, kind: 'breath', strength: 1 }], 0, 0.1)).toHaveLength(1);
  });
});

it('stands in words for a while, the newest alone', () => {
  const cues = findCues(createShown('activity', 0.9));
  const read = (timeS: number) => getHeard(cues, timeS)?.level ?? getHeard(cues, timeS)?.kind;
  expect([0.4, 0.6, 1.2, 1.3, 2.2, 2.3].map(read)).toEqual([
    undefined,
    'breath',
    'breath',
    'T12',
    'T12',
    undefined,
  ]);
});

describe('the sound', () => {
  afterEach(() => vi.unstubAllGlobals());

  const listen = () => {
    const listeners = new Map<string, () => void>();
    vi.stubGlobal('addEventListener', (name: string, call: () => void) => listeners.set(name, call));
    vi.stubGlobal('removeEventListener', (name: string) => listeners.delete(name));
    return listeners;
  };
  const address = (sound: string | null) =>
    createSettings({ get: (name) => (name === 'sound' ? sound : null) }, false, 'en');
  const session = { store: { getState: () => ({ shown: null }) } } as never;

  it('is off unless it is asked for', () => {
    expect(address(null).getState().sound).toBe(false);
    expect(address('off').getState().sound).toBe(false);
    expect(address('on').getState().sound).toBe(true);
  });

  it('begins after the first touch and not before', async () => {
    const listeners = listen();
    const made = vi.fn();
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          made();
        }
      },
    );
    const settings = address('on');
    bindSound(session, settings);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).not.toHaveBeenCalled();
    listeners.get('pointerdown')!();
    await vi.waitFor(() => expect(made).toHaveBeenCalledTimes(1));
  });

  it('stays away where a device has none', async () => {
    const listeners = listen();
    vi.stubGlobal('AudioContext', undefined);
    bindSound(session, address('on'));
    expect(() => listeners.get('keydown')!()).not.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('plays noise for the cues that playback passes, and none for a seek', () => {
    const starts: number[] = [];
    const node = () => ({
      connect: (to: unknown) => to,
      start: () => void starts.push(1),
      stop: () => {},
      frequency: { value: 0 },
      gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} },
    });
    const context = {
      currentTime: 0,
      sampleRate: 100,
      createBuffer: () => ({ getChannelData: () => new Float32Array(200) }),
      createBufferSource: node,
      createBiquadFilter: node,
      createGain: node,
      close: () => Promise.resolve(),
    } as unknown as AudioContext;
    const clock = { timeS: 0, playing: true, tell: () => {} };
    const shown = createShown('activity', 0.9);
    createSound(
      {
        store: { getState: () => ({ shown }) },
        clock: Object.assign(clock, {
          subscribe: (tell: () => void) => {
            clock.tell = tell;
            return () => {};
          },
        }),
      } as never,
      context,
    );
    const go = (timeS: number) => {
      clock.timeS = timeS;
      clock.tell();
    };
    go(0.1);
    expect(starts).toHaveLength(0);
    go(0.55);
    expect(starts).toHaveLength(1); // the breath
    go(1);
    go(1.3);
    expect(starts).toHaveLength(6); // five snaps
    go(0);
    clock.playing = false;
    go(0);
    go(2);
    expect(starts).toHaveLength(6);
  });
});
