import type { ActName } from '../../core/activity/actTable.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import { findNearest, isBroken } from '../../runtime/session/runReads.ts';
import { createActivity, createScenario, type Person } from '../../runtime/session/scenarioEditor.ts';

/** All acts of models/activities.json except accidents and straining. */
export const DAILY_ACTS = [
  'lie-supine',
  'lie-side',
  'sit-reclined',
  'sit-upright',
  'sit-slouched',
  'stand',
  'walk',
  'climb-stairs',
  'rise-from-chair',
  'twist',
  'cough',
  'sneeze',
  'bend',
  'make-bed',
  'reach-overhead',
  'carry',
  'hold',
  'lift',
  'open-window',
] as const satisfies readonly ActName[];
export type DailyName = (typeof DAILY_ACTS)[number];

export interface DailyAct {
  readonly name: DailyName;
  /** Peak load over strength of the level nearest to its strength. */
  readonly ratio: number;
  readonly level: Level;
  readonly breaks: boolean;
}

/** Load over strength below which an act counts as well below the strength: a choice of this page, stated where it is shown. */
export const WELL_BELOW = 0.75;

/** Load of each daily act on this person's bones, the least first; acts that she cannot do at all are left out. */
export async function calcDaily(person: Person, ask: Ask): Promise<readonly DailyAct[]> {
  const rows: DailyAct[] = [];
  for (const name of DAILY_ACTS) {
    const run = await ask(createScenario(person, [createActivity(name)]));
    if (!run.results.events[0]!.feasible) continue;
    const { level, loadOverStrength: ratio } = findNearest(run);
    rows.push({ name, level, ratio, breaks: isBroken(run) });
  }
  return rows.sort((a, b) => a.ratio - b.ratio);
}

export const countWellBelow = (daily: readonly DailyAct[]): number =>
  daily.filter(({ ratio, breaks }) => ratio < WELL_BELOW && !breaks).length;
