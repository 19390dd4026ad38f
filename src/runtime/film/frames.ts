import { SLOW_RATE, type Timing } from '../session/clock.ts';

/** Rate of a film, frames/s. */
export const FRAMES_PER_S = 30;

/** Times of the act that a film's frames show, s: in real time as many as the act is long, or slowed where a bone gives way. */
export function listFrameTimes(
  { durationS, slowMotionS: slow }: Timing,
  isSlowed: boolean,
): readonly number[] {
  const times = [0];
  const most = durationS - 1e-6;
  for (;;) {
    const timeS = times.at(-1)!;
    const isSlow = isSlowed && slow !== null && timeS >= slow.fromS && timeS < slow.toS;
    const next = timeS + (isSlow ? SLOW_RATE : 1) / FRAMES_PER_S;
    // slow motion begins at its own time, not a frame later
    times.push(isSlowed && slow && timeS < slow.fromS ? Math.min(next, slow.fromS) : next);
    if (times.at(-1)! > most) break;
  }
  // a frame is shown until the next one: the last of them would begin at the end
  return [...times.slice(0, -2), durationS];
}
