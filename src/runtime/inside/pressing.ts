import type {
  PressedBody,
  PressedEnd,
  PressedFrame,
  PressRequest,
} from '../../core/simulation/inside/pressing.ts';
import type { Presser } from '../worker/presser.ts';

/** What is known so far of a body in the press. */
export interface Pressing {
  readonly body: PressedBody;
  /** Its points so far, the first without load. */
  readonly frames: readonly PressedFrame[];
  /** Once it is pressed. */
  readonly end: PressedEnd | null;
  /** Fraction of the way that is done. */
  readonly progress: number;
}

/** A body without load. */
function createUnloaded({ counts: [nx, ny, nz], places }: PressedBody): PressedFrame {
  const count = places.length / 3;
  return {
    point: { forceN: 0, meanMm: 0, frontMm: 0, middleMm: 0, backMm: 0, left: 0 },
    movedMm: new Float32Array(3 * (nx + 1) * (ny + 1) * (nz + 1)),
    leastStressMPa: new Float32Array(count),
    leastStrain: new Float32Array(count),
    left: new Float32Array(count).fill(1),
    yielded: { front: 0, middle: 0, back: 0, shell: 0, lowerEndPlate: 0, upperEndPlate: 0 },
  };
}

/** Presses a body and tells after every step what is known. */
export function followPressing(
  presser: Presser,
  request: PressRequest,
  onChange: (pressing: Pressing) => void,
): Promise<void> {
  let known: Pressing | null = null;
  return presser.press(request, (report) => {
    if (report.kind === 'body')
      known = { body: report.body, frames: [createUnloaded(report.body)], end: null, progress: 0 };
    else if (known && report.kind === 'frame')
      known = { ...known, frames: [...known.frames, report.frame], progress: report.progress };
    else if (known && report.kind === 'end') known = { ...known, end: report.end, progress: 1 };
    if (known) onChange(known);
  });
}
