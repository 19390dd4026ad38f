import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { usePanel, useSettings } from '../../panels/context.ts';
import { describeEvent, describeOutcome } from '../../panels/words.ts';
import { WELL_BELOW } from '../narrative/daily.ts';
import { tellTrials } from '../narrative/tell.ts';
import { useManner } from '../narrative/useStory.ts';
import { Findings } from './Findings.tsx';
import { PAPER_SOURCES } from './paperSources.ts';
import { useHandout } from './useHandout.ts';
import { useOutcomes } from './useOutcomes.ts';

/** The back: the model's figures, what was tried and assumed, and what it all stands on. */
export function Back({ scenario, who }: { scenario: Scenario; who: string }) {
  const { language } = usePanel();
  const t = useHandout();
  const manner = useManner();
  const wear = scenario.patient.discWear;
  return (
    <section className="paper-back">
      <h1>{t('back')}</h1>
      <div className="paper-two">
        <Findings scenario={scenario} who={who} />
        <section>
          <h2>{t('back.assumed')}</h2>
          <p>
            {[
              t('back.assumed.text'),
              wear === undefined
                ? t('back.assumed.wear')
                : t('back.assumed.wear.own', { wear: language.number(wear, 2) }),
              t('back.assumed.scan'),
              t('back.assumed.day', { well: language.number(WELL_BELOW * 100) }),
              t('back.assumed.model', { version: MODEL_VERSION }),
            ].join(' ')}
          </p>
        </section>
      </div>
      <Tried scenario={scenario} />
      <section>
        <h2>{t('back.cement')}</h2>
        <p>{tellTrials(manner).join(' ')}</p>
      </section>
      <p>
        <strong>{t('back.risk')}</strong> {t('back.more')} {language.review}
      </p>
      <details className="paper-sources" open>
        <summary>
          <h2>{t('back.sources')}</h2>
        </summary>
        <ul lang={language.lang === 'en' ? undefined : 'en'} dir="ltr">
          {PAPER_SOURCES.map((citation) => (
            <li key={citation}>{citation}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Tried({ scenario }: { scenario: Scenario }) {
  const { language } = usePanel();
  const t = useHandout();
  const imperial = useSettings((state) => state.units === 'imperial');
  const outcomes = useOutcomes(scenario);
  if (scenario.events.length === 0) return null;
  return (
    <section>
      <h2>{t('back.done')}</h2>
      <ol>
        {scenario.events.map((event, n) => {
          const outcome = describeOutcome(outcomes[n]?.fractures ?? [], language);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place in the list
            <li key={n}>
              {describeEvent(event, language, imperial)}
              {outcome && ` — ${outcome}`}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
