import { useEffect, useRef } from 'react';
import { usePanel, useSettings } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { Source } from '../../panels/sheets/Source.tsx';
import type { Posed } from './question.ts';
import { QUIZ_SOURCES, type QuizSource } from './sources.ts';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';
import { useSay } from './useSay.ts';
import '../../panels/sheets/sheets.css';

/** Whether the answer was right and why, with the figures behind it and their sources. */
export function Explained({ posed, isRight }: { posed: Posed; isRight: boolean }) {
  const { language, settings } = usePanel();
  const selected = useSettings((state) => state.selected);
  const { unit } = language;
  const quiz = useQuiz();
  const { given, round, outcomes, seen } = useQuizState();
  const say = useSay();
  const t = useQuizTexts();
  const told = useRef<HTMLDivElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    verdict.current?.focus({ preventScroll: true });
    told.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { answer } = posed;
  const level = !posed.radiograph && posed.truth.events.at(-1)?.type === 'activity' ? posed.about : null;
  const isLast = outcomes.length === round?.length;
  return (
    <section className="quiz-explained">
      <div className="quiz-told" ref={told}>
        <p className="quiz-verdict" data-outcome={isRight ? 'right' : 'wrong'} ref={verdict} tabIndex={-1}>
          <strong>
            {isRight ? '✓' : '✗'} {t(isRight ? 'right' : 'wrong')}
          </strong>{' '}
          {say(posed.because)}
          {answer.type === 'level' &&
            given !== null &&
            given !== answer.right &&
            ` (${t('yours')}: ${given})`}
          {answer.type === 'angle' &&
            given !== null &&
            ` ${t('radiograph.measured', { given: unit(Number(given), 'degree', 1) })}`}
        </p>
        <p>{t(`lesson.${posed.kind}`)}</p>
        <Press className="answer main" onPress={quiz.next}>
          {t(seen !== null ? 'done.back' : isLast ? 'result' : 'next')}
        </Press>
      </div>
      {posed.figures.length > 0 && (
        <dl className="quiz-figures" aria-label={t('figures')}>
          {posed.figures.map(({ label, value }) => (
            <div key={say(label)}>
              <dt>{say(label)}</dt>
              <dd>{say(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {level && !selected && (
        <Press className="quiet quiz-why" onPress={() => settings.setState({ selected: level })}>
          {language.t('why.ask', { level })}
        </Press>
      )}
      {posed.sources.length > 0 && (
        <details className="quiz-sources">
          <summary>{t('sources')}</summary>
          {posed.sources.map((name) => {
            const source: QuizSource = QUIZ_SOURCES[name];
            return <Source key={name} {...source} />;
          })}
        </details>
      )}
    </section>
  );
}
