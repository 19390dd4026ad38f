import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { FILES } from '../i18n/locales.ts';
import { findYear, listDecidingFigures, listRecalled, SOURCES } from './figures.ts';
import { listTopics, type Written, writeSheets } from './sheets.ts';

const LANGS = Object.keys(LANGUAGES) as Written[];

it.each(LANGS)('the sheets of %s hold every text once, beside its English', (lang) => {
  const rows = listTopics(lang).flatMap(({ name, rows }) =>
    rows.map(({ key, text }) => `${name.split(':')[0]} ${key}=${text}`),
  );
  const written = FILES.flatMap((file) =>
    Object.entries<string>(JSON.parse(readFileSync(`src/i18n/${lang}/${file}.json`, 'utf8'))).map(
      ([key, text]) => `${file} ${key}=${text}`,
    ),
  );
  expect(rows.sort()).toEqual(written.sort());
  expect(
    listTopics(lang)
      .flatMap(({ rows }) => rows)
      .filter(({ english }) => english === ''),
  ).toEqual([]);
});

it('a sheet has room for a signature on every topic, and says which claims were recalled', () => {
  const sheet = writeSheets('ar');
  const topics = listTopics('ar');
  expect(sheet.match(/class="signed"/g)).toHaveLength(topics.length);
  const claims = topics.flatMap((topic) => topic.claims);
  expect(sheet.match(/<li class="recalled">/g)).toHaveLength(
    claims.filter(({ isChecked }) => !isChecked).length,
  );
  expect(sheet).toContain('dir="rtl"');
  // every section and step that names sources has them here
  const named = topics.filter((topic) => topic.claims.length > 0).map(({ name }) => name);
  expect(named).toEqual(
    expect.arrayContaining(['story: cement', 'helps: hurt', 'helps: cement', 'quiz: lesson']),
  );
});

it('what is recalled comes oldest first, and is all that is not checked', () => {
  const recalled = listRecalled();
  expect(recalled).toHaveLength(Object.values(SOURCES).filter(({ verified }) => !verified).length);
  const years = recalled.map(({ year }) => year ?? 9999);
  expect(years).toEqual([...years].sort((a, b) => a - b));
  expect(findYear('Cooper C. Bone 1985–1989. J 1992;7:221.')).toBe(1985);
  expect(findYear('a textbook')).toBeNull();
});

it('every figure that decides a fracture names sources that there are', () => {
  const figures = listDecidingFigures();
  const strange = figures.flatMap(({ name, sources }) =>
    sources.filter((source) => source !== 'model' && !SOURCES[source]).map((source) => `${name}: ${source}`),
  );
  expect(strange).toEqual([]);
  const find = (name: string) => figures.find((figure) => figure.name === name)?.state;
  expect(find('plateauOverYield')).toBe('assumed');
  expect(find('abdomen: cavityAreaMm2')).toBe(
    SOURCES['abdominal-pressure']!.verified ? 'checked' : 'recalled',
  );
});
