import { QUALITIES, type Quality } from '../../runtime/device/settings.ts';

/** Frames whose median is judged, and the longest that it may be, s: below 24 a second motion falls apart. */
const FRAMES = 20;
const LONGEST_S = 1 / 24;
/** A pause in drawing is no slow frame, s. */
const PAUSE_S = 1;

/** Watches the frames of a playing picture; says the quality to go down to when they come too slowly, else null. */
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
