import { type ComputedRow, formatNumber } from './text.ts';

/** As the report prints it: a page that reads this says the same to the last digit. */
const asPrinted = (value: number): number => Number(formatNumber(value).replace('−', '-'));

/** The report's rows as JSON, for the page (`panels/sheets/PublishedSheet.tsx`). */
export function writeComparisons(rows: readonly ComputedRow[]): string {
  const json = rows.map(({ row, outcome: { comparisons, notComputed } }) => ({
    id: row.id,
    title: row.title,
    text: row.text.replaceAll('\n', ' '),
    sources: row.sources,
    notComputed,
    figures: comparisons.map((one) => ({
      quantity: one.quantity,
      model: asPrinted(one.model),
      published: asPrinted(one.published),
      unit: one.unit,
      tolerance: asPrinted(one.tolerance),
      holds: one.holds,
      calibrated: one.calibrated,
      ...(!one.holds && { why: row.failures[one.quantity] ?? 'not explained yet.' }),
    })),
  }));
  return `${JSON.stringify(json, null, 1)}\n`;
}
