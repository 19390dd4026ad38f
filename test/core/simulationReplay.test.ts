import { describe, expect, it } from 'vitest';
import type { ActName } from '../../src/core/activity/actTable.ts';
import { calcActLoads } from '../../src/core/simulation/acts/actLoads.ts';
import { runActivity } from '../../src/core/simulation/events/activityRun.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import type { ActivityEvent } from '../../src/core/simulation/scenario.ts';
import { toBytes } from '../fuzz/bytes.ts';
import { BEND, LIFT, run, STAND, scenario, WOMAN } from './support.ts';

const fingerprint = ({ results, trace }: Run): string => toBytes([results, trace]);

describe('replay', () => {
  const events = [BEND, LIFT, { type: 'cement', level: 'T12' }, STAND];

  it('gives the same bytes, with a cache and without', () => {
    const first = fingerprint(run(scenario(-3.5, events)));
    expect(fingerprint(run(scenario(-3.5, events)))).toBe(first);
    // event after event through one cache, as the page does; then one undone and done again
    const cache = createRunCache();
    for (let n = 0; n <= events.length; n++) run(scenario(-3.5, events.slice(0, n)), cache);
    run(scenario(-3.5, events.slice(0, 2)), cache);
    expect(fingerprint(run(scenario(-3.5, events), cache))).toBe(first);
    // and again, from the cache alone
    expect(fingerprint(run(scenario(-3.5, events), cache))).toBe(first);
  });

  it.each([
    ['bend', 'twist', 'cough'],
    ['twist', 'walk', 'bend'],
    ['fall-seated', 'stumble', 'stand'],
    ['carry', 'carry', 'lift'],
  ] as const)('gives the same bytes whatever was done before with the same person: %s', (name, ...others) => {
    // muscles remember where their last solution lay, and everything else that is kept for speed must not show either
    const person = createPerson({ ...WOMAN, tScore: -3.5 });
    const perform = (act: ActName) => {
      const [event] = scenario(-3.5, [{ type: 'activity', name: act }]).events as ActivityEvent[];
      const { result, trace } = finish(runActivity(person, createSpineState(person.sections), event!, 0));
      return toBytes([result, trace]);
    };
    const first = perform(name);
    for (const other of others) perform(other);
    expect(perform(name)).toBe(first);
    // and of loads from poses alone
    const load = (act: ActName) => {
      const [event] = scenario(-3.5, [{ type: 'activity', name: act }]).events as ActivityEvent[];
      return toBytes(calcActLoads(person, createSpineState(person.sections), event!));
    };
    const loaded = load(name);
    for (const other of others) load(other);
    expect(load(name)).toBe(loaded);
    expect(perform(name)).toBe(first);
  });

  it('does not let one patient into another', () => {
    const cache = createRunCache();
    const alone = fingerprint(run(scenario(-3.2, [LIFT])));
    run(scenario(-3.5, [LIFT]), cache);
    expect(fingerprint(run(scenario(-3.2, [LIFT]), cache))).toBe(alone);
  });

  it('computes only what is new, and says how far it is', () => {
    const cache = createRunCache();
    run(scenario(0, [STAND, STAND, STAND]), cache);
    const count = (work: Generator<number, Run>) => {
      const progress = [...work];
      for (let n = 1; n < progress.length; n++) expect(progress[n]!).toBeGreaterThanOrEqual(progress[n - 1]!);
      expect(Math.min(...progress)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...progress)).toBeLessThanOrEqual(1);
      return progress.length;
    };
    const more = count(runScenario(scenario(0, [STAND, STAND, STAND, STAND]), cache));
    expect(more).toBeLessThan(1.5 * count(runScenario(scenario(0, [STAND]))));
  });
});
