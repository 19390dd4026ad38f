import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language } from '../i18n/translate.ts';
import type { Settings, SettingsStore } from '../runtime/device/settings.ts';
import type { BodyPlaces, BodyPlacesStore } from '../runtime/picture/bodyPlaces.ts';
import type { Takeaway } from '../runtime/picture/takeaway.ts';
import type { ComparisonStore } from '../runtime/session/comparisonBinding.ts';
import type { Playhead, PlayheadStore } from '../runtime/session/playhead.ts';
import type { Session, SessionState } from '../runtime/session/session.ts';

/** What every panel reads and drives. */
export interface PanelContextValue {
  readonly session: Session;
  readonly playhead: PlayheadStore;
  readonly settings: SettingsStore;
  readonly comparison: ComparisonStore;
  readonly bodyPlaces: BodyPlacesStore;
  readonly language: Language;
  /** The part of the picture that writes files. */
  readonly loadTakeaway: () => Promise<Takeaway>;
}

export const PanelContext = createContext<PanelContextValue | null>(null);

export function usePanel(): PanelContextValue {
  const value = useContext(PanelContext);
  if (!value) throw new Error('a panel stands outside PanelContext');
  return value;
}

interface Readable<S> {
  readonly getState: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

function useStore<S, T>(store: Readable<S>, select: (state: S) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

export const useSession = <T>(select: (state: SessionState) => T): T =>
  useStore(usePanel().session.store, select);
export const useSettings = <T>(select: (state: Settings) => T): T => useStore(usePanel().settings, select);
/** A read of the session beside the main one; null where there is none. */
export function useComparison<T>(select: (state: SessionState) => T): T | null {
  const session = useStore(usePanel().comparison, (state) => state.session);
  return useStore(session?.store ?? NOBODY, (state) => (state ? select(state) : null));
}
const NOBODY: Readable<null> = { getState: () => null, subscribe: () => () => {} };

export const useBodyPlaces = <T>(select: (state: BodyPlaces) => T): T =>
  useStore(usePanel().bodyPlaces, select);
export const usePlayhead = <T>(select: (state: Playhead) => T): T => useStore(usePanel().playhead, select);
