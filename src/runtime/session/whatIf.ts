import { getParameter } from '../../core/activity/act.ts';
import { type ActName, type ActParameter, getActRow, isChoice } from '../../core/activity/actTable.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { type Ask, GivenUp } from './ask.ts';

/** One change that would have prevented a level's fracture in the scenario's last event; found by computing it. */
export type Rescue =
  /** The act with another technique. */
  | {
      readonly kind: 'option';
      readonly act: ActName;
      readonly key: string;
      readonly option: string;
      readonly scenario: Scenario;
    }
  /** Greatest value of a parameter at which the level holds, in the steps of its control. */
  | {
      readonly kind: 'least';
      readonly act: ActName;
      readonly key: string;
      readonly value: number;
      readonly scenario: Scenario;
    }
  /** Lowest T-score at which the level holds, to a tenth. */
  | { readonly kind: 'density'; readonly tScore: number; readonly scenario: Scenario };

/** Parameters that lessen the load when they are smaller, the most effective first. */
const LESSENING = ['loadKg', 'trunkFlexionDeg', 'reachCm', 'forceN', 'speedMPerS', 'dropCm', 'pressureKPa'];
/** Range of the T-scores tried. */
const WEAKEST_T = -6;
const STRONGEST_T = 4;
const TENTHS = 10;

/**
 * Searches for changes that would have prevented a level's fracture in the last event: another technique, a smaller load, or
 * denser bone. Each is computed as a scenario of its own; in a range the limit is found by bisection, on the assumption that the
 * level holds everywhere on one side of it.
 */
export async function* findRescues(
  scenario: Scenario,
  level: Level,
  ask: Ask,
  getStep: (unit: string) => number,
): AsyncGenerator<Rescue> {
  const event = scenario.events.at(-1);
  if (!event) return;
  const holds = async (trial: Scenario) => !givesWay(await ask(trial), level, 'last');
  try {
    if (event.type === 'activity') yield* findEasierActs(scenario, event, holds, getStep);
    yield* findDenserBone(scenario, level, ask);
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
  }
}

/** Highest T-score at which the level would have broken, to a tenth; null where it holds even at the lowest. */
export async function findBreakingTScore(scenario: Scenario, level: Level, ask: Ask): Promise<number | null> {
  const breaks = async (tenths: number) =>
    givesWay(await ask(withTScore(scenario, tenths / TENTHS)), level, 'any');
  const weakest = WEAKEST_T * TENTHS;
  if (!(await breaks(weakest))) return null;
  return (await bisect(weakest, Math.floor(scenario.patient.tScore * TENTHS), breaks)) / TENTHS;
}

async function* findEasierActs(
  scenario: Scenario,
  event: Extract<ScenarioEvent, { type: 'activity' }>,
  holds: (trial: Scenario) => Promise<boolean>,
  getStep: (unit: string) => number,
): AsyncGenerator<Rescue> {
  const { parameters } = getActRow(event.name);
  const withValue = (key: string, value: number | string) => withLast(scenario, { ...event, [key]: value });
  for (const [key, parameter] of Object.entries(parameters)) {
    if (!isChoice(parameter)) continue;
    for (const option of parameter.options) {
      const trial = withValue(key, option);
      if (option !== (getParameter(event, key) ?? parameter.default) && (await holds(trial)))
        yield { kind: 'option', act: event.name, key, option, scenario: trial };
    }
  }
  for (const key of LESSENING) {
    const parameter: ActParameter | undefined = parameters[key];
    if (!parameter || isChoice(parameter)) continue;
    const step = getStep(parameter.unit);
    const valueAt = (steps: number) => Number((parameter.min + steps * step).toFixed(6));
    const done = Math.ceil((Number(getParameter(event, key) ?? parameter.default) - parameter.min) / step);
    const holdsAt = (steps: number) => holds(withValue(key, valueAt(steps)));
    if (done <= 0 || !(await holdsAt(0))) continue;
    const value = valueAt(await bisect(0, done, holdsAt));
    yield { kind: 'least', act: event.name, key, value, scenario: withValue(key, value) };
  }
}

async function* findDenserBone(scenario: Scenario, level: Level, ask: Ask): AsyncGenerator<Rescue> {
  const holds = async (tenths: number) =>
    !givesWay(await ask(withTScore(scenario, tenths / TENTHS)), level, 'any');
  const strongest = STRONGEST_T * TENTHS;
  const own = Math.floor(scenario.patient.tScore * TENTHS);
  if (own >= strongest || !(await holds(strongest))) return;
  const tScore = (await bisect(strongest, own, holds)) / TENTHS;
  yield { kind: 'density', tScore, scenario: withTScore(scenario, tScore) };
}

/** Whole number nearest to `bad` with the property that `good` has. */
async function bisect(good: number, bad: number, has: (value: number) => Promise<boolean>): Promise<number> {
  let [inside, outside] = [good, bad];
  while (Math.abs(outside - inside) > 1) {
    const middle = Math.round((inside + outside) / 2);
    if (await has(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Whether a level breaks in the last event, or in any of them. */
export function givesWay({ results }: Run, level: Level, within: 'last' | 'any'): boolean {
  const events = within === 'last' ? results.events.slice(-1) : results.events;
  return events.some(({ fractures }) => fractures.some((fracture) => fracture.level === level));
}

const withLast = (scenario: Scenario, event: ScenarioEvent): Scenario => ({
  ...scenario,
  events: [...scenario.events.slice(0, -1), event],
});

const withTScore = (scenario: Scenario, tScore: number): Scenario => ({
  ...scenario,
  patient: { ...scenario.patient, tScore },
});
