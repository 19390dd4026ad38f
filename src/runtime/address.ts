import { MODEL_VERSION } from '../core/simulation/modelVersion.ts';
import { readScenario, type Scenario, type ScenarioReading } from '../core/simulation/scenario.ts';
import { pack, unpack } from './packing.ts';

/** What the address of the page says. */
export interface Address {
  /** What came of the link's scenario; null where the link has none. */
  readonly reading: ScenarioReading | null;
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
    reading: text === null ? null : readLink(text),
    foreignModel: text !== null && model !== null && model !== MODEL_VERSION ? model.slice(0, 20) : null,
    timeS: Number.isFinite(time) ? time : null,
    get,
  };
}

/** A scenario in a link: JSON as it is, percent-encoded once more, or packed. */
function readLink(text: string): ScenarioReading {
  const plain = text.trim();
  if (plain.startsWith('{') || plain.startsWith('[')) return readScenario(plain);
  if (/^%(7b|5b)/i.test(plain)) return readScenario(decodeLoosely(plain));
  const unpacked = unpack(plain);
  if (unpacked === null)
    return { ok: false, problems: ['The scenario in this link cannot be read: it is cut off or damaged.'] };
  return readScenario(unpacked);
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address that reproduces a scenario: query kept but for what the scenario replaces. */
export function calcAddress(search: string, scenario: Scenario): string {
  const query = new URLSearchParams(search);
  for (const name of ['scenario', 'model', 'time']) query.delete(name);
  const kept = query.toString();
  return `${kept && `?${kept}`}#scenario=${pack(JSON.stringify(scenario))}&model=${MODEL_VERSION}`;
}
