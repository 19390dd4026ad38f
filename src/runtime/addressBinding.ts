import { calcAddress } from './address.ts';
import { DEFAULT_SCENARIO, type Session } from './session.ts';

/** Quiet time before the address follows the scenario, ms: browsers limit how often it may change. */
const ADDRESS_DELAY_MS = 250;

/** Keeps the scenario in the address's fragment, which no server sees. */
export function bindAddress(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = session.store.getState().scenario;
  session.store.subscribe(({ scenario, problems }) => {
    // a broken link stays in the address until something takes its place
    if (scenario === written || problems.length > 0) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const isPlain = scenario === DEFAULT_SCENARIO && !location.search.includes('scenario=');
      const address = isPlain ? location.search : await calcAddress(location.search, scenario);
      if (session.store.getState().scenario !== scenario) return;
      written = scenario;
      history.replaceState(null, '', location.pathname + address);
    }, ADDRESS_DELAY_MS);
  });
}
