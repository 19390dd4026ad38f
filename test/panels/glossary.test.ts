import { expect, it } from 'vitest';
import { TERM_SOURCES } from '../../src/panels/glossary/termSources.ts';
import { COMPARISONS } from '../../src/panels/sheets/comparisonTable.ts';
import { SOURCES } from '../../src/panels/sheets/sourceTable.ts';
import { readTexts } from '../i18n/locales.ts';

it('names sources that there are', () => {
  const keys = Object.values(TERM_SOURCES)
    .flat()
    .flatMap(({ source }) => source ?? []);
  expect(keys.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
  const compared = COMPARISONS.flatMap(({ sources }) => sources);
  expect(compared.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
});

it('has plain words in short sentences', () => {
  const plain = Object.entries(readTexts('en', 'glossary')).filter(([key]) => key.endsWith('.plain'));
  expect(plain.length).toBeGreaterThan(20);
  for (const [key, text] of plain)
    for (const sentence of text.split(/[.:] /))
      expect([key, sentence.split(' ').length <= 22]).toEqual([key, true]);
});
