import { expect, it } from 'vitest';
import type { FractureRecord } from '../../src/core/simulation/results/results.ts';
import { createRunCache } from '../../src/core/simulation/run.ts';
import type { Scenario, ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import {
  cutOff,
  findNearestMoment,
  findSpan,
  findWeakest,
  leaveTreatmentsOut,
  listCuts,
  listGoing,
  listMoments,
  listTreatedSpans,
} from '../../src/runtime/session/years.ts';
import { run as runAnew } from '../core/support.ts';

// what two tests need is computed once
const cache = createRunCache();
const run = (of: Scenario) => runAnew(of, cache);
const YEAR = { type: 'time', months: 12 } as const;
const of = (type: string, name: string, action: 'start' | 'stop' = 'start') =>
  ({ type, name, action }) as ScenarioEvent;
const scenario = (...events: ScenarioEvent[]): Scenario => ({ ...DEFAULT_SCENARIO, events });
const ALENDRONATE = of('drug', 'alendronate');

it('one medicine ends the one before; a brace does not', () => {
  const names = (...events: ScenarioEvent[]) => listGoing(events).map(({ name }) => name);
  expect(names(ALENDRONATE, of('brace', 'soft'))).toEqual(['alendronate', 'soft']);
  expect(names(ALENDRONATE, YEAR, of('drug', 'denosumab'))).toEqual(['denosumab']);
  expect(names(of('training', 'balance'), of('training', 'posture'))).toEqual(['balance', 'posture']);
  expect(names(ALENDRONATE, of('drug', 'alendronate', 'stop'), of('drug', 'alendronate', 'stop'))).toEqual(
    [],
  );
});

it('goes on as the model has it', () => {
  const events = [
    ALENDRONATE,
    of('training', 'balance'),
    YEAR,
    of('drug', 'denosumab'),
    of('brace', 'rigid'),
    of('drug', 'denosumab'),
    YEAR,
    of('training', 'balance', 'stop'),
    of('brace', 'soft'),
    YEAR,
  ];
  const { courses } = run(scenario(...events)).condition;
  expect(listTreatedSpans(events)).toEqual(
    courses.map(({ name, fromMonths, toMonths }) => ({ name, fromMonths, toMonths })),
  );
});

it('leaves out treatments and nothing else; steroids only where they are all', () => {
  const steroid = of('glucocorticoid', 'oral');
  const cement = { type: 'cement', level: 'T12', volumeMl: 4, method: 'vertebroplasty' } as const;
  const treated = leaveTreatmentsOut(scenario(ALENDRONATE, YEAR, steroid, cement, YEAR))!;
  expect(treated.scenario.events).toEqual([YEAR, steroid, cement, YEAR]);
  expect(treated.indexAt).toEqual([-1, 0, 1, 2, 3]);
  expect(treated.without).toEqual(['alendronate']);
  expect(leaveTreatmentsOut(scenario(steroid, YEAR))!.scenario.events).toEqual([YEAR]);
  expect(leaveTreatmentsOut(scenario(YEAR, cement))).toBeNull();
});

it('has a moment before the first event and one after each, with the results’ own figures', () => {
  const lived = scenario(YEAR, ALENDRONATE, YEAR, { type: 'rest', days: 7 }, YEAR, YEAR);
  const { results } = run(lived);
  const moments = listMoments(lived, results);
  expect(moments.map(({ index }) => index)).toEqual([-1, 0, 1, 2, 3, 4, 5]);
  expect(moments[0]!.after.tScore).toBe(lived.patient.tScore);
  expect(moments[3]!.after).toBe(results.events[2]);
  expect(moments[3]!.months).toBe(24);
  expect(moments[6]!.months).toBeCloseTo(48 + 7 / 30.4, 9);
  // of several at one time the last
  expect(findNearestMoment(moments, 13).index).toBe(1);
  expect(findNearestMoment(moments, 99).index).toBe(5);
  // two years since the days in bed, one since the treatment began
  expect(findSpan(moments, lived.events, 5)).toMatchObject({ before: { index: 3 }, months: 24 });
  expect(findSpan(moments, lived.events, 2)).toMatchObject({ before: { index: 1 }, months: 12 });
  const { bone } = results.events[5]!;
  const least = Math.min(...bone.map(({ centralStrengthN }) => centralStrengthN));
  expect(
    findWeakest(
      moments[6]!.after,
      bone.map(() => 1),
    ).centralStrengthN,
  ).toBe(least);
  // a bone that bears ten times as much for its strength
  const onL3 = bone.map(({ level, centralStrengthN }) => (level === 'L3' ? 10 : 1) * centralStrengthN);
  expect(findWeakest(moments[6]!.after, onL3).level).toBe('L3');
});

it('has each year of a long span, as the scenario that ends there has it', () => {
  const lived = scenario(ALENDRONATE, { type: 'time', months: 30 }, YEAR);
  const cuts = listCuts(lived.events);
  expect(cuts).toEqual([
    { index: 1, cutMonths: 12 },
    { index: 1, cutMonths: 24 },
  ]);
  const computed = cuts.map((cut) => ({
    ...cut,
    result: run(cutOff(lived, cut.index, cut.cutMonths)).results.events.at(-1)!,
  }));
  const { results } = run(lived);
  const moments = listMoments(lived, results, computed);
  expect(moments.map(({ months }) => months)).toEqual([0, 0, 12, 24, 30, 42]);
  expect(moments[2]!.after).toEqual(run(scenario(ALENDRONATE, YEAR)).results.events[1]);
  expect(moments[4]!.after).toBe(results.events[1]);
  expect(findSpan(moments, lived.events, 2)).toMatchObject({ before: { index: 0 }, months: 42 });
  // of a long life some
  expect(listCuts([{ type: 'time', months: 240 }]).map(({ cutMonths }) => cutMonths)).toEqual([
    24, 48, 72, 96, 120, 144, 168, 192, 216,
  ]);
});

it('tells of a break once, where it is first seen', () => {
  const fracture = { level: 'T12' } as FractureRecord;
  const result = { ...run(scenario(YEAR)).results.events[0]!, fractures: [fracture] };
  const lived = scenario({ type: 'time', months: 36 });
  const results = { ...run(scenario(YEAR)).results, events: [result] };
  const cuts = [
    { index: 0, cutMonths: 12, result: { ...result, fractures: [] } },
    { index: 0, cutMonths: 24, result },
  ];
  expect(listMoments(lived, results, cuts).map(({ fractures }) => fractures.length)).toEqual([0, 0, 1, 0]);
});

it('has no moments where nothing but acts was done', () => {
  const { results } = run(scenario());
  expect(listMoments(scenario(), results)).toEqual([]);
  expect(results).not.toHaveProperty('start');
});
