import type { Life } from '../../../src/core/simulation/cohort/life.ts';

/**
 * One compared figure. `error` = model − published and `tolerance` are in `unit`; it holds where |error| ≤ tolerance. Where the source
 * gives a range or a bound, `published` is the value in it nearest to the model's.
 */
export interface Comparison {
  readonly id: string;
  readonly quantity: string;
  readonly model: number;
  readonly published: number;
  readonly unit: string;
  readonly error: number;
  readonly tolerance: number;
  readonly holds: boolean;
  /** Whether the figure was used to calibrate the model, so that its agreement proves nothing. */
  readonly calibrated: boolean;
}

/** What a row is computed with: the model as it is, or with something changed to see how much that matters. */
export interface Setting {
  readonly overrides: Readonly<Record<string, number>>;
  /** Coefficient of variation of section strength in the cohort. */
  readonly strengthCv: number;
}

export interface Outcome {
  readonly comparisons: readonly Comparison[];
  /** What could not be computed, and why; a sentence each. */
  readonly notComputed: readonly string[];
  /** SVG of the model against the measurement. */
  draw(): string;
}

/** A row V1 … V11 of models/VALIDATION.md. */
export interface PublishedRow {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  /** Which of its figures must hold; empty where none must. */
  readonly gates: readonly string[];
  /** What is compared, how, and whether it calibrated the model. Markdown. */
  readonly text: string;
  /** Why a figure fails, from the mechanics; by quantity. */
  readonly failures: Readonly<Record<string, string>>;
  readonly needsCohort: boolean;
  compute(setting: Setting, lives: readonly Life[]): Outcome;
}

type Stated = Pick<Comparison, 'id' | 'quantity' | 'unit' | 'calibrated'>;

/** Model against one published value. */
export function compare(of: Stated, model: number, published: number, tolerance: number): Comparison {
  const error = model - published;
  return { ...of, model, published, error, tolerance, holds: Math.abs(error) <= tolerance };
}

/** Model against a published range, either end of which may be infinite. */
export const compareRange = (
  of: Stated,
  model: number,
  [low, high]: readonly [number, number],
  tolerance = 0,
): Comparison => compare(of, model, Math.min(high, Math.max(low, model)), tolerance);
