import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Address } from './address.ts';

export const VIEWS = ['side', 'front', 'back', 'three-quarter', 'close'] as const;
export type View = (typeof VIEWS)[number];
export const QUALITIES = ['low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

/** How the page shows things; nothing here changes a figure. */
export interface Settings {
  readonly lang: string;
  readonly theme: 'dark' | 'light';
  readonly units: 'metric' | 'imperial';
  readonly quality: Quality;
  readonly view: View;
  /** Counts the times a view was asked for, so that asking for the same one again turns the camera back. */
  readonly viewAsked: number;
  /** Whether bodies are tinted by load over strength. */
  readonly tinted: boolean;
  /** Whether the bones round the spine are seen. */
  readonly skeletonShown: boolean;
  /** Whether a window shows the lattice inside the bodies. */
  readonly insideShown: boolean;
}
export type SettingsStore = StoreApi<Settings>;

const oneOf = <T extends string>(value: string | null, options: readonly T[], fallback: T): T =>
  options.find((option) => option === value) ?? fallback;

export function createSettings(address: Pick<Address, 'get'>, coarsePointer: boolean): SettingsStore {
  return createStore<Settings>(() => ({
    lang: address.get('lang') ?? 'en',
    theme: oneOf(address.get('theme'), ['dark', 'light'], 'dark'),
    units: oneOf(address.get('units'), ['metric', 'imperial'], 'metric'),
    quality: oneOf(address.get('quality'), QUALITIES, coarsePointer ? 'medium' : 'high'),
    view: oneOf(address.get('view'), VIEWS, 'three-quarter'),
    viewAsked: 0,
    tinted: true,
    skeletonShown: true,
    insideShown: true,
  }));
}
