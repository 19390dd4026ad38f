/** Characters that mail, chats and typesetting insert into links: blanks, soft hyphens, direction marks, zero-width characters. */
const UNSEEN = /[\s\p{Cf}]/gu;
/** How often a link is encoded anew on its way at most: a mail's filter in a chat's in a page's. */
const MOST_ENCODINGS = 8;

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

/** Signs of full width, as an East Asian keyboard writes them and a browser encodes them, by the last byte of each. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '83': '#', '86': '&', '9D': '=', '9F': '?' };
const narrow = (text: string): string =>
  text.replace(/%EF%BC%(83|86|9D|9F)/gi, (_, last: string) => FULL_WIDTH[last.toUpperCase()]!);

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
  for (const [name, value] of new URLSearchParams(narrow(text))) {
    const known = normaliseName(name);
    if (exact.has(known) || (known !== name && values.has(known))) continue;
    values.set(known, value);
    if (known === name) exact.add(known);
  }
  return values;
}

const NAME = 'scenario';
/** What parts an address: the mark of a query or a fragment, or what points at a word of the page. */
const MARK = /:~:|[#?]/;

/**
 * What an address says in its fragment, or in one that an encoding or a second mark put behind the query; where there are several,
 * a host's route or a translator's fragment say, in the one with a scenario.
 */
export function readFragment(url: {
  readonly search: string;
  readonly hash: string;
}): ReadonlyMap<string, string> {
  const query = narrow(url.search).replace(/^\?/, '');
  const decoded = /[#?]|%(?:25)*(?:23|3F)/i.test(query) ? decode(query) : '';
  let text = narrow(url.hash).replace(/^#/, '') || (decoded.split('#')[1] ?? '');
  // encoded as a whole
  if (/^[\w.~-]*%(?:25)*3D/i.test(text)) text = decode(text);
  const [first, ...others] = [...text.split(MARK), ...decoded.split(MARK).slice(1)].map(readNames);
  return [first!, ...others].find((part) => part.has(NAME)) ?? first!;
}

/** Value of a setting without characters added behind it: a full stop of the sentence around the link, a closing bracket. */
export const readValue = (value: string): string =>
  dropUnseen(decode(value.slice(0, LONGEST)))
    .replace(/[#?].*$/s, '')
    .replaceAll('=', '')
    .replace(/^3D(?=[a-z\d])/i, '')
    .replace(/[.,;:!?*_~'"`´)\]}>»›”’…。，、）】」]+$/u, '');

/** Fewest letters of a name that is cut off by which it is known. */
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
  const plain = dropUnseen(decode(text))
    .replaceAll('=', '')
    .replace(/^3D(?=\d)/i, '');
  const [version] = /\d+(?:\.\d+)*/.exec(plain) ?? [];
  return version === undefined || ours.startsWith(version) ? null : version.slice(0, 20);
}

/** First digits of a checksum, with the `3D` that a mail writes before them if it did; they may begin so themselves. */
export const readCheck = (text: string): string =>
  /[0-9a-f]{1,10}/i.exec(dropUnseen(decode(text)).replaceAll('=', ''))?.[0].toLowerCase() ?? '';
