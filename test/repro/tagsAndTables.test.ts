import { describe, expect, it, vi } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';
import { findLanguage } from '../../src/i18n/languages.ts';
import { readOrigin } from '../../src/runtime/address/origin.ts';
import { writeCsv } from '../../src/runtime/files/csv.ts';
import { readFile } from '../../src/runtime/files/files.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

// Reported of comparable pages: tags of languages, origins and files that are written in another way than the page expects.

const TAGS = {
  de: [
    'de_DE',
    'de-AT',
    'DE',
    'de_CH.UTF-8',
    'de_DE@euro',
    'deu',
    'ger',
    'de-Latn-DE-1996',
    ' de ',
    'de--',
    'gsw',
    'lb',
    'nl,de;q=0.8',
  ],
  'zh-Hans': [
    'zh_CN',
    'zh-CN',
    'zh-TW',
    'zh_Hant_HK',
    'zh-Hant',
    'zh',
    'cmn-Hans-CN',
    'zho',
    'yue-HK',
    'ZH-HANS',
  ],
  'pt-BR': ['pt-PT', 'pt_BR', 'pt', 'por', 'pt-br', 'PT_pt.UTF-8', 'pt-AO'],
  es: ['es-419', 'es_MX', 'spa', 'es-ES-u-co-trad', 'ca', 'gl-ES'],
  fr: ['fr_CA', 'fr-CH', 'fra', 'fre', 'br', 'fr-x-private', 'fr;q=0.9'],
  ar: ['ar_EG', 'ar-001', 'ara', 'arb', 'arz', 'ar-SA-u-nu-arab'],
  en: ['en_GB', 'en-US', 'xx', 'C', 'POSIX', '*', '--', 'und', 'x-default', '.', '%', 'constructor'],
};

describe('a language', () => {
  it.each(Object.entries(TAGS).flatMap(([lang, tags]) => tags.map((tag) => ({ tag, lang }))))(
    'asked for as $tag is $lang',
    ({ tag, lang }) => {
      expect(findLanguage(tag, [])).toBe(lang);
      expect(findLanguage(null, [tag])).toBe(lang);
    },
  );
});

describe('an origin', () => {
  it.each([
    ['https://school.example', 'https://school.example'],
    ['https://school.example/', 'https://school.example'],
    ['https://School.Example', 'https://school.example'],
    ['HTTPS://SCHOOL.EXAMPLE/a/b?c#d', 'https://school.example'],
    ['https://school.example:443', 'https://school.example'],
    ['http://school.example:80/', 'http://school.example'],
    ['http://localhost:8080/course', 'http://localhost:8080'],
    [' https://school.example ', 'https://school.example'],
    ['https://schüle.example', 'https://xn--schle-mva.example'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://school.example.:443', 'https://school.example.'],
  ])('%s is %s', (address, origin) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readOrigin(address)).toBe(origin);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it.each([
    '*',
    '',
    'null',
    'school.example',
    '//school.example',
    'file:///a',
    'javascript:alert(1)',
    'data:,a',
    'https://',
    '/a',
  ])('%j is none, and the console says so once', (address) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readOrigin(address)).toBeNull();
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});

describe('a table', () => {
  const reading = checkScenario({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
    events: [{ type: 'activity', name: 'lift' }],
  });
  const { scenario } = reading as { scenario: Scenario };
  const { results } = finish(runScenario(scenario));

  it('with semicolons has the same cells as with commas, its numbers with decimal commas', () => {
    const cells = (text: string, separator: string) =>
      text.split('\r\n').map((line) => line.split(separator));
    const expected = cells(writeCsv(results), ',').map((row) =>
      row.map((cell) => (cell !== '' && Number.isFinite(Number(cell)) ? cell.replace('.', ',') : cell)),
    );
    expect(cells(writeCsv(results, 'semicolon'), ';')).toEqual(expected);
    expect(expected.flat().filter((cell) => /^\d+,\d+$/.test(cell)).length).toBeGreaterThan(50);
  });

  it('quotes what would break a row of either', () => {
    const awkward = { ...results, modelVersion: 'a;b,c' };
    expect(writeCsv(awkward).split('\r\n')[1]).toMatch(/,"a;b,c"$/);
    expect(writeCsv(awkward, 'semicolon').split('\r\n')[1]).toMatch(/;"a;b,c"$/);
  });
});

describe('a file on the page', () => {
  const text = JSON.stringify(DEFAULT_SCENARIO, null, 2);
  const low = Buffer.from(`\uFEFF${text}`, 'utf16le');
  it.each([
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['ends of lines of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['UTF-16, low byte first', low],
    ['UTF-16, high byte first', Buffer.from(low).swap16()],
    ['UTF-16 without a mark', low.subarray(2)],
    ['UTF-16, high byte first, without a mark', Buffer.from(low).swap16().subarray(2)],
  ])('with %s is opened', async (_, bytes) => {
    expect(await readFile(new Blob([new Uint8Array(bytes)]))).toMatchObject({
      kind: 'scenario',
      scenario: DEFAULT_SCENARIO,
    });
  });
});
