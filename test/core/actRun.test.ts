import { describe, expect, it } from 'vitest';
import { calcActLoads } from '../../src/core/simulation/acts/actLoads.ts';
import { type ActRun, createActRun, getTimeS, stepActRun } from '../../src/core/simulation/acts/actRun.ts';
import { findRefusal } from '../../src/core/simulation/acts/feasibility.ts';
import { prepareAct } from '../../src/core/simulation/acts/prepareAct.ts';
import { createPerson, type Person } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { createRunCache, type Run, runScenario } from '../../src/core/simulation/run.ts';
import type { ActivityEvent } from '../../src/core/simulation/scenario.ts';
import { toBytes } from '../fuzz/bytes.ts';
import { BEND, LIFT, run, scenario, WOMAN } from './support.ts';

const eventOf = (act: object) => scenario(-4, [act]).events[0] as ActivityEvent;

function begin(person: Person, act: object): ActRun {
  const state = createSpineState(person.sections);
  const prepared = prepareAct(person, state, eventOf(act));
  if ('code' in prepared) throw new Error(prepared.code);
  return createActRun(person, state, prepared);
}

const goesOn = (work: ActRun): boolean => getTimeS(work) < work.act.durationS;
const leave = ({ state, loads, brokenOffS, count }: ActRun): string =>
  toBytes([state, loads, brokenOffS, count]);

function finishAct(work: ActRun): string {
  while (goesOn(work)) stepActRun(work);
  return leave(work);
}

describe('acts of one person', () => {
  const person = createPerson({ ...WOMAN, tScore: -4 });
  const twist = { type: 'activity', name: 'twist' };

  it('leave the same bytes in turns as one after the other', () => {
    const alone = [LIFT, twist].map((act) => finishAct(begin(person, act)));
    const works = [LIFT, twist].map((act) => begin(person, act));
    // a step of the one, a step of the other
    while (works.some(goesOn)) for (const work of works) if (goesOn(work)) stepActRun(work);
    expect(works.map(leave)).toEqual(alone);
  });

  it('leave the same bytes after a check and after other looks at them', () => {
    const alone = finishAct(begin(person, LIFT));
    const work = begin(person, LIFT);
    const prepared = prepareAct(person, work.before, eventOf(LIFT));
    if ('code' in prepared) throw new Error(prepared.code);
    for (let n = 0; goesOn(work); n++) {
      if (n % 200 === 0) {
        findRefusal(person, prepared);
        calcActLoads(person, work.before, eventOf(BEND));
      }
      stepActRun(work);
    }
    expect(leave(work)).toBe(alone);
  });
});

describe('scenarios of one cache', () => {
  it('give the same bytes in turns as alone', () => {
    const both = [scenario(-4, [LIFT]), scenario(-4, [BEND])];
    const cache = createRunCache();
    const works = both.map((of) => ({ work: runScenario(of, cache), done: null as Run | null }));
    while (works.some(({ done }) => !done))
      for (const one of works) {
        if (one.done) continue;
        const step = one.work.next();
        if (step.done) one.done = step.value;
      }
    expect(works.map(({ done }) => toBytes(done))).toEqual(both.map((of) => toBytes(run(of))));
  });
});
