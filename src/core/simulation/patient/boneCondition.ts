import { calcUsualDiscWear } from '../../anatomy/discWear.ts';
import { LEVELS, levelIndex } from '../../anatomy/levels.ts';
import { calcMusclePressurePa } from '../../anatomy/spineModel.ts';
import { calcShellFactor, calcTrabecularFactor } from '../../bone/ageing.ts';
import { calcArealFactor, calcTScore } from '../../bone/areal.ts';
import { calcAnteriorWeakness, calcLevelBone, type LevelBone } from '../../bone/section.ts';
import type { Course } from '../../treatment/course.ts';
import { calcEffects } from '../../treatment/effects.ts';
import type { PatientModel } from './patientModel.ts';

/** Condition of the patient's bones, discs and muscles, which time and treatments change. Plain data; events replace it. */
export interface BoneCondition {
  /** Since the scenario began. */
  readonly elapsedMonths: number;
  /** What was taken, done, worn or lain through, in the order of its starts. All that follows is a function of it and of the time. */
  readonly courses: readonly Course[];
  readonly ageYears: number;
  /** Disc wear, 0 healthy … 1 worn through. */
  readonly discWear: number;
  /** Specific tension of the muscles, Pa: greatest force of a fascicle over its area. */
  readonly musclePressurePa: number;
  /** T1 … L5. */
  readonly bone: readonly LevelBone[];
  /** Of the lumbar spine, as DXA would see its bone. */
  readonly tScore: number;
  /** Factor on the strength of bone of that density: turnover held down or raised, steroids. */
  readonly qualityFactor: number;
  /** How much straighter the thoracic spine is held than it was, degrees. */
  readonly uprightDeg: number;
  /** Factor on how often she falls. */
  readonly fallFactor: number;
}

/** Whose shell DXA of the loins sees. */
const L3 = levelIndex('L3');

/** As the scenario begins. */
export const createBoneCondition = (patient: PatientModel): BoneCondition => calcConditionAt(patient, 0, []);

/** Months later. */
export const applyAgeing = (
  patient: PatientModel,
  { elapsedMonths, courses }: BoneCondition,
  months: number,
): BoneCondition => calcConditionAt(patient, elapsedMonths + months, courses);

/** With other courses from now on. */
export const applyCourses = (
  patient: PatientModel,
  { elapsedMonths }: BoneCondition,
  courses: readonly Course[],
): BoneCondition => calcConditionAt(patient, elapsedMonths, courses);

/** So many months after the scenario began: a function of that time and the courses alone, however the time was passed. */
function calcConditionAt(
  { model }: PatientModel,
  elapsedMonths: number,
  courses: readonly Course[],
): BoneCondition {
  const { patient, parameters } = model;
  const from = patient.ageYears;
  const ageYears = from + elapsedMonths / 12;
  const discWear = Math.min(1, model.discWear + (calcUsualDiscWear(ageYears) - calcUsualDiscWear(from)));
  const effects = calcEffects(courses, elapsedMonths);
  const trabecular = calcTrabecularFactor(patient, from, ageYears);
  const shell = (i: number) => calcShellFactor(patient, from, ageYears, i);
  const arealFactor =
    effects.measuredArealFactor *
    calcArealFactor(trabecular * effects.lostTrabecularFactor, shell(L3) * effects.lostShellFactor);
  return {
    elapsedMonths,
    courses,
    ageYears,
    discWear,
    musclePressurePa: calcMusclePressurePa(parameters, { sex: patient.sex, ageYears }) * effects.muscleFactor,
    bone: LEVELS.map((_, i) => {
      const grown = calcLevelBone(model, i);
      return {
        ...grown,
        densityMgPerCm3: grown.densityMgPerCm3 * trabecular * effects.trabecularFactor,
        shellMm: grown.shellMm * shell(i) * effects.shellFactor,
        anteriorWeakness: calcAnteriorWeakness(ageYears, discWear, i),
      };
    }),
    tScore: calcTScore(patient.tScore, arealFactor),
    qualityFactor: effects.qualityFactor,
    uprightDeg: effects.uprightDeg,
    fallFactor: effects.fallFactor,
  };
}
