import type { SettingsStore } from '../device/settings.ts';
import type { Session } from '../session/session.ts';
import { calcFragment, joinFragment } from './address.ts';
import { mayWrite } from './addressBinding.ts';
import { writeAddress } from './writeAddress.ts';

/** Records when a part of the page could not be loaded: without a network, or replaced by a later version. */
export function bindLostParts(settings: SettingsStore): void {
  // Vite's own event, for whatever is imported on demand
  addEventListener('vite:preloadError', () => settings.setState({ isPartLost: true }));
}

/** Reloads the page, with its scenario where the mode writes it into the address; the other modes keep their own. */
export async function loadAgain({ store }: Session, settings: SettingsStore): Promise<void> {
  const { scenario } = store.getState();
  if (mayWrite(settings, 'stage')) {
    // the code that packs may be missing as well
    const fragment = await calcFragment(scenario).catch(
      () => `#scenario=${encodeURIComponent(JSON.stringify(scenario))}`,
    );
    writeAddress(joinFragment(location.search, fragment));
  }
  location.reload();
}
