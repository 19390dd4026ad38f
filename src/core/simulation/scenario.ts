import * as v from 'valibot';
import { LEVELS } from '../anatomy/levels.ts';
import { PARAMETERS } from '../anatomy/parameters.ts';
import { EVENT_SCHEMAS, EVENT_TYPES, type ScenarioEvent } from './events/events.ts';
import { migrate, SCENARIO_VERSION } from './migrations.ts';
import { describeIssue, type Problem } from './problem.ts';
import { levelSchema, listOf, numberIn, object, oneOf, rule, wholeNumberIn } from './schema.ts';

export type { ActivityEvent } from './events/activity.ts';
export type { CementEvent } from './events/cement.ts';
export type { EventType, ScenarioEvent } from './events/events.ts';
export type { TimeEvent } from './events/time.ts';

/**
 * Scenario: a patient and a list of events. Everything that Columna shows is a function of it.
 *
 * | field | allowed | default |
 * |---|---|---|
 * | patient.ageYears | 20 … 100 | required |
 * | patient.sex | female, male | required |
 * | patient.heightCm | 130 … 210 | required |
 * | patient.massKg | 40 … 150 | required |
 * | patient.tScore (lumbar DXA) | −6 … 4 | required |
 * | patient.discWear | 0 healthy … 1 worn through | from age: (age − 20)/90, at least 0 |
 * | patient.strengthScatterSeed | whole number 0 … 4294967295: random scatter of the bodies' strength | no scatter |
 * | patient.knownFractures | up to 17, one a level: level, shape, genantGrade 1 … 3 | none |
 * | overrides.<parameter> | the parameter's own range (`anatomy/parameters.ts`) | the parameter's default |
 * | an activity's parameters | as its row in models/activities.json says | the row's |
 * | cement: level, volumeMl, method | T1 … L5; 0.5 … 12; vertebroplasty, kyphoplasty (a balloon first) | required, 4, vertebroplasty |
 * | time: months (of everyday bending, in which weak bone creeps) | 0.1 … 240 | 6 |
 *
 * At most 100 events. A key that is not listed is refused.
 */
export type Scenario = Omit<v.InferOutput<typeof scenarioSchema>, 'events'> & {
  readonly events: readonly ScenarioEvent[];
};
export type Patient = Scenario['patient'];

/** Longest scenario text that is read, characters. */
const MAX_TEXT = 200_000;
export const MAX_EVENTS = 100;
const MAX_SEED = 4_294_967_295;

/** Ranges of a patient's figures, also for forms. */
export const PATIENT_RANGES = {
  ageYears: [20, 100],
  heightCm: [130, 210, 'cm'],
  massKg: [40, 150, 'kg'],
  tScore: [-6, 4],
  discWear: [0, 1],
} as const;

const patientSchema = object({
  ageYears: numberIn(...PATIENT_RANGES.ageYears),
  sex: oneOf(['female', 'male']),
  heightCm: numberIn(...PATIENT_RANGES.heightCm),
  massKg: numberIn(...PATIENT_RANGES.massKg),
  tScore: numberIn(...PATIENT_RANGES.tScore),
  discWear: v.optional(numberIn(...PATIENT_RANGES.discWear)),
  strengthScatterSeed: v.optional(wholeNumberIn(0, MAX_SEED)),
  knownFractures: v.optional(
    v.pipe(
      listOf(
        object({
          level: levelSchema,
          shape: oneOf(['wedge', 'biconcave', 'crush']),
          genantGrade: oneOf([1, 2, 3]),
        }),
        LEVELS.length,
      ),
      v.check(
        (list) => new Set(list.map((fracture) => fracture.level)).size === list.length,
        rule('onceEach'),
      ),
    ),
  ),
});

const eventSchema = v.variant('type', Object.values(EVENT_SCHEMAS), (issue) =>
  issue.path?.at(-1)?.key === 'type'
    ? rule('option', { options: EVENT_TYPES.join(', ') })
    : rule('event', { options: EVENT_TYPES.join(', ') }),
);

const overridesSchema = v.pipe(
  v.record(v.string(), v.unknown(), rule('fields')),
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
      if (!Object.hasOwn(PARAMETERS, key)) at(rule('parameter'));
      else if (typeof value !== 'number' || !(value >= parameter.min && value <= parameter.max))
        at(
          rule('range', {
            min: parameter.min,
            max: parameter.max,
            unit: parameter.unit && ` ${parameter.unit}`,
          }),
        );
    }
  }),
  v.transform((record) => record as Record<string, number>),
);

const scenarioSchema = object({
  version: oneOf([SCENARIO_VERSION]),
  patient: patientSchema,
  overrides: v.optional(overridesSchema),
  events: listOf(eventSchema, MAX_EVENTS),
});

export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a scenario from text. Never throws: problems are returned one by one. */
export function readScenario(text: string): ScenarioReading {
  if (text.length > MAX_TEXT) return fail('tooLong', { length: text.length, most: MAX_TEXT });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('noJson');
  }
  return checkScenario(value);
}

/** Checks a value that should be a scenario of this or an earlier version; fills in the defaults of activities and treatments. */
export function checkScenario(value: unknown): ScenarioReading {
  const key = hostileKey(value);
  if (key) return fail('unknownField', { field: key });
  const result = v.safeParse(scenarioSchema, migrate(value));
  if (result.success) return { ok: true, scenario: result.output };
  const problems = new Map(
    result.issues.map(describeIssue).map((problem) => [JSON.stringify(problem), problem] as const),
  );
  return { ok: false, problems: [...problems.values()].slice(0, 50) };
}

const fail = (code: Problem['code'], values: Problem['values'] = {}): ScenarioReading => ({
  ok: false,
  problems: [{ code, values }],
});

/** First key at any depth that could reach an object's prototype. */
function hostileKey(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null || depth > 8) return null;
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return key;
    const inner = hostileKey((value as Record<string, unknown>)[key], depth + 1);
    if (inner) return inner;
  }
  return null;
}
