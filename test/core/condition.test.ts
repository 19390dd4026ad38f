import { describe, expect, it } from 'vitest';
import { calcBoneTable } from '../../src/core/simulation/boneTable.ts';
import { changesCondition } from '../../src/core/simulation/events/condition.ts';
import { EVENT_TYPES } from '../../src/core/simulation/events/events.ts';
import { calcCondition } from '../../src/core/simulation/events/runners.ts';
import { createBoneCondition } from '../../src/core/simulation/patient/boneCondition.ts';
import { createPatientModel } from '../../src/core/simulation/patient/patientModel.ts';
import type { ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { run, STAND, scenario, WOMAN } from './support.ts';

const YEARS = 6;
const LATER = [{ type: 'time', months: 12 * YEARS }];
const BY_AGE = { discWear: undefined };

describe('a patient’s condition', () => {
  it('is as the patient says at first, and older after months', () => {
    const { condition } = run(scenario(-2, []));
    expect(condition).toMatchObject({ ageYears: WOMAN.ageYears, discWear: WOMAN.discWear });
    const after = run(scenario(-2, LATER)).condition;
    expect(after.ageYears).toBeCloseTo(WOMAN.ageYears + YEARS, 9);
    // what the model has of age: 0.8 % of a 45-year-old's muscle strength a year, 1/90 of a disc's wear
    expect(after.musclePressurePa / condition.musclePressurePa).toBeCloseTo(
      (1 - 0.008 * (WOMAN.ageYears + YEARS - 45)) / (1 - 0.008 * (WOMAN.ageYears - 45)),
      6,
    );
    expect(after.discWear - condition.discWear).toBeCloseTo(YEARS / 90, 6);
    // trabecular bone and shell are lost, and the T-score follows from both
    expect(after.bone[16]!.densityMgPerCm3).toBeLessThan(0.97 * condition.bone[16]!.densityMgPerCm3);
    expect(after.bone[16]!.shellMm).toBeLessThan(0.98 * condition.bone[16]!.shellMm);
    expect(after.tScore).toBeLessThan(condition.tScore - 0.1);
  });

  it('is the same whether the years pass at once or one by one', () => {
    const years = Array.from({ length: YEARS }, () => ({ type: 'time', months: 12 }));
    const [once, oneByOne] = [LATER, years].map((events) => run(scenario(0, events)).condition);
    expect(oneByOne!.ageYears).toBeCloseTo(once!.ageYears, 9);
    expect(oneByOne!.discWear).toBeCloseTo(once!.discWear, 9);
    expect(oneByOne!.musclePressurePa).toBeCloseTo(once!.musclePressurePa, 3);
    expect(oneByOne!.tScore).toBeCloseTo(once!.tScore, 9);
    once!.bone.forEach(({ densityMgPerCm3, shellMm }, i) => {
      expect(oneByOne!.bone[i]!.densityMgPerCm3).toBeCloseTo(densityMgPerCm3, 9);
      expect(oneByOne!.bone[i]!.shellMm).toBeCloseTo(shellMm, 9);
    });
  });

  it('is that of someone who is as old by her years', () => {
    const older = run(scenario(0, LATER, BY_AGE)).condition;
    const born = run(scenario(0, [], { ...BY_AGE, ageYears: WOMAN.ageYears + YEARS })).condition;
    expect(older.discWear).toBeCloseTo(born.discWear, 9);
    expect(older.musclePressurePa).toBeCloseTo(born.musclePressurePa, 3);
  });

  it('reaches the acts that follow, and no other patient’s', () => {
    const peak = (events: object[]) => {
      const { levels } = run(scenario(-2, events)).results.events.at(-1) as {
        levels: readonly { strengthN: number; peakCompressionN: number }[];
      };
      return levels.at(-1)!;
    };
    const now = peak([STAND]);
    // a more worn disc hands more of the load to the arches
    expect(peak([...LATER, STAND]).peakCompressionN).toBeLessThan(now.peakCompressionN);
    expect(peak([STAND])).toEqual(now);
  });

  it('never wears a disc more than through', () => {
    expect(run(scenario(0, [{ type: 'time', months: 240 }], { discWear: 0.95 })).condition.discWear).toBe(1);
  });

  it('changes with just those events of which that is said', () => {
    const patient = createPatientModel({ ...WOMAN, tScore: -2 });
    const before = createBoneCondition(patient);
    const samples: Record<(typeof EVENT_TYPES)[number], object> = {
      activity: STAND,
      cement: { type: 'cement', level: 'T12' },
      time: { type: 'time' },
      rest: { type: 'rest' },
      drug: { type: 'drug', name: 'alendronate', action: 'start' },
      glucocorticoid: { type: 'glucocorticoid', action: 'start' },
      nutrition: { type: 'nutrition', action: 'start' },
      training: { type: 'training', name: 'balance', action: 'start' },
      brace: { type: 'brace', name: 'rigid', action: 'start' },
      'pain-relief': { type: 'pain-relief', action: 'start' },
    };
    for (const type of EVENT_TYPES) {
      const event = scenario(-2, [samples[type]]).events[0] as ScenarioEvent;
      expect(calcCondition(patient, before, [event]) !== before, type).toBe(changesCondition(event));
    }
  });

  it('is in the table of other T-scores', () => {
    const [young, old] = [[], LATER].map((events) => calcBoneTable(scenario(-2, events)));
    old!.densityMgPerCm3.forEach((density, n) => {
      expect(density).toBeLessThan(young!.densityMgPerCm3[n]!);
    });
    const sum = (strengths: Float64Array) => strengths.reduce((total, strength) => total + strength, 0);
    expect(sum(old!.centralStrengthN)).toBeLessThan(0.97 * sum(young!.centralStrengthN));
  });
});
