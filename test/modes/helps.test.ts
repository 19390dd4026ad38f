import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  AID,
  calcCounts,
  calcHarm,
  calcWithout,
  DRUGS,
  findInModel,
  findTrial,
  getHarms,
  getTrials,
  WOMEN,
} from '../../src/modes/helps/aid.ts';
import { FLAGS, listShown, SECTIONS, TOLD } from '../../src/modes/helps/sections.ts';
import { COMPARISONS } from '../../src/panels/sheets/comparisonTable.ts';
import { SOURCES } from '../../src/panels/sheets/sourceTable.ts';
import { LANGS, listArguments, readTexts } from '../i18n/locales.ts';
import { MUST_SAY } from './mustSay.ts';

const english = readTexts('en', 'helps');

describe('what must be said right', () => {
  it('is the list of seventeen', () => {
    expect(MUST_SAY).toHaveLength(17);
  });
  it.each(MUST_SAY)('stands in its place, in every language: $what', ({ said }) => {
    for (const [section, ...keys] of said) {
      const shown = listShown(section);
      expect(
        keys.filter((key) => !shown.includes(key)),
        section,
      ).toEqual([]);
      for (const lang of LANGS) {
        const texts = readTexts(lang, 'helps');
        expect(
          keys.filter((key) => !texts[key]),
          lang,
        ).toEqual([]);
      }
    }
  });
  it('has red flags on every page about pain, each of eight', () => {
    expect(FLAGS).toHaveLength(8);
    for (const section of ['hurt', 'stop', 'move', 'ease', 'cement', 'urgent'] as const)
      expect(TOLD[section].some(({ type }) => type === 'urgent')).toBe(true);
  });
  it('never says your risk, your fracture, you will, or what frightens', () => {
    const plain = ['helps', 'handout', 'story', 'clinic'] as const;
    const texts = plain.flatMap((file) => Object.values(readTexts('en', file)));
    const banned = /your (risk|fracture)|you will (break|fall|get)|hump|dowager|crumbl|collaps/i;
    expect(texts.filter((text) => banned.test(text))).toEqual([]);
    const elsewhere = /\b(su|tu) riesgo|\b[Ii]hr(e|es)? Risiko|votre risque|(seu|teu) risco|您的风险|خطرك/;
    for (const lang of LANGS)
      for (const file of plain)
        expect(Object.values(readTexts(lang, file)).filter((text) => elsewhere.test(text))).toEqual([]);
  });
  it('names no brand and no dose', () => {
    const banned =
      /fosamax|prolia|evenity|forteo|aclasta|actonel|boniva|evista|spinomed|\bmg\b|µg|milligram/i;
    for (const lang of LANGS)
      expect(Object.values(readTexts(lang, 'helps')).filter((text) => banned.test(text))).toEqual([]);
  });
});

