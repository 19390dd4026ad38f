import { use } from 'react';
import type { QuizKey } from '../../i18n/en.quiz.ts';
import { loadQuizTexts } from '../../i18n/onDemand.ts';
import type { Values } from '../../i18n/translate.ts';
import { usePanel } from '../../panels/context.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { createQuiz } from './quizStore.ts';

export const openQuiz = openOnce(createQuiz);
export const useQuiz = () => useMode(openQuiz);
export const useQuizState = () => useModeState(openQuiz);

export type QuizTranslate = (key: QuizKey, values?: Values) => string;

/** The quiz's own words; they come with it. */
export function useQuizTexts(): QuizTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadQuizTexts(lang));
  return (key, values) => fill(texts[key], values);
}
