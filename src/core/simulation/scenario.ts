import * as v from 'valibot';
import type { ActRequest } from '../activity/act.ts';
import { ACT_NAMES, type ActName, getActRow, isChoice } from '../activity/actTable.ts';
import { LEVELS } from '../anatomy/levels.ts';
import { PARAMETERS } from '../anatomy/parameters.ts';

/**
 * The scenario: a patient and a list of events. Everything Columna shows is a function of it.
 *
 * | field | allowed | default |
 * |---|---|---|
 * | patient.ageYears | 20 … 100 | required |
 * | patient.sex | female, male | required |
 * | patient.heightCm | 130 … 210 | required |
 * | patient.massKg | 40 … 150 | required |
 * | patient.tScore (lumbar DXA) | −6 … 4 | required |
 * | patient.discWear | 0 healthy … 1 worn through | from age: (age − 20)/90, at least 0 |
 * | patient.strengthScatterSeed | whole number 0 … 4294967295: her bodies are stronger and weaker by chance | no scatter |
 * | patient.knownFractures | up to 17, one a level: level, shape, genantGrade 1 … 3 | none |
 * | overrides.<parameter> | the parameter's own range (`anatomy/parameters.ts`) | the parameter's default |
 * | an activity's parameters | as its row in models/activities.json says | the row's |
 * | cement: level, volumeMl, method | T1 … L5; 0.5 … 12; vertebroplasty, kyphoplasty (a balloon first) | required, 4, vertebroplasty |
 * | time: months (of everyday bending, in which weak bone creeps) | 0.1 … 240 | 6 |
 *
 * At most 100 events. A key that is not listed is refused.
 */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type Patient = Scenario['patient'];
export type ScenarioEvent = Scenario['events'][number];
export type TimeEvent = Extract<ScenarioEvent, { type: 'time' }>;
export type CementEvent = Extract<ScenarioEvent, { type: 'cement' }>;

/** Longest scenario text that is read, characters. */
const MAX_TEXT = 200_000;
export const MAX_EVENTS = 100;
const MAX_SEED = 4_294_967_295;

const numberIn = (min: number, max: number, unit = '') => {
  const message = `must be a number from ${min} to ${max}${unit && ` ${unit}`}`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};
const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `must be one of ${options.join(', ')}`);
/** An object of exactly these fields; what is said of a missing one is what the field itself would say. */
const object = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, (issue) => {
    const key = String(issue.path?.at(-1)?.key);
    const entry = Object.hasOwn(entries, key) ? (entries[key] as { message?: unknown }) : undefined;
    return typeof entry?.message === 'string'
      ? entry.message
      : 'must be an object with the documented fields';
  });

/** What a patient's figures may be, and their unit: for forms that ask for them. */
export const PATIENT_RANGES = {
  ageYears: [20, 100, 'years'],
  heightCm: [130, 210, 'cm'],
  massKg: [40, 150, 'kg'],
  tScore: [-6, 4, ''],
  discWear: [0, 1, ''],
} as const;

const levelSchema = v.picklist(LEVELS, 'must be a level from T1 to L5');

const patientSchema = object({
  ageYears: numberIn(...PATIENT_RANGES.ageYears),
  sex: oneOf(['female', 'male']),
  heightCm: numberIn(...PATIENT_RANGES.heightCm),
  massKg: numberIn(...PATIENT_RANGES.massKg),
  tScore: numberIn(...PATIENT_RANGES.tScore),
  discWear: v.optional(numberIn(...PATIENT_RANGES.discWear)),
  strengthScatterSeed: v.optional(
    v.pipe(numberIn(0, MAX_SEED), v.integer(`must be a whole number from 0 to ${MAX_SEED}`)),
  ),
  knownFractures: v.optional(
    v.pipe(
      v.array(
        object({
          level: levelSchema,
          shape: oneOf(['wedge', 'biconcave', 'crush']),
          genantGrade: v.picklist([1, 2, 3], 'must be 1, 2 or 3'),
        }),
        'must be a list of fractures',
      ),
      v.maxLength(LEVELS.length, `must have at most ${LEVELS.length} entries`),
      v.check(
        (list) => new Set(list.map((fracture) => fracture.level)).size === list.length,
        'must name each level at most once',
      ),
    ),
  ),
});

const activity = v.literal('activity');

/** Schema of one act, from its row in models/activities.json. */
function createActSchema(name: ActName) {
  const entries: Record<string, v.GenericSchema> = { type: activity, name: v.literal(name) };
  for (const [key, parameter] of Object.entries(getActRow(name).parameters))
    entries[key] = isChoice(parameter)
      ? v.optional(oneOf(parameter.options), parameter.default)
      : v.optional(numberIn(parameter.min, parameter.max, parameter.unit), parameter.default);
  return object(entries);
}

