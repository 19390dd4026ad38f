import type { Problem } from '../../core/simulation/problem.ts';
import { checkScenario, type Scenario } from '../../core/simulation/scenario.ts';
import { readText } from './text.ts';

/** Largest file that is read, bytes: a scenario of 100 events has some 20 kB. */
export const MAX_FILE_BYTES = 200_000;

/** Part of a `File` that the reader uses. */
export interface ReadableFile {
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export type FileReading =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Results that Columna wrote, a file that is too large, no JSON, or one that the device could not read. */
  | { readonly kind: 'results' | 'large' | 'json' | 'unread' };

/** Passes the text of a file from outside on; one that is too large or that the device cannot read is told. Never throws. */
export async function readTextFile<T>(
  file: ReadableFile,
  read: (text: string) => T,
): Promise<T | { readonly kind: 'large' | 'unread' }> {
  if (file.size > MAX_FILE_BYTES) return { kind: 'large' };
  let text: string;
  try {
    text = readText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { kind: 'unread' };
  }
  return read(text);
}

/** Reads a file from outside as a scenario. Never throws, and never executes what it reads. */
export const readFile = (file: ReadableFile): Promise<FileReading> => readTextFile(file, readFileText);

export function readFileText(text: string): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'json' };
  }
  if (isResults(value)) return { kind: 'results' };
  const reading = checkScenario(value);
  return reading.ok
    ? { kind: 'scenario', scenario: reading.scenario }
    : { kind: 'problems', problems: reading.problems };
}

/** Whether a value has the fields of `Results`, and none of a scenario's own. */
const isResults = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['modelVersion', 'events', 'findings'].every((key) => Object.hasOwn(value, key)) &&
  !Object.hasOwn(value, 'patient');
