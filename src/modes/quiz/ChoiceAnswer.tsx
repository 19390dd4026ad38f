import { Press } from '../../panels/controls/Control.tsx';
import type { Answer } from './question.ts';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';
import { useSay } from './useSay.ts';

interface ChoiceAnswerProps {
  readonly answer: Extract<Answer, { type: 'choice' }>;
  readonly answered: boolean;
}

/** Choice of one of a few answers; afterwards the same list shows which was right, and the model's figure for each. */
export function ChoiceAnswer({ answer, answered }: ChoiceAnswerProps) {
  const quiz = useQuiz();
  const { given } = useQuizState();
  const say = useSay();
  const t = useQuizTexts();
  if (!answered)
    return (
      <div className="quiz-options">
        {answer.options.map(({ id, label }) => (
          <Press key={id} className="answer" onPress={() => quiz.check(id)}>
            {say(label)}
          </Press>
        ))}
      </div>
    );
  return (
    <ul className="quiz-options">
      {answer.options.map(({ id, label, found }) => (
        <li
          key={id}
          className="answer"
          data-outcome={id === answer.right ? 'right' : id === given ? 'wrong' : undefined}
        >
          <span>
            {say(label)}
            {id === answer.right && <small>✓ {t('correct')}</small>}
            {id === given && id !== answer.right && <small>✗ {t('yours')}</small>}
          </span>
          {found && <strong>{say(found)}</strong>}
        </li>
      ))}
    </ul>
  );
}
