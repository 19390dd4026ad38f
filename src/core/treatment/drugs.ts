import table from '../../../models/drugs.json' with { type: 'json' };
import { exp, pow } from '../math/transcendental.ts';
import { type Course, calcTaken, findCourses } from './course.ts';
import type { DrugName } from './names.ts';

// Medicines for bone, one at a time, in sequence. What each has given, and keeps or loses once it is stopped, is a function of when it was
// started and stopped and of what followed.

type DrugClass = 'bisphosphonate' | 'denosumab' | 'hormone' | 'raloxifene' | 'anabolic';
type Drug = Omit<(typeof table.drugs)[DrugName], 'class'> & { readonly class: DrugClass };

const getDrug = (name: string): Drug => table.drugs[name as DrugName] as Drug;

/** What was gained, as shares of what there was: areal density, trabecular density, shell. */
export interface BoneGain {
  readonly areal: number;
  readonly trabecular: number;
  readonly shell: number;
}

const { sequence, stopping } = table;

/** Areal gain of a drug after so many months in someone who had none before, as a share. */
const calcFirstGain = ({ plateauPercent, timeMonths, perYearPercent }: Drug, months: number): number =>
  (plateauPercent * (1 - exp(-months / timeMonths)) + (perYearPercent * months) / 12) / 100;

/** Share of its gain that a drug has where another came before it. */
function calcSequenceFactor(course: Course, earlier: Course | undefined): number {
  if (!earlier) return 1;
  const { onMonths, offMonths } = calcTaken(earlier, course.fromMonths);
  if (offMonths > sequence.forgottenAfterMonths) return 1;
  const before = getDrug(earlier.name).class;
  const whole =
    getDrug(course.name).class !== 'anabolic'
      ? sequence.followOn
      : before === 'bisphosphonate'
        ? sequence.anabolicAfterBisphosphonate
        : before === 'denosumab'
          ? sequence.anabolicAfterDenosumab
          : 1;
  return 1 - (1 - whole) * Math.min(1, onMonths / sequence.wholeAfterMonths);
}

/** Whether a drug of the one class keeps what one of the other has given. */
const keeps = (taken: DrugClass, given: DrugClass): boolean =>
  given === 'denosumab' ? taken === 'denosumab' : taken !== 'anabolic' || given === 'anabolic';

/** Share of its gain that is left so many unprotected months after the last dose. */
function calcLeft(drug: Drug, gain: number, months: number): number {
  switch (drug.class) {
    case 'bisphosphonate':
      return 1;
    case 'anabolic':
      return pow(0.5, months / stopping.anabolicHalfLifeMonths);
    case 'raloxifene':
      return exp(-months / stopping.raloxifeneMonths);
    case 'hormone':
      return Math.max(0, 1 - (stopping.hormonePercentPerYear * months) / 1200 / gain);
    case 'denosumab': {
      const { denosumabLosesFirst: first, denosumabFirstMonths: turn, denosumabGoneMonths: gone } = stopping;
      if (months < turn) return 1 - (first * months) / turn;
      return Math.max(0, ((1 - first) * (gone - months)) / (gone - turn));
    }
  }
}

/** Share of a course's gain that is left, given what was taken after it: a bisphosphonate holds for good what it finds. */
function calcKept(course: Course, gain: number, later: readonly Course[], atMonths: number): number {
  const drug = getDrug(course.name);
  const { onMonths } = calcTaken(course, atMonths);
  let unprotected = 0;
  let sinceMonths = course.fromMonths + onMonths;
  for (const next of later) {
    if (next.fromMonths >= atMonths) break;
    const taken = getDrug(next.name).class;
    unprotected += next.fromMonths - sinceMonths;
    const { onMonths: lasted } = calcTaken(next, atMonths);
    if (taken === 'bisphosphonate' && lasted > 0) {
      const long = drug.class === 'denosumab' && onMonths > stopping.denosumabLongMonths;
      const slips = Math.min(1, (atMonths - next.fromMonths) / stopping.denosumabFirstMonths);
      return calcLeft(drug, gain, unprotected) * (long ? 1 - stopping.denosumabLongLoses * slips : 1);
    }
    if (!keeps(taken, drug.class)) unprotected += lasted;
    sinceMonths = next.fromMonths + lasted;
  }
  return calcLeft(drug, gain, unprotected + atMonths - sinceMonths);
}

/** What all drugs together have given by a moment. */
export function calcDrugGain(courses: readonly Course[], atMonths: number): BoneGain {
  const taken = findCourses(courses, 'drug').filter(({ fromMonths }) => fromMonths < atMonths);
  const total = { areal: 0, trabecular: 0, shell: 0 };
  taken.forEach((course, n) => {
    const drug = getDrug(course.name);
    const { onMonths } = calcTaken(course, atMonths);
    const gained = calcSequenceFactor(course, taken[n - 1]) * calcFirstGain(drug, onMonths);
    if (gained === 0) return;
    const areal = gained * calcKept(course, gained, taken.slice(n + 1), atMonths);
    total.areal += areal;
    total.trabecular += drug.trabecularShare * areal;
    total.shell += drug.shellShare * areal;
  });
  return total;
}

/** Months after the last dose's due date between which resorption rises above what it was, stays there, and calms down. */
const REBOUND = { from: 1, risen: 4, falls: 12, over: 24 } as const;

/** Resorption held down after denosumab: within months it is above what it was before (source denosumab-stopped; the course is ours). */
function calcRebound(suppressed: number, onMonths: number, months: number): number {
  const most = -Math.min(1, onMonths / sequence.wholeAfterMonths);
  const { from, risen, falls, over } = REBOUND;
  if (months <= from) return suppressed;
  if (months < risen) return suppressed + ((most - suppressed) * (months - from)) / (risen - from);
  if (months < falls) return most;
  return Math.min(0, (most * (over - months)) / (over - falls));
}

/** Share of bone resorption that is held down at a moment, −1 … 1: below 0 it is above the usual. */
export function calcSuppression(courses: readonly Course[], atMonths: number): number {
  let suppressed = 0;
  let before: Course | null = null;
  for (const course of findCourses(courses, 'drug')) {
    if (course.fromMonths >= atMonths) break;
    const start = fade(suppressed, before, course.fromMonths);
    const { onMonths } = calcTaken(course, atMonths);
    const whole = getDrug(course.name).suppressed;
    suppressed = whole + (start - whole) * exp(-onMonths / table.timeToSuppressMonths);
    before = course;
  }
  return fade(suppressed, before, atMonths);
}

function fade(suppressed: number, course: Course | null, atMonths: number): number {
  if (!course) return 0;
  const { onMonths, offMonths } = calcTaken(course, atMonths);
  const drug = getDrug(course.name);
  return drug.class === 'denosumab'
    ? calcRebound(suppressed, onMonths, offMonths)
    : suppressed * exp(-offMonths / drug.lingersMonths);
}

/** What suppression does to strength beyond density: fewer places where bone is being cut (fitted to five trials, our assumption). */
export const calcTurnoverFactor = (suppressed: number): number =>
  1 + table.turnoverStrength.value * suppressed;
