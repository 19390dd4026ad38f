import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { drawRound } from './quizStore.ts';
import { countRight, LENGTHS } from './round.ts';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Start of the quiz: what it is, how long it takes, and the questions in a link. */
export function Start() {
  const { number } = usePanel().language;
  const t = useQuizTexts();
  const quiz = useQuiz();
  const { round, sent, refused, overrides } = useQuizState();
  return (
    <div className="quiz-start">
      {refused && (
        <p className="notice notice-error" role="alert">
          {t(refused)}
        </p>
      )}
      <p className="quiz-lead">{t('intro')}</p>
      {overrides && <p>{t('start.lab')}</p>}
      {round && (
        <>
          {sent && (
            <p className="quiz-lead">
              {t('sent.score', { right: number(countRight(sent)), all: number(sent.length) })}
            </p>
          )}
          <Press className="answer main" onPress={() => quiz.start(round)}>
            {t(sent ? 'sent.start' : 'start.given', { n: number(round.length) })}
          </Press>
        </>
      )}
      {LENGTHS.map((length, n) => (
        <Press
          key={length}
          className={n === 0 && !round ? 'answer main' : 'answer'}
          onPress={() => quiz.start(drawRound(length))}
        >
          {t(n === 0 ? 'start.short' : 'start.long', { n: number(length) })}
        </Press>
      ))}
    </div>
  );
}
