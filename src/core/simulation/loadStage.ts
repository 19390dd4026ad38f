import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { Column } from '../column/column.ts';
import {
  calcPassiveMoment,
  calcPreloadFactor,
  passive,
  SATURATED_PRELOAD_FACTOR,
} from '../column/passive.ts';
import type { Person } from './person.ts';
import type { BodyLoad } from './sectionStage.ts';
import { type BodyShare, calcBodyShare, calcNucleusPressureMPa } from './vertebralLoad.ts';

/** Loads of one moment: per vertebra (T1 … L5) and per disc (T1-T2 … L5-S1). */
export interface VertebralLoads {
  /** Compression on each vertebral body, N; shear of the upper body on it, N; moment on its section, Nm. */
  readonly compressionN: Float64Array;
  readonly shearN: Float64Array;
  readonly flexionMomentNm: Float64Array;
  readonly pressureMPa: Float64Array;
  readonly bodies: readonly BodyLoad[];
}

export const createVertebralLoads = (): VertebralLoads => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  shearN: new Float64Array(LEVEL_COUNT),
  flexionMomentNm: new Float64Array(LEVEL_COUNT),
  pressureMPa: new Float64Array(LEVEL_COUNT),
  bodies: Array.from({ length: LEVEL_COUNT }, () => ({
    compressionN: 0,
    flexionMomentNm: 0,
    axialStiffnessNPerM: 0,
    bendingStiffnessNmPerRad: 0,
    lateralStiffnessNmPerRad: 0,
  })),
});

const share: BodyShare = { bodyShare: 1, eccentricityM: 0 };
const discN = new Float64Array(LEVEL_COUNT);
const discNm = new Float64Array(LEVEL_COUNT);
const bendingNmPerRad = new Float64Array(LEVEL_COUNT);
const axialNPerM = new Float64Array(LEVEL_COUNT);

/** The vertebral loads of the last step: disc reactions, shared between bodies and neural arches. */
export function calcVertebralLoads(person: Person, column: Column, out: VertebralLoads): void {
  const { model } = person;
  const { annulusShare } = model.parameters;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = column.discs[i]!;
    const compression = disc.compressionN;
    calcPassiveMoment(model.discs[i]!, disc.flexionRad - disc.restFlexionRad);
    const annulusNm = annulusShare * passive.momentNm;
    bendingNmPerRad[i] = annulusShare * passive.stiffnessNmPerRad;
    axialNPerM[i] =
      (model.discs[i]!.axialStiffnessNPerM * calcPreloadFactor(compression)) / SATURATED_PRELOAD_FACTOR;
    calcBodyShare(model, i, annulusNm, compression, share);
    discN[i] = compression * share.bodyShare;
    discNm[i] = discN[i]! * share.eccentricityM;
    out.pressureMPa[i] = calcNucleusPressureMPa(model, i, discN[i]!);
  }
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // a vertebra stands between two discs and takes the mean of what they hand it; T1 has only the one below
    const above = Math.max(0, i - 1);
    out.compressionN[i] = (discN[above]! + discN[i]!) / 2;
    out.shearN[i] = (column.discs[above]!.shearN + column.discs[i]!.shearN) / 2;
    out.flexionMomentNm[i] = (discNm[above]! + discNm[i]!) / 2;
    const body = out.bodies[i]!;
    body.compressionN = out.compressionN[i]!;
    body.flexionMomentNm = out.flexionMomentNm[i]!;
    body.axialStiffnessNPerM = series(axialNPerM[above]!, axialNPerM[i]!);
    body.bendingStiffnessNmPerRad = series(bendingNmPerRad[above]!, bendingNmPerRad[i]!);
    body.lateralStiffnessNmPerRad = series(
      model.discs[above]!.lateralStiffnessNmPerRad,
      model.discs[i]!.lateralStiffnessNmPerRad,
    );
  }
}

const series = (a: number, b: number): number => (a * b) / (a + b);
