import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/core/anatomy/levels.ts';
import { STRENGTH_CV } from '../../src/core/simulation/patient/strengthScatter.ts';
import { PLAIN_ENGLISH as language, loadLanguage } from '../../src/i18n/texts.ts';
import { sayFates } from '../../src/panels/others/sayFates.ts';
import { loadTranslate } from '../../src/panels/sheets/texts.ts';
import { groupByFate, OTHER_COUNT } from '../../src/runtime/session/others.ts';
import { LANGS } from '../i18n/locales.ts';

const t = await loadTranslate(language);
/** As many broke at these levels, the rest held. */
function createFates(counts: Partial<Record<Level, number>>) {
  const broken = Object.entries(counts).flatMap(([level, n]) => Array<Level>(n).fill(level as Level));
  return groupByFate(
    Array.from({ length: OTHER_COUNT }, (_, n) => ({ seed: n + 1, firstBroken: broken[n] ?? null })),
  );
}
const say = (counts: Partial<Record<Level, number>>, sex: 'female' | 'male' = 'female') =>
  sayFates(createFates(counts), sex, t, language);

describe('what twenty others say', () => {
  it('counts who broke, the most frequent level first, and who held', () => {
    expect(say({ T8: 1, T12: 5, L1: 3 })).toBe(
      'Of twenty women with these figures, 9 broke a bone: 5 at T12, 3 at L1, and 1 at T8. The other 11 held.',
    );
    expect(say({ T12: 1 }, 'male')).toBe(
      'Of twenty men with these figures, 1 broke a bone: 1 at T12. The other 19 held.',
    );
  });

  it('has a sentence for all, and one for none', () => {
    expect(say({ T12: 12, L1: 8 })).toBe(
      'All twenty women with these figures broke a bone: 12 at T12 and 8 at L1.',
    );
    expect(say({})).toBe('Of twenty women with these figures, none broke a bone.');
  });

  it.each(LANGS)('says every count in %s', async (lang) => {
    const own = await loadLanguage(lang, 'plain');
    const translate = await loadTranslate(own);
    for (const sex of ['female', 'male'] as const) {
      const said = sayFates(createFates({ T8: 2, L1: 4 }), sex, translate, own);
      for (const figure of ['6', '2', '4', '14', 'T8', 'L1']) expect(said).toContain(figure);
      expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  it.each(LANGS)('states the scatter that the mechanics has, to clinicians, in %s', async (lang) => {
    const clinical = await loadLanguage(lang, 'clinical');
    expect(clinical.t('bones.chance', { sex: 'female', seed: '7' })).toMatch(
      new RegExp(`\\D${STRENGTH_CV * 100}\\s?%.*7`),
    );
  });
});
