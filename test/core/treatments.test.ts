import { describe, expect, it } from 'vitest';
import { calcHeldLoads } from '../../src/core/simulation/acts/actLoads.ts';
import type { ActivityEvent } from '../../src/core/simulation/events/activity.ts';
import { calcCondition } from '../../src/core/simulation/events/runners.ts';
import { applyCondition, createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { measureFindings } from '../../src/core/simulation/results/findings.ts';
import type { ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { calcDrugGain, calcSuppression } from '../../src/core/treatment/drugs.ts';
import type { DrugName } from '../../src/core/treatment/names.ts';
import { run, scenario, WOMAN } from './support.ts';

const start = (type: string, name?: string) => ({ type, ...(name && { name }), action: 'start' });
const stop = (type: string, name?: string) => ({ type, ...(name && { name }), action: 'stop' });
const months = (n: number) => ({ type: 'time', months: n });

const person = createPerson({ ...WOMAN, tScore: -2.5 });
const conditionAfter = (...events: object[]) =>
  calcCondition(person.patient, person.condition, scenario(-2.5, events).events as readonly ScenarioEvent[]);

const taken = (name: DrugName, fromMonths: number, toMonths: number | null = null) =>
  ({ kind: 'drug', name, fromMonths, toMonths }) as const;

describe('a drug', () => {
  it('acts on trabecular bone and shell over time, and not at once', () => {
    const [never, begun, year] = [
      conditionAfter(),
      conditionAfter(start('drug', 'denosumab')),
      conditionAfter(start('drug', 'denosumab'), months(12)),
    ];
    expect(begun.bone).toEqual(never.bone);
    expect(year.bone[14]!.densityMgPerCm3).toBeGreaterThan(1.05 * never.bone[14]!.densityMgPerCm3);
    expect(year.bone[14]!.shellMm).toBeGreaterThan(1.03 * never.bone[14]!.shellMm);
    expect(year.tScore).toBeGreaterThan(never.tScore + 0.3);
  });

  it('leaves the same bone however its time is split, in a sequence too', () => {
    const sequence = (split: (whole: number) => object[]) =>
      conditionAfter(
        start('glucocorticoid'),
        start('drug', 'romosozumab'),
        ...split(12),
        start('drug', 'denosumab'),
        start('training', 'supervised-heavy'),
        ...split(48),
        stop('drug', 'denosumab'),
        stop('glucocorticoid'),
        ...split(24),
      );
    const [once, often] = [sequence((n) => [months(n)]), sequence((n) => new Array(n / 4).fill(months(4)))];
    expect(often.tScore).toBeCloseTo(once.tScore, 9);
    expect(often.qualityFactor).toBeCloseTo(once.qualityFactor, 9);
    once.bone.forEach(({ densityMgPerCm3, shellMm }, i) => {
      expect(often.bone[i]!.densityMgPerCm3).toBeCloseTo(densityMgPerCm3, 9);
      expect(often.bone[i]!.shellMm).toBeCloseTo(shellMm, 9);
    });
  });

  it('is lost after denosumab within two years, with bone resorbed faster, unless another follows', () => {
    const gain = (courses: ReturnType<typeof taken>[], at: number) => calcDrugGain(courses, at).areal;
    const alone = [taken('denosumab', 0, 120)];
    expect(gain(alone, 132) - gain(alone, 120)).toBeCloseTo(-0.091, 1);
    expect(gain(alone, 144)).toBe(0);
    expect(calcSuppression(alone, 130)).toBe(-1);
    expect(calcSuppression(alone, 146)).toBe(0);
    const followed = [taken('denosumab', 0, 24), taken('zoledronate', 24, 36)];
    expect(gain(followed, 60)).toBeGreaterThanOrEqual(gain(followed, 24));
    const late = [taken('denosumab', 0, 60), taken('zoledronate', 60, 72)];
    expect(gain(late, 72)).toBeLessThan(0.9 * gain(late, 60));
  });

  it('is kept after a bisphosphonate, and fades after what builds bone', () => {
    const left = (name: DrugName) =>
      calcDrugGain([taken(name, 0, 24)], 36).areal / calcDrugGain([taken(name, 0, 24)], 24).areal;
    expect(left('alendronate')).toBeCloseTo(1, 9);
    for (const name of ['teriparatide', 'romosozumab', 'raloxifene', 'hormone-therapy'] as const)
      expect(left(name), name).toBeLessThan(0.7);
  });

  it('builds less where another came before', () => {
    const gained = (before?: DrugName) => {
      const courses = [...(before ? [taken(before, 0, 24)] : []), taken('romosozumab', 24)];
      return calcDrugGain(courses, 36).trabecular - calcDrugGain(courses, 24).trabecular;
    };
    expect(gained('alendronate')).toBeLessThan(0.8 * gained());
    expect(gained('denosumab')).toBeLessThan(gained('alendronate'));
  });
});

describe('what else is started', () => {
  it('steroids harm bone and more than bone, and part of it comes back', () => {
    const year = conditionAfter(start('glucocorticoid'), months(12));
    const untreated = conditionAfter(months(12));
    expect(year.bone[14]!.densityMgPerCm3 / untreated.bone[14]!.densityMgPerCm3).toBeCloseTo(0.9, 1);
    expect(year.qualityFactor).toBeCloseTo(0.9, 3);
    const later = conditionAfter(start('glucocorticoid'), months(12), stop('glucocorticoid'), months(24));
    expect(later.qualityFactor).toBeGreaterThan(0.98);
    expect(later.bone[14]!.densityMgPerCm3).toBeGreaterThan(year.bone[14]!.densityMgPerCm3);
    expect(later.bone[14]!.densityMgPerCm3).toBeLessThan(
      conditionAfter(months(36)).bone[14]!.densityMgPerCm3,
    );
  });

  it('training makes muscle, and once: a brace that trains adds nothing to it', () => {
    const force = (...events: object[]) => conditionAfter(...events, months(12)).musclePressurePa;
    const home = start('training', 'back-extensors-home');
    expect(force(home) / force()).toBeCloseTo(1.16, 1);
    expect(force(start('brace', 'activating'))).toBeCloseTo(force(home), 6);
    expect(force(home, start('brace', 'activating'))).toBeCloseTo(force(home), 6);
    expect(force(start('training', 'supervised-heavy'))).toBeGreaterThan(force(home));
  });

  it('posture training straightens the thoracic spine, balance training halves nothing but falls', () => {
    const straight = applyCondition(person.patient, conditionAfter(start('training', 'posture'), months(6)));
    const bent = applyCondition(person.patient, conditionAfter(months(6)));
    const kyphosis = (who: typeof straight) =>
      measureFindings(who, createSpineState(who.sections)).kyphosisDeg;
    expect(kyphosis(bent) - kyphosis(straight)).toBeCloseTo(3, 0);
    const balanced = conditionAfter(start('training', 'balance'), months(12));
    expect(balanced.fallFactor).toBeCloseTo(0.77, 2);
    expect(balanced.bone).toEqual(conditionAfter(months(12)).bone);
  });

  it('bed rest costs bone that comes back', () => {
    const up = conditionAfter(months(27 / 30.4));
    const lain = conditionAfter({ type: 'rest', days: 27 });
    const ratio = lain.bone[14]!.densityMgPerCm3 / up.bone[14]!.densityMgPerCm3;
    expect(1 - ratio).toBeCloseTo(0.035, 2);
    const back = conditionAfter({ type: 'rest', days: 27 }, months(6)).bone[14]!.densityMgPerCm3;
    expect(back).toBeGreaterThan(0.998 * conditionAfter(months(27 / 30.4 + 6)).bone[14]!.densityMgPerCm3);
  });

  it('a brace bears no weight: loads within a tenth, but bending far is hindered', () => {
    const state = createSpineState(person.sections);
    const load = (name: string | null, event: object) => {
      const who = name ? applyCondition(person.patient, conditionAfter(start('brace', name))) : person;
      const loads = calcHeldLoads(who, state, scenario(-2.5, [event]).events[0] as ActivityEvent, 0.5);
      if ('code' in loads) throw new Error(loads.code);
      return loads.compressionN;
    };
    for (const name of ['rigid', 'soft', 'activating'])
      for (const act of ['stand', 'walk', 'sit-upright']) {
        const [with_, without] = [name, null].map((worn) => load(worn, { type: 'activity', name: act }));
        for (const [i, newton] of without!.entries())
          expect(Math.abs(with_![i]! / newton - 1), `${name} ${act}`).toBeLessThan(0.1);
      }
    const bend = { type: 'activity', name: 'bend', trunkFlexionDeg: 60 };
    expect(load('rigid', bend)).not.toEqual(load(null, bend));
  });

  it.each([
    [[stop('drug', 'alendronate')], 'notStarted'],
    [[start('drug', 'alendronate'), start('drug', 'alendronate')], 'alreadyStarted'],
    [[start('drug', 'romosozumab'), start('drug', 'alendronate'), stop('drug', 'romosozumab')], 'notStarted'],
    [[start('training', 'posture'), start('training', 'posture')], 'alreadyStarted'],
  ])('is refused where it makes no sense: %j', (events, code) => {
    const { results, condition } = run(scenario(-2.5, events));
    expect(results.events.at(-1)).toMatchObject({ feasible: false, refusal: { code } });
    expect(condition).toEqual(run(scenario(-2.5, events.slice(0, -1))).condition);
  });

  it.each([
    [{ type: 'drug', name: 'aspirin', action: 'start' }, /name must be one of/],
    [{ type: 'drug', action: 'start' }, /name/],
    [{ type: 'drug', name: 'alendronate', action: 'pause' }, /action/],
    [{ type: 'rest', days: -1 }, /days must be a number from 1 to 180/],
  ])('is no event: %j', (event, sentence) => {
    expect(() => scenario(-2.5, [event])).toThrow(sentence);
  });
});
