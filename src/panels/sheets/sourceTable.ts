import table from '../../../models/sources.json';

export interface SourceRow {
  readonly citation: string;
  readonly population: string;
  /** Whether the figures taken from it were checked against the paper. */
  readonly verified: boolean;
  readonly note: string;
}

export const SOURCES: Readonly<Record<string, SourceRow>> = table;
