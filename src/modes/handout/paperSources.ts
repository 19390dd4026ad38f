import { SOURCES } from '../../panels/sheets/sourceTable.ts';
import { AID } from '../helps/aid.ts';
import { STEP_SOURCES, type StorySource } from '../narrative/sources.ts';

const cite = ({ source, paper }: StorySource): string => (source ? SOURCES[source]!.citation : (paper ?? ''));

/** What stands on the front alone: how long it hurts, and that denosumab is not stopped. */
const FRONT = [AID.pain.improvedWeeks.source, AID.stopping].map((key) => SOURCES[key]!.citation);

/** What the page's words stand on, each once. */
export const PAPER_SOURCES: readonly string[] = [
  ...new Set([
    ...FRONT,
    ...(['loss', 'daily', 'cement', 'protect'] as const).flatMap((step) => STEP_SOURCES[step].map(cite)),
  ]),
];
