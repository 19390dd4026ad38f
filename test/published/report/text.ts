import type { Comparison, Outcome, PublishedRow } from './row.ts';
import { VARIATIONS } from './sensitivity.ts';

/** Three significant digits, without an exponent. */
export const formatNumber = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  const text = size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
  return text.replace(/^-/, '−').replace(/^−(0(\.0+)?)$/, '$1');
};

const signed = (value: number): string => (value > 0 ? `+${formatNumber(value)}` : formatNumber(value));

export interface ComputedRow {
  readonly row: PublishedRow;
  readonly outcome: Outcome;
  readonly sensitivity: ReadonlyMap<string, readonly (number | null)[]> | null;
}

/** `holds`, or fails, and whether that is a gate. */
const verdict = (row: PublishedRow, { quantity, holds }: Comparison): string =>
  `${holds ? 'holds' : 'FAILS'}${row.gates.includes(quantity) ? ' (gate)' : ''}`;

/** For a terminal. */
export function printTable(rows: readonly ComputedRow[]): string {
  const lines = rows.flatMap(({ row, outcome }) => [
    `${row.id}  ${row.title}`,
    ...outcome.comparisons.map(
      (one) =>
        `    ${one.quantity.padEnd(48)}${formatNumber(one.model).padStart(9)}${formatNumber(one.published).padStart(9)} ${one.unit.padEnd(15)}${signed(one.error).padStart(8)} of ±${formatNumber(one.tolerance).padEnd(7)}${verdict(row, one)}${one.calibrated ? ', calibrated' : ''}`,
    ),
    ...outcome.notComputed.map((sentence) => `    not computed: ${sentence}`),
  ]);
  const head = `    ${'quantity'.padEnd(48)}${'model'.padStart(9)}${'published'.padStart(10)}${'error'.padStart(22)}`;
  return `${[head, ...lines].join('\n')}\n`;
}

const cells = (...values: readonly string[]): string => `| ${values.join(' | ')} |`;

/** The report, Markdown. */
export function writeReport(rows: readonly ComputedRow[]): string {
  return `${[
    '# The model against published measurements',
    '',
    'Written by `npm run -s validate -- --write`; do not edit. `npm run -s validate` prints the table, `-- --json` the same as JSON; `npx vitest run test/published` asserts the gates.',
    '',
    'Error = model − published; error and tolerance are in the row’s unit, and a figure holds where the error is within the tolerance. Where a source gives a range or a bound, *published* is the value in it nearest to the model’s, so that the error is the distance from the range. *Gate*: must hold. *Calibrated*: helped to set the model, so that its agreement proves little. A figure that fails stays in. “Recalled”: not yet held against the paper. In the figures the model is red and the published blue, its tolerance a pale bar.',
    '',
    ...summarise(rows),
    ...rows.flatMap(writeRow),
  ].join('\n')}\n`;
}

function summarise(rows: readonly ComputedRow[]): string[] {
  return [
    cells('row', 'what', 'figures that hold', 'gates', 'calibrated'),
    cells('---', '---', '---', '---', '---'),
    ...rows.map(({ row, outcome: { comparisons, notComputed } }) => {
      const gates = comparisons.filter((one) => row.gates.includes(one.quantity));
      const missing = row.gates.length - gates.length;
      const failing = gates.filter((one) => !one.holds).length;
      const gateText =
        row.gates.length === 0
          ? 'none'
          : missing > 0
            ? `**${missing} of ${row.gates.length} not computed**`
            : failing > 0
              ? `**${failing} of ${gates.length} fail**`
              : 'hold';
      return cells(
        `[${row.id}](#${row.id.toLowerCase()})`,
        row.title,
        `${comparisons.filter((one) => one.holds).length} of ${comparisons.length}${notComputed.length > 0 ? `, ${notComputed.length} not computed` : ''}`,
        gateText,
        comparisons.some((one) => one.calibrated) ? 'yes' : 'no',
      );
    }),
    '',
  ];
}

function writeRow({ row, outcome, sensitivity }: ComputedRow): string[] {
  const { comparisons, notComputed } = outcome;
  const failing = comparisons.filter((one) => !one.holds);
  return [
    `<a id="${row.id.toLowerCase()}"></a>`,
    '',
    `## ${row.id} · ${row.title}`,
    '',
    row.text.replaceAll('\n', ' '),
    '',
    `In [sources.json](sources.json): ${row.sources.map((key) => `\`${key}\``).join(', ')}.`,
    '',
    cells('quantity', 'model', 'published', 'unit', 'error', 'tolerance', '', 'calibrated'),
    cells('---', '---:', '---:', '---', '---:', '---:', '---', '---'),
    ...comparisons.map((one) =>
      cells(
        one.quantity,
        formatNumber(one.model),
        formatNumber(one.published),
        one.unit,
        signed(one.error),
        one.tolerance > 0 ? `±${formatNumber(one.tolerance)}` : '0',
        one.holds ? verdict(row, one) : `**${verdict(row, one)}**`,
        one.calibrated ? 'yes' : 'no',
      ),
    ),
    '',
    ...(comparisons.length > 0
      ? [`![${row.title}: model against published](validation/${row.id.toLowerCase()}.svg)`, '']
      : []),
    ...(failing.length > 0 ? ['What fails:', ''] : []),
    ...failing.map((one) => `- **${one.quantity}**: ${row.failures[one.quantity] ?? 'not explained yet.'}`),
    ...(failing.length > 0 ? [''] : []),
    ...(notComputed.length > 0 ? ['Not computed:', '', ...notComputed.map((one) => `- ${one}`), ''] : []),
    ...(sensitivity ? writeSensitivity(comparisons, sensitivity) : []),
  ];
}

function writeSensitivity(
  comparisons: readonly Comparison[],
  sensitivity: ReadonlyMap<string, readonly (number | null)[]>,
): string[] {
  const shown = VARIATIONS.map((_, n) => n).filter((n) =>
    [...sensitivity.values()].some((row) => row[n] !== null),
  );
  return [
    'How far it moves when one thing is changed:',
    '',
    cells('quantity', 'as it is', ...shown.map((n) => VARIATIONS[n]!.name)),
    cells('---', '---:', ...shown.map(() => '---:')),
    ...comparisons.map((one) =>
      cells(
        one.quantity,
        formatNumber(one.model),
        ...shown.map((n) => {
          const value = sensitivity.get(one.quantity)?.[n];
          return value === null || value === undefined ? '–' : formatNumber(value);
        }),
      ),
    ),
    '',
  ];
}
