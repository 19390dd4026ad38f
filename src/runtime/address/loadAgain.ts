import type { SettingsStore } from '../device/settings.ts';
import type { Session } from '../session/session.ts';
import { calcFragment, calcQuery } from './address.ts';
import { mayWrite } from './addressBinding.ts';
import { writeAddress } from './writeAddress.ts';

/** Tells the page that a part of it could not be fetched: without a network, or gone since a later version took its place. */
export function bindLostParts(settings: SettingsStore): void {
  // Vite's own event, for whatever is imported on demand
  addEventListener('vite:preloadError', () => settings.setState({ isPartLost: true }));
}

/** Loads the page again, with its scenario where the mode lets that into the address; the other modes keep their own. */
export async function loadAgain({ store }: Session, settings: SettingsStore): Promise<void> {
  const { scenario } = store.getState();
  if (mayWrite(settings, 'stage')) {
    // what packs may be gone as well
    const fragment = await calcFragment(scenario).catch(
      () => `#scenario=${encodeURIComponent(JSON.stringify(scenario))}`,
    );
    writeAddress(calcQuery(location.search) + fragment);
  }
  location.reload();
}
