import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Trouble } from '../session/trouble.ts';

// what packs, unpacks and checks is fetched when a link needs it, not on every first visit
const loadPacking = () => import('./packing.ts');
const loadSchema = () => import('../../core/simulation/scenario.ts');

/** What the address of the page says. */
export interface Address {
  /** The link's scenario as it stands there; null where it has none. */
  readonly link: string | null;
  /** Model version the link was made with, if it was another than ours. */
  readonly foreignModel: string | null;
  /** Playback time asked for, s. */
  readonly timeS: number | null;
  /** Any other parameter, the fragment before the query. */
  readonly get: (name: string) => string | null;
}

export function readAddress(url: { readonly search: string; readonly hash: string }): Address {
  const query = new URLSearchParams(url.search);
  const fragment = new URLSearchParams(url.hash.replace(/^#/, ''));
  const get = (name: string) => fragment.get(name) ?? query.get(name);
  const text = get('scenario');
  const model = get('model');
  const time = Number.parseFloat(get('time') ?? '');
  return {
    link: text,
    foreignModel: text !== null && model !== null && model !== MODEL_VERSION ? model.slice(0, 20) : null,
    timeS: Number.isFinite(time) ? time : null,
    get,
  };
}

/** A scenario, or why there is none. */
export type LinkReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Trouble[] };

/** A scenario in a link: JSON as it is, percent-encoded once more, or packed. */
export async function readLink(text: string): Promise<LinkReading> {
  const { readScenario } = await loadSchema();
  const plain = text.trim();
  if (plain.startsWith('{') || plain.startsWith('[')) return readScenario(plain);
  if (/^%(7b|5b)/i.test(plain)) return readScenario(decodeLoosely(plain));
  const unpacked = (await loadPacking()).unpack(plain);
  if (unpacked === null) return { ok: false, problems: [{ code: 'link', values: {} }] };
  return readScenario(unpacked);
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The query but for what a scenario in the fragment replaces. */
export function calcQuery(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ['scenario', 'model', 'time']) query.delete(name);
  const kept = query.toString();
  return kept && `?${kept}`;
}

/** The fragment that reproduces a scenario. */
export async function calcFragment(scenario: Scenario): Promise<string> {
  const { pack } = await loadPacking();
  return `#scenario=${pack(JSON.stringify(scenario))}&model=${MODEL_VERSION}`;
}

/** The address that reproduces a scenario. */
export const calcAddress = async (search: string, scenario: Scenario): Promise<string> =>
  calcQuery(search) + (await calcFragment(scenario));

/** Query and fragment with values put into the query, and taken out of the fragment, which goes before it. */
export function putIntoQuery(
  url: { readonly search: string; readonly hash: string },
  values: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(url.search);
  const fragment = new URLSearchParams(url.hash.replace(/^#/, ''));
  const before = fragment.toString();
  for (const [name, value] of Object.entries(values)) {
    query.set(name, value);
    fragment.delete(name);
  }
  const after = fragment.toString();
  return `?${query}${after === before ? url.hash : after && `#${after}`}`;
}
