import { getPolicy, type MODE_POLICIES, MODES, type ModeName } from '../session/modePolicy.ts';
import { SCENARIO_NAMES } from './address.ts';
import { writeAddress } from './writeAddress.ts';

/** Names under which a mode stores progress in the address, from its row of the policy. */
export type ProgressName<M extends ModeName> = (typeof MODE_POLICIES)[M]['progress'][number];

/** Query and fragment without given names. */
function without(url: { readonly search: string; readonly hash: string }, names: readonly string[]) {
  const query = new URLSearchParams(url.search);
  const fragment = new URLSearchParams(url.hash.replace(/^#/, ''));
  const before = fragment.toString();
  for (const name of names) {
    query.delete(name);
    fragment.delete(name);
  }
  const after = fragment.toString();
  return { query, hash: after === before ? url.hash : after && `#${after}` };
}

/** Writes a mode's progress into the address's query, in place of the former one; null removes it. */
export function writeProgress<M extends ModeName>(
  mode: M,
  values: Readonly<Partial<Record<ProgressName<M>, string>>> | null,
): void {
  const { query, hash } = without(location, getPolicy(mode).progress);
  for (const [name, value] of Object.entries<string | undefined>(values ?? {}))
    if (value !== undefined) query.set(name, value);
  const rest = (query.size > 0 ? `?${query}` : '') + hash;
  if (rest !== location.search + location.hash) writeAddress(rest);
}

/** Removes from the address what could identify a patient: the scenario, and all progress. */
export function dropScenario(): void {
  const { query } = without(location, [
    ...SCENARIO_NAMES,
    ...MODES.flatMap((mode) => getPolicy(mode).progress),
  ]);
  writeAddress(query.size > 0 ? `?${query}` : '');
}
