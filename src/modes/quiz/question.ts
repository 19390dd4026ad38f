import type { ActName } from '../../core/activity/actTable.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Random } from '../../core/math/random.ts';
import type { ActivityEvent, Scenario } from '../../core/simulation/scenario.ts';
import type { QuizKey } from '../../i18n/keys.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import type { SourceName } from './sources.ts';

/** Kinds of question, in the order of a lesson. */
export const KINDS = [
  'category',
  'strength',
  'chart',
  'act',
  'disc',
  'technique',
  'heaviest',
  'front',
  'holds',
  'first',
  'shape',
  'grade',
  'cobb',
  'height',
  'next',
  'neighbour',
  'sham',
  'spared',
  'scan',
  'stopping',
  'rest',
  'flags',
] as const;
export type Kind = (typeof KINDS)[number];

/** Text as a code: put into words in the reader's language and units when it is shown. */
export type Saying =
  | { readonly key: QuizKey; readonly values?: Sayings }
  | { readonly text: string }
  | { readonly act: ActivityEvent }
  | { readonly name: ActName }
  | { readonly newtons: number }
  | { readonly millimetres: number; readonly decimals?: number }
  | { readonly degrees: number; readonly decimals?: number }
  | { readonly percent: number; readonly decimals?: number }
  | { readonly megapascals: number }
  | { readonly mgPerCm3: number }
  | { readonly kilograms: number }
  | { readonly tScore: number };
export type Sayings = Readonly<Record<string, Saying>>;

export interface Option {
  readonly id: string;
  readonly label: Saying;
  /** The model's figure for it, shown after the answer. */
  readonly found?: Saying;
}

export type Answer =
  | { readonly type: 'choice'; readonly options: readonly Option[]; readonly right: string }
  /** A vertebra; those beside the right one count as well. */
  | { readonly type: 'level'; readonly right: Level }
  /** Two lines whose angle is measured, degrees. */
  | { readonly type: 'angle'; readonly right: number; readonly tolerance: number };

/** Figure that explains the answer. */
export interface Figure {
  readonly label: Saying;
  readonly value: Saying;
}

/** Question with its answer, as the model has just computed it. */
export interface Posed {
  readonly kind: Kind;
  /** Scenarios on the stage: while it is asked, and after the answer. */
  readonly asked: Scenario;
  readonly truth: Scenario;
  /** The act in question, if there is one. */
  readonly act: ActivityEvent | null;
  readonly ask: Saying;
  readonly answer: Answer;
  /** The right answer in words. */
  readonly because: Saying;
  readonly figures: readonly Figure[];
  /** Vertebra that is explained afterwards. */
  readonly about: Level | null;
  /** First and last level on the radiograph over the stage; null without one. */
  readonly radiograph: readonly [Level, Level] | null;
  /** Whether the chart is shown while it is asked. */
  readonly chart: boolean;
  readonly sources: readonly SourceName[];
}

/** Draws a question and computes its answer; null where this draw gives no fair question. */
export type Pose = (random: Random, create: CreateScenario, ask: Ask) => Promise<Posed | null>;
export type CreateScenario = (patient: Scenario['patient'], events?: Scenario['events']) => Scenario;

/** Answer given: an option, a level, or degrees. */
export type Given = string | number;
