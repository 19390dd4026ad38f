import { LEVELS } from '../core/anatomy/levels.ts';
import type { CohortTally, Group } from '../core/simulation/cohort/tally.ts';

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
