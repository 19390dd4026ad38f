import table from '../../../../models/dailyLife.json' with { type: 'json' };
import overloads from '../../../../models/overloads.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import { clamp } from '../../math/scalar.ts';
import { exp } from '../../math/transcendental.ts';
import { type ActivityEvent, checkScenario } from '../scenario.ts';

/**
 * Act of daily life. Its intensity z, a standard normal deviate, says how far a performance differs from the usual one; its
 * measure, a parameter of the act or a factor on all its loads, is lognormal.
 */
export interface DailyAct {
  readonly id: string;
  readonly name: string;
  readonly timesPerYear: number;
  /** Parameter that varies; null where the load itself does. */
  readonly key: string | null;
  readonly measure: Measure;
  /**
   * Load over strength from which the act leaves a fracture by definition (20 % and 4 mm of some height) at T1 … L5, and not just
   * damage: short impacts, and loads that the collapse itself relieves, crush less.
   */
  readonly breaksAt: readonly number[];
  /** The act, with everything that does not vary. */
  readonly event: Readonly<Record<string, unknown>>;
}

export interface Measure {
  readonly median: number;
  readonly sigma: number;
  readonly from: number;
  readonly to: number;
}

/** Levels for which overloads.json gives the overload that breaks them; those above are treated as the first. */
export const MEASURED_LEVELS: readonly Level[] = LEVELS.slice(levelIndex('T4'));

const spreadOverLevels = (values: readonly number[]): readonly number[] =>
  LEVELS.map((_, i) => values[Math.max(0, i - levelIndex('T4'))]!);

export const DAILY_ACTS: readonly DailyAct[] = table.acts.map(
  ({ id, event, timesPerYear, varies, spread }) => ({
    id,
    name: event.name,
    timesPerYear,
    key: varies?.key ?? null,
    measure: varies ?? { median: 1, sigma: spread!, from: 0, to: Number.POSITIVE_INFINITY },
    breaksAt: spreadOverLevels(overloads.acts[id as keyof typeof overloads.acts]),
    event,
  }),
);

/** Measure at an intensity: the parameter's value, or the factor on the loads. */
export const calcMeasure = ({ measure: { median, sigma, from, to } }: DailyAct, z: number): number =>
  clamp(median * exp(sigma * z), from, to);

/** Event of the act at an intensity, with the scenario's defaults; null for acts that scenarios do not have. */
export function createDailyEvent(act: DailyAct, z: number): ActivityEvent | null {
  const chosen = act.key ? { [act.key]: calcMeasure(act, z) } : {};
  const reading = checkScenario({
    version: 1,
    patient: ANYBODY,
    events: [{ type: 'activity', ...act.event, ...chosen }],
  });
  return reading.ok ? (reading.scenario.events[0] as ActivityEvent) : null;
}

/** Patient for checking events, which does not depend on who it is. */
const ANYBODY = { ageYears: 70, sex: 'female', heightCm: 160, massKg: 65, tScore: -1 };

/** Factor on the loads of the act as returned by `createDailyEvent`. */
export const calcLoadFactor = (act: DailyAct, z: number): number => (act.key ? 1 : calcMeasure(act, z));

/** Acts of daily life that scenarios do not have. */
export const findUnknownActs = (): string[] =>
  DAILY_ACTS.filter((act) => createDailyEvent(act, 0) === null).map((act) => act.id);
