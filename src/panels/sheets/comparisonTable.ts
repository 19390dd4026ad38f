import table from '../../../models/validation/comparisons.json';

export interface ComparedFigure {
  readonly quantity: string;
  readonly model: number;
  /** Where the source gives a range, the value in it nearest to the model's. */
  readonly published: number;
  readonly unit: string;
  /** What the two may differ by, in the unit. */
  readonly tolerance: number;
  readonly holds: boolean;
  /** Helped to set the model. */
  readonly calibrated: boolean;
  /** Why it fails. */
  readonly why?: string;
}

export interface ComparedRow {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Keys in models/sources.json. */
  readonly sources: readonly string[];
  readonly notComputed: readonly string[];
  readonly figures: readonly ComparedFigure[];
}

/** Rows of models/VALIDATION.md, as `npm run -s validate -- --write` writes them. */
export const COMPARISONS: readonly ComparedRow[] = table;
