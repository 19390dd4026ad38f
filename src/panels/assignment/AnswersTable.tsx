import type { Answers } from '../../runtime/files/answers.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';

interface AnswersTableProps {
  readonly answers: readonly Answers[];
  readonly onSee: (answers: Answers) => void;
}

/** Answers of several students to the same questions, a row each. */
export function AnswersTable({ answers, onSee }: AnswersTableProps) {
  const { language } = usePanel();
  const t = useNamespace('assignment');
  const questions = answers[0]?.questions ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="task-table" aria-label={t('answers')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('answers.student')}</th>
            {questions.map(({ text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
              <th key={index} scope="col">
                <bdi>{text}</bdi>
              </th>
            ))}
            <th scope="col">{t('answers.acts')}</th>
            <th scope="col">{t('answers.broken')}</th>
            <th scope="col">{t('answers.height')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((one, row) => {
            const name = one.student || t('answers.unnamed');
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two students may have one name
              <tr key={row}>
                <th scope="row">
                  <Press className="quiet" aria-label={t('answers.see', { name })} onPress={() => onSee(one)}>
                    <bdi>{name}</bdi>
                  </Press>
                </th>
                {one.answers.map((answer, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
                  <td key={index}>
                    <bdi>{answer}</bdi>
                  </td>
                ))}
                <td>{language.number(one.scenario.events.length)}</td>
                <td>{one.broken.length > 0 ? one.broken.join(' ') : t('answers.none')}</td>
                <td>{language.number(one.heightLossMm, 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
