import type { Answered } from '../../runtime/session/lesson.ts';

/** How far a learner is, as a platform stores it. */
export interface Standing {
  /** Text that `resume.ts` reads at the next launch. */
  readonly suspended: string;
  readonly done: number;
  readonly of: number;
  /** Share of right answers, 0 to 1, of a finished lesson that asks; otherwise null. */
  readonly score: number | null;
}

/** Learning platform that launched the course. Nothing here throws: what a platform refuses is said through `onRefused`. */
export interface Platform {
  /** Text stored by an earlier launch; empty at the first. */
  readonly suspended: string;
  /** Learner's language as a tag; null where the platform names none. */
  readonly lang: string | null;
  record(answered: Answered): void;
  save(standing: Standing): void;
  /** Ends this launch; called once. Resolves when all has been sent. */
  end(): Promise<void>;
  /** Where the learner goes after closing; null where the platform closes the window itself. */
  readonly returnUrl: string | null;
}

/** Values that the package's manifest gives to the launch. */
export interface Launch {
  /** Share of right answers that passes, 0 to 1; null where nothing passes or fails. */
  readonly pass: number | null;
  readonly onRefused: (reason: string) => void;
}

/** Duration as ISO 8601 has it, from seconds, to a hundredth. */
export const writeDuration = (timeS: number): string => `PT${Math.max(0, timeS).toFixed(2)}S`;

/** Whole percent. */
export const toPercent = (share: number): number => Math.round(100 * share);
