import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_VERSION } from '../../src/core/simulation/modelVersion.ts';
import { readScenario, type Scenario } from '../../src/core/simulation/scenario.ts';
import { calcAddress, calcFragment, readAddress, readLink } from '../../src/runtime/address/address.ts';
import { pack } from '../../src/runtime/address/packing.ts';

// Reported of comparable pages: a full stop behind a link, or what a mail tool appends to it, gives "made with another model", the
// default patient or another one.

const read = (name: string) => readFileSync(join(import.meta.dirname, '../core/old', name), 'utf8');
const TEXTS = [read('four-acts.json'), read('known-fracture.json')];
const scenarioOf = (text: string): Scenario => {
  const reading = readScenario(text);
  if (!reading.ok) throw new Error(text);
  return reading.scenario;
};

const BARE = {
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2 },
  events: [],
};

interface Link {
  readonly name: string;
  readonly hash: string;
  readonly scenario: Scenario;
}
const WRITTEN: readonly Link[] = await Promise.all(
  TEXTS.map(async (text, n) => ({
    name: `written now ${n}`,
    hash: await calcFragment(scenarioOf(text)),
    scenario: scenarioOf(text),
  })),
);
const LINKS: readonly Link[] = [
  ...WRITTEN,
  ...TEXTS.flatMap((text, n) => {
    const scenario = scenarioOf(text);
    const json = JSON.stringify(scenario);
    return [
      { name: `of an earlier page ${n}`, hash: `#scenario=${pack(json)}&model=${MODEL_VERSION}`, scenario },
      { name: `without a model ${n}`, hash: `#scenario=${pack(json)}`, scenario },
      { name: `JSON ${n}`, hash: `#scenario=${encodeURIComponent(json)}&model=${MODEL_VERSION}`, scenario },
    ];
  }),
];

/** Encoded as a whole again and again, but for the mark of the fragment. */
const encodeTimes = (hash: string, times: number): string =>
  times === 0 ? hash : encodeTimes(`#${encodeURIComponent(hash.slice(1))}`, times - 1);

/** What it opens, or nothing where it says that it is damaged. */
async function open(hash: string, search = '') {
  const { link, foreignModel } = readAddress({ search, hash });
  if (link === null) return { opened: 'the default patient', foreignModel };
  const reading = await readLink(link);
  return { opened: reading.ok ? reading.scenario : null, foreignModel };
}

const BEHIND = [
  ...['.', ',', ')', ']', '>', '}', '"', "'", ';', ':', '!', '?', '*', '_', '~', '|', '`'],
  ...[
    ').',
    '),',
    '>.',
    '">',
    '%22',
    '%3E',
    '%29.',
    '»',
    '”',
    '’',
    '…',
    '。',
    '）',
    '%E2%80%9D',
    '%20',
    '%0A',
  ],
  ...[
    '%C2%AD',
    '%E2%80%8B',
    '\u200B',
    '\u00AD',
    '&utm_source=mail&utm_medium=x',
    '&fbclid=IwAR0_a-b',
    '&gclid=1',
  ],
  ...[
    '?utm_source=x',
    '#:~:text=spine',
    ':~:text=spine,bone',
    '#googtrans(en|de)',
    '&',
    '&amp;',
    '=',
    '%3D',
    '%',
  ],
  ...['&amp;utm_source=a', '%20and%20more', '/', '\\', '<br>', '<', '%0D%0A', '&time=', '&lang=de.'],
];

