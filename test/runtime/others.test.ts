import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import type { FractureRecord } from '../../src/core/simulation/results/results.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';
import { type Ask, createAsk, GivenUp } from '../../src/runtime/session/ask.ts';
import {
  findFirstBroken,
  groupByFate,
  OTHER_COUNT,
  type Other,
  runOthers,
} from '../../src/runtime/session/others.ts';
import { findNextSeed, withSeed } from '../../src/runtime/session/scenarioEditor.ts';
import { createSession, DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { createSlicedSimulator } from '../../src/runtime/worker/slicedSimulator.ts';
import { createFakeFrames, createFakeSimulator, fakeRun } from './fakeRun.ts';

/** Of the twenty, where these are enough. */
const SOME = 5;
const LIFT = { type: 'activity', name: 'lift' } as const;
const create = (tScore: number): Scenario => ({
  ...DEFAULT_SCENARIO,
  patient: { ...DEFAULT_SCENARIO.patient, tScore },
  events: [LIFT],
});
async function collect(scenario: Scenario, ask: Ask, most = OTHER_COUNT): Promise<Other[]> {
  const others: Other[] = [];
  for await (const other of runOthers(scenario, ask)) {
    others.push(other);
    if (others.length === most) break;
  }
  return others;
}
function createTrials(): Ask {
  const cache = createRunCache();
  return async (scenario) => finish(runScenario(scenario, cache));
}

describe('a seed', () => {
  it('follows the one before it, and stays one that a scenario may have', () => {
    expect(findNextSeed(undefined)).toBe(1);
    expect(findNextSeed(1)).toBe(2);
    const last = 2 ** 32 - 1;
    for (const seed of [undefined, 7, last])
      expect(checkScenario(withSeed(create(-2), findNextSeed(seed))).ok).toBe(true);
    expect(checkScenario(withSeed(create(-2), last + 1)).ok).toBe(false);
  });

  it('changes nothing else, and taken out leaves no field', () => {
    const seventh = withSeed(create(-2), 7);
    expect(seventh.patient).toEqual({ ...create(-2).patient, strengthScatterSeed: 7 });
    expect(Object.keys(withSeed(seventh, undefined).patient)).toEqual(Object.keys(create(-2).patient));
    expect(JSON.stringify(withSeed(seventh, undefined))).toBe(JSON.stringify(create(-2)));
  });

  it('is undone as anything else', async () => {
    const { simulator, answer } = createFakeSimulator();
    const session = createSession(simulator, createFakeFrames().requestFrame);
    session.open(create(-2));
    await answer();
    const getSeed = () => session.store.getState().scenario.patient.strengthScatterSeed;
    for (const seed of [1, 2]) session.replay(withSeed(session.store.getState().scenario, seed));
    session.undo();
    expect(getSeed()).toBe(1);
    session.undo();
    expect(getSeed()).toBeUndefined();
    session.redo();
    expect(getSeed()).toBe(1);
  });
});

describe('twenty others', () => {
  it('fare as each alone does, and the same each time', async () => {
    const others = await collect(create(-4), createTrials());
    expect(others.map(({ seed }) => seed)).toEqual(Array.from({ length: OTHER_COUNT }, (_, n) => n + 1));
    for (const { seed, firstBroken } of others.slice(0, SOME)) {
      const { patient } = create(-4);
      const alone = finish(
        runScenario({ ...create(-4), patient: { ...patient, strengthScatterSeed: seed } }),
      );
      const broken = alone.results.events.flatMap(({ fractures }) => fractures);
      expect(firstBroken === null).toBe(broken.length === 0);
      const firstS = Math.min(...broken.map(({ timeS }) => timeS));
      if (firstBroken)
        expect(broken.filter(({ timeS }) => timeS === firstS).map(({ level }) => level)).toContain(
          firstBroken,
        );
    }
    // whichever of them asks
    expect(await collect(withSeed(create(-4), 12), createTrials(), SOME)).toEqual(others.slice(0, SOME));
  });

  it('break where bone is weakest, and hold where it is strong', async () => {
    const count = async (tScore: number) =>
      (await collect(create(tScore), createTrials(), SOME)).filter(({ firstBroken }) => firstBroken).length;
    expect(await count(-6)).toBeGreaterThan(SOME / 2);
    expect(await count(3)).toBe(0);
  });

  it('are each counted once, down the spine, those who held last', () => {
    const others = (['L1', null, 'T8', 'L1', null] as const).map((firstBroken, n) => ({
      seed: n + 1,
      firstBroken,
    }));
    expect(groupByFate(others)).toEqual([
      { firstBroken: 'T8', seeds: [3] },
      { firstBroken: 'L1', seeds: [1, 4] },
      { firstBroken: null, seeds: [2, 5] },
    ]);
    const anywhere = LEVELS.map((firstBroken, n) => ({ seed: n + 1, firstBroken }));
    expect(groupByFate(anywhere).flatMap(({ seeds }) => seeds)).toHaveLength(LEVELS.length);
  });
});

describe('the level that broke first', () => {
  const fracture = (level: FractureRecord['level'], timeS: number, more = {}): FractureRecord => ({
    level,
    timeS,
    shape: 'wedge',
    progression: false,
    anteriorHeightLossPercent: 25,
    middleHeightLossPercent: 20,
    posteriorHeightLossPercent: 5,
    wedgeDeg: 8,
    ...more,
  });
  const run = (...events: readonly FractureRecord[][]): Run => {
    const { results, ...rest } = fakeRun(DEFAULT_SCENARIO);
    const told = events.map((fractures) => ({ type: 'time', feasible: true, fractures }));
    return { ...rest, results: { ...results, events: told as unknown as Run['results']['events'] } };
  };

  it('is that of the earliest event, and in it of the earliest time', () => {
    expect(findFirstBroken(run([], [fracture('T7', 2), fracture('T12', 1)], [fracture('L1', 0)]))).toBe(
      'T12',
    );
    expect(findFirstBroken(run([], []))).toBeNull();
  });

  it('is at one instant that which lost most height', () => {
    const worst = fracture('L2', 1, { middleHeightLossPercent: 40 });
    expect(findFirstBroken(run([fracture('T8', 1), worst]))).toBe('L2');
  });

  it('is none that was broken before', () => {
    expect(findFirstBroken(run([fracture('T8', 1, { progression: true })]))).toBeNull();
  });
});

describe('given up', () => {
  it('they end at once, and what else is tried out goes on', async () => {
    const session = createSession(createSlicedSimulator(), createFakeFrames().requestFrame);
    const asked: (number | undefined)[] = [];
    const ask = createAsk((trial) => {
      asked.push(trial.patient.strengthScatterSeed);
      return session.tryOut(trial, 'others');
    });
    const whatIf = session.tryOut(create(-3));
    const others: Other[] = [];
    const look = async () => {
      for await (const other of runOthers(create(-3), ask)) {
        others.push(other);
        if (other.seed === 2) setTimeout(() => session.giveUp('others'));
      }
    };
    await expect(look()).rejects.toThrow(GivenUp);
    expect(others.map(({ seed }) => seed)).toEqual([1, 2]);
    expect(asked).toEqual([1, 2, 3]);
    expect(await whatIf).not.toBeNull();
    session.dispose();
  });
});
