import { type ComponentType, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type PanelContextValue, usePanel } from '../panels/context.ts';
import type { ModeName } from '../runtime/session/modePolicy.ts';
import type { Session } from '../runtime/session/session.ts';

/** Mode: components over and beside the one stage. Sessions and canvas outlive it. */
export interface Mode {
  readonly name: ModeName;
  /** Its lifecycle while it is on the page; null where it has none. */
  readonly open: ((page: PanelContextValue) => Life) | null;
  readonly OverStage: ComponentType;
  readonly Beside: ComponentType;
}

/** Lifecycle: entered when the mode appears on the page, and left when it goes. */
export interface Life {
  enter(): void;
  leave(): void;
}

/** Lifecycle with a state that the mode's components read. */
export interface ModeStore<S> extends Life {
  readonly store: StoreApi<S>;
}

/** Creates a mode's lifecycle at its first use, once per session: the components over and beside the stage share it. */
export function openOnce<M>(create: (page: PanelContextValue) => M): (page: PanelContextValue) => M {
  const opened = new WeakMap<Session, { readonly made: M }>();
  return (page) => {
    const { made } = opened.get(page.session) ?? { made: create(page) };
    opened.set(page.session, { made });
    return made;
  };
}

type Open<M> = (page: PanelContextValue) => M;

/** Store of a mode, for its components. */
export const useMode = <M>(open: Open<M>): M => open(usePanel());

/** State of a mode's store. */
export function useModeState<S>(open: Open<{ readonly store: StoreApi<S> }>): S {
  const { store } = open(usePanel());
  return useSyncExternalStore(store.subscribe, store.getState);
}
