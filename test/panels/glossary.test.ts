import { expect, it } from 'vitest';
import { enGlossary } from '../../src/i18n/en.glossary.ts';
import { TERM_SOURCES } from '../../src/panels/glossary/termSources.ts';
import { COMPARISONS } from '../../src/panels/sheets/comparisonTable.ts';
import { SOURCES } from '../../src/panels/sheets/sourceTable.ts';

it('names sources that there are', () => {
  const keys = Object.values(TERM_SOURCES)
    .flat()
    .flatMap(({ source }) => source ?? []);
  expect(keys.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
  const compared = COMPARISONS.flatMap(({ sources }) => sources);
  expect(compared.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
});

it('has plain words in short sentences', () => {
  for (const [name, { plain }] of Object.entries(enGlossary))
    for (const sentence of plain.split(/[.:] /))
      expect([name, sentence.split(' ').length <= 22]).toEqual([name, true]);
});
