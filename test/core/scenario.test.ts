import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayProblem } from '../../src/cli/english.ts';
import { ACT_NAMES, getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { PARAMETERS } from '../../src/core/anatomy/parameters.ts';
import { checkScenario, readScenario } from '../../src/core/simulation/scenario.ts';
import { FOUR_ACTS } from './support.ts';
import { expectSentences, GOOD, lift, PATIENT, withEvent, without, withPatient } from './supportScenario.ts';

// compared with the documented fields and ranges: wrong value → fragments that its sentence must hold
const BAD: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['nothing', null, ['The scenario']],
  ['a list', [], []],
  ['a number', 3, ['The scenario']],
  ['no version', without(GOOD, 'version'), ['version', 'missing']],
  ['another version', { ...GOOD, version: 2 }, ['version', '1']],
  ['no patient', without(GOOD, 'patient'), ['patient', 'missing']],
  ['no events', without(GOOD, 'events'), ['events', 'missing']],
  ...(['ageYears', 'sex', 'heightCm', 'massKg', 'tScore'] as const).map(
    (key) =>
      [`no ${key}`, { ...GOOD, patient: without(PATIENT, key) }, [`patient.${key}`, 'missing']] as const,
  ),
  ['a T-score in words', withPatient({ tScore: 'low' }), ['patient.tScore', '-6', '4', 'low']],
  ['no number for a T-score', withPatient({ tScore: Number.NaN }), ['patient.tScore', '-6 to 4']],
  ['an endless T-score', withPatient({ tScore: Number.NEGATIVE_INFINITY }), ['patient.tScore', '-6 to 4']],
  ['a T-score too low', withPatient({ tScore: -6.01 }), ['patient.tScore', '-6 to 4']],
  ['a child', withPatient({ ageYears: 12 }), ['patient.ageYears', '20 to 100', '12']],
  ['a giant', withPatient({ heightCm: 260 }), ['patient.heightCm', '130 to 210 cm']],
  ['a feather', withPatient({ massKg: 3 }), ['patient.massKg', '40 to 150 kg']],
  ['another sex', withPatient({ sex: 'x' }), ['patient.sex', 'female, male']],
  ['wear beyond worn', withPatient({ discWear: 1.5 }), ['patient.discWear', '0 to 1']],
  [
    'an unknown level',
    withPatient({ knownFractures: [{ level: 'C7', shape: 'wedge', genantGrade: 1 }] }),
    ['patient.knownFractures[0].level', 'T1 … L5', 'C7'],
  ],
  [
    'an unknown shape',
    withPatient({ knownFractures: [{ level: 'T7', shape: 'flat', genantGrade: 1 }] }),
    ['patient.knownFractures[0].shape', 'wedge, biconcave, crush'],
  ],
  [
    'an unknown grade',
    withPatient({ knownFractures: [{ level: 'T7', shape: 'wedge', genantGrade: 4 }] }),
    ['patient.knownFractures[0].genantGrade', '1, 2, 3', '4'],
  ],
  [
    'the same fracture twice',
    withPatient({
      knownFractures: [
        { level: 'T7', shape: 'wedge', genantGrade: 1 },
        { level: 'T7', shape: 'crush', genantGrade: 2 },
      ],
    }),
    ['patient.knownFractures', 'once'],
  ],
  ['fractures that are no list', withPatient({ knownFractures: 'T7' }), ['patient.knownFractures', 'list']],
  ['an event that is none', withEvent(3), ['events[0]']],
  ['an event without a type', withEvent({ name: 'bend' }), ['events[0].type', 'activity', 'cement']],
  [
    'an unknown act',
    withEvent({ type: 'activity', name: 'fly' }),
    ['events[0].name', 'must be one of', ...ACT_NAMES],
  ],
  ['an unknown treatment', withEvent({ type: 'glue' }), ['events[0].type', 'activity', 'cement']],
  ['a load of a million', lift({ loadKg: 1e6 }), ['events[0].loadKg', '0 to 50 kg', '1000000']],
  ['a negative load', lift({ loadKg: -1 }), ['events[0].loadKg', '0 to 50 kg']],
  ['a reach too far', lift({ reachCm: 61 }), ['events[0].reachCm', '20 to 60 cm']],
  ['another way to lift', lift({ technique: 'jump' }), ['events[0].technique', 'stoop, squat']],
  [
    'a bend too deep',
    withEvent({ type: 'activity', name: 'bend', trunkFlexionDeg: 91 }),
    ['events[0].trunkFlexionDeg', '0 to 90 °'],
  ],
  ['cement nowhere', withEvent({ type: 'cement' }), ['events[0].level', 'missing']],
  ['cement in S1', withEvent({ type: 'cement', level: 'S1' }), ['events[0].level', 'T1 … L5']],
  [
    'a bucket of cement',
    withEvent({ type: 'cement', level: 'L1', volumeMl: 5000 }),
    ['events[0].volumeMl', '0.5 to 12 ml'],
  ],
  ['101 events', withEvent(...Array(101).fill(FOUR_ACTS[0])), ['events', 'at most 100']],
  ['a key too many', { ...GOOD, note: 'x' }, ['note', 'not a field']],
  ['a key too many in the patient', withPatient({ name: 'x' }), ['patient.name', 'not a field']],
  ['a key too many in an event', lift({ colour: 2 }), ['events[0].colour', 'not a field']],
  [
    'a key of another act',
    withEvent({ type: 'activity', name: 'stand', loadKg: 2 }),
    ['events[0].loadKg', 'not a field'],
  ],
  [
    'a key too many in a fracture',
    withPatient({ knownFractures: [{ level: 'T7', shape: 'wedge', genantGrade: 1, old: true }] }),
    ['patient.knownFractures[0].old', 'not a field'],
  ],
  ['an unknown override', { ...GOOD, overrides: { gravity: 0 } }, ['overrides.gravity', 'parameter']],
  [
    'an override out of range',
    { ...GOOD, overrides: { reflexDelayMs: 1e9 } },
    ['overrides.reflexDelayMs', '40 to 400 ms'],
  ],
  [
    'an override in words',
    { ...GOOD, overrides: { reflexDelayMs: 'slow' } },
    ['overrides.reflexDelayMs', '40 to 400 ms'],
  ],
  [
    'an override of the language',
    { ...GOOD, overrides: { toString: 1 } },
    ['overrides.toString', 'parameter'],
  ],
  ['overrides that are a list', { ...GOOD, overrides: [1] }, ['overrides']],
];