describe.each(LINKS)('a link $name', ({ hash, scenario }) => {
  it.each(BEHIND)('opens its patient with %j behind it', async (behind) => {
    expect(await open(hash + behind)).toEqual({ opened: scenario, foreignModel: null });
  });

  it.each([
    ['encoded once more', (text: string) => `#${encodeURIComponent(text.slice(1))}`],
    ['encoded twice more', (text: string) => `#${encodeURIComponent(encodeURIComponent(text.slice(1)))}`],
    ['values encoded once more', (text: string) => text.replaceAll('%', '%25')],
    ['as HTML writes it', (text: string) => text.replaceAll('&', '&amp;')],
    ['as a mail writes it', (text: string) => text.replaceAll('=', '=3D')],
    ['with a soft hyphen inside', (text: string) => `${text.slice(0, 40)}%C2%AD${text.slice(40)}`],
    ['with a blank of no width inside', (text: string) => `${text.slice(0, 40)}\u200B${text.slice(40)}`],
    ['with an end of line inside', (text: string) => `${text.slice(0, 40)}%0D%0A${text.slice(40)}`],
    ['with a blank inside', (text: string) => `${text.slice(0, 40)}%20${text.slice(40)}`],
    ['encoded six times more', (text: string) => encodeTimes(text, 6)],
    ['as Markdown escapes it', (text: string) => text.replaceAll('_', '\\_')],
    ['as Markdown escapes it, encoded', (text: string) => text.replaceAll('_', '%5C_')],
    ['behind another mark of a fragment', (text: string) => `#${text}`],
    ['behind an anchor', (text: string) => `#top${text}`],
    ['behind a translator’s fragment', (text: string) => `#googtrans(en|de)${text}`],
    ['behind a route', (text: string) => `#/route?${text.slice(1)}`],
    [
      'with signs of full width',
      (text: string) => text.replaceAll('=', '%EF%BC%9D').replaceAll('&', '%EF%BC%86'),
    ],
    [
      'with capital names',
      (text: string) => text.replace(/(scenario|model|check)(?==)/g, (name) => name.toUpperCase()),
    ],
  ])('opens its patient %s', async (_, change) => {
    expect(await open(change(hash))).toEqual({ opened: scenario, foreignModel: null });
  });

  it.each([
    ['a second question mark', (text: string) => `?lang=de?${text.slice(1)}`],
    ['a second question mark, encoded', (text: string) => `?lang=de%3F${text.slice(1)}`],
    ['a mark of full width', (text: string) => `?lang=de%EF%BC%83${text.slice(1)}`],
    ['an encoded mark and a campaign', (text: string) => `?lang=de%23${text.slice(1)}&utm_source=mail`],
    ['a mark encoded three times', (text: string) => `?lang=de${encodeTimes(text, 3)}`],
  ])('behind %s in the query opens its patient', async (_, change) => {
    expect(await open('', change(hash))).toEqual({ opened: scenario, foreignModel: null });
    expect(readAddress({ search: change(hash), hash: '' }).get('lang')).toBe('de');
  });

  it('cut off anywhere opens its patient or is said to be damaged', async () => {
    for (let length = hash.length; length > 3; length--) {
      const { opened, foreignModel } = await open(hash.slice(0, length));
      if (opened !== null) expect(opened, hash.slice(0, length)).toEqual(scenario);
      expect(foreignModel, hash.slice(0, length)).toBeNull();
    }
  });

  it('behind a query that took its mark in opens its patient', async () => {
    const search = `?lang=de${encodeURIComponent(hash)}`;
    expect(await open('', search)).toEqual({ opened: scenario, foreignModel: null });
    expect(readAddress({ search, hash: '' }).get('lang')).toBe('de');
  });
});

