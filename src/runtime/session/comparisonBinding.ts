import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Comparison, SettingsStore } from '../device/settings.ts';
import { createSimulator } from '../worker/createSimulator.ts';
import type { RequestFrame } from './clock.ts';
import type { ComparisonSession } from './comparisons.ts';
import type { Session } from './session.ts';

export type ComparisonStore = StoreApi<{ readonly session: Session | null }>;

/** Keeps a second session beside the main one while the settings ask for a comparison. */
export function bindComparison(
  main: Session,
  settings: SettingsStore,
  requestFrame: RequestFrame,
): ComparisonStore {
  const store: ComparisonStore = createStore(() => ({ session: null }));
  let wanted: Comparison | null = null;
  let made: ComparisonSession | null = null;
  const follow = async () => {
    const { comparison } = settings.getState();
    if (comparison === wanted) return;
    wanted = comparison;
    made?.dispose();
    made = null;
    store.setState({ session: null });
    if (!comparison) return;
    const { createComparisonSession } = await import('./comparisons.ts');
    if (wanted !== comparison) return;
    made = createComparisonSession(comparison, main, createSimulator(), requestFrame);
    store.setState({ session: made.session });
  };
  settings.subscribe(() => void follow());
  void follow();
  return store;
}
