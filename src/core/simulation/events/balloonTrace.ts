import { BALLOON_COURSE, calcSwelling } from '../../treatment/balloon.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { measureFindings } from '../results/findings.ts';
import type { SectionSnapshot, Trace } from '../results/trace.ts';
import { takeSection } from '../results/traceRecorder.ts';
import { FRAME_RATE_HZ } from '../timing.ts';

/** Time in which the treatment is shown, s; a real one takes longer. */
const SHOWN_S = 5;
/** Number of states computed while the body is raised. */
const LOOKS = 24;

/**
 * Quiet standing from before a balloon treatment to after it, slow enough to be at rest throughout: the column goes from one
 * posture to the other as the end plates are raised, and the load over strength changes as the cement goes in.
 *
 * @param calcRaised the spine's state at an inflation of 0 … 1
 * @param after its state with the cement
 * @param i the level treated
 */
export function createBalloonTrace(
  person: Person,
  { from, to }: { readonly from: Trace; readonly to: Trace },
  calcRaised: (swelling: number) => SpineState,
  after: SpineState,
  i: number,
): Trace {
  const frameCount = SHOWN_S * FRAME_RATE_HZ + 1;
  const { in: inAt, swollen, out, filled } = BALLOON_COURSE;
  const mix = (key: FrameKey, calcT: (course: number) => number) =>
    mixFrames(from, to, key, frameCount, calcT);
  const calcFilled = (course: number) => Math.min(1, Math.max(0, (course - out) / (filled - out)));
  const orientations = mix('orientations', calcSwelling);
  for (let at = 0; at < orientations.length; at += 4) normalise(orientations, at);

  const sections: SectionSnapshot[] = from.sections.filter(({ timeS }) => timeS === 0);
  const findings = [{ timeS: 0, findings: from.findings[0]!.findings }];
  const note = (state: SpineState, course: number) => {
    const timeS = course * SHOWN_S;
    sections.push(takeSection(person, state, i, timeS));
    findings.push({ timeS, findings: measureFindings(person, state) });
  };
  for (let look = 1; look <= LOOKS; look++) {
    const course = inAt + ((swollen - inAt) * look) / LOOKS;
    note(calcRaised(calcSwelling(course)), course);
  }
  note(after, out);
  return {
    ...to,
    durationS: SHOWN_S,
    frameCount,
    positionsM: mix('positionsM', calcSwelling),
    orientations,
    landmarksM: mix('landmarksM', calcSwelling),
    compressionN: mix('compressionN', calcSwelling),
    muscleForceN: mix('muscleForceN', calcSwelling),
    discPressureMPa: mix('discPressureMPa', calcSwelling),
    loadOverStrength: mix('loadOverStrength', calcFilled),
    sections,
    findings,
  };
}

type FrameKey =
  | 'positionsM'
  | 'orientations'
  | 'landmarksM'
  | 'compressionN'
  | 'muscleForceN'
  | 'discPressureMPa'
  | 'loadOverStrength';

/** Frames interpolated between the last ones of two traces. */
function mixFrames(
  from: Trace,
  to: Trace,
  key: FrameKey,
  frameCount: number,
  calcT: (course: number) => number,
): Float32Array {
  const size = to[key].length / to.frameCount;
  const a = from[key].subarray(-size);
  const b = to[key].subarray(-size);
  const out = new Float32Array(frameCount * size);
  for (let frame = 0; frame < frameCount; frame++) {
    const t = calcT(frame / (frameCount - 1));
    for (let n = 0; n < size; n++) out[frame * size + n] = a[n]! + (b[n]! - a[n]!) * t;
  }
  return out;
}

/** Normalises an interpolated quaternion: two standing postures are only some degrees apart, so their signs agree. */
function normalise(orientations: Float32Array, at: number): void {
  const [x, y, z, w] = orientations.subarray(at, at + 4) as unknown as readonly [
    number,
    number,
    number,
    number,
  ];
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  for (let n = 0; n < 4; n++) orientations[at + n]! /= length;
}
