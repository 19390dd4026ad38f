import table from '../../../../models/imaging.json' with { type: 'json' };
import type { PatientDescription } from '../../anatomy/spineModel.ts';
import { clamp } from '../../math/scalar.ts';
import { AT, mixture, type Shares } from './basis.ts';

/** Mineral of solid bone tissue, mg hydroxyapatite per cm³. */
export const TISSUE_MG_PER_CM3 = table.boneTissueMgHaPerCm3;

/** Share of the marrow that is fat (source baum-2018), with age and below a T-score of −1. */
export function calcMarrowFat(sex: PatientDescription['sex'], ageYears: number, tScore: number): number {
  const { at25, perYear } = table.marrow[sex];
  const thin = table.marrow.belowTMinus1 * clamp(-1 - tScore, 0, 2);
  return Math.min(table.marrow.most, at25 + perYear * Math.max(0, ageYears - 25) + thin);
}

/** What fills the marrow's room beside marrow, as shares of that room. */
export interface Filling {
  readonly cement: number;
  readonly oedema: number;
}

/** What `writeBone` mixes. */
export const IN_BONE: readonly number[] = [AT.bone, AT.cement, AT.oedema, AT.yellowMarrow, AT.redMarrow];

/** Bone of a mineral density with marrow between, into `out`, whose other shares stay 0: the one mixing law of all images. */
export function writeBone(
  densityMgPerCm3: number,
  fat: number,
  { cement, oedema }: Filling,
  out: Shares,
): void {
  const bone = Math.min(1, Math.max(0, densityMgPerCm3 / TISSUE_MG_PER_CM3));
  const room = 1 - bone;
  const marrow = room * (1 - cement) * (1 - oedema);
  out[AT.bone] = bone;
  out[AT.cement] = room * cement;
  out[AT.oedema] = room * (1 - cement) * oedema;
  out[AT.yellowMarrow] = marrow * fat;
  out[AT.redMarrow] = marrow * (1 - fat);
}

export function boneOf(densityMgPerCm3: number, fat: number): Shares {
  const shares = mixture({});
  writeBone(densityMgPerCm3, fat, { cement: 0, oedema: 0 }, shares);
  return shares;
}
