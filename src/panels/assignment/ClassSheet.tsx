import { useState } from 'react';
import { HIDEABLE, type Hideable, readQuestions } from '../../runtime/address/assignment.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { describePatient } from '../patientWords.ts';
import { Sheet } from '../sheets/Sheet.tsx';
import type { SheetProps } from '../sheets/sheets.ts';
import { useNamespace } from '../useNamespace.ts';
import { describeEvent } from '../words.ts';
import { AnswersRead } from './AnswersRead.tsx';
import { EMPTY_DRAFT, type QuestionDraft, QuestionFields, readChoices } from './QuestionFields.tsx';
import { TaskLink } from './TaskLink.tsx';
import './assignment.css';

/** Sheet for a teacher: sets questions about the present scenario, and reads what the students hand in. */
export default function ClassSheet({ onClose }: SheetProps) {
  const t = useNamespace('assignment');
  const [drafts, setDrafts] = useState<readonly QuestionDraft[]>([EMPTY_DRAFT]);
  const [hidden, setHidden] = useState<readonly Hideable[]>([]);
  const asked = drafts.filter(({ text }) => text.trim() !== '');
  const questions = readQuestions(
    asked.map(({ text, choices }) => ({ text: text.trim(), choices: readChoices(choices) })),
  );
  return (
    <Sheet title={t('title')} onClose={onClose} wide>
      <p className="lead">{t('intro')}</p>
      <Scene />
      <section className="takeaway">
        <h3>{t('questions')}</h3>
        <QuestionFields drafts={drafts} onChange={setDrafts} />
      </section>
      <section className="takeaway">
        <h3>{t('hide')}</h3>
        <p className="note">{t('hide.note')}</p>
        <div className="task-hide">
          {HIDEABLE.map((part) => (
            <label key={part} className="check">
              <input
                type="checkbox"
                checked={hidden.includes(part)}
                onChange={({ target }) =>
                  setHidden(target.checked ? [...hidden, part] : hidden.filter((one) => one !== part))
                }
              />
              {t(`hide.${part}`)}
            </label>
          ))}
        </div>
      </section>
      <section className="takeaway">
        <h3>{t('link')}</h3>
        {questions ? <TaskLink questions={questions} hidden={hidden} /> : <p>{t('link.none')}</p>}
      </section>
      <AnswersRead onClose={onClose} />
      {location.protocol !== 'file:' && (
        <section className="takeaway">
          <h3>{t('lesson')}</h3>
          <p className="task-papers">
            <a href="teaching/lab-sheet.html" target="_blank" rel="noopener">
              {t('lesson.sheet')}
            </a>
            <a href="teaching/guide.html" target="_blank" rel="noopener">
              {t('lesson.guide')}
            </a>
          </p>
        </section>
      )}
    </Sheet>
  );
}

/** The patient and what was done, as the students find them. */
function Scene() {
  const { language } = usePanel();
  const t = useNamespace('assignment');
  const { patient, events } = useSession((state) => state.scenario);
  const imperial = useSettings((state) => state.units === 'imperial');
  const done = events.map((event) => describeEvent(event, language, imperial));
  return (
    <section className="takeaway">
      <h3>{t('scene')}</h3>
      <dl className="task-scene">
        <dt>{t('scene.person')}</dt>
        <dd>
          {describePatient(patient, language, imperial)} ·{' '}
          {language.t('density.value', { t: language.number(patient.tScore, 1) })}
        </dd>
        <dt>{t('scene.done')}</dt>
        <dd>{done.length > 0 ? done.join(' · ') : t('scene.nothing')}</dd>
      </dl>
      <p className="note">{t('scene.change')}</p>
    </section>
  );
}
