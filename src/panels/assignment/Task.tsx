import { useEffect, useState } from 'react';
import { readTask } from '../../runtime/address/assignment.ts';
import { createAnswers, nameAnswers, writeAnswers } from '../../runtime/files/answers.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { handOver } from '../sheets/handOver.ts';
import { useNamespace } from '../useNamespace.ts';
import { AnswerField } from './AnswerField.tsx';
import { useHidden } from './useHidden.ts';
import './assignment.css';

/** What a student has typed. */
interface Draft {
  readonly student: string;
  readonly answers: readonly string[];
}
/** Drafts by the text of their questions, while the page is open: another mode takes the task off the page for a time. */
const drafts = new Map<string, Draft>();

/** What a teacher asks, above the controls: the questions, the answers, and the file to hand in. */
export default function Task() {
  const t = useNamespace('assignment');
  const [task] = useState(() => readTask(location.search));
  useHidden(task?.hidden ?? []);
  if (task === undefined) return null;
  if (task === null)
    return (
      <p className="notice notice-error" role="alert">
        {t('problem.task')}
      </p>
    );
  return <Questions questions={task.questions} />;
}

function Questions({ questions }: Pick<NonNullable<ReturnType<typeof readTask>>, 'questions'>) {
  const { language } = usePanel();
  const t = useNamespace('assignment');
  const shown = useSession((state) => state.shown);
  const isBusy = useSession((state) => state.computing);
  const key = JSON.stringify(questions);
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(key) ?? { student: '', answers: questions.map(() => '') },
  );
  const { student, answers } = draft;
  const [saved, setSaved] = useState<string | null>(null);
  const isEmpty = answers.every((answer) => answer.trim() === '');
  useWarning(!isEmpty && saved === null);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    drafts.set(key, next);
    setDraft(next);
    setSaved(null);
  };
  const save = () => {
    if (!shown) return;
    const given = { student: student.trim(), questions, answers, scenario: shown.scenario };
    const file = nameAnswers(student);
    const text = writeAnswers(createAnswers(given, shown.run.results));
    handOver(new Blob([text], { type: 'application/json' }), file);
    setSaved(file);
  };
  return (
    <section className="task" aria-label={t('task.title')}>
      <h2>{t('task.title')}</h2>
      {questions.map((question, index) => (
        <AnswerField
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
          key={index}
          number={language.number(index + 1)}
          question={question}
          answer={answers[index] ?? ''}
          onChange={(answer) => change({ answers: answers.map((old, at) => (at === index ? answer : old)) })}
        />
      ))}
      <label className="task-name">
        {t('task.name')}
        <input
          value={student}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => change({ student: target.value })}
        />
      </label>
      <Press className="main" disabled={isEmpty || !shown || isBusy} onPress={save}>
        {t('task.save')}
      </Press>
      <p role="status">
        {saved !== null
          ? t('task.saved', { file: saved })
          : isEmpty
            ? t('task.empty')
            : (!shown || isBusy) && t('task.wait')}
      </p>
      <p className="task-note">{t('task.private')}</p>
    </section>
  );
}

/** Has the browser ask before the page is left with answers that are in no file yet. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
