import type { Patient } from '../../core/simulation/scenario.ts';

/** Build of a woman's and a man's figure, relative to the tabled one between them (our assumption). */
export interface Build {
  /** Ascending positions on the line of bones (see `TRUNK`); forward offset there, m; depth and width over the tabled ones. */
  readonly trunk: readonly (readonly [number, number, number, number])[];
  readonly neck: number;
  readonly arm: number;
  readonly leg: number;
}

export const BUILDS: Readonly<Record<Patient['sex'], Build>> = {
  female: {
    trunk: [
      [0, 0, 0.94, 0.94],
      [1, 0, 0.95, 0.92],
      [5, 0.006, 1, 0.93],
      [8, 0.01, 1.07, 0.95],
      [11, 0.002, 0.97, 0.93],
      [14, 0, 0.95, 0.93],
      [17, 0, 1, 1.02],
      [21, 0, 1.03, 1.05],
    ],
    neck: 0.92,
    arm: 0.94,
    leg: 1.02,
  },
  male: {
    trunk: [
      [0, 0, 1.08, 1.1],
      [2, 0, 1.06, 1.07],
      [6, 0.004, 1.03, 1.06],
      [10, 0, 1.03, 1.05],
      [14, 0.004, 1.04, 1.05],
      [17, 0, 1, 0.99],
      [21, 0, 0.97, 0.96],
    ],
    neck: 1.09,
    arm: 1.08,
    leg: 1,
  },
};

/** Body mass index of the tabled figure, kg/m², and the thinnest and thickest girth drawn: the ribs stay inside. */
const TABLED_BMI = 24;
const THINNEST = 0.93;
const THICKEST = 1.4;
/** Share of a girth that arms and legs have, and of an arm's that is lost from 40 to 90 years with its muscle (our assumption). */
const LIMB_SHARE = 0.7;
const ARM_LOST = 0.12;

/** Girth of the trunk over the tabled one: at one height a body's section grows with its mass. */
export const calcGirth = ({ massKg, heightCm }: Patient): number =>
  Math.min(THICKEST, Math.max(THINNEST, Math.sqrt(massKg / (heightCm / 100) ** 2 / TABLED_BMI)));

/** The same of legs, and of arms, which grow thin with age. */
export const calcLegGirth = (girth: number): number => 1 + (girth - 1) * LIMB_SHARE;
export const calcArmGirth = (girth: number, ageYears: number): number =>
  calcLegGirth(girth) * (1 - ARM_LOST * Math.min(1, Math.max(0, (ageYears - 40) / 50)));

/** Value of a build's column at a position. */
export function calcBuild({ trunk }: Build, place: number, column: 1 | 2 | 3): number {
  let row = 0;
  while (row < trunk.length - 2 && trunk[row + 1]![0] < place) row++;
  const [below, above] = [trunk[row]!, trunk[row + 1]!];
  const t = Math.min(1, Math.max(0, (place - below[0]) / (above[0] - below[0])));
  return below[column] + (above[column] - below[column]) * t;
}
