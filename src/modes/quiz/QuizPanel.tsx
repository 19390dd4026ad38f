import { useState } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { ModeHead } from '../../panels/page/ModeHead.tsx';
import { Question } from './Question.tsx';
import { Result } from './Result.tsx';
import { countRight } from './round.ts';
import { Start } from './Start.tsx';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Panel of the quiz, with one question at a time. */
export function QuizPanel() {
  const { language } = usePanel();
  const t = useQuizTexts();
  const quiz = useQuiz();
  const { screen, round, outcomes } = useQuizState();
  const isAsking = screen !== 'start' && screen !== 'done' && screen !== 'seen';
  return (
    <aside className="panel quiz">
      <ModeHead title={t('title')} />
      {isAsking && round && (
        <Progress all={round.length} outcomes={outcomes} answered={screen === 'answered'} />
      )}
      {screen === 'start' && <Start />}
      {screen === 'computing' && (
        <p className="quiz-busy" role="status">
          {t('busy')}
        </p>
      )}
      {screen === 'failed' && (
        <div className="notice notice-error" role="alert">
          <p>{t('failed')}</p>
          <Press onPress={quiz.retry}>{t('retry')}</Press>
        </div>
      )}
      {screen === 'asked' && <Question key={outcomes.length} />}
      {screen === 'answered' && <Question key={outcomes.length - 1} />}
      {screen === 'seen' && <Question />}
      {screen === 'done' && <Result />}
      {isAsking && <Leave />}
      <footer>
        {t('start.note')} {language.review}
      </footer>
    </aside>
  );
}

/** Leaves the round; answers that would be lost are asked about first. */
function Leave() {
  const t = useQuizTexts();
  const quiz = useQuiz();
  const hasAnswers = useQuizState().outcomes.length > 0;
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Press className="quiet quiz-leave" onPress={() => (hasAnswers ? setAsked(true) : quiz.home())}>
        {t('leave')}
      </Press>
    );
  return (
    <div className="quiz-leave" role="alert">
      <p>{t('leave.sure')}</p>
      <Press onPress={() => setAsked(false)}>{t('leave.no')}</Press>
      <Press onPress={quiz.home}>{t('leave.yes')}</Press>
    </div>
  );
}

interface ProgressProps {
  readonly all: number;
  readonly outcomes: readonly boolean[];
  readonly answered: boolean;
}

function Progress({ all, outcomes, answered }: ProgressProps) {
  const { number } = usePanel().language;
  const t = useQuizTexts();
  const at = outcomes.length + (answered ? 0 : 1);
  return (
    <div className="quiz-progress">
      <p>
        <span>{t('progress', { n: number(at), all: number(all) })}</span>
        <span data-reading="quiz-score" data-value={countRight(outcomes)}>
          {t('score', { right: number(countRight(outcomes)) })}
        </span>
      </p>
      <ol aria-hidden="true">
        {Array.from({ length: all }, (_, n) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
            key={n}
            data-outcome={
              outcomes[n] === undefined ? (n === at - 1 ? 'now' : undefined) : outcomes[n] ? 'right' : 'wrong'
            }
          />
        ))}
      </ol>
    </div>
  );
}
