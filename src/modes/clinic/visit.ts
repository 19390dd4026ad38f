import { checkScenario, type Scenario } from '../../core/simulation/scenario.ts';
import { findStorage } from '../../runtime/device/storage.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';

export const SCREENS = ['patient', 'story', 'helps', 'acts', 'handout'] as const;
export type Screen = (typeof SCREENS)[number];

/** Clinic visit: its patient, the events that were tried, and its present screen. */
export interface Visit {
  readonly scenario: Scenario;
  /** Whether the patient was filled in. */
  readonly filled: boolean;
  readonly screen: Screen;
  /** Index of the story's step. */
  readonly at: number;
}

export const NEW_VISIT: Visit = { scenario: DEFAULT_SCENARIO, filled: false, screen: 'patient', at: 0 };

const KEY = 'columna-visit';

/** Stores a visit, so that a reload keeps it. */
export function writeVisit(visit: Visit, storage: Storage | null = findStorage('clinic')): void {
  try {
    storage?.setItem(KEY, JSON.stringify(visit));
  } catch {
    // full, or not allowed: the visit continues without
  }
}

/** Visit stored in this tab, as far as it is valid. */
export function readVisit(storage: Storage | null = findStorage('clinic')): Visit | null {
  try {
    const stored = JSON.parse(storage?.getItem(KEY) ?? 'null') as Partial<Visit> | null;
    const reading = stored ? checkScenario(stored.scenario) : null;
    if (!stored || !reading?.ok) return null;
    return {
      scenario: reading.scenario,
      filled: stored.filled === true,
      screen: SCREENS.find((screen) => screen === stored.screen) ?? 'patient',
      at: Number.isInteger(stored.at) ? Number(stored.at) : 0,
    };
  } catch {
    return null;
  }
}

/** Removes everything that this tab has stored. */
export function wipeVisit(storage: Storage | null = findStorage('clinic')): void {
  storage?.clear();
}
