import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import { getFrame } from '../session/moment.ts';
import type { Session, Shown } from '../session/session.ts';

/** Load over strength as pitch: for who does not see the chart, or wants to look elsewhere. */
export interface Tones {
  /** Plays the vertebrae one after the other, T1 first, as the chart shows them now. */
  sweep(): void;
  dispose(): void;
}

/** Pitch of a bone without load, Hz, and octaves from there to its limit: within the range of small loudspeakers. */
const LOWEST_HZ = 220;
const OCTAVES = 2;
/** Load over strength above which the pitch no longer rises: a bone that has given way is not heard as a shriek. */
const MOST = 1.25;
/** Gain, quiet enough for a classroom; and time in which pitch and gain follow, s. */
const GAIN = 0.05;
const FOLLOW_S = 0.03;
/** Length of one vertebra's tone, and the silence after it, s. */
const TONE_S = 0.16;
const GAP_S = 0.04;

export const calcHertz = (loadOverStrength: number): number =>
  LOWEST_HZ * 2 ** (OCTAVES * Math.min(MOST, Math.max(0, loadOverStrength)));

/** Greatest load over strength of any vertebra at a playback time. */
export function findGreatest({ run: { trace } }: Shown, timeS: number): number {
  const first = getFrame(trace, timeS) * LEVEL_COUNT;
  return Math.max(...trace.loadOverStrength.subarray(first, first + LEVEL_COUNT));
}

/** Each vertebra's load over strength as the chart shows it at a playback time, T1 first. */
const listRatios = ({ run: { trace }, peaks }: Shown, timeS: number): readonly number[] => {
  const first = getFrame(trace, timeS) * LEVEL_COUNT;
  return [...peaks.loadOverStrength.subarray(first, first + LEVEL_COUNT)];
};

export function createTones(session: Session, context: AudioContext): Tones {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  gain.gain.value = 0;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  let sweepEndS = 0;
  const follow = () => {
    const { shown } = session.store.getState();
    const { playing, timeS } = session.clock;
    const now = context.currentTime;
    // a sweep is heard to its end, unless something plays
    if (!playing && now < sweepEndS) return;
    if (playing && now < sweepEndS) {
      sweepEndS = 0;
      oscillator.frequency.cancelScheduledValues(now);
      gain.gain.cancelScheduledValues(now);
    }
    gain.gain.setTargetAtTime(playing && shown ? GAIN : 0, now, FOLLOW_S);
    if (playing && shown)
      oscillator.frequency.setTargetAtTime(calcHertz(findGreatest(shown, timeS)), now, FOLLOW_S);
  };
  const stop = session.clock.subscribe(follow);
  follow();
  return {
    sweep() {
      const { shown } = session.store.getState();
      if (!shown) return;
      const now = context.currentTime;
      oscillator.frequency.cancelScheduledValues(now);
      gain.gain.cancelScheduledValues(now);
      const ratios = listRatios(shown, session.clock.timeS);
      ratios.forEach((ratio, n) => {
        const startS = now + n * (TONE_S + GAP_S);
        oscillator.frequency.setValueAtTime(calcHertz(ratio), startS);
        gain.gain.setTargetAtTime(GAIN, startS, FOLLOW_S / 3);
        gain.gain.setTargetAtTime(0, startS + TONE_S, FOLLOW_S / 3);
      });
      sweepEndS = now + ratios.length * (TONE_S + GAP_S);
    },
    dispose() {
      stop();
      void context.close().catch(() => {});
    },
  };
}
