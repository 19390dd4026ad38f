import type { ActName } from '../../core/activity/actTable.ts';
import type { ActValue } from '../../runtime/session/scenarioEditor.ts';

/** The acts that are always in sight; the rest is one tap away, in groups. */
export const FIRST_ACTS = ['stand', 'bend', 'lift', 'cough'] as const satisfies readonly ActName[];
export type FirstAct = (typeof FIRST_ACTS)[number];
export type FurtherAct = Exclude<ActName, FirstAct>;

/** What has been set of each act; the rest has the table's defaults. */
export type ActSettings = Readonly<Partial<Record<ActName, Readonly<Record<string, ActValue>>>>>;
