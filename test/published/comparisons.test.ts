import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import comparisons from '../../models/validation/comparisons.json';
import { formatNumber } from './report/text.ts';

const report = readFileSync('models/VALIDATION.md', 'utf8');

it('says on the page what the report says', () => {
  for (const { id, title, figures } of comparisons) {
    const section = report.split(`## ${id} · ${title}`)[1]!.split('<a id=')[0]!;
    for (const { quantity, model, published, unit, holds } of figures) {
      const row = section
        .split('\n')
        .find((line) => line.startsWith(`| ${quantity} | ${formatNumber(model)} |`));
      expect([quantity, row?.includes(`| ${formatNumber(published)} | ${unit} |`)]).toEqual([quantity, true]);
      expect([quantity, row?.includes('holds')]).toEqual([quantity, holds]);
    }
    const held = figures.filter(({ holds }) => holds).length;
    expect(report).toContain(`| ${title} | ${held} of ${figures.length}`);
  }
});
