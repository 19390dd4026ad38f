import { calcUsualDiscWear } from '../../anatomy/discWear.ts';
import type { PatientDescription } from '../../anatomy/spineModel.ts';
import type { Random } from '../../math/random.ts';
import { clamp, mix } from '../../math/scalar.ts';
import { exp } from '../../math/transcendental.ts';
import { drawStrengthScatter, STRENGTH_CV } from '../patient/strengthScatter.ts';

/** Population from which a cohort is drawn. */
export interface Population {
  readonly sex: 'female' | 'male';
  readonly fromAgeYears: number;
  readonly toAgeYears: number;
  /** Coefficient of variation of section strength at given density and size. */
  readonly strengthCv: number;
}

/** Women over 60. */
export const WOMEN_OVER_60: Population = {
  sex: 'female',
  fromAgeYears: 60,
  toAgeYears: 95,
  strengthCv: STRENGTH_CV,
};

/** Person drawn from a population: description, and the scatter of her bodies' strength. */
export interface Individual {
  readonly patient: PatientDescription;
  /** Factor on the strength of T1 … L5. */
  readonly strengthFactor: Float64Array;
}

/**
 * Mean T-score at 55, 65 and 75 years, extrapolated at the same pace: women's of the lumbar spine, men's of the hip, because
 * degenerate bone hides the loss in men's spines (source nhanes-dxa). Their standard deviation lies between that of DXA, 1.3,
 * which degenerate bone widens, and that of trabecular bone, 27 mg/cm³ or 1.0 (source qct-by-decade).
 */
const T_SCORE = {
  female: { byDecade: [-0.5, -0.9, -1.3], sd: 1.1 },
  male: { byDecade: [-0.2, -0.3, -0.6], sd: 1 },
} as const;

/** Standing height, cm, and body mass index, kg/m²: mean and standard deviation over 60 (source nhanes-body-size). */
const BODY_SIZE = {
  female: { heightCm: 160, heightSdCm: 6.5, bmi: 27.5, bmiSd: 5 },
  male: { heightCm: 174, heightSdCm: 7, bmi: 28, bmiSd: 4.5 },
} as const;

/** Standard deviation of disc wear between people of one age (our assumption). */
const WEAR_SD = 0.15;

/** Mean T-score at an age, as DXA measures it. */
export function calcMeanTScore(sex: Population['sex'], ageYears: number): number {
  const table = T_SCORE[sex].byDecade;
  const at = Math.max(0, (ageYears - 55) / 10);
  const row = Math.min(table.length - 2, Math.floor(at));
  return mix(table[row]!, table[row + 1]!, at - row);
}

/** Share of people alive at 60 who live to an age: the yearly death rate doubles every 7.5 years (Gompertz; our assumption). */
function calcSurvival(ageYears: number): number {
  const RATE_AT_60 = 0.006;
  const GROWTH = 0.0924; // ln 2 / 7.5
  return exp((RATE_AT_60 / GROWTH) * (1 - exp(GROWTH * (ageYears - 60))));
}

export function drawIndividual(random: Random, population: Population): Individual {
  const { sex, fromAgeYears, toAgeYears } = population;
  const ageYears = drawAge(random, fromAgeYears, toAgeYears);
  const size = BODY_SIZE[sex];
  const heightCm = clamp(size.heightCm + size.heightSdCm * random.normal(), 135, 205);
  // lognormal: the heavy are further from the mean than the light
  const bmi = size.bmi * exp((size.bmiSd / size.bmi) * random.normal());
  const massKg = clamp((bmi * heightCm * heightCm) / 10000, 40, 150);
  const tScore = clamp(calcMeanTScore(sex, ageYears) + T_SCORE[sex].sd * random.normal(), -6, 4);
  const discWear = clamp(calcUsualDiscWear(ageYears) + WEAR_SD * random.normal(), 0, 1);
  return {
    patient: { ageYears, sex, heightCm, massKg, tScore, discWear },
    strengthFactor: drawStrengthScatter(random, population.strengthCv),
  };
}

/** Draws an age by rejection from the survival curve. */
function drawAge(random: Random, from: number, to: number): number {
  for (;;) {
    const ageYears = from + (to - from) * random.uniform();
    if (random.uniform() * calcSurvival(from) < calcSurvival(ageYears)) return ageYears;
  }
}

/** The same person some years later: older, with a density that has fallen as the mean falls. */
export function ageBy(patient: PatientDescription, years: number): PatientDescription {
  const ageYears = Math.min(100, patient.ageYears + years);
  const fall = calcMeanTScore(patient.sex, ageYears) - calcMeanTScore(patient.sex, patient.ageYears);
  return { ...patient, ageYears, tScore: clamp(patient.tScore + fall, -6, 4) };
}
