import { millimetres } from '../../quantity/units.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import type { FractureShape } from './records.ts';

/** Heights of a body in its mid-sagittal plane, measured between its deformed end plates, and their losses. */
export interface BodyHeights {
  readonly anteriorMm: number;
  readonly middleMm: number;
  readonly posteriorMm: number;
  readonly anteriorLossMm: number;
  readonly middleLossMm: number;
  readonly posteriorLossMm: number;
  readonly anteriorLossPercent: number;
  readonly middleLossPercent: number;
  readonly posteriorLossPercent: number;
}

export function calcBodyHeights(person: Person, state: SpineState, i: number): BodyHeights {
  const vertebra = person.model.vertebrae[i]!;
  const anteriorMm = millimetres(vertebra.anteriorHeightM);
  const posteriorMm = millimetres(vertebra.posteriorHeightM);
  const middleMm = (anteriorMm + posteriorMm) / 2;
  const mean = millimetres(state.shorteningM[i]!);
  const tilt = (millimetres(vertebra.depthM) / 2) * state.wedgeRad[i]!;
  const anteriorLossMm = mean + tilt;
  const posteriorLossMm = mean - tilt;
  const middleLossMm = mean + state.sections[i]!.plateDeflectionMm;
  return {
    anteriorMm: anteriorMm - anteriorLossMm,
    middleMm: middleMm - middleLossMm,
    posteriorMm: posteriorMm - posteriorLossMm,
    anteriorLossMm,
    middleLossMm,
    posteriorLossMm,
    anteriorLossPercent: (100 * anteriorLossMm) / anteriorMm,
    middleLossPercent: (100 * middleLossMm) / middleMm,
    posteriorLossPercent: (100 * posteriorLossMm) / posteriorMm,
  };
}

/**
 * Height on a radiograph over that of the bone: mean of 1.027–1.087 in cadaver columns (source edmondston-1999). A living trunk is
 * further from the detector, which magnifies more; readers correct for that.
 */
export const RADIOGRAPH_OVER_BONE = 1.057;

/** Least loss that counts as a fracture, % and mm on a radiograph (source incident-definition). */
const LEAST_PERCENT = 20;
const LEAST_RADIOGRAPH_MM = 4;

const counts = (percent: number, mm: number): boolean =>
  percent >= LEAST_PERCENT && mm * RADIOGRAPH_OVER_BONE >= LEAST_RADIOGRAPH_MM;

/** Greatest of the three losses, %. */
export const calcGreatestLossPercent = (heights: HeightLosses): number =>
  Math.max(heights.anteriorLossPercent, heights.middleLossPercent, heights.posteriorLossPercent);

/**
 * Whether a level counts as fractured: by the trials' definition some height has lost 20 % and, on a radiograph, 4 mm, or it was a known
 * fracture before the scenario began.
 */
export const isFractured = (state: SpineState, i: number, heights: BodyHeights): boolean =>
  state.known[i] === 1 ||
  counts(heights.anteriorLossPercent, heights.anteriorLossMm) ||
  counts(heights.middleLossPercent, heights.middleLossMm) ||
  counts(heights.posteriorLossPercent, heights.posteriorLossMm);

/** Greatest of the three losses, mm. */
export const calcGreatestLossMm = (heights: BodyHeights): number =>
  Math.max(heights.anteriorLossMm, heights.middleLossMm, heights.posteriorLossMm);

/** Loss of a height that a radiograph can distinguish from its own error, % (our assumption). */
export const VISIBLE_PERCENT = 3;

/** Whether a body has collapsed at all, even by less than a fracture. */
export const isDamaged = (heights: BodyHeights): boolean =>
  calcGreatestLossPercent(heights) >= VISIBLE_PERCENT;

/** Genant's grade (source genant-1993): 20–25 % mild, 25–40 % moderate, above that severe. */
export function calcGenantGrade(heights: HeightLosses): 0 | 1 | 2 | 3 {
  const loss = calcGreatestLossPercent(heights);
  return loss > 40 ? 3 : loss > 25 ? 2 : loss >= 20 ? 1 : 0;
}

export type HeightLosses = Pick<
  BodyHeights,
  'anteriorLossPercent' | 'middleLossPercent' | 'posteriorLossPercent'
>;

/** Fraction of the greatest loss from which another one counts as equal to it (our assumption). */
const ALIKE = 0.75;

/**
 * Genant's shape: biconcave where the middle has lost clearly most, crush where the back has lost nearly as much as the front,
 * otherwise biconcave or wedge, whichever of middle and front has lost more.
 */
export function calcFractureShape(heights: HeightLosses): FractureShape {
  const { anteriorLossPercent, middleLossPercent, posteriorLossPercent } = heights;
  if (ALIKE * middleLossPercent > Math.max(anteriorLossPercent, posteriorLossPercent)) return 'biconcave';
  if (posteriorLossPercent >= 15 && posteriorLossPercent >= ALIKE * anteriorLossPercent) return 'crush';
  return middleLossPercent > anteriorLossPercent ? 'biconcave' : 'wedge';
}
