import table from '../../../models/validation/comparisons.json';

export interface ComparedFigure {
  readonly quantity: string;
  readonly model: number;
  /** Published value; where the source gives a range, the value in it nearest to the model's. */
  readonly published: number;
  readonly unit: string;
  /** Greatest difference that counts as agreement, in the unit. */
  readonly tolerance: number;
  readonly holds: boolean;
  /** Whether it was used to calibrate the model. */
  readonly calibrated: boolean;
  /** Why it disagrees. */
  readonly why?: string;
}

export interface ComparedRow {
  readonly id: string;
  readonly title: string;
  /** Text, in Markdown. */
  readonly text: string;
  /** Keys in models/sources.json. */
  readonly sources: readonly string[];
  readonly notComputed: readonly string[];
  readonly figures: readonly ComparedFigure[];
}

/** Rows of models/VALIDATION.md, as written by `npm run -s validate -- --write`. */
export const COMPARISONS: readonly ComparedRow[] = table;