describe('one truth', () => {
  it.each(LANGS)('no figure is written into a text: %s', (lang) => {
    const written = Object.entries(readTexts(lang, 'helps')).filter(([, text]) => /\d/.test(text));
    expect(written).toEqual([]);
  });
  it('every figure that a text takes is the table’s', () => {
    const numbers = new Set<number>();
    const collect = (value: unknown): void => {
      if (typeof value === 'number') numbers.add(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(collect);
    };
    collect(AID);
    const ofTable = (value: number) =>
      numbers.has(value) || [...numbers].some((one) => Math.round(one * AID.people) === value);
    const strays = SECTIONS.flatMap((section) =>
      TOLD[section].flatMap((block) =>
        'values' in block
          ? Object.entries(block.values ?? {}).filter(
              ([, value]) => typeof value === 'number' && !ofTable(value),
            )
          : [],
      ),
    );
    expect(strays).toEqual([]);
  });
  it('fills every gap of a text, and no more', () => {
    for (const section of SECTIONS)
      for (const block of TOLD[section]) {
        if (!('key' in block)) continue;
        const wanted = listArguments(english[block.key]!).map(({ name }) => name);
        expect([...new Set(Object.keys(block.values ?? {}))].sort(), block.key).toEqual(
          [...new Set(wanted)].sort(),
        );
      }
  });
  it('names sources that there are', () => {
    const sources: string[] = SECTIONS.flatMap((section) =>
      TOLD[section].flatMap((block) => (block.type === 'sources' ? block.sources : [])),
    );
    for (const drug of DRUGS)
      sources.push(
        ...getTrials(drug).map(({ source }) => source),
        ...getHarms(drug).map(({ source }) => source),
      );
    sources.push(...WOMEN.map((women) => AID.classes[women].source));
    expect(sources.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
    expect(sources.length).toBeGreaterThan(40);
  });
  it('has a text for every harm and drug', () => {
    for (const drug of DRUGS) {
      expect(english).toHaveProperty([`drug.${drug}`]);
      for (const { name } of getHarms(drug)) expect(english).toHaveProperty([`harm.${name}`]);
    }
  });
});

describe('a trial', () => {
  it.each(DRUGS)('of %s is consistent with itself: its rates give its ratio', (drug) => {
    for (const { withoutPercent, withPercent, riskRatio, months } of getTrials(drug)) {
      const [ratio, low, high] = riskRatio;
      // rounded percentages, and hazard or odds ratios adjusted for age and centre
      expect(Math.abs(withPercent / withoutPercent / ratio - 1)).toBeLessThan(0.2);
      if (low !== null && high !== null) {
        expect(low).toBeLessThan(ratio);
        expect(high).toBeGreaterThan(ratio);
        expect(high).toBeLessThan(1);
      }
      expect(months).toBeGreaterThan(0);
    }
  });
  it('gives of 100 women like FIT 1 15 and 8, like FIT 2 4 and 2', () => {
    const tell = (women: (typeof WOMEN)[number]) => {
      const { breaks, spared, lent } = calcCounts('alendronate', women)!;
      return [calcWithout(women).breaks, breaks, spared, lent];
    };
    expect(tell('broken')).toEqual([15, 8, 7, false]);
    expect(tell('unbroken')).toEqual([4, 2, 2, false]);
  });
  it.each(DRUGS)('of %s makes three states of all, and a range round what is spared', (drug) => {
    for (const women of WOMEN) {
      const counts = calcCounts(drug, women);
      if (!counts) continue;
      const { all, whole, spared, breaks, sparedLow, sparedHigh, percentLess, trial, lent } = counts;
      expect(whole + spared + breaks).toBe(all);
      expect(all).toBe(100);
      expect(sparedLow).toBeLessThanOrEqual(spared);
      expect(sparedHigh).toBeGreaterThanOrEqual(spared);
      expect(percentLess).toBe(Math.round(100 - 100 * trial.riskRatio[0]));
      expect(trial.months).toBe(AID.months);
      expect(lent).toBe(trial.who !== women);
    }
  });
  it('is not stretched to three years, nor to women it did not take', () => {
    for (const drug of ['teriparatide', 'abaloparatide', 'romosozumab', 'hormone-therapy'] as const)
      expect(findTrial(drug, 'broken')).toBeNull();
    expect(findTrial('risedronate', 'unbroken')).toBeNull();
    expect(findTrial('zoledronate', 'unbroken')?.who).toBe('thin');
  });
});

describe('the model’s own', () => {
  const row = COMPARISONS.find(({ title }) => title === 'Fractures under medicines')!;
  it.each(DRUGS)('of %s is the report’s, with whether it is near and what set it', (drug) => {
    const figure = row.figures.find(({ quantity }) => quantity === drug)!;
    expect(findInModel(drug)).toEqual({
      percentLess: Math.round(100 - 100 * figure.model),
      near: figure.holds,
      set: figure.calibrated,
    });
  });
  it('is far from the trial of one, and says so', () => {
    expect(DRUGS.filter((drug) => !findInModel(drug).near)).toEqual(['abaloparatide']);
  });
});

describe('harms', () => {
  it.each(DRUGS)('of %s are shown, of people in whole numbers', (drug) => {
    expect(getHarms(drug).length).toBeGreaterThan(0);
    for (const harm of getHarms(drug)) {
      const { all, whole, anyway, more } = calcHarm(harm);
      expect(whole + anyway + more).toBe(all);
      expect([100, 10_000]).toContain(all);
      expect(more).toBeGreaterThan(0);
      expect(harm.with).toBeGreaterThan(harm.without);
    }
  });
  it('include jaw and thigh of ten thousand, clots, and the heart', () => {
    const all = DRUGS.flatMap((drug) => getHarms(drug).map(({ name, per }) => `${drug} ${name} ${per}`));
    for (const row of [
      'alendronate jaw 10000',
      'zoledronate thigh 10000',
      'denosumab jaw 10000',
      'raloxifene clot 10000',
      'hormone-therapy clot 10000',
      'romosozumab heart 100',
    ])
      expect(all).toContain(row);
  });
});

it('is asked for, and not in what the page loads first', () => {
  const read = (path: string) => readFileSync(join(resolve(import.meta.dirname, '../../src'), path), 'utf8');
  for (const mode of ['modes/story/story.tsx', 'modes/clinic/clinic.tsx', 'modes/clinic/ClinicScreen.tsx'])
    expect(read(mode)).not.toMatch(/^import (?!type).*(helps|handout)\/(Helps|Contents|Handout)/m);
});
