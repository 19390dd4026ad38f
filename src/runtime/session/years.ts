import {
  ONE_AT_A_TIME,
  TREATMENT_TYPES,
  type TreatmentEvent,
  type TreatmentName,
} from '../../core/simulation/events/treatments.ts';
import type {
  AfterEvent,
  EventResult,
  FractureRecord,
  Results,
} from '../../core/simulation/results/results.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';

/** Functions that read the years of a scenario and its results; nothing here computes mechanics. */

const DAYS_PER_MONTH = 30.4;
export const MONTHS_PER_YEAR = 12;

export const isTreatment = (event: ScenarioEvent): event is TreatmentEvent & ScenarioEvent =>
  (TREATMENT_TYPES as readonly string[]).includes(event.type);

/** Time that an event takes, months. */
export function getMonths(event: ScenarioEvent): number {
  if (event.type === 'time') return event.months;
  return event.type === 'rest' ? event.days / DAYS_PER_MONTH : 0;
}

/**
 * Level with the least strength, under a central load, for what it bears in standing: a bone high up is weaker than one below, and
 * bears less.
 *
 * @param standingN compression of each level in standing, T1 … L5, N
 */
export const findWeakest = (
  { bone }: Pick<AfterEvent, 'bone'>,
  standingN: ArrayLike<number>,
): AfterEvent['bone'][number] => {
  const calcReserve = (level: number) => bone[level]!.centralStrengthN / standingN[level]!;
  return bone[bone.reduce((weakest, _, n) => (calcReserve(n) < calcReserve(weakest) ? n : weakest), 0)]!;
};

/** Place within a span of time, months after it began. */
export interface Cut {
  readonly index: number;
  readonly cutMonths: number;
}

/** The scenario up to a place within a span of time. */
export const cutOff = (scenario: Scenario, index: number, cutMonths: number): Scenario => ({
  ...scenario,
  events: [...scenario.events.slice(0, index), { type: 'time', months: cutMonths }],
});

/** Most places within one span that are computed. */
const MOST_CUTS = 10;

/** Whole years within spans of time, of which results say nothing: they are computed as scenarios that end there. */
export const listCuts = (events: readonly ScenarioEvent[]): Cut[] =>
  events.flatMap((event, index) => {
    const years = Math.ceil(getMonths(event) / MONTHS_PER_YEAR) - 1;
    if (event.type !== 'time' || years < 1) return [];
    const step = Math.ceil(years / MOST_CUTS);
    return Array.from({ length: Math.floor(years / step) }, (_, n) => ({
      index,
      cutMonths: (n + 1) * step * MONTHS_PER_YEAR,
    }));
  });

/** The person at a moment on the clock of years: before the first event, after one, or within a span of time. */
export interface Moment {
  /** Of the event; −1 before the first. */
  readonly index: number;
  /** Of a moment within a span of time; null at its end. */
  readonly cutMonths: number | null;
  /** Since the scenario began. */
  readonly months: number;
  readonly after: AfterEvent;
  /** Those since the moment before. */
  readonly fractures: readonly FractureRecord[];
}

/** Moment within a span of time, as computed. */
export interface CutResult extends Cut {
  readonly result: EventResult;
}

/**
 * All moments of a scenario with time or treatments in it, in order; none where its results say nothing of the start.
 *
 * @param cuts moments within spans of time, in order, as far as they are computed
 */
export function listMoments(
  { events }: Pick<Scenario, 'events'>,
  { start, events: done }: Results,
  cuts: readonly CutResult[] = [],
): Moment[] {
  if (!start || done.length !== events.length) return [];
  const moments: Moment[] = [{ index: -1, cutMonths: null, months: 0, after: start, fractures: [] }];
  let months = 0;
  done.forEach((result, index) => {
    const told = new Set<string>();
    const note = (after: EventResult, cutMonths: number | null, passed: number) => {
      const fractures = after.fractures.filter(({ level }) => !told.has(level));
      for (const { level } of fractures) told.add(level);
      moments.push({ index, cutMonths, months: months + passed, after, fractures });
    };
    for (const cut of cuts) if (cut.index === index) note(cut.result, cut.cutMonths, cut.cutMonths);
    note(result, null, getMonths(events[index]!));
    months += getMonths(events[index]!);
  });
  return moments;
}

