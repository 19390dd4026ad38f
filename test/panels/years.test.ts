import { describe, expect, it } from 'vitest';
import { LEVEL_COUNT, LEVELS } from '../../src/core/anatomy/levels.ts';
import { createRunCache } from '../../src/core/simulation/run.ts';
import type { Scenario, ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { PLAIN_ENGLISH as language } from '../../src/i18n/texts.ts';
import { listLines } from '../../src/panels/acts/History.tsx';
import { loadTranslate } from '../../src/panels/sheets/texts.ts';
import { describeMoment } from '../../src/panels/words.ts';
import { createRows, findAxis } from '../../src/panels/years/rows.ts';
import { sayWhen } from '../../src/panels/years/when.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { listMoments } from '../../src/runtime/session/years.ts';
import { run as runAnew } from '../core/support.ts';

// what two tests need is computed once
const cache = createRunCache();
const run = (of: Scenario) => runAnew(of, cache);
const YEAR = { type: 'time', months: 12 } as const;
const ALENDRONATE = { type: 'drug', name: 'alendronate', action: 'start' } as const;
const patient = { ...DEFAULT_SCENARIO.patient, ageYears: 66, tScore: -2.5 };
const of = (...events: ScenarioEvent[]): Scenario => ({ ...DEFAULT_SCENARIO, patient, events });

const show = (scenario: Scenario) => {
  const computed = run(scenario);
  return { scenario, run: computed, peaks: calcPeaks(computed) };
};
const say = (...events: ScenarioEvent[]) => describeMoment(show(of(...events)), 0, true, language);
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

describe('what is said of time', () => {
  const figures = (scenario: Scenario) => {
    const { start, events } = run(scenario).results;
    const after = events.at(-1)!;
    const { peaks } = show(scenario);
    const standingN = peaks.compressionN.subarray(-LEVEL_COUNT);
    const reserves = after.bone.map(({ centralStrengthN }, n) => centralStrengthN / standingN[n]!);
    const least = reserves.indexOf(Math.min(...reserves));
    // not simply the uppermost, which is small and bears little
    expect(least).toBeGreaterThan(4);
    const change = 100 * (after.bone[least]!.centralStrengthN / start!.bone[least]!.centralStrengthN - 1);
    return {
      from: language.number(start!.tScore, 1),
      to: language.number(after.tScore, 1),
      change,
      level: after.bone[least]!.level,
    };
  };

  it('is what the years since the last other event have done to the bone', () => {
    const { from, to, change, level } = figures(of(YEAR, YEAR, YEAR));
    expect(change).toBeLessThan(-1);
    expect(plain(say(YEAR, YEAR, YEAR))).toMatch(/^After 3 years of everyday bending, /);
    expect(plain(say(YEAR, YEAR, YEAR))).toContain(
      `The T-score went from ${from} to ${to}. The weakest bone, ${level}, can bear ${language.number(-change)} % less.`,
    );
  });

  it('is more, where a medicine gives more than the years take', () => {
    const { from, to, change, level } = figures(of(ALENDRONATE, YEAR, YEAR));
    expect(change).toBeGreaterThan(1);
    expect(plain(say(ALENDRONATE, YEAR, YEAR))).toContain(
      `The T-score went from ${from} to ${to}. The weakest bone, ${level}, can bear ${language.number(change)} % more.`,
    );
    // begun, and nothing has changed yet
    expect(say(ALENDRONATE)).toBe(language.t('said.started'));
  });
});

describe('the list of what was done', () => {
  it('has one line for years that passed without a break', () => {
    const broken = { fractures: [{}] } as never;
    const quiet = { fractures: [] };
    const events = [YEAR, YEAR, ALENDRONATE, YEAR, YEAR, YEAR];
    const spans = (results: Parameters<typeof listLines>[1]) =>
      listLines(events, results).map(({ first, last, event }) => [
        first,
        last,
        event.type === 'time' ? event.months : event.type,
      ]);
    expect(spans(Array(6).fill(quiet))).toEqual([
      [0, 1, 24],
      [2, 2, 'drug'],
      [3, 5, 36],
    ]);
    expect(spans([quiet, quiet, quiet, quiet, broken, quiet])).toEqual([
      [0, 1, 24],
      [2, 2, 'drug'],
      [3, 3, 12],
      [4, 4, 12],
      [5, 5, 12],
    ]);
  });
});

describe('the clock of years', async () => {
  const t = await loadTranslate(language);
  const wording = { t, language, imperial: false };

  it('says when, at what age, and what was done then', () => {
    const scenario = of(YEAR, ALENDRONATE, { type: 'time', months: 6 });
    const said = listMoments(scenario, run(scenario).results).map((moment) =>
      plain(sayWhen(moment, scenario, wording)),
    );
    expect(said).toEqual([
      'At the start, at age 66',
      '1 year later, at age 67',
      '1 year later, at age 67: started: alendronate',
      '18 months later, at age 67',
    ]);
  });

  it('has axes that hold every value, whichever way they grow', () => {
    for (const row of createRows(LEVELS.map(() => 1))) {
      for (const values of [[0], [3, 3], [0.2, 90, 40]]) {
        const { bottom, top } = findAxis(row, values);
        expect(bottom > top, row.reading).toBe(row.isLoss ?? false);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(Math.min(bottom, top));
          expect(value).toBeLessThanOrEqual(Math.max(bottom, top));
        }
        expect(Math.abs(top - bottom)).toBeGreaterThanOrEqual(row.span);
      }
    }
  });
});
