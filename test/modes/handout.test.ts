import { describe, expect, it } from 'vitest';
import { sortDay } from '../../src/modes/handout/dayLists.ts';
import { PAPER_SOURCES } from '../../src/modes/handout/paperSources.ts';
import { DAILY_ACTS, type DailyAct, WELL_BELOW } from '../../src/modes/narrative/daily.ts';
import { LANGS, readTexts } from '../i18n/locales.ts';

/** Every act of a day at one share of the strength. */
const day = (ratio: number, breaks = false): DailyAct[] =>
  DAILY_ACTS.map((name) => ({ name, ratio, breaks, level: 'T12' }));
const FRONT = /^(?!back)/;

describe('the lists of a day', () => {
  it('put an act in one of them at most', () => {
    for (const ratio of [0.1, WELL_BELOW, 0.99, 1, 2])
      for (const isSpared of [true, false]) {
        const { fine, care, wait } = sortDay(day(ratio, ratio > 1), isSpared);
        const all = [...fine, ...care, ...wait];
        expect(new Set(all).size).toBe(all.length);
      }
  });
  it('call what asks little fine, what comes near care, and what is too much not yet', () => {
    expect(sortDay(day(0.5), false)).toMatchObject({ care: [], wait: [] });
    expect(sortDay(day(0.9), false).care).toContain('carry');
    expect(sortDay(day(1.1), false).wait).toContain('carry');
    expect(sortDay(day(0.5, true), false).wait).toContain('carry');
  });
  it('forbid nobody to stand, walk, get up or cough, however thin the bone', () => {
    const { fine, care, wait } = sortDay(day(3, true), true);
    expect(fine).toEqual(expect.arrayContaining(['stand', 'walk', 'lie-supine', 'sit-upright']));
    expect(care).toEqual(expect.arrayContaining(['rise-from-chair', 'climb-stairs', 'cough']));
    for (const act of ['stand', 'walk', 'rise-from-chair', 'climb-stairs', 'cough', 'sneeze', 'twist'])
      expect(wait).not.toContain(act);
  });
  it('spare thin bone the bends that the page says once, and never call one of them fine', () => {
    const { fine, care, wait } = sortDay(day(0.1), true);
    expect([...fine, ...care]).not.toContain('bend');
    expect([...fine, ...care]).not.toContain('lift');
    expect(wait).toEqual(['lift']);
  });
});

describe('its words', () => {
  it.each(LANGS)('have no bare percentage on the front: %s', (lang) => {
    const front = Object.entries(readTexts(lang, 'handout')).filter(([key]) => FRONT.test(key));
    expect(front.filter(([, text]) => /%/.test(text))).toEqual([]);
  });
  it('speak to you, and not of this person or of pictures that are not there', () => {
    const front = Object.entries(readTexts('en', 'handout')).filter(([key]) => FRONT.test(key));
    expect(front.filter(([, text]) => /this person|the line is|here a box/i.test(text))).toEqual([]);
    expect(front.filter(([, text]) => /\byour?\b/i.test(text)).length).toBeGreaterThan(8);
  });
  it('stand on sources', () => {
    expect(PAPER_SOURCES.length).toBeGreaterThan(10);
    for (const citation of PAPER_SOURCES) expect(citation.length).toBeGreaterThan(10);
  });
});
