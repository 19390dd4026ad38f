import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Level } from '../../core/anatomy/levels.ts';

/** Measurements that the picture makes on its own bones at the present time, for the panels. */
export interface Measured {
  /** Area of the foramen below a vertebra, while the nerves are shown: to half a mm². */
  readonly foramen: { readonly level: Level; readonly areaMm2: number } | null;
}
export type MeasuredStore = StoreApi<Measured>;

export const createMeasured = (): MeasuredStore => createStore<Measured>(() => ({ foramen: null }));
