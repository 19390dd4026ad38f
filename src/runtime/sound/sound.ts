import type { Session, Shown } from '../session/session.ts';
import { type Cue, findCues, SWELL_S, takeCues } from './soundCues.ts';

/** Sound synthesised from noise, without files, quiet enough for a waiting room. */
export interface Sound {
  dispose(): void;
}

const NOISE_S = 2;
/** Greatest gain of a crunch and of a breath. */
const CRUNCH_GAIN = 0.2;
const BREATH_GAIN = 0.05;
/** Longest step of playback, s: a longer one was a seek. */
const LONGEST_STEP_S = 0.6;
/** Snaps of one crunch: time, s, and relative loudness. Low and without a click at the start, as of bone inside the body. */
const SNAPS = [
  [0, 1],
  [0.035, 0.55],
  [0.062, 0.8],
  [0.11, 0.4],
  [0.17, 0.25],
] as const;

export function createSound(session: Session, context: AudioContext): Sound {
  const noise = createNoise(context);
  let shown: Shown | null = null;
  let cues: readonly Cue[] = [];
  let lastS = session.clock.timeS;
  let wasPlaying = false;

  /** Plays noise through a filter, with points of time (s) and gain. */
  const play = (type: BiquadFilterType, hertz: number, points: readonly (readonly [number, number])[]) => {
    const source = context.createBufferSource();
    source.buffer = noise;
    const filter = context.createBiquadFilter();
    filter.type = type;
    filter.frequency.value = hertz;
    const gain = context.createGain();
    const now = context.currentTime;
    gain.gain.setValueAtTime(0, now);
    for (const [atS, level] of points) gain.gain.linearRampToValueAtTime(level, now + atS);
    source.connect(filter).connect(gain).connect(context.destination);
    source.start();
    source.stop(now + points.at(-1)![0]);
  };

  const hear = ({ kind, strength }: Cue) => {
    if (kind === 'breath') {
      const level = BREATH_GAIN * strength;
      play('bandpass', 420, [
        [SWELL_S, level],
        [SWELL_S + 0.2, 0.8 * level],
        [SWELL_S + 1, 0],
      ]);
      return;
    }
    for (const [atS, loud] of SNAPS) {
      const level = CRUNCH_GAIN * strength * loud;
      play('lowpass', 520 - 900 * atS, [
        [atS + 0.001, 0],
        [atS + 0.006, level],
        [atS + 0.03, 0.3 * level],
        [atS + 0.09, 0],
      ]);
    }
  };

  const follow = () => {
    const next = session.store.getState().shown;
    if (next && next !== shown) {
      shown = next;
      cues = findCues(next);
      lastS = 0;
    }
    const { timeS, playing } = session.clock;
    // a seek is silent; at the last step playback has already stopped
    const stepped = (playing || wasPlaying) && timeS - lastS < LONGEST_STEP_S;
    if (stepped) for (const cue of takeCues(cues, lastS, timeS)) hear(cue);
    lastS = timeS;
    wasPlaying = playing;
  };
  const stop = session.clock.subscribe(follow);
  return {
    dispose() {
      stop();
      void context.close().catch(() => {});
    },
  };
}

/** White noise from a fixed sequence (Numerical Recipes' generator). */
function createNoise(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, NOISE_S * context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let state = 1;
  for (let n = 0; n < samples.length; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    samples[n] = state / 2 ** 31 - 1;
  }
  return buffer;
}
