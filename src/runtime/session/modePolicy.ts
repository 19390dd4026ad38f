/** What a mode may do with the page, its address and the device. Whoever has to know it of a mode reads its row. */
export interface ModePolicy {
  /**
   * Which scenario goes into the address: the one on the `stage`, a `patient` who is filled in and whom the page keeps, or
   * `nothing`. Where it is not the stage's, the address keeps the scenario that the mode goes back to.
   */
  readonly address: 'stage' | 'patient' | 'nothing';
  /** Names under which the address says how far someone has come; they are taken out when the mode is left. */
  readonly progress: readonly string[];
  /** Whether language, register, units and theme that are chosen in it go into the address. */
  readonly keepsSettings: boolean;
  /** In a frame: `open` where the page round it may lead into it, `driven` where it may but command it, `closed` where it learns nothing. */
  readonly frame: 'open' | 'driven' | 'closed';
  /** When the chart lies over the stage: it takes room from the picture. */
  readonly chart: 'always' | 'one person' | 'never';
  /** Whether effort and fracture are heard unless the address says otherwise. */
  readonly sound: 'on' | 'off';
  /** Where it may store something: nowhere, in the tab, or on the device. */
  readonly storage: 'none' | 'tab' | 'device';
  /** Time without a touch after which it begins anew for someone else, s; null: never. */
  readonly idleS: number | null;
  /** Whether scenario, view and layers are as they were before when it is left. */
  readonly givesPageBack: boolean;
  /** Whether it is left the moment another is asked for, before that one is there. */
  readonly leftAtOnce: boolean;
}

export const MODE_POLICIES = {
  explore: {
    address: 'stage',
    progress: [],
    keepsSettings: true,
    frame: 'open',
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
    chart: 'always',
    sound: 'off',
    storage: 'none',
    idleS: null,
    givesPageBack: true,
    leftAtOnce: false,
  },
  // a patient's data: never in an address, and stored in the tab alone, until the visit is ended
  clinic: {
    address: 'nothing',
    progress: [],
    keepsSettings: true,
    frame: 'closed',
    chart: 'always',
    sound: 'off',
    storage: 'tab',
    idleS: null,
    givesPageBack: true,
    leftAtOnce: true,
  },
  // a visitor's language and theme are of the moment as well
  kiosk: {
    address: 'nothing',
    progress: [],
    keepsSettings: false,
    frame: 'driven',
    chart: 'never',
    sound: 'on',
    storage: 'device',
    idleS: 60,
    givesPageBack: true,
    leftAtOnce: false,
  },
} as const satisfies Readonly<Record<string, ModePolicy>>;

/** Who it is for, and so what is on the screen. */
export type ModeName = keyof typeof MODE_POLICIES;
export const MODES = Object.keys(MODE_POLICIES) as readonly ModeName[];

export const getPolicy = (mode: ModeName): ModePolicy => MODE_POLICIES[mode];
