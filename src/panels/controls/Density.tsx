import { useEffect, useRef } from 'react';
import { usePanel, useSession } from '../context.ts';
import { Term } from '../glossary/Term.tsx';
import { Range } from './Range.tsx';

/** Delay after the last key before a new density is simulated, ms: a held key counts as one change. */
const SETTLE_MS = 300;
/** The same for a finger: one that rests so long may be one whose end the browser swallowed. */
const RESTING_MS = 1500;
/** Range of the control; a link may go further (−6 … 4), and then so does the control. */
const STRONGEST = 1;
const WEAKEST = -5;

/** WHO category of a lumbar T-score. */
export const findCategory = (tScore: number) =>
  tScore >= -1 ? 'normal' : tScore > -2.5 ? 'low' : 'osteoporosis';

/** Density of the patient's bone: previewed while it moves, simulated when it is released. */
export function Density() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const settled = useSession((state) => state.scenario.patient.tScore);
  const preview = useSession((state) => state.previewTScore);
  const tScore = preview ?? settled;
  const now = useSession(
    ({ shown }) => (shown?.run.results.start && shown.run.results.events.at(-1)?.tScore) ?? settled,
  );
  const dragged = useRef(false);

  useEffect(() => {
    if (preview === null) return;
    const timer = setTimeout(session.commitTScore, dragged.current ? RESTING_MS : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [preview, session]);

  return (
    <div
      className="density"
      onPointerDownCapture={({ target }) => {
        if (target instanceof HTMLInputElement) dragged.current = true;
      }}
    >
      <Range
        label={t('density.label')}
        value={tScore}
        min={Math.min(WEAKEST, settled)}
        max={Math.max(STRONGEST, settled)}
        step={0.1}
        spokenValue={`${t('density.value', { t: number(tScore, 1) })}, ${t(`density.${findCategory(tScore)}`)}`}
        shownValue={
          <>
            <span data-reading="t-score" data-value={tScore}>
              <Term name="t-score">{t('density.value', { t: number(tScore, 1) })}</Term>
            </span>
            <small data-category={findCategory(tScore)}>{t(`density.${findCategory(tScore)}`)}</small>
          </>
        }
        onChange={(value) => session.previewTScore(Math.round(value * 10) / 10)}
        onRelease={() => {
          dragged.current = false;
          session.commitTScore();
        }}
      >
        <div className="range-ends" aria-hidden="true">
          <span>{t('density.fragile')}</span>
          <span>{t('density.strong')}</span>
        </div>
        {preview === null && number(now, 1) !== number(settled, 1) && (
          <p className="density-now">{t('density.now', { t: number(now, 1) })}</p>
        )}
      </Range>
    </div>
  );
}
