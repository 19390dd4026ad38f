import { expect, it } from 'vitest';
import { checkScenario, PATIENT_RANGES, type Patient } from '../../src/core/simulation/scenario.ts';
import { PLAIN_ENGLISH as language } from '../../src/i18n/texts.ts';
import {
  CATEGORIES,
  CATEGORY_T,
  createDraft,
  describeProblem,
  FIGURES,
  findFreeLevel,
  type KnownFracture,
  listFigures,
  readDraft,
} from '../../src/panels/sheets/patientDraft.ts';
import { loadTranslate } from '../../src/panels/sheets/texts.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

const t = await loadTranslate(language);
const judge = (name: (typeof FIGURES)[number], value: number, imperial = false) =>
  describeProblem(name, value, imperial, t, language);
const accepts = (patient: Patient) => checkScenario({ ...DEFAULT_SCENARIO, patient }).ok;

it('gives the patient back as it came', () => {
  const patients: Patient[] = [
    DEFAULT_SCENARIO.patient,
    { ...DEFAULT_SCENARIO.patient, discWear: 0.4, strengthScatterSeed: 7 },
    { ...DEFAULT_SCENARIO.patient, menopauseAgeYears: 45 },
    { ...DEFAULT_SCENARIO.patient, knownFractures: [{ level: 'L1', shape: 'crush', genantGrade: 3 }] },
  ];
  for (const patient of patients) expect(readDraft(createDraft(patient))).toEqual(patient);
});

it('asks only women for the age at the menopause, and takes none for the usual one', () => {
  const draft = createDraft({ ...DEFAULT_SCENARIO.patient, menopauseAgeYears: 45 });
  expect(listFigures(draft)).toContain('menopauseAgeYears');
  expect(listFigures({ ...draft, menopauseAgeYears: null })).toEqual(FIGURES);
  expect(readDraft({ ...draft, menopauseAgeYears: null })).toEqual(DEFAULT_SCENARIO.patient);
  expect(listFigures({ ...draft, sex: 'male' })).toEqual(FIGURES);
  expect(readDraft({ ...draft, sex: 'male' })).not.toHaveProperty('menopauseAgeYears');
});

it('refuses what the schema refuses, and nothing else', () => {
  for (const name of [...FIGURES, 'menopauseAgeYears'] as const) {
    const [min, max] = PATIENT_RANGES[name];
    for (const value of [min, max, min - 0.01, max + 0.01, Number.NaN])
      expect([name, value, judge(name, value) === null]).toEqual([
        name,
        value,
        accepts({ ...DEFAULT_SCENARIO.patient, [name]: value }),
      ]);
  }
});

it('says the range in the units that are shown', () => {
  expect(judge('heightCm', 300)).toBe('Height must be from 130 cm to 210 cm.');
  expect(judge('heightCm', 300, true)).toBe('Height must be from 4 ft 3.2 in to 6 ft 10.7 in.');
  expect(judge('massKg', 10, true)).toBe('Weight must be from 88.2 lb to 330.7 lb.');
});

it('takes for each of the WHO’s categories a value within it', () => {
  const limits = { normal: [-1, 4], low: [-2.5, -1], osteoporosis: [-6, -2.5] } as const;
  for (const category of CATEGORIES) {
    const [low, high] = limits[category];
    expect(CATEGORY_T[category]).toBeGreaterThanOrEqual(low);
    expect(CATEGORY_T[category]).toBeLessThanOrEqual(high);
  }
});

it('finds each level once', () => {
  const fractures: KnownFracture[] = [];
  for (let level = findFreeLevel(fractures); level; level = findFreeLevel(fractures))
    fractures.push({ level, shape: 'wedge', genantGrade: 1 });
  expect(fractures).toHaveLength(17);
  expect(accepts({ ...DEFAULT_SCENARIO.patient, knownFractures: fractures })).toBe(true);
});
