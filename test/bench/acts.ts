import type { ActName } from '../../src/core/activity/actTable.ts';
import { calcActLoads } from '../../src/core/simulation/acts/actLoads.ts';
import { liveInCohort } from '../../src/core/simulation/cohort/cohort.ts';
import { WOMEN_OVER_60 } from '../../src/core/simulation/cohort/people.ts';
import { runActivity } from '../../src/core/simulation/events/activityRun.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { createEvent, PATIENT } from './people.ts';
import { median, microseconds, type Row } from './row.ts';

/** Median time of a whole act, ms, and how long it lasts, s. */
function timeAct(name: ActName, tScore: number, stepsPerFrame = 4) {
  const person = createPerson({ ...PATIENT, tScore });
  const state = createSpineState(person.sections);
  const event = createEvent({ name });
  let seconds = 0;
  const work = () => {
    seconds = finish(runActivity(person, state, event, 0, { stepsPerFrame })).trace.durationS;
  };
  for (let n = 0; n < 2; n++) work();
  return { ms: median(7, work), seconds };
}

/** A whole act: poses, muscles, dynamics, strengths of 17 levels, trace and findings. */
function benchAct(name: ActName, tScore: number, what: string): Row {
  const { ms, seconds } = timeAct(name, tScore);
  return {
    name: `${name}, ${what}`,
    value: ms,
    unit: 'ms',
    reference: `real time of ${seconds.toFixed(2)} s`,
    ratio: (1000 * seconds) / ms,
  };
}

/** How a run's cost grows with its step rate: what does not grow is poses for the trace, muscles and strengths. */
function benchSteps(): Row[] {
  const usual = timeAct('bend', 0).ms;
  return [2, 8, 16].map((stepsPerFrame) => {
    const { ms } = timeAct('bend', 0, stepsPerFrame);
    return {
      name: `bend at ${60 * stepsPerFrame} steps a second`,
      value: ms,
      unit: 'ms',
      reference: `240 steps a second (${microseconds(usual)})`,
      ratio: usual / ms,
    };
  });
}

function benchActLoads(name: ActName): Row {
  const person = createPerson({ ...PATIENT, tScore: 0 });
  const state = createSpineState(person.sections);
  const event = createEvent({ name });
  const work = () => calcActLoads(person, state, event);
  for (let n = 0; n < 5; n++) work();
  const ms = median(21, work);
  const full = timeAct(name, 0).ms;
  return {
    name: `loads of ${name} from its poses`,
    value: ms,
    unit: 'ms',
    reference: `the act in full (${microseconds(full)})`,
    ratio: full / ms,
  };
}

/** People of a cohort, each a year and the year before, on one core. 1,000 in 5 minutes on two cores are 1.67 a second on one. */
function benchCohort(): Row {
  const PEOPLE = 8;
  const wanted = 1000 / 300 / 2;
  const request = { population: WOMEN_OVER_60, people: PEOPLE, years: 1, seed: 1, overrides: {} };
  liveInCohort(request, PEOPLE);
  const start = performance.now();
  for (let number = 0; number < PEOPLE; number++) liveInCohort(request, number);
  const perSecond = (1000 * PEOPLE) / (performance.now() - start);
  return {
    name: 'cohort, one year, one core',
    value: perSecond,
    unit: 'people/s',
    reference: `1,000 person-years in 5 min on two cores (${wanted.toFixed(2)}/s)`,
    ratio: perSecond / wanted,
  };
}

/** Events after a first one, as a page computes them: what led to them is kept, and the picture is of the last alone. */
function benchTime(name: string, events: readonly object[], wanted: number): Row {
  const reading = checkScenario({
    version: 1,
    patient: { ...PATIENT, tScore: -2.5 },
    events: [{ type: 'activity', name: 'stand' }, ...events, { type: 'activity', name: 'stand' }],
  });
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join(' '));
  const { scenario } = reading;
  const short = (to: number) => ({ ...scenario, events: scenario.events.slice(0, to) });
  const stand = () => finish(runScenario(short(1)));
  const all = () => finish(runScenario(short(events.length + 1)));
  for (let n = 0; n < 2; n++) all();
  const ms = median(5, all) - median(5, stand);
  return { name, value: ms, unit: 'ms', reference: `${wanted} ms`, ratio: wanted / ms };
}

const YEAR = { type: 'time', months: 12 };
const take = (type: string, name: string) => ({ type, name, action: 'start' });

const TEN_YEARS = [
  take('nutrition', 'calcium-vitamin-d'),
  take('training', 'back-extensors-home'),
  take('drug', 'romosozumab'),
  YEAR,
  take('drug', 'alendronate'),
  ...new Array(9).fill(YEAR),
];

export function benchActs(): Row[] {
  return [
    benchTime('a year of time', [YEAR], 20),
    benchTime('ten years, four treatments', TEN_YEARS, 300),
    benchAct('bend', 0, 'intact (T = 0)'),
    benchAct('bend', -5, 'breaking (T = −5)'),
    benchAct('lift', 0, 'intact'),
    benchAct('carry', 0, 'one-handed, 3-D'),
    benchAct('make-bed', 0, '3-D'),
    benchAct('fall-seated', 0, 'impact, 3-D'),
    ...benchSteps(),
    benchActLoads('bend'),
    benchActLoads('carry'),
    benchActLoads('fall-seated'),
    benchCohort(),
  ];
}
