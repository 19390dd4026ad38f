import { getPolicy, MODES, type ModeName } from '../../runtime/session/modePolicy.ts';

/** Modes whose progress a platform records. */
export const LESSONS: readonly ModeName[] = MODES.filter(
  (mode) => getPolicy(mode).lesson !== 'none',
).reverse();

/** Place in a lesson that a platform has kept. */
export interface Place {
  /** Values of the page's address. */
  readonly address: Readonly<Record<string, string>>;
  readonly done: number;
  readonly of: number;
}

/** SCORM 1.2 keeps 4096 characters; this is some hundred. */
export const writePlace = (lesson: ModeName, place: Place): string =>
  JSON.stringify({ columna: 1, lesson, ...place });

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Place in kept text; null where it is none of this lesson's. What the numbers mean, the page checks itself. */
export function readPlace(lesson: ModeName, text: string): Place | null {
  let kept: Partial<Place> & { columna?: unknown; lesson?: unknown };
  try {
    kept = JSON.parse(text) ?? {};
  } catch {
    return null;
  }
  const { address, done, of } = kept;
  if (kept.columna !== 1 || kept.lesson !== lesson || typeof address !== 'object' || address === null)
    return null;
  if (!isCount(done) || !isCount(of) || of === 0 || done > of) return null;
  const { progress } = getPolicy(lesson);
  const values = Object.entries<unknown>(address);
  // every value of a lesson's progress is of digits
  const isKnown = ([name, value]: readonly [string, unknown]) =>
    progress.includes(name) && typeof value === 'string' && /^\d{0,40}$/.test(value);
  if (values.length === 0 || !values.every(isKnown)) return null;
  if (address.answers !== undefined && address.answers.length !== done) return null;
  return { address, done, of };
}
