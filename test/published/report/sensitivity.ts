import { PARAMETERS } from '../../../src/core/anatomy/parameters.ts';
import type { Life } from '../../../src/core/simulation/cohort/life.ts';
import { STRENGTH_CV } from '../../../src/core/simulation/patient/strengthScatter.ts';
import type { PublishedRow, Setting } from './row.ts';
import { AS_IT_IS } from './setting.ts';

/** One thing changed. */
export interface Variation {
  readonly name: string;
  readonly setting: Setting;
  /** Whether it can matter to rows without a cohort. */
  readonly cohortOnly: boolean;
}

const plateau = PARAMETERS.plateauOverYield;
const stiffness = PARAMETERS.muscleStiffnessNPerMm;

const override = (name: string, key: string, value: number): Variation => ({
  name,
  setting: { ...AS_IT_IS, overrides: { [key]: value } },
  cohortOnly: false,
});

/** Plateau stress and muscle stiffness by 30 % (the plateau upwards to the end of its range), scatter by 25 %. */
export const VARIATIONS: readonly Variation[] = [
  override('plateau −30 %', 'plateauOverYield', 0.7 * plateau.default),
  override(`plateau to ${plateau.max}`, 'plateauOverYield', plateau.max),
  override('muscle stiffness −30 %', 'muscleStiffnessNPerMm', 0.7 * stiffness.default),
  override('muscle stiffness +30 %', 'muscleStiffnessNPerMm', 1.3 * stiffness.default),
  { name: 'scatter −25 %', setting: { ...AS_IT_IS, strengthCv: 0.75 * STRENGTH_CV }, cohortOnly: true },
  { name: 'scatter +25 %', setting: { ...AS_IT_IS, strengthCv: 1.25 * STRENGTH_CV }, cohortOnly: true },
];

/** The model's figures of a row under every variation, by quantity; null where it has none. */
export function calcSensitivity(
  row: PublishedRow,
  livesBySetting: ReadonlyMap<Setting, readonly Life[]>,
): Map<string, (number | null)[]> {
  const out = new Map<string, (number | null)[]>();
  VARIATIONS.forEach(({ setting, cohortOnly }, n) => {
    if (cohortOnly && !row.needsCohort) return;
    for (const { quantity, model } of row.compute(setting, livesBySetting.get(setting) ?? []).comparisons) {
      if (!out.has(quantity))
        out.set(
          quantity,
          VARIATIONS.map(() => null),
        );
      out.get(quantity)![n] = model;
    }
  });
  return out;
}
