import type { Answered } from '../../runtime/session/lesson.ts';
import { writeDuration } from './platform.ts';

// xAPI statements as the cmi5 specification (quartz, 1st edition) asks for them

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const ADL = 'http://adlnet.gov/expapi';
const VERBS = {
  initialized: `${ADL}/verbs/initialized`,
  answered: `${ADL}/verbs/answered`,
  experienced: `${ADL}/verbs/experienced`,
  scored: `${ADL}/verbs/scored`,
  completed: `${ADL}/verbs/completed`,
  passed: `${ADL}/verbs/passed`,
  failed: `${ADL}/verbs/failed`,
  terminated: `${ADL}/verbs/terminated`,
} as const;
export type Verb = keyof typeof VERBS;
/** Statements that the specification defines; the others are allowed between `initialized` and `terminated`. */
const DEFINED: readonly Verb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const ENDS: readonly Verb[] = ['completed', 'passed', 'failed'];

interface Activity {
  readonly id: string;
}

/** Context that the platform gives to every statement of a launch. */
export interface ContextTemplate {
  readonly contextActivities?: Readonly<Record<string, readonly Activity[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What a launch names, besides where statements go. */
export interface Session {
  readonly actor: unknown;
  readonly activityId: string;
  readonly registration: string;
  readonly template: ContextTemplate;
  readonly masteryScore: number | null;
}

/** Statement about the whole lesson, or about a part of it. */
export function writeStatement(
  { actor, activityId, registration, template, masteryScore }: Session,
  verb: Verb,
  result: object | null = null,
  part: { readonly name: string; readonly definition: object } | null = null,
): object {
  const { contextActivities = {}, extensions = {} } = template;
  const categories = [
    ...(contextActivities.category ?? []),
    ...(DEFINED.includes(verb) ? [{ id: `${CATEGORY}/cmi5` }] : []),
    ...(ENDS.includes(verb) ? [{ id: `${CATEGORY}/moveon` }] : []),
  ];
  const isJudged = masteryScore !== null && (verb === 'passed' || verb === 'failed');
  return {
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    actor,
    verb: { id: VERBS[verb], display: { en: verb } },
    object: part
      ? { id: `${activityId}#${part.name}`, definition: part.definition }
      : { objectType: 'Activity', id: activityId },
    ...(result && { result }),
    context: {
      ...template,
      registration,
      contextActivities: { ...contextActivities, ...(categories.length > 0 && { category: categories }) },
      extensions: { ...extensions, ...(isJudged && { [MASTERY]: masteryScore }) },
    },
  };
}

const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const LESSON = 'http://adlnet.gov/expapi/activities/lesson';
const TYPES = { choice: 'choice', level: 'fill-in', angle: 'numeric' } as const;

/** Statement about one answer, or one step that was read. */
export function writeAnswer(session: Session, answered: Answered): object {
  const { name, type, given, expected, right, timeS } = answered;
  const duration = writeDuration(timeS);
  if (type === 'read')
    return writeStatement(session, 'experienced', { duration }, { name, definition: { type: LESSON } });
  const pattern =
    typeof expected === 'string' || expected === null
      ? expected
      : `${(expected[0] - expected[1]).toFixed(2)}[:]${(expected[0] + expected[1]).toFixed(2)}`;
  const definition = {
    type: INTERACTION,
    interactionType: TYPES[type],
    ...(pattern !== null && { correctResponsesPattern: [pattern] }),
  };
  return writeStatement(
    session,
    'answered',
    { response: given, success: right, duration },
    { name, definition },
  );
}
