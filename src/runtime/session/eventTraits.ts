import { getActRow, isChoice } from '../../core/activity/actTable.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { ActivityEvent, ScenarioEvent } from '../../core/simulation/scenario.ts';

/** Traits of a type of event that playback and comparisons use. */
interface EventTraits<E extends ScenarioEvent> {
  /** Whether effort and fracture are audible while it plays. */
  readonly isHeard: boolean;
  /** Whether it treats a bone: a comparison can leave it out. */
  readonly isTreatment: boolean;
  /** Level that the event concerns; null where it concerns all. */
  findLevel(event: E): Level | null;
  /** The same event with less strain on the back; unchanged where there is no choice. */
  ease(event: E): E;
}

type EventType = ScenarioEvent['type'];
type EventOf<T extends EventType> = Extract<ScenarioEvent, { type: T }>;

const TRAITS: { readonly [T in EventType]: EventTraits<EventOf<T>> } = {
  activity: { isHeard: true, isTreatment: false, findLevel: () => null, ease: easeAct },
  cement: { isHeard: false, isTreatment: true, findLevel: ({ level }) => level, ease: (event) => event },
  time: { isHeard: false, isTreatment: false, findLevel: () => null, ease: (event) => event },
};

export const getTraits = <T extends EventType>({ type }: EventOf<T>): EventTraits<EventOf<T>> =>
  TRAITS[type as T];

/** Techniques that spare the back, by those that do not. */
const EASIER: Readonly<Record<string, string>> = { back: 'hips', stoop: 'squat' };

/** The act from hips and knees instead of the back, where it has the choice. */
function easeAct(event: ActivityEvent): ActivityEvent {
  const parameter = getActRow(event.name).parameters.technique;
  if (!parameter || !isChoice(parameter)) return event;
  const easier = EASIER[String(event.technique ?? parameter.default)];
  return easier ? { ...event, technique: easier } : event;
}
