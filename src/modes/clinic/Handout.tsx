import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { usePanel, useSettings } from '../../panels/context.ts';
import { describePatient } from '../../panels/patientWords.ts';
import { describeEvent, describeOutcome } from '../../panels/words.ts';
import { DailyBars } from '../narrative/DailyBars.tsx';
import { ProtectionList } from '../narrative/ProtectionList.tsx';
import { tell, tellBone, tellTrials } from '../narrative/tell.ts';
import { useManner, useStoryState } from '../narrative/useStory.ts';
import { Findings } from './Findings.tsx';
import { PAPER_SOURCES } from './paperSources.ts';
import { useClinicState, useClinicTexts } from './useClinic.ts';
import { useOutcomes } from './useOutcomes.ts';
import { usePaperPicture } from './usePaperPicture.ts';

/** Page for the patient to take home: one or two sheets of A4 or Letter. */
export function Handout() {
  const { language } = usePanel();
  const t = useClinicTexts();
  const manner = useManner();
  const { t: story } = manner;
  const { figures } = useStoryState();
  const { visit } = useClinicState();
  const imperial = useSettings((state) => state.units === 'imperial');
  const patient = visit!.scenario.patient;
  const who = describePatient(patient, language, imperial);
  const picture = usePaperPicture();
  const { events } = visit!.scenario;
  const outcomes = useOutcomes(visit!.scenario);
  const wear = patient.discWear;
  return (
    <article className="paper" aria-labelledby="paper-title">
      <header>
        <h1 id="paper-title">{t('paper.title')}</h1>
        <p className="paper-fields">
          <span>{t('paper.name')}:</span>
          <span>
            {t('paper.date')}: {new Intl.DateTimeFormat(language.lang).format(new Date())}
          </span>
        </p>
      </header>
      <div className="paper-top">
        <figure>
          <div className="paper-frame">{picture && <img src={picture} alt={t('paper.picture')} />}</div>
          <figcaption>{t('paper.picture')}</figcaption>
        </figure>
        <Findings who={who} />
      </div>
      <section>
        <h2>{t('paper.meaning')}</h2>
        <p>
          {story('loss.text')} {figures.bone && tellBone(figures.bone, manner)} {story('loss.help')}
        </p>
        <p>{tell('daily', figures, manner).join(' ')}</p>
        <p>{tell('lift', figures, manner).join(' ')}</p>
      </section>
      {events.length > 0 && (
        <section>
          <h2>{t('paper.done')}</h2>
          <ol>
            {events.map((event, n) => {
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
      )}
      <section className="paper-protects">
        <h2>{t('paper.protects')}</h2>
        <ProtectionList />
        <p>{t('paper.more')}</p>
      </section>
      {figures.daily && (
        <section>
          <h2>{t('paper.day')}</h2>
          <DailyBars acts={figures.daily.acts} />
        </section>
      )}
      <section>
        <h2>{t('paper.cement')}</h2>
        <p>{tellTrials(manner).join(' ')}</p>
      </section>
      <section>
        <h2>{t('paper.assumed')}</h2>
        <p>
          {[
            t('paper.assumed.text'),
            wear === undefined
              ? t('paper.assumed.wear')
              : t('paper.assumed.wear.own', { wear: language.number(wear, 2) }),
            t('paper.assumed.scan'),
            t('paper.assumed.model', { version: MODEL_VERSION }),
          ].join(' ')}
        </p>
        <p>
          <strong>{t('paper.risk')}</strong> {language.review}
        </p>
      </section>
      <section className="paper-sources">
        <h2>{t('paper.sources')}</h2>
        <ul lang={language.lang === 'en' ? undefined : 'en'} dir="ltr">
          {PAPER_SOURCES.map((citation) => (
            <li key={citation}>{citation}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