/** An act as a scenario asks for it, its defaults filled in: the parameters of its row in models/activities.json. */
export interface ActivityEvent extends ActRequest {
  readonly type: 'activity';
}

const activitySchemas = new Map(ACT_NAMES.map((name) => [name, createActSchema(name)]));

const actNameSchema = v.picklist(ACT_NAMES, `must be one of ${ACT_NAMES.join(', ')}`);

/** The row's own schema judges what the act's name allows. */
const activitySchema = v.pipe(
  v.looseObject({ type: activity, name: actNameSchema }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const result = v.safeParse(activitySchemas.get(dataset.value.name)!, dataset.value);
    if (result.success) return result.output as unknown as ActivityEvent;
    for (const issue of result.issues) addIssue(issue as Parameters<typeof addIssue>[0]);
    return NEVER;
  }),
);

const eventSchema = v.variant(
  'type',
  [
    activitySchema,
    object({ type: v.literal('time'), months: v.optional(numberIn(0.1, 240, 'months'), 6) }),
    object({
      type: v.literal('cement'),
      level: levelSchema,
      volumeMl: v.optional(numberIn(0.5, 12, 'ml'), 4),
      method: v.optional(oneOf(['vertebroplasty', 'kyphoplasty']), 'vertebroplasty'),
    }),
  ],
  (issue) =>
    issue.path?.at(-1)?.key === 'type'
      ? 'must be activity, cement or time'
      : 'must be an event of type activity, cement or time',
);

const overridesSchema = v.pipe(
  v.record(v.string(), v.unknown(), 'must be an object of parameter keys and numbers'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [key, value] of Object.entries(dataset.value)) {
      const parameter = PARAMETERS[key as keyof typeof PARAMETERS];
      const at = (message: string) =>
        addIssue({
          message,
          input: value,
          path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }],
        });
      if (!Object.hasOwn(PARAMETERS, key)) at('is not a parameter of the model');
      else if (typeof value !== 'number' || !(value >= parameter.min && value <= parameter.max))
        at(
          `must be a number from ${parameter.min} to ${parameter.max}${parameter.unit && ` ${parameter.unit}`}`,
        );
    }
  }),
  v.transform((record) => record as Record<string, number>),
);

const scenarioSchema = object({
  version: v.literal(1, 'must be 1'),
  patient: patientSchema,
  overrides: v.optional(overridesSchema),
  events: v.pipe(
    v.array(eventSchema, 'must be a list of events'),
    v.maxLength(MAX_EVENTS, `must have at most ${MAX_EVENTS} entries`),
  ),
});

export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a scenario from text. Never throws: what is wrong comes back as one sentence per problem. */
export function readScenario(text: string): ScenarioReading {
  if (text.length > MAX_TEXT)
    return fail(`The scenario is too long: ${text.length} characters, and at most ${MAX_TEXT} are read.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('The scenario is not valid JSON.');
  }
  return checkScenario(value);
}

/** Checks a value that claims to be a scenario; fills in the defaults of activities and treatments. */
export function checkScenario(value: unknown): ScenarioReading {
  const key = hostileKey(value);
  if (key) return fail(`${key} is not a field of a scenario.`);
  const result = v.safeParse(scenarioSchema, value);
  if (result.success) return { ok: true, scenario: result.output };
  return { ok: false, problems: [...new Set(result.issues.map(sentence))].slice(0, 50) };
}

const fail = (problem: string): ScenarioReading => ({ ok: false, problems: [problem] });

/** First key that could reach an object's prototype, wherever it stands. */
function hostileKey(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null || depth > 8) return null;
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return key;
    const inner = hostileKey((value as Record<string, unknown>)[key], depth + 1);
    if (inner) return inner;
  }
  return null;
}

/** One sentence: the field, what is allowed, what was found. */
function sentence(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? [])
    .map((item) => (typeof item.key === 'number' ? `[${item.key}]` : `.${shorten(String(item.key))}`))
    .join('')
    .replace(/^\./, '');
  const field = path || 'The scenario';
  const unknownKey = issue.expected === 'never'; // also where an act's own row refused it
  if (unknownKey) return `${field} is not a field of a scenario.`;
  const missing = issue.received === 'undefined';
  const message =
    issue.message.startsWith('must') || issue.message.startsWith('is not') ? issue.message : 'is not valid';
  return `${field} ${missing ? `is missing; it ${message}` : message}${missing || message.startsWith('is not') ? '' : `, but is ${shorten(issue.received)}`}.`;
}

/** A stranger's text on one line: cut, and without characters that break lines or steer a terminal. */
const shorten = (text: string): string => {
  const plain = text.slice(0, 200).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
};
