import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Address } from '../address/address.ts';
import { getPolicy, MODES, type ModeName } from '../session/modePolicy.ts';

export const VIEWS = ['side', 'front', 'back', 'three-quarter', 'close'] as const;
export type View = (typeof VIEWS)[number];
export const QUALITIES = ['low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];
/** Layers over or inside the spine, and whether each is visible at first. */
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
/** Comparisons: the same person with one difference. */
export const COMPARISONS = ['easier', 'uncemented', 'strong', 't-1', 't-2.5', 't-3.5', 'before'] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** Layers that have a geometry of their own. */
export type LaidOver = Exclude<Layer, 'skeleton' | 'inside' | 'discs'>;

/** Settings of how the page shows things; none of them changes a figure. */
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
  /** Whether effort and fracture are audible. */
  readonly sound: boolean;
  readonly view: View;
  /** Whether the camera rotates by itself, slowly; never where less motion is wanted. */
  readonly rotating: boolean;
  /** Number of times that a view was chosen, so that choosing the same one again resets the camera. */
  readonly viewAsked: number;
  /** Whether bodies are tinted by load over strength. */
  readonly tinted: boolean;
  /** Visibility of the layers. */
  readonly layers: Readonly<Record<Layer, boolean>>;
  /** Layers that are shown faintly. */
  readonly faint: Readonly<Partial<Record<Layer, boolean>>>;
  readonly comparison: Comparison | null;
  /** Selected vertebra, which is explained, if any. */
  readonly selected: Level | null;
  /** Vertebra shown alone in the close view, if any. */
  readonly isolated: Level | null;
  /** Whether a part of the page could not be loaded. */
  readonly isPartLost: boolean;
}
export type SettingsStore = StoreApi<Settings>;

const oneOf = <T extends string>(value: string | null, options: readonly T[], fallback: T): T =>
  options.find((option) => option === value) ?? fallback;

/** Mode in an address. */
export const findMode = (address: Pick<Address, 'get'>): ModeName =>
  oneOf(address.get('mode'), MODES, 'explore');

/** Theme, and view, in an address. */
export const findTheme = (address: Pick<Address, 'get'>): Settings['theme'] =>
  oneOf(address.get('theme'), ['dark', 'light'], 'dark');
export const findView = (address: Pick<Address, 'get'>): View =>
  oneOf(address.get('view'), VIEWS, 'three-quarter');

/** @param lang the reader's language */
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
