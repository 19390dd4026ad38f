import type { Trace } from '../../core/simulation/results/trace.ts';

/** Playback speed; `auto` is real time, slowed where the trace asks for it. */
export type Speed = 'auto' | 'real' | 'quarter';
/** Playback rate in a trace's interval of slow motion. */
export const SLOW_RATE = 0.12;
/** After that it almost stands still for a second and a half, so that what has happened is seen: playback time, s, and rate. */
const HOLD_S = 0.03;
const HOLD_RATE = 0.02;
/** Longest step of playback, s: a pause of the page (a hidden tab) is not played. */
const LONGEST_STEP_S = 0.5;

/** Requests a call at the next frame, with the time in ms. */
export type RequestFrame = (callback: (nowMs: number) => void) => void;

/** Part of a trace that a clock uses. */
export type Timing = Pick<Trace, 'durationS' | 'slowMotionS'>;

export interface PlaybackClock {
  readonly timeS: number;
  readonly durationS: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Speed after a reset. */
  usualSpeed: Speed;
  /** Loads a trace, and starts to play it or stays at a time. */
  load(trace: Timing, at: { readonly play: boolean; readonly timeS: number }): void;
  /** Sets what plays beside it on this clock, if anything: the longer of the two determines the end. */
  accompany(companion: Timing | null): void;
  play(): void;
  pause(): void;
  seek(timeS: number): void;
  setSpeed(speed: Speed): void;
  subscribe(listener: () => void): () => void;
}

/** Playback clock of one session. It runs only while something plays. */
export function createClock(requestFrame: RequestFrame): PlaybackClock {
  const listeners = new Set<() => void>();
  const NOTHING: Timing = { durationS: 0, slowMotionS: null };
  let own = NOTHING;
  let companion = NOTHING;
  /** Intervals of slow motion, ascending. */
  let slow: readonly NonNullable<Trace['slowMotionS']>[] = [];
  let timeS = 0;
  let durationS = 0;
  let playing = false;
  let speed: Speed = 'auto';
  let lastMs: number | null = null;
  let asked = false;

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const rate = () => {
    if (speed === 'quarter') return 0.25;
    if (speed !== 'auto') return 1;
    if (slow.some(({ fromS, toS }) => timeS >= fromS && timeS < toS)) return SLOW_RATE;
    return slow.some(({ toS }) => timeS >= toS && timeS < toS + HOLD_S) ? HOLD_RATE : 1;
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    requestFrame(step);
  };
  const step = (nowMs: number) => {
    asked = false;
    if (!playing) return;
    if (lastMs !== null) timeS = Math.min(durationS, timeS + advance((nowMs - lastMs) / 1000));
    lastMs = nowMs;
    if (timeS >= durationS) playing = false;
    else ask();
    notify();
  };
  // a long step must not jump over the interval of slow motion, nor over the hold at its end
  const advance = (elapsedS: number) => {
    const stepS = Math.min(LONGEST_STEP_S, Math.max(0, elapsedS)) * rate();
    if (speed !== 'auto') return stepS;
    return slow.reduce(
      (least, { fromS, toS }) =>
        Math.min(least, fromS > timeS ? fromS - timeS : toS > timeS ? toS - timeS : least),
      stepS,
    );
  };
  const measure = () => {
    durationS = Math.max(own.durationS, companion.durationS);
    slow = [own.slowMotionS, companion.slowMotionS]
      .filter((interval) => interval !== null)
      .sort((a, b) => a.fromS - b.fromS);
  };

  return {
    get timeS() {
      return timeS;
    },
    get durationS() {
      return durationS;
    },
    get playing() {
      return playing;
    },
    usualSpeed: 'auto',
    get speed() {
      return speed;
    },
    load(trace, at) {
      own = trace;
      measure();
      timeS = Math.min(durationS, Math.max(0, at.timeS));
      playing = at.play && timeS < durationS;
      lastMs = null;
      if (playing) ask();
      notify();
    },
    accompany(next) {
      const atEnd = timeS >= durationS;
      companion = next ?? NOTHING;
      measure();
      if (atEnd || timeS > durationS) timeS = durationS;
      notify();
    },
    play() {
      if (playing || durationS === 0) return;
      if (timeS >= durationS) timeS = 0;
      playing = true;
      lastMs = null;
      ask();
      notify();
    },
    pause() {
      playing = false;
      notify();
    },
    seek(next) {
      playing = false;
      timeS = Math.min(durationS, Math.max(0, next));
      notify();
    },
    setSpeed(next) {
      speed = next;
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
