import { en, type Key } from './en.ts';
import { readForms, type Texts } from './translate.ts';

/** Twice the length, in brackets that show where it is cut. */
const double = (text: string): string => `[${text} ${text}]`;

export function stretch(text: string): string {
  const forms = readForms(text);
  if (!forms) return double(text);
  return Object.entries(forms)
    .map(([category, form]) => `${category}=${double(form)}`)
    .join('|');
}

/** English with every text doubled: what holds it holds any language of the list. */
export default Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key as Key, stretch(text)]),
) as Texts;
