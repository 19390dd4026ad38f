import { createStore, type StoreApi } from 'zustand/vanilla';

/** Where the stage shows things, for what stands beside it. */
export interface BodyPlaces {
  /** Height of each body's middle below the stage's upper edge, T1 … L5, px; null where they do not stand in order. */
  readonly levelY: readonly number[] | null;
}

export type BodyPlacesStore = StoreApi<BodyPlaces>;

export const createBodyPlaces = (): BodyPlacesStore => createStore<BodyPlaces>(() => ({ levelY: null }));
