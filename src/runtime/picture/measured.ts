import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Level } from '../../core/anatomy/levels.ts';

/** What the picture has measured on its own bones at the moment shown, for the panels. */
export interface Measured {
  /** The foramen below a vertebra, while the nerves are shown: its area to half a mm². */
  readonly foramen: { readonly level: Level; readonly areaMm2: number } | null;
}
export type MeasuredStore = StoreApi<Measured>;

export const createMeasured = (): MeasuredStore => createStore<Measured>(() => ({ foramen: null }));
