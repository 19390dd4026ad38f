import { lazy, useEffect, useRef } from 'react';
import { usePanel, useSettings } from '../../panels/context.ts';
import { describePatient } from '../../panels/patientWords.ts';
import { OnDemand } from '../../panels/sheets/OnDemand.tsx';
import { describeEvent } from '../../panels/words.ts';
import { getTraits } from '../../runtime/session/eventTraits.ts';
import { AngleAnswer } from './AngleAnswer.tsx';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { Explained } from './Explained.tsx';
import { LevelAnswer } from './LevelAnswer.tsx';
import type { Posed } from './question.ts';
import { isAnswered } from './quizStore.ts';
import { useQuizState, useQuizTexts } from './useQuiz.ts';
import { useSay } from './useSay.ts';

const Why = lazy(() => import('../../panels/why/Why.tsx'));

/** A question about a person, a control for the answer, and afterwards the explanation. */
export function Question() {
  const say = useSay();
  const { posed, screen, outcomes, seen } = useQuizState();
  const heading = useRef<HTMLHeadingElement>(null);
  const selected = useSettings((state) => state.selected);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, []);
  if (!posed) return null;
  const answered = isAnswered(screen);
  return (
    <>
      <h2 className="quiz-ask" ref={heading} tabIndex={-1}>
        {say(posed.ask)}
      </h2>
      <Case posed={posed} />
      {posed.answer.type === 'choice' && <ChoiceAnswer answer={posed.answer} answered={answered} />}
      {posed.answer.type === 'level' && !answered && <LevelAnswer />}
      {posed.answer.type === 'angle' && !answered && <AngleAnswer tolerance={posed.answer.tolerance} />}
      {answered && <Explained posed={posed} isRight={outcomes.at(seen ?? -1) ?? false} />}
      {answered && selected && !posed.radiograph && (
        <OnDemand>
          <Why level={selected} />
        </OnDemand>
      )}
    </>
  );
}

/** The person whom it is about, and the act. */
function Case({ posed }: { posed: Posed }) {
  const { language } = usePanel();
  const { t, number } = language;
  const texts = useQuizTexts();
  const say = useSay();
  const imperial = useSettings((state) => state.units === 'imperial');
  const { patient, events } = posed.asked;
  // on a radiograph the known fractures would be the answer
  const known = posed.radiograph ? [] : (patient.knownFractures ?? []);
  const before = [
    ...known.map(({ level, shape, genantGrade }) =>
      texts(`known.${shape}`, { level, grade: number(genantGrade) }),
    ),
    ...events
      .filter((event) => getTraits(event).isTreatment)
      .map((event) => describeEvent(event, language, imperial)),
  ];
  return (
    <dl className="quiz-case">
      <div>
        <dt>{texts('person')}</dt>
        <dd>
          {describePatient(patient, language, imperial)}
          <br />
          {t('density.value', { t: number(patient.tScore, 1) })}
        </dd>
      </div>
      {before.length > 0 && (
        <div>
          <dt>{texts('before')}</dt>
          <dd>
            {before.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </dd>
        </div>
      )}
      {posed.act && (
        <div>
          <dt>{texts('act')}</dt>
          <dd>{say({ act: posed.act })}</dd>
        </div>
      )}
    </dl>
  );
}
