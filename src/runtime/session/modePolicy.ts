/** Policy of a mode: what it may do with the page, its address and the device. Other code reads the row instead of the mode's name. */
export interface ModePolicy {
  /**
   * Scenario written into the address: the one on the `stage`, a `patient` being filled in whom the page stores, or `nothing`.
   * Where it is not the stage's, the address keeps the scenario to which the mode returns.
   */
  readonly address: 'stage' | 'patient' | 'nothing';
  /** Names of the mode's progress in the address; they are removed when the mode is left. */
  readonly progress: readonly string[];
  /** Whether language, register, units and theme chosen in the mode are written into the address. */
  readonly keepsSettings: boolean;
  /** Frame: `open` where the embedding page may enter the mode, `driven` where it may only command it, `closed` where it learns nothing. */
  readonly frame: 'open' | 'driven' | 'closed';
  /** Whether it is a lesson whose progress a learning platform may record: one that asks, one that only tells, or none. */
  readonly lesson: 'asks' | 'tells' | 'none';
  /** When the chart lies over the stage, where it takes space from the picture. */
  readonly chart: 'always' | 'one person' | 'never';
  /** Whether effort and fracture are audible unless the address says otherwise. */
  readonly sound: 'on' | 'off';
  /** Where the mode may store something: nowhere, in the tab, or on the device. */
  readonly storage: 'none' | 'tab' | 'device';
  /** Time without input after which the mode starts again for the next visitor, s; null: never. */
  readonly idleS: number | null;
  /** Whether leaving the mode restores the former scenario, view and layers. */
  readonly givesPageBack: boolean;
  /** Whether the mode is left at once when another is chosen, before that one has loaded. */
  readonly leftAtOnce: boolean;
}

export const MODE_POLICIES = {
  explore: {
    address: 'stage',
    progress: [],
    keepsSettings: true,
    frame: 'open',
    lesson: 'none',
    chart: 'always',
    sound: 'off',
    storage: 'none',
    idleS: null,
    givesPageBack: false,
    leftAtOnce: false,
  },
  story: {
    address: 'patient',
    progress: ['step'],
    keepsSettings: true,
    frame: 'open',
    lesson: 'tells',
    chart: 'one person',
    sound: 'off',
    storage: 'none',
    idleS: null,
    givesPageBack: true,
    leftAtOnce: false,
  },
  quiz: {
    address: 'nothing',
    progress: ['quiz', 'questions', 'answers', 'score'],
    keepsSettings: true,
    frame: 'open',
    lesson: 'asks',
    chart: 'always',
    sound: 'off',
    storage: 'none',
    idleS: null,
    givesPageBack: true,
    leftAtOnce: false,
  },
  // a patient's data: never in an address, and stored only in the tab, until the visit is ended
  clinic: {
    address: 'nothing',
    progress: [],
    keepsSettings: true,
    frame: 'closed',
    lesson: 'none',
    chart: 'always',
    sound: 'off',
    storage: 'tab',
    idleS: null,
    givesPageBack: true,
    leftAtOnce: true,
  },
  // a visitor's language and theme are temporary as well
  kiosk: {
    address: 'nothing',
    progress: [],
    keepsSettings: false,
    frame: 'driven',
    lesson: 'none',
    chart: 'never',
    sound: 'on',
    storage: 'device',
    idleS: 60,
    givesPageBack: true,
    leftAtOnce: false,
  },
} as const satisfies Readonly<Record<string, ModePolicy>>;

/** Name of a mode. */
export type ModeName = keyof typeof MODE_POLICIES;
export const MODES = Object.keys(MODE_POLICIES) as readonly ModeName[];

export const getPolicy = (mode: ModeName): ModePolicy => MODE_POLICIES[mode];
