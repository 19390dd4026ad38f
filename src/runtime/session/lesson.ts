import type { ModeName } from './modePolicy.ts';

/** Question that was answered, or step that was read. */
export interface Answered {
  readonly name: string;
  readonly type: 'choice' | 'level' | 'angle' | 'read';
  /** Answer given, and the right one: an option, a level, or degrees and how far off they may be; null where nothing was asked. */
  readonly given: string | null;
  readonly expected: string | readonly [angleDeg: number, toleranceDeg: number] | null;
  /** Null where nothing was asked. */
  readonly right: boolean | null;
  /** Time from the question's appearance to the answer, s. */
  readonly timeS: number;
}

/** How far a learner has come: what a learning platform records. No figure of a person is in it. */
export interface Lesson {
  readonly mode: ModeName;
  /** Values in the address that open the page at this place again. */
  readonly address: Readonly<Record<string, string>>;
  /** Questions answered or steps seen, and how many there are. */
  readonly done: number;
  readonly of: number;
  /** Number of right answers; null where nothing is asked. */
  readonly right: number | null;
  /** What has just been answered or read, if anything. */
  readonly answered: Answered | null;
}
