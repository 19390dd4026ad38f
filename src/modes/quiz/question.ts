import type { ActName } from '../../core/activity/actTable.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Random } from '../../core/math/random.ts';
import type { ActivityEvent, Scenario } from '../../core/simulation/scenario.ts';
import type { QuizKey } from '../../i18n/keys.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import type { SourceName } from './sources.ts';

/** The kinds of question, in the order in which a lesson would ask them. */
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

/** Something to say: put into words in the reader's language and units when it is shown. */
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
  /** What the model found for it: shown after the answer. */
  readonly found?: Saying;
}

export type Answer =
  | { readonly type: 'choice'; readonly options: readonly Option[]; readonly right: string }
  /** A vertebra; the ones beside the right one count as well. */
  | { readonly type: 'level'; readonly right: Level }
  /** Two lines whose angle is measured, degrees. */
  | { readonly type: 'angle'; readonly right: number; readonly tolerance: number };

/** A figure that explains the answer. */
export interface Figure {
  readonly label: Saying;
  readonly value: Saying;
}

/** A question with its answer, as the model found it just now. */
export interface Posed {
  readonly kind: Kind;
  /** What stands on the stage while it is asked, and what is played after the answer. */
  readonly asked: Scenario;
  readonly truth: Scenario;
  /** The act that the question is about, if one. */
  readonly act: ActivityEvent | null;
  readonly ask: Saying;
  readonly answer: Answer;
  /** What the right answer is, in words. */
  readonly because: Saying;
  readonly figures: readonly Figure[];
  /** The vertebra that is explained afterwards. */
  readonly about: Level | null;
  /** Levels on the radiograph over the stage, the first and the last, if it is asked on one. */
  readonly radiograph: readonly [Level, Level] | null;
  /** Whether the chart stands beside while it is asked. */
  readonly chart: boolean;
  readonly sources: readonly SourceName[];
}

/** Draws a question and has its answer computed; null where this draw makes no fair question. */
export type Pose = (random: Random, create: CreateScenario, ask: Ask) => Promise<Posed | null>;
export type CreateScenario = (patient: Scenario['patient'], events?: Scenario['events']) => Scenario;

/** What someone answered: an option, a level, or degrees. */
export type Given = string | number;
