import texts from './en/problems.json?icu';
import { sayTrouble } from './say.ts';
import { PLAIN_ENGLISH } from './texts.ts';
import type { Texts } from './translate.ts';

/** Sentence about a problem for a developer, with numbers as in a scenario. */
export const sayInEnglish = (trouble: Parameters<typeof sayTrouble>[0]): string =>
  sayTrouble(
    trouble,
    { ...PLAIN_ENGLISH, number: String },
    PLAIN_ENGLISH.read<'problems'>(texts as Texts<'problems'>),
  );
