import { createStore, type StoreApi } from 'zustand/vanilla';

/** Where the stage shows things, for what stands beside it. */
export interface Sight {
  /** Height of each body's middle below the stage's upper edge, T1 … L5, px; null where they do not stand in order. */
  readonly levelY: readonly number[] | null;
}

export type SightStore = StoreApi<Sight>;

export const createSight = (): SightStore => createStore<Sight>(() => ({ levelY: null }));
