import type { Patient } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { type Fate, OTHER_COUNT } from '../../runtime/session/others.ts';
import type { SheetTranslate } from '../sheets/texts.ts';

/** Sentence on how many broke and where, the most frequent first, and how many did not. */
export function sayFates(
  fates: readonly Fate[],
  sex: Patient['sex'],
  t: SheetTranslate,
  { number, list }: Language,
): string {
  const broken = fates
    .filter(({ firstBroken }) => firstBroken !== null)
    .sort((a, b) => b.seeds.length - a.seeds.length);
  const count = broken.reduce((sum, { seeds }) => sum + seeds.length, 0);
  const parts = list(
    broken.map(({ firstBroken, seeds }) =>
      t('others.at', { n: number(seeds.length), level: firstBroken as string }),
    ),
  );
  if (count === 0) return t('others.none', { sex });
  if (count === OTHER_COUNT) return t('others.all', { sex, parts });
  return t('others.some', { sex, broken: number(count), parts, held: number(OTHER_COUNT - count) });
}
