import { findMode, type Settings, type SettingsStore } from '../device/settings.ts';
import { getPolicy, type ModePolicy } from '../session/modePolicy.ts';
import { DEFAULT_SCENARIO, type Session } from '../session/session.ts';
import { calcAddress, calcQuery, hasScenario, putIntoQuery, readAddress } from './address.ts';
import { writeAddress } from './writeAddress.ts';

/** Delay before the address follows the scenario, ms: browsers limit how often it may change. */
const ADDRESS_DELAY_MS = 250;

/** Whether the current mode writes this scenario into the address. */
export const mayWrite = (
  settings: SettingsStore,
  scenario: Exclude<ModePolicy['address'], 'nothing'>,
): boolean => getPolicy(settings.getState().mode).address === scenario;

/** Keeps the scenario in the address's fragment, which no server sees. */
export function bindAddress(session: Session, settings: SettingsStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = session.store.getState().scenario;
  session.store.subscribe(({ scenario, problems }) => {
    // a broken link stays in the address until something replaces it
    if (scenario === written || problems.length > 0) return;
    clearTimeout(timer);
    if (!mayWrite(settings, 'stage')) return;
    timer = setTimeout(async () => {
      const isPlain = scenario === DEFAULT_SCENARIO && !hasScenario(location.search);
      const address = isPlain ? null : await calcAddress(location.search, scenario);
      const isStale = session.store.getState().scenario !== scenario;
      if (isStale || !mayWrite(settings, 'stage')) return;
      written = scenario;
      writeAddress(address ?? calcQuery(location.search));
    }, ADDRESS_DELAY_MS);
  });
}

const KEPT = ['lang', 'register', 'units', 'theme'] as const satisfies readonly (keyof Settings)[];

/** Writes settings that the visitor chose into the address's query, so that a link carries them. */
export function bindSettings(settings: SettingsStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed: Record<string, string> = {};
  settings.subscribe((now, before) => {
    const names = KEPT.filter((name) => now[name] !== before[name]);
    if (names.length === 0 || !getPolicy(now.mode).keepsSettings) return;
    for (const name of names) changed[name] = now[name];
    clearTimeout(timer);
    timer = setTimeout(() => writeAddress(putIntoQuery(location, changed)), ADDRESS_DELAY_MS);
  });
}

/** Makes each mode an entry of the browser's history: back and forward move between them. */
export function bindMode(settings: SettingsStore): void {
  const read = () => findMode(readAddress(location));
  settings.subscribe(({ mode }, before) => {
    if (mode === before.mode || mode === read()) return;
    writeAddress(putIntoQuery(location, { mode }), 'pushState');
  });
  addEventListener('popstate', () => settings.setState({ mode: read() }));
}
