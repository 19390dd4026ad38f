import { describe, expect, it } from 'vitest';
import { calcActLoads } from '../../src/core/simulation/acts/actLoads.ts';
import { type AnyRefusal, REFUSAL_CODES, type Refusal } from '../../src/core/simulation/acts/refusal.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import type { Problem } from '../../src/core/simulation/problem.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, readScenario } from '../../src/core/simulation/scenario.ts';
import { REFUSALS, RULES } from '../../src/core/simulation/schema.ts';
import { sayTrouble } from '../../src/i18n/say.ts';
import { loadLanguage, loadTexts } from '../../src/i18n/texts.ts';
import type { Trouble } from '../../src/runtime/session/trouble.ts';
import { LANGS, OTHERS } from './locales.ts';

const PATIENT = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 } as const;
const EVENTS = [{ type: 'activity', name: 'stand' }];
const fracture = { level: 'T12', shape: 'wedge', genantGrade: 1 };

/** Scenarios with every fault that there is. */
const BAD: readonly unknown[] = [
  {},
  { version: 1, patient: { ...PATIENT, tScore: 'low' }, events: EVENTS },
  { version: 1, patient: { ...PATIENT, strengthScatterSeed: 1.5 }, events: EVENTS },
  { version: 1, patient: { ...PATIENT, sex: 'x' }, events: EVENTS },
  { version: 1, patient: { ...PATIENT, knownFractures: [fracture, fracture] }, events: EVENTS },
  { version: 1, patient: { ...PATIENT, knownFractures: 'none' }, events: EVENTS },
  { version: 1, patient: 7, events: EVENTS },
  { version: 1, patient: PATIENT, events: [7] },
  { version: 1, patient: PATIENT, events: new Array(101).fill(EVENTS[0]) },
  { version: 1, patient: PATIENT, events: EVENTS, overrides: { warp: 1 } },
  { version: 1, patient: PATIENT, events: EVENTS, more: 1 },
];

const PROBLEMS: readonly Problem[] = [
  ...BAD.map(checkScenario),
  readScenario('{'),
  readScenario('x'.repeat(300_000)),
].flatMap((reading) => (reading.ok ? [] : reading.problems));

const TROUBLES: readonly Trouble[] = [
  ...PROBLEMS,
  { code: 'file.results', values: { file: 'a.json' } },
  { code: 'file.json', values: { file: 'a.json' } },
  { code: 'file.large', values: { file: 'a.json', kb: 300, most: 200 } },
  { code: 'file.unread', values: { file: 'a.json' } },
  { code: 'file.more', values: { file: 'a.json', n: 3 } },
  { code: 'file.problem', values: { file: 'a.json' }, problem: PROBLEMS[0]! },
];

/** Acts that somebody cannot do, one of each reason. */
const provoke = (patient: Parameters<typeof createPerson>[0], event: object): Refusal => {
  const person = createPerson(patient);
  const reading = checkScenario({ version: 1, patient, events: [event] });
  if (!reading.ok) throw new Error('no scenario');
  const loads = calcActLoads(person, createSpineState(person.sections), reading.scenario.events[0] as never);
  if (!('code' in loads)) throw new Error('was done');
  return loads;
};
const FRAIL = { ...PATIENT, ageYears: 95, heightCm: 150, massKg: 40 };
/** Treatments that make no sense, one of each reason. */
const provokeTreatment = (...events: readonly object[]): AnyRefusal => {
  const reading = checkScenario({ version: 1, patient: PATIENT, events });
  if (!reading.ok) throw new Error('no scenario');
  const result = finish(runScenario(reading.scenario)).results.events.at(-1)!;
  if (result.feasible) throw new Error('was done');
  return result.refusal;
};
const TAKE = { type: 'drug', name: 'alendronate', action: 'start' };
const REFUSED: readonly AnyRefusal[] = [
  provokeTreatment(TAKE, TAKE),
  provokeTreatment({ ...TAKE, action: 'stop' }),
  provoke(FRAIL, { type: 'activity', name: 'lift', loadKg: 50, reachCm: 60 }),
  provoke({ ...PATIENT, heightCm: 130 }, { type: 'activity', name: 'hold', loadKg: 1, reachCm: 80 }),
];

/** Words of a sentence, without what comes from the scenario and is the same in every language. */
const listWords = (sentence: string, said: Trouble | AnyRefusal): Set<string> => {
  let text = sentence;
  const values = { ...said.values, ...('problem' in said && said.problem.values) };
  for (const value of Object.values(values).sort((a, b) => String(b).length - String(a).length))
    text = text.replaceAll(String(value), ' ');
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
};
/** Words that a language shares with English. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['json', 'parameter', 'columna', 'text'],
  es: ['json', 'columna'],
  fr: ['json', 'columna', 'muscles', 'type', 'long'],
  ar: ['json', 'columna'],
};

async function sayAll(lang: (typeof LANGS)[number]): Promise<string[]> {
  const language = await loadLanguage(lang, 'plain');
  const t = language.read<'problems'>(await loadTexts(lang, 'problems'));
  return [
    ...TROUBLES.map((trouble) => sayTrouble(trouble, language, t)),
    ...REFUSED.map(({ code, values }) => language.t(`refusal.${code}`, values)),
  ];
}

describe('what is wrong', () => {
  it('is provoked, all of it', () => {
    const codes = new Set(PROBLEMS.map(({ code }) => code));
    expect([...RULES, ...REFUSALS].filter((code) => !codes.has(code))).toEqual([]);
    expect(REFUSED.map(({ code }) => code).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  it.each(LANGS)('is a whole sentence: %s', async (lang) => {
    for (const sentence of await sayAll(lang)) {
      expect(sentence).toMatch(/[.。]\u2069?$/);
      expect(sentence).not.toMatch(/[{}]|undefined|\[object/);
    }
  });

  it.each(OTHERS)('is said without a word of English: %s', async (lang) => {
    const [english, own] = [await sayAll('en'), await sayAll(lang)];
    const said = [...TROUBLES, ...REFUSED];
    const shared = SHARED[lang] ?? SHARED.es!;
    english.forEach((sentence, n) => {
      const theirs = listWords(own[n]!, said[n]!);
      const words = [...listWords(sentence, said[n]!)].filter((word) => theirs.has(word));
      expect(
        words.filter((word) => !shared.includes(word)),
        own[n],
      ).toEqual([]);
    });
  });
});
