import texts from './en/problems.json?icu';
import { sayTrouble } from './say.ts';
import { PLAIN_ENGLISH } from './texts.ts';
import type { Texts } from './translate.ts';

/** What is wrong, to a developer: numbers as a scenario has them. */
export const sayInEnglish = (trouble: Parameters<typeof sayTrouble>[0]): string =>
  sayTrouble(
    trouble,
    { ...PLAIN_ENGLISH, number: String },
    PLAIN_ENGLISH.read<'problems'>(texts as Texts<'problems'>),
  );
