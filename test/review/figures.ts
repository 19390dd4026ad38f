import { readFileSync } from 'node:fs';
import { PARAMETERS } from '../../src/core/anatomy/parameters.ts';

interface Source {
  readonly citation: string;
  readonly verified: boolean;
}
export const SOURCES: Readonly<Record<string, Source>> = JSON.parse(
  readFileSync('models/sources.json', 'utf8'),
);

/** Our own assumption, which no paper gives. */
const OWN = 'model';
/** Tables from which loads and strength are made; what time and treatments do to bone is not among them. */
const TABLES = ['vertebrae', 'discs', 'muscles', 'abdomen', 'segments', 'activities'];

/** Figure, or group of figures of one table, that decides whether a body breaks in an act. */
export interface DecidingFigure {
  readonly name: string;
  readonly sources: readonly string[];
  readonly state: 'checked' | 'recalled' | 'assumed';
}

/** One that rests on a recalled source is recalled, whatever else it rests on; one without any source is assumed. */
function judge(sources: readonly string[]): DecidingFigure['state'] {
  const papers = sources.filter((source) => source !== OWN);
  if (papers.length === 0) return 'assumed';
  return papers.every((source) => SOURCES[source]?.verified) ? 'checked' : 'recalled';
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [String(value)]);

/** Every row of a table that names where it comes from. */
function findNamed(value: unknown, name: string): (readonly [string, readonly string[]])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'source') return [[name, listOf(inside)] as const];
    if (key === 'sources' && !Array.isArray(inside))
      return Object.entries(inside as object).map(
        ([what, sources]) => [`${name}: ${what}`, listOf(sources)] as const,
      );
    if (key === 'sources') return [[name, listOf(inside)] as const];
    return findNamed(inside, `${name}.${key}`);
  });
}

export function listDecidingFigures(): readonly DecidingFigure[] {
  const parameters = Object.entries(PARAMETERS).map(([key, { source }]) => [key, [source]] as const);
  const rows = TABLES.flatMap((table) =>
    findNamed(JSON.parse(readFileSync(`models/${table}.json`, 'utf8')), table),
  );
  return [...parameters, ...rows].map(([name, sources]) => ({ name, sources, state: judge(sources) }));
}

/** Year of a paper: the first in its citation; null where it names none. */
export const findYear = (citation: string): number | null =>
  Number(/\b(1[89]\d\d|20\d\d)\b/.exec(citation)?.[1] ?? 0) || null;

/** Sources that were recalled and not checked against their paper, oldest first; those without a year come last. */
export const listRecalled = () =>
  Object.entries(SOURCES)
    .filter(([, { verified }]) => !verified)
    .map(([key, { citation }]) => ({ key, citation, year: findYear(citation) }))
    .sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || (a.key < b.key ? -1 : 1));
