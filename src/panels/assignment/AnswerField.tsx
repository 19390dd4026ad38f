import { useId } from 'react';
import type { Question } from '../../runtime/address/assignment.ts';
import { useNamespace } from '../useNamespace.ts';

/** Longest answer, characters. */
const LONGEST_ANSWER = 4000;

interface AnswerFieldProps {
  /** Number of the question, as the language writes it. */
  readonly number: string;
  readonly question: Question;
  readonly answer: string;
  readonly onChange: (answer: string) => void;
}

/** A question with its choices, or with room to write. */
export function AnswerField({ number, question: { text, choices }, answer, onChange }: AnswerFieldProps) {
  const t = useNamespace('assignment');
  const id = useId();
  if (choices.length === 0)
    return (
      <div className="task-question">
        <label htmlFor={id}>
          {number}. <bdi>{text}</bdi>
        </label>
        <textarea
          id={id}
          rows={3}
          maxLength={LONGEST_ANSWER}
          placeholder={t('task.answer')}
          value={answer}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    );
  return (
    <fieldset className="task-question">
      <legend>
        {number}. <bdi>{text}</bdi>
      </legend>
      {choices.map((choice) => (
        <label key={choice} className="task-choice">
          <input type="radio" name={id} checked={answer === choice} onChange={() => onChange(choice)} />
          <bdi>{choice}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
