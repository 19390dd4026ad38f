import table from '../../../../models/dailyLife.json' with { type: 'json' };
import { clamp } from '../../math/scalar.ts';
import { exp } from '../../math/transcendental.ts';
import { type ActivityEvent, checkScenario } from '../scenario.ts';

/** An act of daily life. How a performance differs from the usual one is told by a standard normal deviate, its intensity z. */
export interface DailyAct {
  readonly id: string;
  readonly name: string;
  readonly timesPerYear: number;
  /** The parameter that varies, or null where the load itself does. */
  readonly varies: Variation | null;
  /** Standard deviation of the logarithm of the load's factor; 0 where a parameter varies. */
  readonly spread: number;
  /** The act with everything that does not vary. */
  readonly event: Readonly<Record<string, unknown>>;
}

interface Variation {
  readonly key: string;
  readonly median: number;
  readonly sigma: number;
  readonly from: number;
  readonly to: number;
}

export const DAILY_ACTS: readonly DailyAct[] = table.acts.map((row) => ({
  id: row.id,
  name: row.event.name,
  timesPerYear: row.timesPerYear,
  varies: row.varies ?? null,
  spread: row.spread ?? 0,
  event: row.event,
}));

/** The act at an intensity as a scenario has it, the scenario's defaults filled in; null where scenarios know no such act. */
export function createDailyEvent({ event, varies }: DailyAct, z: number): ActivityEvent | null {
  const chosen = varies
    ? { [varies.key]: clamp(varies.median * exp(varies.sigma * z), varies.from, varies.to) }
    : {};
  const reading = checkScenario({
    version: 1,
    patient: ANYBODY,
    events: [{ type: 'activity', ...event, ...chosen }],
  });
  return reading.ok ? (reading.scenario.events[0] as ActivityEvent) : null;
}

/** A scenario needs a patient; events are checked without regard to who it is. */
const ANYBODY = { ageYears: 70, sex: 'female', heightCm: 160, massKg: 65, tScore: -1 };

/** Factor on the loads of the act as `createDailyEvent` has it. */
export const calcLoadFactor = (act: DailyAct, z: number): number => exp(act.spread * z);

/** Acts of daily life that scenarios do not know. */
export const findUnknownActs = (): string[] =>
  DAILY_ACTS.filter((act) => createDailyEvent(act, 0) === null).map((act) => act.id);
