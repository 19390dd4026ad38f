import { type ComponentType, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type PanelContextValue, usePanel } from '../panels/context.ts';
import type { ModeName } from '../runtime/session/modePolicy.ts';
import type { Session } from '../runtime/session/session.ts';

/** A way of using the one stage: what lies over it, and what stands beside it. Sessions and canvas outlive it. */
export interface Mode {
  readonly name: ModeName;
  /** What it keeps and does while it is on the page; null where that is the session's alone. */
  readonly open: ((page: PanelContextValue) => Life) | null;
  readonly OverStage: ComponentType;
  readonly Beside: ComponentType;
}

/** Entered when the mode comes onto the page, and left when it goes. */
export interface Life {
  enter(): void;
  leave(): void;
}

/** A life with a state that the mode's parts read. */
export interface ModeStore<S> extends Life {
  readonly store: StoreApi<S>;
}

/** Opened when it is first looked at, once a session: the parts over and beside the stage share it. */
export function openOnce<M>(create: (page: PanelContextValue) => M): (page: PanelContextValue) => M {
  const opened = new WeakMap<Session, { readonly made: M }>();
  return (page) => {
    const { made } = opened.get(page.session) ?? { made: create(page) };
    opened.set(page.session, { made });
    return made;
  };
}

type Open<M> = (page: PanelContextValue) => M;

/** The store of a mode, for its parts. */
export const useMode = <M>(open: Open<M>): M => open(usePanel());

/** The state of a mode's store. */
export function useModeState<S>(open: Open<{ readonly store: StoreApi<S> }>): S {
  const { store } = open(usePanel());
  return useSyncExternalStore(store.subscribe, store.getState);
}
