import { createStore, type StoreApi } from 'zustand/vanilla';

/** Positions of bodies on the stage, for panels beside it. */
export interface BodyPlaces {
  /** Height of each body's middle below the stage's upper edge, T1 … L5, px; null where they are not in vertical order. */
  readonly levelY: readonly number[] | null;
}

export type BodyPlacesStore = StoreApi<BodyPlaces>;

export const createBodyPlaces = (): BodyPlacesStore => createStore<BodyPlaces>(() => ({ levelY: null }));
