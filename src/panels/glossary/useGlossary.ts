import { use } from 'react';
import type { KeyOf, TermName } from '../../i18n/keys.ts';
import { loadTexts } from '../../i18n/texts.ts';
import { usePanel } from '../context.ts';

export interface TermExplanation {
  readonly term: TermName;
  readonly name: string;
  /** Explanation for everybody. */
  readonly plain: string;
  /** Explanation for clinicians and students, where it says more. */
  readonly clinical?: string;
}

/** Terms of the page with their explanations. */
export function useGlossary(): readonly TermExplanation[] {
  const { lang, read } = usePanel().language;
  const texts = use(loadTexts(lang, 'glossary'));
  const t = read<'glossary'>(texts);
  const keys = Object.keys(texts) as KeyOf<'glossary'>[];
  return keys
    .filter((key) => key.endsWith('.name'))
    .map((key) => {
      const term = key.slice(0, -'.name'.length) as TermName;
      const clinical = keys.find((other) => other === `${term}.clinical`);
      return { term, name: t(key), plain: t(`${term}.plain`), ...(clinical && { clinical: t(clinical) }) };
    });
}

export const useTerm = (term: TermName): TermExplanation =>
  useGlossary().find((explanation) => explanation.term === term)!;
