import { useSyncExternalStore } from 'react';

/** Part of a store that the hook uses. */
export interface Readable<S> {
  readonly getState: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

export function useStore<S, T>(store: Readable<S>, select: (state: S) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
