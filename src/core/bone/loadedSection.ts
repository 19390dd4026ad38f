import { solve4 } from '../math/solve4.ts';
import { createSectionLaw, type SectionLaw } from './columnLaw.ts';
import { calcPlateResistance, type PlateResistance } from './endPlate.ts';
import { createSectionState, LAYERS, type Section, type SectionState } from './section.ts';

/** Number of unknowns of a section. */
export const UNKNOWNS = 4;
/** Number of entries of a symmetric matrix over them, row by row: 00, 01, 02, 03, 11, 12, 13, 22, 23, 33. */
export const ENTRIES = 10;

/**
 * One vertebral body under load: section, state, and position of its end plates. `q` is the shortening of the body: mean of its
 * rim (mm), flexion (rad, + = front shorter), to the right (rad, + = right shorter), and the deflection of both end plates
 * together (mm at the centre): a column shortens by q0 + q1 x + q2 z + q3 (1 − r²).
 */
export interface LoadedSection {
  readonly section: Section;
  readonly state: SectionState;
  readonly law: SectionLaw;
  /** Resistance to the end plates' deflection besides the columns. */
  readonly resistance: PlateResistance;
  readonly q: Float64Array;
  /**
   * Response of each column at the last evaluation: elastic, its weakest layer crushed by `givingMm` along one piece of its law,
   * or crushed to `trialCrushMm`. It is written into the state when a step is accepted.
   */
  readonly answer: Uint8Array;
  readonly givingMm: Float64Array;
  readonly trialCrushMm: Float64Array;
  trialPlateSetMm: number;
  /** Forces at the last evaluation: N, N mm (+ = loads the front), N mm (+ = loads the right), and N of ∫ p (1 − r²) dA. */
  readonly force: Float64Array;
  /** Tangent at the last evaluation. */
  readonly tangent: Float64Array;
  /** Whether left and right are mirror images: then half of the columns suffice while q2 is 0. */
  mirrored: boolean;
  /** Whether the last evaluation was of the right half alone. */
  halved: boolean;
  /** Whether only the law of the right half is up to date, as while half of the columns suffice. */
  leftIsStale: boolean;
}

export function createLoadedSection(
  section: Section,
  state: SectionState = createSectionState(section),
): LoadedSection {
  const mirrored = isMirrored(section, state);
  return {
    section,
    state,
    law: createSectionLaw(section, state, mirrored),
    resistance: calcPlateResistance(section),
    q: fitEndPlates(section, state, mirrored),
    answer: new Uint8Array(section.count),
    givingMm: new Float64Array(section.count),
    trialCrushMm: state.crushMm.slice(),
    trialPlateSetMm: state.plateSetMm,
    force: new Float64Array(UNKNOWNS),
    tangent: new Float64Array(ENTRIES),
    mirrored,
    halved: false,
    leftIsStale: mirrored,
  };
}

function isMirrored({ count, rightHalf, mirrorIndex }: Section, state: SectionState): boolean {
  for (let n = 0; n < rightHalf.length; n++)
    for (let k = 0; k < LAYERS; k++) {
      const right = k * count + rightHalf[n]!;
      const left = k * count + mirrorIndex[rightHalf[n]!]!;
      if (
        state.crushMm[right] !== state.crushMm[left] ||
        state.cement[right] !== state.cement[left] ||
        state.restartMm[right] !== state.restartMm[left] ||
        state.raisedMm[right] !== state.raisedMm[left]
      )
        return false;
    }
  return true;
}

/** Fits the end plates to the tops of the crushed columns by least squares: near their position without load, and flat if intact. */
function fitEndPlates(section: Section, state: SectionState, mirrored: boolean): Float64Array {
  const { count, xMm, zMm, areaMm2, deflectionShape } = section;
  const normal = new Float64Array(ENTRIES);
  const right = new Float64Array(UNKNOWNS);
  const shape = [0, 0, 0, 0];
  for (let j = 0; j < count; j++) {
    shape[0] = 1;
    shape[1] = xMm[j]!;
    shape[2] = zMm[j]!;
    shape[3] = deflectionShape[j]!;
    let crushed = 0;
    for (let k = 0; k < LAYERS; k++) crushed += state.crushMm[k * count + j]!;
    for (let a = 0, entry = 0; a < UNKNOWNS; a++) {
      right[a]! += areaMm2[j]! * crushed * shape[a]!;
      for (let b = a; b < UNKNOWNS; b++, entry++) normal[entry]! += areaMm2[j]! * shape[a]! * shape[b]!;
    }
  }
  solve4(normal, right, right);
  if (mirrored) right[2] = 0;
  return right;
}
