import { LEVELS } from '../core/anatomy/levels.ts';
import type { CohortTally, Group } from '../core/simulation/cohort/tally.ts';
import type { Interval, TrialTally } from '../core/simulation/cohort/trial.ts';

const row = (...cells: readonly (string | number)[]): string =>
  cells.map((cell, n) => (n === 0 ? String(cell).padEnd(18) : String(cell).padStart(14))).join('');

const groups = (title: string, list: readonly Group[]): string[] => [
  row(title, 'people', 'person-years', 'fractures', 'per 1000 p-y'),
  ...list.map((group) =>
    row(
      group.name,
      group.people,
      group.years.toFixed(1),
      group.fractures,
      group.per1000PersonYears.toFixed(1),
    ),
  ),
  '',
];

/** Counts of a cohort as tables for a terminal. */
export function printTally(tally: CohortTally): string {
  const expected = LEVELS.reduce((sum, level) => sum + tally.expectedFirstByLevel[level], 0);
  return `${[
    `${tally.people} people, ${tally.personYears.toFixed(1)} person-years, ${tally.fractures} fractures: ${tally.per1000PersonYears.toFixed(1)} per 1000 person-years.`,
    `${tally.events} acts broke one level or more: ${tally.eventsPer1000PersonYears.toFixed(1)} per 1000 person-years.`,
    `First fractures to be expected in the first year: ${expected.toFixed(2)}.`,
    '',
    row('level', 'fractures', 'expected first'),
    ...LEVELS.map((level) => row(level, tally.byLevel[level], tally.expectedFirstByLevel[level].toFixed(3))),
    '',
    row('shape', 'fractures', 'kyphosis, °', 'stature, mm'),
    ...(['wedge', 'biconcave', 'crush', 'all'] as const).map((shape) => {
      const { fractures, kyphosisDeg, statureLossMm } = tally.perFracture[shape];
      return row(shape, fractures, kyphosisDeg.toFixed(1), (-statureLossMm).toFixed(1));
    }),
    '',
    ...groups('prior fractures', tally.byPriorFractures),
    ...groups('T-score', tally.byTScore),
    row('act', 'fractures'),
    ...Object.entries(tally.byAct)
      .filter(([, fractures]) => fractures > 0)
      .map(([act, fractures]) => row(act, fractures)),
  ].join('\n')}\n`;
}

const interval = ({ value, low, high }: Interval, digits: number): string =>
  `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;

/** A cohort with and without a treatment as tables for a terminal. */
export function printTrial(name: string, trial: TrialTally): string {
  const { newFractures, peopleWithNew, expectedFractures } = trial;
  return `${[
    `${trial.people} people, ${trial.personYears.toFixed(1)} person-years each way, in this model.`,
    '',
    row('', 'without', name),
    row('new fractures', newFractures.without, newFractures.with),
    row('people with one', peopleWithNew.without, peopleWithNew.with),
    row('expected', expectedFractures.without.toFixed(2), expectedFractures.with.toFixed(2)),
    '',
    `Relative risk of people with a new fracture: ${interval(trial.relativeRisk, 2)}.`,
    `Fewer such people of 1000: ${interval(trial.fewerPer1000, 1)}.`,
    `Ratio of the fractures to be expected, with less chance: ${interval(trial.expectedRatio, 2)}.`,
    'In brackets the middle 95 % of cohorts drawn from these people anew.',
    `The risk of a fracture falls with the power ${trial.strengthExponent.toFixed(1)} of strength.`,
    '',
    row('end of year', 'T-score', `T ${name}`, 'L3, mg/cm³', 'with', 'L3, N', 'with'),
    ...trial.byYear.map(({ year, without, with: taken }) =>
      row(
        year,
        without.tScore.toFixed(2),
        taken.tScore.toFixed(2),
        without.trabecularDensityMgPerCm3.toFixed(1),
        taken.trabecularDensityMgPerCm3.toFixed(1),
        without.centralStrengthN.toFixed(0),
        taken.centralStrengthN.toFixed(0),
      ),
    ),
  ].join('\n')}\n`;
}
