import { describe, expect, it } from 'vitest';
import { NEW_VISIT, readVisit, type Visit, wipeVisit, writeVisit } from '../../src/modes/clinic/visit.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { fill, readTexts } from '../i18n/locales.ts';
import { calcFleschKincaid, calcLongest } from '../i18n/readability.ts';

/** A tab's storage. */
function createStorage(refuses = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (refuses) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
const VISIT: Visit = {
  scenario: { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, ageYears: 79 } },
  filled: true,
  screen: 'acts',
  at: 3,
};

describe('a visit', () => {
  it('is kept over a reload, and nothing is left when it has ended', () => {
    const storage = createStorage();
    writeVisit(VISIT, storage);
    expect(readVisit(storage)).toEqual(VISIT);
    wipeVisit(storage);
    expect(storage.length).toBe(0);
    expect(readVisit(storage)).toBeNull();
  });
  it('begins with nobody', () => {
    expect(NEW_VISIT).toMatchObject({ filled: false, screen: 'patient', scenario: DEFAULT_SCENARIO });
  });
  it.each(['', '{', 'null', '[]', '{"scenario":{"version":1}}', '{"scenario":{"__proto__":1}}'])(
    'is no visit where the storage holds %j',
    (text) => {
      const storage = createStorage();
      storage.setItem('columna-visit', text);
      expect(readVisit(storage)).toBeNull();
    },
  );
  it('goes on where the storage is full, or there is none', () => {
    expect(() => writeVisit(VISIT, createStorage(true))).not.toThrow();
    expect(() => writeVisit(VISIT, null)).not.toThrow();
    expect(() => wipeVisit(null)).not.toThrow();
    expect(readVisit(null)).toBeNull();
  });
});

describe('the words', () => {
  const texts = Object.values(readTexts('en', 'clinic')).map((text) => fill('en', text, () => '12'));
  const isSentence = (text: string) => /[.?!]$/.test(text) && text.split(/\s+/).length >= 4;
  it.each(texts.filter(isSentence))('%s: reads at US grade 6 or below', (text) => {
    expect(calcFleschKincaid(text)).toBeLessThanOrEqual(6);
    expect(calcLongest(text, 'words')).toBeLessThanOrEqual(18);
  });
});
