import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsStore, Twin } from '../device/settings.ts';
import { createSimulator } from '../worker/createSimulator.ts';
import type { RequestFrame } from './clock.ts';
import type { TwinSession } from './comparisons.ts';
import type { Session } from './session.ts';

export type TwinStore = StoreApi<{ readonly session: Session | null }>;

/** Keeps a session beside the main one while the settings ask for a twin. */
export function bindTwin(main: Session, settings: SettingsStore, requestFrame: RequestFrame): TwinStore {
  const store: TwinStore = createStore(() => ({ session: null }));
  let wanted: Twin | null = null;
  let made: TwinSession | null = null;
  const follow = async () => {
    const { twin } = settings.getState();
    if (twin === wanted) return;
    wanted = twin;
    made?.dispose();
    made = null;
    store.setState({ session: null });
    if (!twin) return;
    const { createTwinSession } = await import('./comparisons.ts');
    if (wanted !== twin) return;
    made = createTwinSession(twin, main, createSimulator(), requestFrame);
    store.setState({ session: made.session });
  };
  settings.subscribe(() => void follow());
  void follow();
  return store;
}
