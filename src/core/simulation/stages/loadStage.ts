import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { SectionState } from '../../bone/section.ts';
import type { Column } from '../../column/column.ts';
import {
  calcPassiveMoment,
  calcPreloadFactor,
  passive,
  SATURATED_PRELOAD_FACTOR,
} from '../../column/passive.ts';
import { getIntactPlateDeflectionMmPerN, getPlateDeflectionMmPerN, type Person } from '../patient/person.ts';
import type { BodyLoad } from './sectionStage.ts';
import { type BodyShare, calcBodyShare, calcNucleusPressureMPa } from './vertebralLoad.ts';

/** Loads at one time: per vertebra (T1 … L5) and per disc (T1-T2 … L5-S1). */
export interface VertebralLoads {
  /** Compression on each vertebral body, N; shear of the upper body on it, N; moment on its section, Nm. */
  readonly compressionN: Float64Array;
  readonly shearN: Float64Array;
  readonly flexionMomentNm: Float64Array;
  /** Lateral moment, + = loads the right, Nm. */
  readonly lateralMomentNm: Float64Array;
  readonly pressureMPa: Float64Array;
  readonly bodies: readonly BodyLoad[];
}

export const createVertebralLoads = (): VertebralLoads => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  shearN: new Float64Array(LEVEL_COUNT),
  flexionMomentNm: new Float64Array(LEVEL_COUNT),
  lateralMomentNm: new Float64Array(LEVEL_COUNT),
  pressureMPa: new Float64Array(LEVEL_COUNT),
  bodies: Array.from({ length: LEVEL_COUNT }, () => ({
    compressionN: 0,
    flexionMomentNm: 0,
    lateralMomentNm: 0,
    axialStiffnessNPerM: 0,
    bendingStiffnessNmPerRad: 0,
    lateralStiffnessNmPerRad: 0,
  })),
});

const share: BodyShare = { bodyShare: 1, eccentricityM: 0 };

/** Load of each disc: compression and shear, N; moment of its tissues beyond quiet standing, Nm, and their stiffness, Nm/rad. */
export interface DiscLoads {
  readonly compressionN: Float64Array;
  readonly shearN: Float64Array;
  /** Present angle between the two bodies, + = kyphosis, rad. */
  readonly kyphosisRad: Float64Array;
  /** Flexion moment and stiffness of all tissues, ligaments included: Nm, Nm/rad. */
  readonly passiveNm: Float64Array;
  readonly passiveNmPerRad: Float64Array;
  /** Moment of lateral bending to the right, Nm. */
  readonly lateralNm: Float64Array;
}

export const createDiscLoads = (): DiscLoads => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  shearN: new Float64Array(LEVEL_COUNT),
  kyphosisRad: new Float64Array(LEVEL_COUNT),
  passiveNm: new Float64Array(LEVEL_COUNT),
  passiveNmPerRad: new Float64Array(LEVEL_COUNT),
  lateralNm: new Float64Array(LEVEL_COUNT),
});

/** Disc loads of the column's last step. */
export function getDiscLoads(person: Person, column: Column, out: DiscLoads): void {
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = column.discs[i]!;
    out.compressionN[i] = disc.compressionN;
    out.shearN[i] = disc.shearN;
    // between the mid planes: the disc space and half of either body's wedge
    out.kyphosisRad[i] = disc.flexionRad + disc.upperPlate.pitchRad - disc.lowerPlate.pitchRad;
    calcPassiveMoment(person.model.discs[i]!, disc.flexionRad - disc.restFlexionRad);
    out.passiveNm[i] = passive.momentNm;
    out.passiveNmPerRad[i] = passive.stiffnessNmPerRad;
    out.lateralNm[i] = -disc.passiveNm[0]!;
  }
}

const discN = new Float64Array(LEVEL_COUNT);
const discNm = new Float64Array(LEVEL_COUNT);
const axialNPerM = new Float64Array(LEVEL_COUNT);

/**
 * Divides disc loads between bodies and neural arches.
 *
 * @param sections present states: end plates that deflect more than an intact body's relieve the discs beside them
 */
export function calcVertebralLoads(
  person: Person,
  sections: readonly SectionState[],
  discs: DiscLoads,
  out: VertebralLoads,
): void {
  const { model } = person;
  const { annulusShare } = model.parameters;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const compression = discs.compressionN[i]!;
    axialNPerM[i] =
      (model.discs[i]!.axialStiffnessNPerM * calcPreloadFactor(compression)) / SATURATED_PRELOAD_FACTOR;
    calcBodyShare(
      model,
      i,
      discs.kyphosisRad[i]!,
      annulusShare * (1 - model.discs[i]!.iliolumbarShare) * discs.passiveNm[i]!,
      compression,
      share,
    );
    discN[i] = compression * share.bodyShare;
    discNm[i] = discN[i]! * share.eccentricityM;
  }
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const plateDeflectionMm =
      (calcExtraPlateDeflectionMm(person, sections, i, discN[i]!) +
        calcExtraPlateDeflectionMm(person, sections, i + 1, discN[i]!)) /
      2;
    out.pressureMPa[i] = calcNucleusPressureMPa(model, i, discN[i]!, plateDeflectionMm);
  }
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // a vertebra between two discs takes the mean of their loads; T1 has only the one below
    const above = Math.max(0, i - 1);
    out.compressionN[i] = (discN[above]! + discN[i]!) / 2;
    out.shearN[i] = (discs.shearN[above]! + discs.shearN[i]!) / 2;
    out.flexionMomentNm[i] = (discNm[above]! + discNm[i]!) / 2;
    out.lateralMomentNm[i] = (annulusShare * (discs.lateralNm[above]! + discs.lateralNm[i]!)) / 2;
    const body = out.bodies[i]!;
    body.compressionN = out.compressionN[i]!;
    body.flexionMomentNm = out.flexionMomentNm[i]!;
    body.lateralMomentNm = out.lateralMomentNm[i]!;
    body.axialStiffnessNPerM = series(axialNPerM[above]!, axialNPerM[i]!);
    body.bendingStiffnessNmPerRad = series(
      annulusShare * discs.passiveNmPerRad[above]!,
      annulusShare * discs.passiveNmPerRad[i]!,
    );
    body.lateralStiffnessNmPerRad = series(
      model.discs[above]!.lateralStiffnessNmPerRad,
      model.discs[i]!.lateralStiffnessNmPerRad,
    );
  }
}

/** Deflection of a body's end plates under a load beyond that of an intact body, both together, mm. */
function calcExtraPlateDeflectionMm(
  person: Person,
  sections: readonly SectionState[],
  i: number,
  loadN: number,
): number {
  const section = sections[i];
  if (!section) return 0; // the sacrum
  const softer = getPlateDeflectionMmPerN(person, i, section) - getIntactPlateDeflectionMmPerN(person, i);
  return section.plateDeflectionMm + softer * Math.max(0, loadN);
}

const series = (a: number, b: number): number => (a * b) / (a + b);
