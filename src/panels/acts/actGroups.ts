import { type ActName, type ActRow, getActRow } from '../../core/activity/actTable.ts';
import type { ActivityEvent } from '../../core/simulation/scenario.ts';
import type { ActValue } from '../controls/quantity.ts';

/** The acts that are always in sight; the rest is one tap away, in groups. */
export const FIRST_ACTS = ['stand', 'bend', 'lift', 'cough'] as const satisfies readonly ActName[];
export type FirstAct = (typeof FIRST_ACTS)[number];
export type FurtherAct = Exclude<ActName, FirstAct>;

/** What has been set of each act; the rest has the table's defaults. */
export type ActSettings = Readonly<Partial<Record<ActName, Readonly<Record<string, ActValue>>>>>;

export const listParameters = (name: ActName): [string, ActRow['parameters'][string]][] =>
  Object.entries(getActRow(name).parameters);

/** The act as it is set, its defaults written out: a link keeps its meaning when a default changes. */
export function createActivity(name: ActName, settings: ActSettings): ActivityEvent {
  const defaults = listParameters(name).map(([key, parameter]) => [key, parameter.default] as const);
  return { ...Object.fromEntries(defaults), ...settings[name], type: 'activity', name };
}
