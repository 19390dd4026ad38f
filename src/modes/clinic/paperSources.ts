import { SOURCES } from '../../panels/sheets/sourceTable.ts';
import { STEP_SOURCES, type StorySource } from '../narrative/sources.ts';

const cite = ({ source, paper }: StorySource): string => (source ? SOURCES[source]!.citation : (paper ?? ''));

/** Sources of the page's statements, each once. */
export const PAPER_SOURCES: readonly string[] = [
  ...new Set(
    (['loss', 'daily', 'cement', 'protect'] as const).flatMap((step) => STEP_SOURCES[step].map(cite)),
  ),
];
