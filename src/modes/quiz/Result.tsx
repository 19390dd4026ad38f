import { useEffect, useRef, useState } from 'react';
import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { Copy } from '../../panels/sheets/Copy.tsx';
import { drawRound } from './quizStore.ts';
import { countRight, getKinds, type Round } from './round.ts';
import { createScoreLink } from './roundAddress.ts';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Result, question by question, and a link to pass on. */
export function Result() {
  const { number } = usePanel().language;
  const t = useQuizTexts();
  const quiz = useQuiz();
  const { round, outcomes, sent } = useQuizState();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const link = useScoreLink();
  if (!round) return null;
  const say = (list: readonly boolean[]) => ({ right: number(countRight(list)), all: number(round.length) });
  return (
    <section className="quiz-result" aria-label={t('done.title')}>
      <h2 className="quiz-ask quiz-score" ref={heading} tabIndex={-1}>
        <small>{t('done.title')}</small> {t('done.score', say(outcomes))}
      </h2>
      {sent && <p>{t('done.sent', say(sent))}</p>}
      <Outcomes round={round} outcomes={outcomes} />
      <Press className="answer main" onPress={() => quiz.start(drawRound(round.length))}>
        {t('done.new')}
      </Press>
      <Press className="answer" onPress={() => quiz.start(round)}>
        {t('done.again')}
      </Press>
      <h3>{t('done.share')}</h3>
      <p>{t('done.share.text')}</p>
      <Copy text={link} label={t('done.copy')} done={t('done.copied')} className="answer" />
      <p className="quiz-note">{t('done.model', { version: MODEL_VERSION, seed: String(round.seed) })}</p>
    </section>
  );
}

function Outcomes({ round, outcomes }: { round: Round; outcomes: readonly boolean[] }) {
  const t = useQuizTexts();
  const quiz = useQuiz();
  return (
    <ol className="quiz-outcomes">
      {getKinds(round).map((kind, n) => (
        <li key={kind} data-outcome={outcomes[n] ? 'right' : 'wrong'}>
          <Press
            className="quiet"
            aria-label={`${t(`kind.${kind}`)}: ${t('done.look')}`}
            onPress={() => quiz.look(n)}
          >
            {t(`kind.${kind}`)}
          </Press>
          <strong className="quiz-outcome">
            {outcomes[n] ? '✓' : '✗'} {t(outcomes[n] ? 'done.yes' : 'done.no')}
          </strong>
        </li>
      ))}
    </ol>
  );
}

/** Link, ready before it is asked for: browsers let a page copy only directly after a tap. */
function useScoreLink(): string {
  const { round, outcomes, overrides } = useQuizState();
  const [link, setLink] = useState('');
  useEffect(() => {
    let stale = false;
    if (round)
      void createScoreLink(round, outcomes, overrides).then((made) => {
        if (!stale) setLink(made);
      });
    return () => {
      stale = true;
    };
  }, [round, outcomes, overrides]);
  return link;
}
