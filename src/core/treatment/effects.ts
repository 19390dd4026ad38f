import table from '../../../models/years.json' with { type: 'json' };
import type { Brace } from '../anatomy/spineModel.ts';
import { exp } from '../math/transcendental.ts';
import { type Course, calcEffect, calcMonthsOn, findCourses } from './course.ts';
import { calcDrugGain, calcSuppression, calcTurnoverFactor } from './drugs.ts';
import type { TRAINING_NAMES } from './names.ts';

/** What treatments, steroids and rest have made of a person by a moment: factors on what she would be without. */
export interface Effects {
  readonly trabecularFactor: number;
  readonly shellFactor: number;
  /** On the density that DXA sees, where a trial measured it; the rest of what it sees follows from the two above. */
  readonly measuredArealFactor: number;
  readonly lostTrabecularFactor: number;
  readonly lostShellFactor: number;
  /** On the strength of bone of equal density: turnover, steroids. */
  readonly qualityFactor: number;
  readonly muscleFactor: number;
  /** On how often she falls. */
  readonly fallFactor: number;
  /** How much straighter the thoracic spine is held, degrees. */
  readonly uprightDeg: number;
}

const { glucocorticoid, rest, nutrition, training } = table;

/** Steroids harm what density does not show within days. */
const AT_ONCE_MONTHS = 0.1;

export function calcEffects(courses: readonly Course[], atMonths: number): Effects {
  const of = (on: readonly Course[], law: { timeMonths: number; returnsMonths: number }) =>
    calcEffect(on, atMonths, law.timeMonths, law.returnsMonths);
  const trained = (...names: readonly TrainingName[]) => findCourses(courses, 'training', ...names);
  const drugs = calcDrugGain(courses, atMonths);
  const fed = (nutrition.plateauPercent / 100) * of(findCourses(courses, 'nutrition'), nutrition);
  const loaded =
    Math.max(
      training.bone.supervisedHeavyPercent * of(trained('supervised-heavy'), training.bone),
      training.bone.homePercent * of(trained('back-extensors-home'), training.bone),
    ) / 100;
  const steroids = findCourses(courses, 'glucocorticoid');
  const first = of(steroids, glucocorticoid);
  const years = calcMonthsOn(steroids, atMonths) / 12;
  const lain = 1 - (rest.mostPercent / 100) * of(findCourses(courses, 'rest'), rest);
  const lose = (firstPercent: number, perYearPercent: number): number =>
    exp(-(firstPercent * first + perYearPercent * years) / 100) * lain;
  const lostTrabecularFactor = lose(
    glucocorticoid.trabecularFirstPercent,
    glucocorticoid.trabecularPerYearPercent,
  );
  const lostShellFactor = lose(glucocorticoid.shellFirstPercent, glucocorticoid.shellPerYearPercent);
  const ill = calcEffect(steroids, atMonths, AT_ONCE_MONTHS, glucocorticoid.qualityReturnsMonths);
  return {
    trabecularFactor:
      (1 + drugs.trabecular) *
      (1 + nutrition.trabecularShare * fed) *
      (1 + training.bone.trabecularShare * loaded) *
      lostTrabecularFactor,
    shellFactor:
      (1 + drugs.shell) *
      (1 + nutrition.shellShare * fed) *
      (1 + training.bone.shellShare * loaded) *
      lostShellFactor,
    measuredArealFactor: (1 + drugs.areal) * (1 + fed) * (1 + loaded),
    lostTrabecularFactor,
    lostShellFactor,
    qualityFactor:
      calcTurnoverFactor(calcSuppression(courses, atMonths)) * (1 - (1 - glucocorticoid.quality) * ill),
    muscleFactor: 1 + calcMuscleGain(courses, atMonths),
    fallFactor: 1 - (1 - training.falls.factor) * of(trained('balance'), training.falls),
    uprightDeg: training.posture.uprightDeg * of(trained('posture'), training.posture),
  };
}

type TrainingName = (typeof TRAINING_NAMES)[number];

/** An activating brace makes the muscles work as exercise at home does, and once with it (source hongo-2007). */
function calcMuscleGain(courses: readonly Course[], atMonths: number): number {
  const { muscle } = training;
  const gain = (percent: number, on: readonly Course[]) =>
    (percent / 100) * calcEffect(on, atMonths, muscle.timeMonths, muscle.returnsMonths);
  return Math.max(
    gain(muscle.supervisedHeavyPercent, findCourses(courses, 'training', 'supervised-heavy')),
    gain(muscle.homePercent, findCourses(courses, 'training', 'back-extensors-home')),
    gain(muscle.homePercent, findCourses(courses, 'brace', 'activating')),
  );
}

/** The brace worn now, where it is one that stiffens the trunk. */
export function findBrace(courses: readonly Course[]): Brace | null {
  const worn = findCourses(courses, 'brace').find(({ toMonths }) => toMonths === null);
  return worn?.name === 'soft' || worn?.name === 'rigid' ? table.brace[worn.name] : null;
}
