/** What mail, chats and typesetting put between the letters of a link: blanks, soft hyphens, marks of direction, what has no width. */
const UNSEEN = /[\s\p{Cf}]/gu;
/** How often a link is encoded anew on its way at most: a mail's filter in a chat's in a page's. */
const MOST_ENCODINGS = 4;

/** Longest name, and longest value of a setting, characters: what is longer is nobody's. */
const LONGEST = 500;

/** Without percent-encoding, however often it was put on. */
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

/** A name in a fragment as the page knows it: `&amp;model` and `MODEL` are `model`. */
const normaliseName = (name: string): string =>
  dropUnseen(name.slice(0, LONGEST))
    .replace(/^(?:amp;)+/i, '')
    .replace(/^\W+|\W+$/g, '')
    .toLowerCase();

/** What a query or a fragment says by name; one that is written as the page writes it goes before those that are not. */
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

/** What an address says in its fragment, or in one that an encoding put behind the query. */
export function readFragment(url: {
  readonly search: string;
  readonly hash: string;
}): ReadonlyMap<string, string> {
  let text = url.hash.replace(/^#/, '');
  if (text === '' && /%(?:25)*23/i.test(url.search)) text = /#(.*)$/s.exec(decode(url.search))?.[1] ?? '';
  // encoded as a whole
  if (/^[\w.~-]*%(?:25)*3D/i.test(text)) text = decode(text);
  // a second fragment behind the first, or what points at a word of the page
  return readNames(text.split(/:~:|#/)[0]!);
}

/** A setting's value without what was put behind it: the point of the sentence that the link stood in, the bracket round it. */
export const readValue = (value: string): string =>
  dropUnseen(decode(value.slice(0, LONGEST)))
    .replace(/#.*$/s, '')
    .replace(/^3D(?=[a-z\d])/i, '')
    .replace(/[.,;:!?*_~'"`´)\]}>»›”’…。，、）】」]+$/u, '');

const NAME = 'scenario';
/** Fewest letters of a name that is cut off by which it is known. */
const FEWEST_LETTERS = 3;

/** Whether a fragment is the beginning of a link that a scenario stood in. */
export function isCutOff(values: ReadonlyMap<string, string>): boolean {
  if (values.has(NAME)) return false;
  if (values.has('check') || values.has('model')) return true;
  const [[name, value] = ['', '']] = values;
  return values.size === 1 && value === '' && name.length >= FEWEST_LETTERS && NAME.startsWith(name);
}

/** The version in `0.3.0),` or `3D0.3.0`; null where what is left of it may be our own. */
export function readModel(text: string, ours: string): string | null {
  const [version] = /\d+(?:\.\d+)*/.exec(dropUnseen(decode(text)).replace(/^3D(?=\d)/i, '')) ?? [];
  return version === undefined || ours.startsWith(version) ? null : version.slice(0, 20);
}
