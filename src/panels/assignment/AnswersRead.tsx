import { useRef, useState } from 'react';
import { type Answers, isSameTask, readAnswers, writeAnswersCsv } from '../../runtime/files/answers.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { handOver } from '../sheets/handOver.ts';
import { useNamespace } from '../useNamespace.ts';
import { AnswersTable } from './AnswersTable.tsx';

/** Longest file name shown, characters. */
const LONGEST_NAME = 60;

interface Reading {
  readonly answers: readonly Answers[];
  /** A sentence for each file that is left out. */
  readonly problems: readonly string[];
}

/** What students handed in: a table, which can be saved as CSV. Nothing leaves the page. */
export function AnswersRead({ onClose }: { onClose: () => void }) {
  const { session, language } = usePanel();
  const t = useNamespace('assignment');
  const picker = useRef<HTMLInputElement>(null);
  const [{ answers, problems }, setReading] = useState<Reading>({ answers: [], problems: [] });
  const take = async (files: readonly File[]) => {
    const taken: Answers[] = [];
    const refused: string[] = [];
    for (const file of files) {
      const reading = await readAnswers(file);
      const kind =
        reading.kind === 'answers' && taken[0] && !isSameTask(taken[0], reading.answers)
          ? 'other'
          : reading.kind;
      if (reading.kind === 'answers' && kind === 'answers') taken.push(reading.answers);
      else if (kind !== 'answers')
        refused.push(t(`problem.${kind}`, { file: file.name.slice(0, LONGEST_NAME) }));
    }
    setReading({ answers: taken, problems: refused });
  };
  const writesDecimalCommas = language.number(0.5, 1).includes(',');
  const save = (marks: 'comma' | 'semicolon') => {
    const heads = [
      t('answers.student'),
      ...(answers[0]?.questions ?? []).map(({ text }) => text),
      t('answers.acts'),
      t('answers.broken'),
      t('answers.height'),
      t('answers.model'),
    ];
    const csv = writeAnswersCsv(answers, heads, marks);
    handOver(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }), 'columna-answers.csv');
  };
  return (
    <section className="takeaway">
      <h3>{t('answers')}</h3>
      <p>{t('answers.note')}</p>
      <div className="sheet-row">
        <Press onPress={() => picker.current?.click()}>{t('answers.open')}</Press>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          multiple
          hidden
          onChange={async ({ target }) => {
            await take([...(target.files ?? [])]);
            // the same files can be chosen again
            target.value = '';
          }}
        />
        {answers.length > 0 && (
          <>
            <Press onPress={() => save('comma')}>{t('answers.csv')}</Press>
            {writesDecimalCommas && (
              <Press onPress={() => save('semicolon')}>{t('answers.csv.semicolon')}</Press>
            )}
          </>
        )}
      </div>
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className="problem">
            {problem}
          </p>
        ))}
        {answers.length > 0 && <p>{t('answers.count', { n: answers.length })}</p>}
      </div>
      {answers.length > 0 && (
        <AnswersTable
          answers={answers}
          onSee={({ scenario }) => {
            session.replace(scenario);
            onClose();
          }}
        />
      )}
    </section>
  );
}
