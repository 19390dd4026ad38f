import type { Trace } from '../core/simulation/trace.ts';

/** `auto`: real time, slowed where the trace asks for it. */
export type Speed = 'auto' | 'real' | 'quarter';
/** Playback rate inside a trace's slow-motion window. */
const SLOW_RATE = 0.12;
/** A pause of the page (a hidden tab) is not played back, s. */
const LONGEST_STEP_S = 0.5;

/** Asks for a call at the next frame, with the time in ms. */
export type RequestFrame = (callback: (nowMs: number) => void) => void;

export interface PlaybackClock {
  readonly timeS: number;
  readonly durationS: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Takes a trace, and starts to play it or stays at a time. */
  load(trace: Trace, at: { readonly play: boolean; readonly timeS: number }): void;
  play(): void;
  pause(): void;
  seek(timeS: number): void;
  setSpeed(speed: Speed): void;
  subscribe(listener: () => void): () => void;
}

/** Playback time of one session. It runs only while something plays. */
export function createClock(requestFrame: RequestFrame): PlaybackClock {
  const listeners = new Set<() => void>();
  let slow: Trace['slowMotionS'] = null;
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
    return speed === 'auto' && slow && timeS >= slow.fromS && timeS < slow.toS ? SLOW_RATE : 1;
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
  // a long step must not jump over the slow window
  const advance = (elapsedS: number) => {
    const stepS = Math.min(LONGEST_STEP_S, Math.max(0, elapsedS)) * rate();
    if (speed !== 'auto' || !slow || timeS >= slow.fromS || timeS + stepS <= slow.fromS) return stepS;
    return slow.fromS - timeS;
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
    get speed() {
      return speed;
    },
    load(trace, at) {
      slow = trace.slowMotionS;
      durationS = trace.durationS;
      timeS = Math.min(durationS, Math.max(0, at.timeS));
      playing = at.play && timeS < durationS;
      lastMs = null;
      if (playing) ask();
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
