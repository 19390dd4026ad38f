/** Characters that mail, chats and typesetting insert into links: blanks, soft hyphens, direction marks, zero-width characters. */
const UNSEEN = /[\s\p{Cf}]/gu;
/** Most percent-encodings on top of each other, as by a mail filter, a chat and a page in succession. */
const MOST_ENCODINGS = 4;

/** Longest name or value of a setting, characters: longer ones are ignored. */
const LONGEST = 500;

/** Text with all percent-encodings removed, however many. */
export function decode(text: string): string {
  let decoded = text;
  for (let n = 0; n < MOST_ENCODINGS && /%[0-9a-f]{2}/i.test(decoded); n++)
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  return decoded;
}

export const dropUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Name in a fragment as the page knows it: `&amp;model` and `MODEL` are `model`. */
const normaliseName = (name: string): string =>
  dropUnseen(name.slice(0, LONGEST))
    .replace(/^(?:amp;)+/i, '')
    .replace(/^\W+|\W+$/g, '')
    .toLowerCase();

/** Values of a query or fragment by name; a name written as the page writes it has precedence over damaged ones. */
export function readNames(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const exact = new Set<string>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = normaliseName(name);
    if (exact.has(known) || (known !== name && values.has(known))) continue;
    values.set(known, value);
    if (known === name) exact.add(known);
  }
  return values;
}

/** Values in an address's fragment, or in one that an encoding moved behind the query. */
export function readFragment(url: {
  readonly search: string;
  readonly hash: string;
}): ReadonlyMap<string, string> {
  let text = url.hash.replace(/^#/, '');
  if (text === '' && /%(?:25)*23/i.test(url.search)) text = /#(.*)$/s.exec(decode(url.search))?.[1] ?? '';
  // encoded as a whole
  if (/^[\w.~-]*%(?:25)*3D/i.test(text)) text = decode(text);
  // without a second fragment or a text fragment behind the first
  return readNames(text.split(/:~:|#/)[0]!);
}

/** Value of a setting without characters added behind it: a full stop of the sentence around the link, a closing bracket. */
export const readValue = (value: string): string =>
  dropUnseen(decode(value.slice(0, LONGEST)))
    .replace(/#.*$/s, '')
    .replace(/^3D(?=[a-z\d])/i, '')
    .replace(/[.,;:!?*_~'"`´)\]}>»›”’…。，、）】」]+$/u, '');

const NAME = 'scenario';
/** Fewest letters by which a cut-off name is recognised. */
const FEWEST_LETTERS = 3;

/** Whether a fragment is the beginning of a cut-off link with a scenario. */
export function isCutOff(values: ReadonlyMap<string, string>): boolean {
  if (values.has(NAME)) return false;
  if (values.has('check') || values.has('model')) return true;
  const [[name, value] = ['', '']] = values;
  return values.size === 1 && value === '' && name.length >= FEWEST_LETTERS && NAME.startsWith(name);
}

/** Version in `0.3.0),` or `3D0.3.0`; null where it may be a cut-off form of the present one. */
export function readModel(text: string, ours: string): string | null {
  const [version] = /\d+(?:\.\d+)*/.exec(dropUnseen(decode(text)).replace(/^3D(?=\d)/i, '')) ?? [];
  return version === undefined || ours.startsWith(version) ? null : version.slice(0, 20);
}
