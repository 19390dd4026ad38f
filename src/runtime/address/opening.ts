import { DEFAULT_SCENARIO, type Session } from '../session/session.ts';
import { readAddress, readLink } from './address.ts';

/** Opens the scenario in the address, or the default patient where there is none that can be read. */
export async function openAddress(session: Session): Promise<void> {
  const { link, timeS, foreignModel } = readAddress(location);
  const reading = link === null ? null : await readLink(link);
  if (reading?.ok) session.open(reading.scenario, { timeS, foreignModel });
  else session.open(DEFAULT_SCENARIO, { timeS });
  if (reading && !reading.ok) session.report(reading.problems);
}

/**
 * Opens the scenario of a fragment that changes while the page is open; undo brings the former one back. A fragment without a scenario,
 * such as an anchor of a translator or a host page, changes nothing; a damaged one is reported.
 */
export function bindFragment(session: Session): void {
  let latest = 0;
  addEventListener('hashchange', async () => {
    const { link, timeS, foreignModel } = readAddress({ search: '', hash: location.hash });
    latest += 1;
    const mine = latest;
    if (link === null) return;
    const reading = await readLink(link);
    if (mine !== latest) return;
    if (!reading.ok) session.report(reading.problems);
    else if (JSON.stringify(reading.scenario) !== JSON.stringify(session.store.getState().scenario))
      session.replace(reading.scenario, { timeS, foreignModel });
    else if (timeS !== null) session.clock.seek(timeS);
  });
}