/** Moment nearest to a time; of several at that time the last. */
export function findNearestMoment(moments: readonly Moment[], months: number): Moment {
  const distance = (moment: Moment) => Math.abs(moment.months - months);
  return moments.reduce((best, moment) => (distance(moment) <= distance(best) ? moment : best));
}

/** Treatments that go on after the events. One that is refused changes nothing. */
export function listGoing(events: readonly ScenarioEvent[]): readonly TreatmentEvent[] {
  let going: TreatmentEvent[] = [];
  for (const event of events) {
    if (!isTreatment(event)) continue;
    const isSame = ({ type, name }: TreatmentEvent) => type === event.type && name === event.name;
    if (event.action === 'stop') going = going.filter((one) => !isSame(one));
    else if (!going.some(isSame))
      going = [...going.filter(({ type }) => type !== event.type || !ONE_AT_A_TIME.includes(type)), event];
  }
  return going;
}

/** The same person and events without treatments. */
export interface Untreated {
  readonly scenario: Scenario;
  /** Names of what is left out. */
  readonly without: readonly TreatmentName[];
  /** Of each event of the treated scenario, index of the last event by then in this one. */
  readonly indexAt: readonly number[];
}

/**
 * What the years would be without treatment; null where nothing is treated. Steroids are a harm to bone: they stay, unless they are all
 * there is.
 */
export function leaveTreatmentsOut(scenario: Scenario): Untreated | null {
  const started = scenario.events.filter(isTreatment);
  const helping = started.filter(({ type }) => type !== 'glucocorticoid');
  const left: readonly ScenarioEvent[] = helping.length > 0 ? helping : started;
  if (left.length === 0) return null;
  const events: ScenarioEvent[] = [];
  const indexAt = scenario.events.map((event) => {
    if (!left.includes(event)) events.push(event);
    return events.length - 1;
  });
  const without = [...new Set(left.filter(isTreatment).map(({ name }) => name))];
  return { scenario: { ...scenario, events }, without, indexAt };
}

/** Time that has passed without anything else since, up to an event, and the moment at which it began. */
export function findSpan(moments: readonly Moment[], events: readonly ScenarioEvent[], index: number) {
  let from = index;
  while (from >= 0 && events[from]!.type === 'time') from--;
  const [before, now] = [from, index].map((of) => moments.filter(({ index: own }) => own === of).at(-1));
  if (!before || !now) return null;
  // a difference of the clock would not be whole
  const months = events.slice(from + 1, index + 1).reduce((sum, event) => sum + getMonths(event), 0);
  return { before, now, months };
}

/** Span on the clock of years in which a treatment went on, months; no end while it goes on. */
export interface TreatedSpan {
  readonly name: TreatmentName;
  readonly fromMonths: number;
  readonly toMonths: number | null;
}

/** Spans of all treatments in the order of their starts, from who goes on after each event. */
export function listTreatedSpans(events: readonly ScenarioEvent[]): TreatedSpan[] {
  const spans: TreatedSpan[] = [];
  let months = 0;
  events.forEach((event, index) => {
    months += getMonths(event);
    if (!isTreatment(event)) return;
    const going = listGoing(events.slice(0, index + 1));
    const goesOn = ({ name }: TreatedSpan) => going.some((one) => one.name === name);
    spans.forEach((span, n) => {
      if (span.toMonths === null && !goesOn(span)) spans[n] = { ...span, toMonths: months };
    });
    for (const { name } of going)
      if (!spans.some((span) => span.name === name && span.toMonths === null))
        spans.push({ name, fromMonths: months, toMonths: null });
  });
  return spans;
}
