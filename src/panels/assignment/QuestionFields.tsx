import { useId } from 'react';
import { MOST } from '../../runtime/address/assignment.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';

/** A question as it is typed: its text, and its choices with one on each line. */
export interface QuestionDraft {
  /** Number by which React knows it while others come and go. */
  readonly key: number;
  readonly text: string;
  readonly choices: string;
}
export const EMPTY_DRAFT: QuestionDraft = { key: 0, text: '', choices: '' };

/** Choices of a draft, each once. */
export const readChoices = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

interface QuestionFieldsProps {
  readonly drafts: readonly QuestionDraft[];
  readonly onChange: (drafts: readonly QuestionDraft[]) => void;
}

/** Fields for the questions and their choices. */
export function QuestionFields({ drafts, onChange }: QuestionFieldsProps) {
  const t = useNamespace('assignment');
  const { number } = usePanel().language;
  return (
    <>
      {drafts.map((draft, index) => (
        <Fields
          key={draft.key}
          draft={draft}
          number={number(index + 1)}
          onChange={(change) => onChange(drafts.map((one) => (one === draft ? { ...one, ...change } : one)))}
          onRemove={drafts.length > 1 ? () => onChange(drafts.filter((one) => one !== draft)) : null}
        />
      ))}
      {drafts.length < MOST.questions && (
        <Press
          onPress={() => {
            const key = Math.max(...drafts.map((draft) => draft.key)) + 1;
            onChange([...drafts, { ...EMPTY_DRAFT, key }]);
          }}
        >
          {t('question.add')}
        </Press>
      )}
    </>
  );
}

interface FieldsProps {
  readonly draft: QuestionDraft;
  readonly number: string;
  readonly onChange: (change: Partial<QuestionDraft>) => void;
  readonly onRemove: (() => void) | null;
}

function Fields({ draft, number, onChange, onRemove }: FieldsProps) {
  const t = useNamespace('assignment');
  const figure = usePanel().language.number;
  const id = useId();
  const choices = readChoices(draft.choices);
  const isTooMuch =
    choices.length > MOST.choices || choices.some((choice) => choice.length > MOST.choiceLength);
  const most = { most: figure(MOST.choices), length: figure(MOST.choiceLength) };
  return (
    <div className="task-fields">
      <label htmlFor={`${id}-text`}>{t('question', { n: number })}</label>
      <textarea
        id={`${id}-text`}
        rows={2}
        maxLength={MOST.textLength}
        value={draft.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <label htmlFor={`${id}-choices`}>{t('question.choices', { n: number })}</label>
      <textarea
        id={`${id}-choices`}
        rows={2}
        value={draft.choices}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange({ choices: target.value })}
      />
      <p id={`${id}-note`} className="note">
        {t('question.choices.note', most)}
      </p>
      <p className="problem" aria-live="polite">
        {choices.length === 1 && t('question.one')}
        {isTooMuch && t('question.many', most)}
      </p>
      {onRemove && (
        <Press className="quiet" onPress={onRemove}>
          {t('question.remove', { n: number })}
        </Press>
      )}
    </div>
  );
}
