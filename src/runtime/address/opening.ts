import { DEFAULT_SCENARIO, type Session } from '../session/session.ts';
import { readAddress, readLink } from './address.ts';

/** Opens what the address says; where it says nothing, or nothing that can be read, the default patient. */
export async function openAddress(session: Session): Promise<void> {
  const { link, timeS, foreignModel } = readAddress(location);
  const reading = link === null ? null : await readLink(link);
  if (reading?.ok) session.open(reading.scenario, { timeS, foreignModel });
  else session.open(DEFAULT_SCENARIO, { timeS });
  if (reading && !reading.ok) session.report(reading.problems);
}
