import type { Translate } from '../../i18n/translate.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { createQuiz } from './quizStore.ts';

export const openQuiz = openOnce(createQuiz);
export const useQuiz = () => useMode(openQuiz);
export const useQuizState = () => useModeState(openQuiz);

export type QuizTranslate = Translate<'quiz'>;

/** Texts of the quiz, loaded with it. */
export const useQuizTexts = (): QuizTranslate => useNamespace('quiz');
