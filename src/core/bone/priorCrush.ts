import { findRoot } from '../math/scalar.ts';
import { createSectionState, type Section, type SectionState } from './section.ts';
import { acceptSection, calcSectionForce, createLoadedSection, UNKNOWNS } from './sectionForce.ts';
import { settleSection } from './sectionSolve.ts';

/** How an old fracture pressed a body: fractions of the size: the rim's shortening at front and back, and the deflection between. */
export interface PressedShape {
  readonly front: number;
  readonly back: number;
  readonly deflection: number;
}

/** A body found already crushed: its state, and where its end plates stand unloaded (mm, rad, rad, mm). */
export interface PriorCrush {
  readonly state: SectionState;
  readonly unloaded: Float64Array;
}

/** Steps in which the end plates are pressed together. */
const STEPS = 24;

/**
 * Presses a body's end plates together in a given shape and lets go, so that the loss that remains is the one wanted: an old
 * fracture's residual strains, solved and not painted on.
 *
 * @param calcLoss the loss to be matched, from the unloaded end plates
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
