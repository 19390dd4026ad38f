import type { ActName } from '../../core/activity/actTable.ts';
import type { ActValue } from '../../runtime/session/scenarioEditor.ts';

/** Acts that are always shown; the others are one tap away, in groups. */
export const FIRST_ACTS = ['stand', 'bend', 'lift', 'cough'] as const satisfies readonly ActName[];
export type FirstAct = (typeof FIRST_ACTS)[number];
export type FurtherAct = Exclude<ActName, FirstAct>;

/** Parameters set for each act; the others have the table's defaults. */
export type ActSettings = Readonly<Partial<Record<ActName, Readonly<Record<string, ActValue>>>>>;
