import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Trouble } from '../session/trouble.ts';
import {
  decode,
  dropUnseen,
  isCutOff,
  readCheck,
  readFragment,
  readModel,
  readNames,
  readValue,
} from './damage.ts';

// code that packs, unpacks and checks is loaded only when a link needs it
const loadPacking = () => import('./packing.ts');
const loadSchema = () => import('../../core/simulation/scenario.ts');

/** Names of an address's scenario values: the scenario, the model that computed it, its checksum, a playback time. */
export const SCENARIO_NAMES = ['scenario', 'model', 'check', 'time'] as const;
/** Separator between a scenario and its checksum. */
const CHECK = '&check=';
const CHECK_DIGITS = 8;

/** Contents of the page's address. */
export interface Address {
  /** Scenario of the link as written, with its checksum if it has one; null where there is none, empty where it is cut off. */
  readonly link: string | null;
  /** Model version with which the link was made, if not the present one. */
  readonly foreignModel: string | null;
  /** Playback time in the link, s. */
  readonly timeS: number | null;
  /** Value of any other parameter; the fragment has precedence over the query. */
  readonly get: (name: string) => string | null;
}

export function readAddress(url: { readonly search: string; readonly hash: string }): Address {
  const query = readNames(url.search);
  const fragment = readFragment(url);
  const getRaw = (name: string) => fragment.get(name) ?? query.get(name);
  const get = (name: string) => {
    const value = getRaw(name);
    return value === undefined ? null : readValue(value);
  };
  const text = getRaw('scenario') ?? (isCutOff(fragment) ? '' : null);
  const check = readCheck(getRaw('check') ?? '');
  const model = getRaw('model');
  const time = Number.parseFloat(get('time') ?? '');
  return {
    link: text !== null && check ? text + CHECK + check : text,
    foreignModel: text !== null && model !== undefined ? readModel(model, MODEL_VERSION) : null,
    timeS: Number.isFinite(time) ? time : null,
    get,
  };
}

/** Scenario read from a link, or why there is none. */
export type LinkReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Trouble[] };

const DAMAGED: LinkReading = { ok: false, problems: [{ code: 'link', values: {} }] };

/** Reads a scenario from a link: JSON as it is, percent-encoded any number of times, or packed; repairs what mail and chats do to links. */
export async function readLink(text: string): Promise<LinkReading> {
  const [scenario = '', check = ''] = text.split(CHECK);
  const plain = dropUnseen(decode(scenario));
  const { readScenario } = await loadSchema();
  if (!/^(?:3D)?\W*[{[]/i.test(plain)) return readPacked(decode(scenario), check, readScenario);
  // text around it is not part of it
  const own = plain.slice(plain.search(/[{[]/), plain.lastIndexOf(plain.includes('{') ? '}' : ']') + 1);
  return isJson(own) ? readScenario(own) : DAMAGED;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The packed text in what a link says: dashes as typesetting makes them, `=` at the ends of a mail's lines, and `\_` undone. */
function straighten(text: string): string {
  const straight = dropUnseen(text)
    .replaceAll('—', '--')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[=\\]/g, '');
  return /[\w-]+/.exec(straight)?.[0] ?? '';
}

/** @param check first digits of the checksum; empty where there is none, as in links from before 0.4.0 */
async function readPacked(
  decoded: string,
  check: string,
  readScenario: (text: string) => LinkReading,
): Promise<LinkReading> {
  const { calcCheck, unpack } = await loadPacking();
  const [first = ''] = decoded.trim().split(/\s/);
  // a blank is a line break in a mail, or the end of the link
  const whole = [decoded, first].map(straighten);
  // a mail writes `=3D` for `=`; a checksum may begin so itself
  const checks = [check, check.replace(/^3d/, '')].map((digits) => digits.slice(0, CHECK_DIGITS));
  const isWhole = (text: string) => checks.some((digits) => calcCheck(text).startsWith(digits));
  for (const candidate of [...whole, ...whole.map((text) => text.replace(/^3D/i, ''))]) {
    const unpacked = unpack(candidate);
    if (unpacked !== null && isJson(unpacked) && isWhole(unpacked)) return readScenario(unpacked);
  }
  return DAMAGED;
}

/**
 * Value of `scenario` in the query of an address that has its scenario in the fragment, which no server sees. Where a mail or a chat
 * has cut the fragment off, this is left, is no scenario, and is said to be damaged.
 */
const BELOW = 'below';

/** Whether a scenario stands in the query itself, as an older link or a person wrote it. */
export const hasScenario = (search: string): boolean => {
  const scenario = new URLSearchParams(search).get('scenario');
  return scenario !== null && scenario !== BELOW;
};

/** Query without what a scenario in the fragment replaces. */
export function calcQuery(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of SCENARIO_NAMES) query.delete(name);
  const kept = query.toString();
  return kept && `?${kept}`;
}

/** Fragment that reproduces a scenario. */
export async function calcFragment(scenario: Scenario): Promise<string> {
  const { calcCheck, pack } = await loadPacking();
  const text = JSON.stringify(scenario);
  return `#scenario=${pack(text)}&model=${MODEL_VERSION}${CHECK}${calcCheck(text)}`;
}

/** Address with a scenario in its fragment, and the mark of it in its query. */
export function joinFragment(search: string, fragment: string): string {
  const query = new URLSearchParams(calcQuery(search));
  query.set('scenario', BELOW);
  return `?${query}${fragment}`;
}

/** Address that reproduces a scenario. */
export const calcAddress = async (search: string, scenario: Scenario): Promise<string> =>
  joinFragment(search, await calcFragment(scenario));

/** Query and fragment with values put into the query and removed from the fragment, which has precedence. */
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
