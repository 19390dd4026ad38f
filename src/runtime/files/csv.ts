import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import { type EventResult, getLevelLoads, type Results } from '../../core/simulation/results/results.ts';

/**
 * Results as a table: a row per event and level, T1 … L5, in the order of events. Cells that an event did not compute are empty:
 * treatments and spans of time have no loads, and a level that did not break in the event has no fracture. `event` counts from 1.
 * Commas, decimal point and CR LF, as in RFC 4180, or as spreadsheets expect where the decimal sign is a comma; figures are not
 * rounded. `models/README.md` explains each column.
 */
export function writeCsv({ modelVersion, events }: Results, marks: keyof typeof MARKS = 'comma'): string {
  const { separator, decimal } = MARKS[marks];
  const rows = events.flatMap((event) =>
    LEVELS.map((level) => COLUMNS.map(([, read]) => read(event, level, modelVersion))),
  );
  return [COLUMNS.map(([name]) => name), ...rows]
    .map((row) => `${row.map((cell) => quote(cell, separator, decimal)).join(separator)}\r\n`)
    .join('');
}

/** Separator of cells, and decimal sign. */
export const MARKS = {
  comma: { separator: ',', decimal: '.' },
  semicolon: { separator: ';', decimal: ',' },
} as const;

type Cell = string | number | boolean | undefined;
type Column = readonly [name: string, read: (event: EventResult, level: Level, modelVersion: string) => Cell];

const loadAt = (event: EventResult, level: Level) => getLevelLoads(event).find((row) => row.level === level);
/** Last fracture of a level in the event: its state at the end. */
const fractureAt = (event: EventResult, level: Level) =>
  event.fractures.filter((fracture) => fracture.level === level).at(-1);

const COLUMNS: readonly Column[] = [
  ['event', ({ index }) => index + 1],
  ['event_type', ({ type }) => type],
  ['event_name', ({ name }) => name],
  ['feasible', ({ feasible }) => feasible],
  ['level', (_, level) => level],
  ['peak_compression_N', (event, level) => loadAt(event, level)?.peakCompressionN],
  ['shear_at_peak_N', (event, level) => loadAt(event, level)?.shearAtPeakN],
  ['flexion_moment_at_peak_Nm', (event, level) => loadAt(event, level)?.flexionMomentAtPeakNm],
  ['central_strength_N', (event, level) => loadAt(event, level)?.centralStrengthN],
  ['strength_N', (event, level) => loadAt(event, level)?.strengthN],
  ['load_over_strength', (event, level) => loadAt(event, level)?.loadOverStrength],
  ['fracture_shape', (event, level) => fractureAt(event, level)?.shape],
  ['fracture_progression', (event, level) => fractureAt(event, level)?.progression],
  ['fracture_time_s', (event, level) => fractureAt(event, level)?.timeS],
  ['anterior_height_loss_percent', (event, level) => fractureAt(event, level)?.anteriorHeightLossPercent],
  ['middle_height_loss_percent', (event, level) => fractureAt(event, level)?.middleHeightLossPercent],
  ['posterior_height_loss_percent', (event, level) => fractureAt(event, level)?.posteriorHeightLossPercent],
  ['wedge_deg', (event, level) => fractureAt(event, level)?.wedgeDeg],
  ['model_version', (_event, _level, modelVersion) => modelVersion],
];

export function quote(cell: Cell, separator: string, decimal: string): string {
  const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : String(cell ?? '');
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
