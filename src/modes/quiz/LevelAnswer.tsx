import { LEVELS } from '../../core/anatomy/levels.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Answer by a vertebra, tapped in the picture or chosen here. */
export function LevelAnswer() {
  const quiz = useQuiz();
  const { given } = useQuizState();
  const t = useQuizTexts();
  return (
    <>
      <p>{t('level.pick')}</p>
      <div className="quiz-levels">
        {LEVELS.map((level) => (
          <Press key={level} aria-pressed={level === given} onPress={() => quiz.choose(level)}>
            {level}
          </Press>
        ))}
      </div>
      <p role="status" className="unseen">
        {given === null ? t('level.none') : t('level.chosen', { level: given })}
      </p>
      <Press
        className="answer main"
        disabled={given === null}
        onPress={() => given !== null && quiz.check(given)}
      >
        {given === null ? t('check') : `${t('check')}: ${given}`}
      </Press>
    </>
  );
}
