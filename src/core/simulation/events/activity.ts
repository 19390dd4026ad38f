import * as v from 'valibot';
import type { ActRequest } from '../../activity/act.ts';
import { ACT_NAMES, type ActName, getActRow, isChoice } from '../../activity/actTable.ts';
import type { Refusal } from '../acts/refusal.ts';
import type { FractureRecord, LevelLoad } from '../results/records.ts';
import { numberIn, object, oneOf } from '../schema.ts';

/** Act in a scenario, with its defaults filled in: the parameters of its row in models/activities.json. */
export type ActivityEvent = ActRequest & { readonly type: 'activity' };

interface OfActivity {
  readonly index: number;
  readonly type: 'activity';
  readonly name: ActName;
  readonly fractures: readonly FractureRecord[];
}

/** Result of an act that was done. */
export interface DoneActivity extends OfActivity {
  readonly feasible: true;
  /** T1 … L5. */
  readonly levels: readonly LevelLoad[];
  /** Peak nucleus pressure by disc, `T1-T2` … `L5-S1`, MPa. */
  readonly discPressureMPa: Readonly<Record<string, number>>;
  /** Time at which a painful collapse broke the act off, s; only where it did, and never of a fall. */
  readonly brokenOffS?: number;
}

/** Result of an act that this person cannot do: it changes nothing. */
export interface RefusedActivity extends OfActivity {
  readonly feasible: false;
  readonly refusal: Refusal;
}

export type ActivityResult = DoneActivity | RefusedActivity;

const activity = v.literal('activity');

/** Schema of one act, from its row in models/activities.json. */
function createActSchema(name: ActName) {
  const entries: Record<string, v.GenericSchema> = { type: activity, name: v.literal(name) };
  for (const [key, parameter] of Object.entries(getActRow(name).parameters))
    entries[key] = isChoice(parameter)
      ? v.optional(oneOf(parameter.options), parameter.default)
      : v.optional(numberIn(parameter.min, parameter.max, parameter.unit), parameter.default);
  return object(entries);
}

const actSchemas = new Map(ACT_NAMES.map((name) => [name, createActSchema(name)]));

/** Schema of all acts; the row's own schema checks what the act's name allows. */
export const activitySchema = v.pipe(
  v.looseObject({ type: activity, name: oneOf(ACT_NAMES) }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const result = v.safeParse(actSchemas.get(dataset.value.name)!, dataset.value);
    if (result.success) return result.output as unknown as ActivityEvent;
    for (const issue of result.issues) addIssue(issue as Parameters<typeof addIssue>[0]);
    return NEVER;
  }),
);
