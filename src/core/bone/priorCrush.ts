import { findRoot } from '../math/scalar.ts';
import { createSectionState, type Section, type SectionState } from './section.ts';
import { acceptSection, calcSectionForce, createLoadedSection, UNKNOWNS } from './sectionForce.ts';
import { settleSection } from './sectionSolve.ts';

/** Shape of an old fracture, as fractions of one size: the rim's shortening at front and back, and the deflection between them. */
export interface PressedShape {
  readonly front: number;
  readonly back: number;
  readonly deflection: number;
}

/** Body that is already crushed: its state, and the position of its end plates without load (mm, rad, rad, mm). */
export interface PriorCrush {
  readonly state: SectionState;
  readonly unloaded: Float64Array;
}

/** Number of steps in which the end plates are pressed together. */
const STEPS = 24;

/**
 * Presses a body's end plates together in a given shape and releases them so that the remaining loss is the one wanted: the
 * residual strains of an old fracture are computed, not prescribed.
 *
 * @param calcLoss loss to be matched, from the position of the end plates without load
 * @param wanted that loss, in the same unit
 */
export function findPriorCrush(
  section: Section,
  shape: PressedShape,
  calcLoss: (unloaded: Float64Array) => number,
  wanted: number,
): PriorCrush {
  const press = (sizeMm: number): PriorCrush => {
    const body = createLoadedSection(section, createSectionState(section));
    const q = new Float64Array(UNKNOWNS);
    for (let step = 1; step <= STEPS; step++) {
      const size = (sizeMm * step) / STEPS;
      q[0] = (size * (shape.front + shape.back)) / 2;
      q[1] = (size * (shape.front - shape.back)) / section.depthMm;
      q[3] = size * shape.deflection;
      calcSectionForce(body, q);
      acceptSection(body, q);
    }
    return { unloaded: settleSection(body), state: body.state };
  };
  const calcError = (sizeMm: number): number => calcLoss(press(sizeMm).unloaded) - wanted;
  return press(findRoot(calcError, 0, 0.8 * section.heightMm, 1e-7));
}