describe('a bad scenario', () => {
  it.each(BAD)('is told what is wrong: %s', (_, value, fragments) => {
    const reading = checkScenario(value);
    if (reading.ok) throw new Error('was taken');
    expectSentences(reading.problems.map(sayProblem));
    const whole = reading.problems.map(sayProblem).join(' ');
    for (const fragment of fragments) expect(whole).toContain(fragment);
  });

  it('is told each of its faults', () => {
    const reading = checkScenario({
      version: 1,
      patient: { ...PATIENT, tScore: 'low', massKg: 1 },
      events: [{ type: 'activity', name: 'lift', loadKg: -3 }],
      extra: 1,
    });
    if (reading.ok) throw new Error('was taken');
    expectSentences(reading.problems.map(sayProblem));
    for (const field of ['patient.tScore', 'patient.massKg', 'events[0].loadKg', 'extra'])
      expect(reading.problems.filter(({ values }) => values.field === field)).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'a woman of 72'],
    ['NaN', JSON.stringify(GOOD).replace('-2', 'NaN')],
    ['half a file', JSON.stringify(GOOD).slice(0, -5)],
    ['5 MB of nonsense', 'x'.repeat(5e6)],
    ['5 MB of brackets', '['.repeat(5e6)],
    ['5 MB of a good beginning', `${JSON.stringify(GOOD).slice(0, -1)},"note":"${'x'.repeat(5e6)}"}`],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a deep nest of patients', `${'{"patient":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['a prototype', '{"version":1,"__proto__":{"patient":{}},"events":[]}'],
    ['a prototype in the patient', JSON.stringify(GOOD).replace('"sex"', '"__proto__":{"x":1},"sex"')],
    ['a constructor', JSON.stringify({ ...GOOD, overrides: { constructor: 1 } })],
    ['lines in a value', JSON.stringify(withPatient({ sex: 'a\nb\r\nc\u2028d' }))],
    ['lines in a key', JSON.stringify({ ...GOOD, 'a\nb': 1 })],
    ['a key as long as a book', JSON.stringify({ ...GOOD, ['k'.repeat(100_000)]: 1 })],
    ['an endless number', JSON.stringify(GOOD).replace('-2', '-1e999')],
    ['a number as text', JSON.stringify(GOOD).replace('-2', '"-2"')],
  ])('as text is told so: %s', (_, text) => {
    const start = performance.now();
    const reading = readScenario(text);
    if (reading.ok) throw new Error('was taken');
    expectSentences(reading.problems.map(sayProblem));
    // and at once, whatever its size
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('never spoils the language', () => {
    readScenario('{"__proto__":{"spoilt":1},"constructor":{"prototype":{"spoilt":1}}}');
    expect(({} as { spoilt?: number }).spoilt).toBeUndefined();
  });
});

describe('an act out of its range', () => {
  const parameters = ACT_NAMES.flatMap((name) =>
    Object.entries(getActRow(name).parameters).map(([key, parameter]) => [name, key, parameter] as const),
  );

  it.each(parameters)('is told the range: %s, %s', (name, key, parameter) => {
    const wrong = isChoice(parameter)
      ? ['jump', '', 3, null, [parameter.default]]
      : [
          parameter.min - 0.01,
          parameter.max + 0.01,
          Number.NaN,
          Number.POSITIVE_INFINITY,
          String(parameter.default),
          null,
          [parameter.default],
        ];
    for (const value of wrong) {
      const reading = checkScenario(withEvent({ type: 'activity', name, [key]: value }));
      if (reading.ok) throw new Error(`${value} was taken`);
      expectSentences(reading.problems.map(sayProblem));
      expect(reading.problems).toHaveLength(1);
      const [problem] = reading.problems.map(sayProblem);
      expect(problem).toMatch(new RegExp(`^events\\[0\\]\\.${key} must be `));
      if (isChoice(parameter)) for (const option of parameter.options) expect(problem).toContain(option);
      else {
        expect(problem).toContain(`${parameter.min} to ${parameter.max}`);
        if (/^[a-z]/i.test(parameter.unit) && parameter.unit !== 'degrees')
          expect(problem).toContain(parameter.unit);
      }
    }
  });
});

describe('a good scenario', () => {
  it('is taken, its defaults filled in', () => {
    const reading = readScenario(JSON.stringify({ ...GOOD, overrides: { reflexDelayMs: 120 } }));
    if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join(' '));
    expect(reading.scenario.patient).toEqual(PATIENT);
    expect(reading.scenario.events.slice(2)).toEqual([
      { type: 'activity', name: 'bend', trunkFlexionDeg: 60, technique: 'back' },
      { type: 'activity', name: 'lift', loadKg: 10, technique: 'stoop', reachCm: 35, speed: 1 },
    ]);
    expect(reading.scenario.overrides).toEqual({ reflexDelayMs: 120 });
    // what is read may be written and read again
    expect(readScenario(JSON.stringify(reading.scenario))).toEqual(reading);
  });

  it.each(ACT_NAMES)('gives an act the defaults of its row in the table: %s', (name) => {
    const reading = checkScenario(withEvent({ type: 'activity', name }));
    if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join(' '));
    const row = JSON.parse(readFileSync('models/activities.json', 'utf8')).acts[name] as {
      parameters: Record<string, { default: unknown }>;
    };
    const defaults = Object.entries(row.parameters).map(([key, parameter]) => [key, parameter.default]);
    expect(reading.scenario.events).toEqual([{ type: 'activity', name, ...Object.fromEntries(defaults) }]);
    // what was given stays
    for (const [key, parameter] of Object.entries(getActRow(name).parameters)) {
      const value = isChoice(parameter) ? parameter.options.at(-1) : parameter.max;
      const given = checkScenario(withEvent({ type: 'activity', name, [key]: value }));
      expect(given.ok && given.scenario.events[0]).toMatchObject({ [key]: value });
    }
  });

  it('may go to the ends of every range', () => {
    for (const patient of [
      { ageYears: 20, sex: 'male', heightCm: 130, massKg: 40, tScore: -6, discWear: 0 },
      { ageYears: 100, sex: 'female', heightCm: 210, massKg: 150, tScore: 4, discWear: 1 },
    ])
      expect(checkScenario({ version: 1, patient, events: [] }).ok).toBe(true);
    expect(checkScenario(withEvent(...Array(100).fill(FOUR_ACTS[0]))).ok).toBe(true);
    for (const end of ['min', 'max'] as const) {
      const overrides = Object.fromEntries(
        Object.entries(PARAMETERS).map(([key, entry]) => [key, entry[end]]),
      );
      expect(checkScenario({ ...GOOD, overrides }).ok).toBe(true);
    }
  });
});
