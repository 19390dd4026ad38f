import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Address } from '../address/address.ts';
import { getPolicy, MODES, type ModeName } from '../session/modePolicy.ts';

export const VIEWS = ['side', 'front', 'back', 'three-quarter', 'close'] as const;
export type View = (typeof VIEWS)[number];
export const QUALITIES = ['low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];
/** What can be laid over the spine, or opened in it, and whether it is seen at first. */
export const SEEN_AT_FIRST = {
  skeleton: true,
  inside: true,
  discs: false,
  muscles: false,
  forces: false,
  ligaments: false,
  nerves: false,
} as const;
export type Layer = keyof typeof SEEN_AT_FIRST;
export const LAYERS = Object.keys(SEEN_AT_FIRST) as readonly Layer[];
/** Whom the person on the stage can be compared with: the same, but for one thing. */
export const COMPARISONS = ['easier', 'uncemented', 'strong', 'before'] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** Those that come with a geometry of their own. */
export type LaidOver = Exclude<Layer, 'skeleton' | 'inside' | 'discs'>;

/** How the page shows things; nothing here changes a figure. */
export interface Settings {
  readonly lang: string;
  /** Everyday words, or those of the clinic. */
  readonly register: 'plain' | 'clinical';
  readonly mode: ModeName;
  readonly theme: 'dark' | 'light';
  readonly units: 'metric' | 'imperial';
  readonly quality: Quality;
  /** Whether slow frames lower the quality. */
  readonly qualityAuto: boolean;
  /** Whether effort and fracture are heard. */
  readonly sound: boolean;
  readonly view: View;
  /** Whether the camera goes round by itself, slowly; never where less motion is wanted. */
  readonly rotating: boolean;
  /** Counts the times a view was asked for, so that asking for the same one again turns the camera back. */
  readonly viewAsked: number;
  /** Whether bodies are tinted by load over strength. */
  readonly tinted: boolean;
  /** Which layers are seen. */
  readonly layers: Readonly<Record<Layer, boolean>>;
  /** Which of them only faintly. */
  readonly faint: Readonly<Partial<Record<Layer, boolean>>>;
  readonly comparison: Comparison | null;
  /** The vertebra that is explained, if any. */
  readonly selected: Level | null;
  /** The vertebra that alone is seen whole in the close view, if any. */
  readonly isolated: Level | null;
  /** Whether a part of the page could not be fetched. */
  readonly isPartLost: boolean;
}
export type SettingsStore = StoreApi<Settings>;

const oneOf = <T extends string>(value: string | null, options: readonly T[], fallback: T): T =>
  options.find((option) => option === value) ?? fallback;

/** The mode that an address asks for. */
export const findMode = (address: Pick<Address, 'get'>): ModeName =>
  oneOf(address.get('mode'), MODES, 'explore');

/** The theme, and the view, that an address asks for. */
export const findTheme = (address: Pick<Address, 'get'>): Settings['theme'] =>
  oneOf(address.get('theme'), ['dark', 'light'], 'dark');
export const findView = (address: Pick<Address, 'get'>): View =>
  oneOf(address.get('view'), VIEWS, 'three-quarter');

/** @param lang the language that was found for the reader */
export function createSettings(
  address: Pick<Address, 'get'>,
  coarsePointer: boolean,
  lang: string,
): SettingsStore {
  return createStore<Settings>(() => ({
    lang,
    register: oneOf(address.get('register'), ['plain', 'clinical'], 'plain'),
    mode: findMode(address),
    theme: findTheme(address),
    units: oneOf(address.get('units'), ['metric', 'imperial'], 'metric'),
    quality: oneOf(address.get('quality'), QUALITIES, coarsePointer ? 'medium' : 'high'),
    qualityAuto: !QUALITIES.some((quality) => quality === address.get('quality')),
    sound: oneOf(address.get('sound'), ['on', 'off'], getPolicy(findMode(address)).sound) === 'on',
    view: findView(address),
    rotating: false,
    viewAsked: 0,
    tinted: true,
    layers: SEEN_AT_FIRST,
    faint: {},
    comparison: COMPARISONS.find((comparison) => comparison === address.get('twin')) ?? null,
    selected: null,
    isolated: null,
    isPartLost: false,
  }));
}