describe.each(WRITTEN)('a link $name', ({ hash, scenario }) => {
  it('with ends of a mail’s lines inside opens its patient', async () => {
    const [, name, packed, rest] = /^(#scenario=)([\w-]+)(.*)$/.exec(hash)!;
    const lines = packed!.replace(/.{60}/g, '$&=');
    expect(await open(name + lines + rest)).toEqual({ opened: scenario, foreignModel: null });
  });

  it.each(Array.from({ length: 60 }, (_, n) => n + 17))(
    'in a mail’s lines of %i characters opens its patient',
    async (length) => {
      const mailed = hash.replaceAll('=', '=3D').replace(new RegExp(`.{${length}}`, 'g'), '$&=');
      expect(await open(mailed)).toEqual({ opened: scenario, foreignModel: null });
    },
  );

  it('with typeset dashes opens its patient', async () => {
    const set = hash.replaceAll('--', '—').replaceAll('-', '–');
    expect(await open(set)).toEqual({ opened: scenario, foreignModel: null });
  });

  it('with any one letter changed, left out or doubled never opens another', async () => {
    const packed = /scenario=([\w-]+)/.exec(hash)![1]!;
    const start = hash.indexOf(packed);
    let damaged = 0;
    for (let at = start; at < start + packed.length; at++)
      for (const letter of ['A', 'z', '_', '', hash[at]! + hash[at]!]) {
        const changed = hash.slice(0, at) + letter + hash.slice(at + 1);
        const { opened } = await open(changed);
        if (opened === null) damaged++;
        else expect(opened, changed).toEqual(scenario);
      }
    expect(damaged).toBeGreaterThan(packed.length);
  });

  it.each(['toUpperCase', 'toLowerCase'] as const)(
    'in letters of one size (%s) is said to be damaged',
    async (change) => {
      expect(await open(hash[change]())).toEqual({ opened: null, foreignModel: null });
    },
  );
});

it('a link whose checksum begins as a mail writes its own signs opens its patient', async () => {
  let found = 0;
  for (let ageYears = 20; ageYears <= 100; ageYears++)
    for (let massKg = 50; massKg < 70; massKg++) {
      const scenario = scenarioOf(
        JSON.stringify({ ...BARE, patient: { ...BARE.patient, ageYears, massKg } }),
      );
      const hash = await calcFragment(scenario);
      if (!hash.includes('&check=3d')) continue;
      found++;
      for (const link of [hash, hash.replaceAll('=', '=3D'), `${hash}.`, `${hash}and`])
        expect(await open(link)).toEqual({ opened: scenario, foreignModel: null });
    }
  expect(found).toBeGreaterThan(0);
});

describe.each(WRITTEN)('an address $name', ({ scenario }) => {
  it.each(['', '?lang=de', '?scenario=below&lang=de', '?time=1.2&model=0.0.1'])(
    'behind %j opens its patient, and is said to be damaged where its fragment is cut off or another’s',
    async (search) => {
      const address = await calcAddress(search, scenario);
      const [query = '', fragment = ''] = address.split('#');
      expect(await open(`#${fragment}`, query)).toEqual({ opened: scenario, foreignModel: null });
      // the mark of the fragment encoded, and with it all that follows
      expect(await open('', address.replace('#', '%23'))).toEqual({ opened: scenario, foreignModel: null });
      expect(await open('', query + encodeURIComponent(`#${fragment}`))).toEqual({
        opened: scenario,
        foreignModel: null,
      });
      for (const other of ['', '#', '#top', '#googtrans(en|pt)'])
        for (const behind of ['', '.', '&utm_source=mail'])
          expect((await open(other, query + behind)).opened, query + behind + other).toBeNull();
    },
  );
});

it('another model is named as it is, whatever stands behind it', async () => {
  for (const behind of ['', '.', '),', '&utm_source=mail', '%E2%80%8B', '#:~:text=spine'])
    expect((await open(`#scenario=${pack(TEXTS[0]!)}&model=0.0.1${behind}`)).foreignModel).toBe('0.0.1');
});

it.each([
  '#googtrans(en|pt)',
  '#top',
  '#',
  '#/route',
  '#!',
  '#section-2',
  '#se',
  '#spine',
  '#modeller',
  '#myscenario=1',
])('a fragment that is none of ours, %s, is no link', (hash) => {
  expect(readAddress({ search: '', hash }).link).toBeNull();
});

it.each([
  ['?mode=story.', 'mode', 'story'],
  ['?mode=quiz)&lang=de', 'mode', 'quiz'],
  ['?theme=light&amp;lang=fr', 'lang', 'fr'],
  ['?lang=3Dde', 'lang', 'de'],
  ['?embed=https%253A%252F%252Fschool.example', 'embed', 'https://school.example'],
  ['?Lang=de&lang=fr', 'lang', 'fr'],
  ['?lang=de&embed=https%3A%2F%2Fschool.example%2Fcourse%3Flang%3Dfr', 'lang', 'de'],
])('a setting in %s is read as it was meant', (search, name, value) => {
  expect(readAddress({ search, hash: '' }).get(name)).toBe(value);
});

it('a fragment as long as a book is read in no time', () => {
  const dots = '.'.repeat(200_000);
  for (const hash of [
    `#lang=${dots}x`,
    `#${dots}x=1`,
    `#model=${dots}&scenario=${dots}x`,
    `#${'%25'.repeat(70_000)}3D`,
  ]) {
    const started = performance.now();
    readAddress({ search: '', hash }).get('lang');
    expect(performance.now() - started).toBeLessThan(2000);
  }
});
