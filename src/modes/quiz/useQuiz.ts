import { use, useSyncExternalStore } from 'react';
import type { QuizKey } from '../../i18n/en.quiz.ts';
import { loadQuizTexts } from '../../i18n/onDemand.ts';
import type { Values } from '../../i18n/translate.ts';
import { usePanel } from '../../panels/context.ts';
import type { Session } from '../../runtime/session/session.ts';
import { createQuiz, type Quiz, type QuizState } from './quizStore.ts';

/** One quiz a session, made when it is first looked at: the parts over and beside the stage share it. */
const quizzes = new WeakMap<Session, Quiz>();

export function useQuiz(): Quiz {
  const panel = usePanel();
  const quiz = quizzes.get(panel.session) ?? createQuiz(panel);
  quizzes.set(panel.session, quiz);
  return quiz;
}

export function useQuizState(): QuizState {
  const { store } = useQuiz();
  return useSyncExternalStore(store.subscribe, store.getState);
}

export type QuizTranslate = (key: QuizKey, values?: Values) => string;

/** The quiz's own words; they come with it. */
export function useQuizTexts(): QuizTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadQuizTexts(lang));
  return (key, values) => fill(texts[key], values);
}
