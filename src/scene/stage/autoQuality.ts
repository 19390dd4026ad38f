import { QUALITIES, type Quality } from '../../runtime/device/settings.ts';

/** Number of frames whose median is judged, and the greatest median, s: below 24 frames a second motion is not smooth. */
const FRAMES = 20;
const LONGEST_S = 1 / 24;
/** Time from which a pause in drawing does not count as a slow frame, s. */
const PAUSE_S = 1;

/** Watches the frames during playback; returns the quality to change to when they come too slowly, else null. */
export function createQualityJudge(): (stepS: number, quality: Quality) => Quality | null {
  const steps: number[] = [];
  return (stepS, quality) => {
    if (stepS > PAUSE_S) return null;
    steps.push(stepS);
    if (steps.length < FRAMES) return null;
    const median = steps.sort((a, b) => a - b)[FRAMES / 2]!;
    steps.length = 0;
    const lower = QUALITIES[QUALITIES.indexOf(quality) - 1];
    return median > LONGEST_S && lower ? lower : null;
  };
}
