import type { ReactNode } from 'react';
import { getActRow } from '../../core/activity/actTable.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { usePanel, useSession, useSettings } from '../../panels/context.ts';
import { findCategory } from '../../panels/controls/Density.tsx';
import { describePatient } from '../../panels/patientWords.ts';
import { toPounds } from '../../scales/bodyUnits.ts';
import { AID } from '../helps/aid.ts';
import { FLAGS } from '../helps/sections.ts';
import { useHelps } from '../helps/useHelps.ts';
import type { DailyName } from '../narrative/daily.ts';
import { LEAST_CHANGE, LEAST_MM, tellHeight } from '../narrative/tell.ts';
import { useManner, useStoryState } from '../narrative/useStory.ts';
import { Back } from './Back.tsx';
import { sortDay } from './dayLists.ts';
import { SpinePicture } from './SpinePicture.tsx';
import { useHandout } from './useHandout.ts';
import './handout.css';

export interface HandoutProps {
  /** The patient, and what was tried in the visit. */
  readonly scenario: Scenario;
  /** Whether these are someone's own figures. */
  readonly filled: boolean;
}

/** The page that is taken home: for her on the front, for her doctor on the back. */
export default function Handout({ scenario, filled }: HandoutProps) {
  const { language } = usePanel();
  const t = useHandout();
  const imperial = useSettings((state) => state.units === 'imperial');
  return (
    <div className="paper-desk">
      <article className="paper" aria-labelledby="paper-title">
        <section className="paper-front">
          <header>
            <h1 id="paper-title">{t('title')}</h1>
            <p className="paper-fields">
              <span>{t('name')}:</span>
              <span>
                {t('date')}: {new Intl.DateTimeFormat(language.lang).format(new Date())}
              </span>
            </p>
          </header>
          <div className="paper-top">
            <Picture scenario={scenario} />
            <div className="paper-told">
              <Found scenario={scenario} filled={filled} />
              <Means scenario={scenario} />
            </div>
          </div>
          <Day scenario={scenario} />
          <div className="paper-two">
            <Helps />
            <Agreed />
          </div>
          <Urgent />
        </section>
        <Back
          scenario={scenario}
          who={filled ? describePatient(scenario.patient, language, imperial) : t('sample')}
        />
      </article>
    </div>
  );
}

const listBroken = ({ patient }: Scenario) => patient.knownFractures?.map(({ level }) => level) ?? [];

function Picture({ scenario }: { scenario: Scenario }) {
  const t = useHandout();
  const shown = useSession((state) => state.shown);
  // what another part of the visit had on the stage is not hers
  const isHers = shown && JSON.stringify(shown.scenario.patient) === JSON.stringify(scenario.patient);
  return (
    <figure>
      {isHers && <SpinePicture shown={shown} broken={listBroken(scenario)} t={t} />}
      <figcaption>{t('picture')}</figcaption>
    </figure>
  );
}

function Found({ scenario, filled }: HandoutProps) {
  const { language } = usePanel();
  const t = useHandout();
  const manner = useManner();
  const heightLossMm = useSession((state) => state.results?.findings.heightLossMm ?? 0);
  const { patient } = scenario;
  const broken = listBroken(scenario);
  return (
    <section>
      <h2>{t('found')}</h2>
      {!filled && <p>{t('sample')}</p>}
      <p>
        {t(`found.${findCategory(patient.tScore)}`)}{' '}
        <span className="paper-whole">
          ({t('back.tScore')} {language.number(patient.tScore, 1)})
        </span>
      </p>
      <p>
        {broken.length > 0
          ? t('found.broken', { n: broken.length, levels: language.list(broken) })
          : t('found.whole')}{' '}
        {broken.length > 0 &&
          heightLossMm >= LEAST_MM &&
          t('found.height', { height: tellHeight(heightLossMm, manner) })}
      </p>
    </section>
  );
}

function Means({ scenario }: { scenario: Scenario }) {
  const { number } = usePanel().language;
  const t = useHandout();
  const { fracture } = useStoryState().figures;
  const isBroken = listBroken(scenario).length > 0;
  const { from, to } = AID.pain.improvedWeeks;
  return (
    <section>
      <h2>{t('means')}</h2>
      <p>
        {findCategory(scenario.patient.tScore) !== 'normal' && t('means.common')}{' '}
        {t(isBroken ? 'means.heal' : 'means.whole')}
      </p>
      {isBroken && <p>{t('means.pain', { from: number(from), to: number(to) })}</p>}
      {isBroken && fracture && fracture.after.neighbourRise >= LEAST_CHANGE && <p>{t('means.neighbour')}</p>}
    </section>
  );
}

function Day({ scenario }: { scenario: Scenario }) {
  const t = useHandout();
  const nameAct = useActNames();
  const { daily } = useStoryState().figures;
  if (!daily) return null;
  const isSpared =
    listBroken(scenario).length > 0 || findCategory(scenario.patient.tScore) === 'osteoporosis';
  const { fine, care, wait } = sortDay(daily.acts, isSpared);
  const list = (names: readonly DailyName[], first: readonly string[] = []) => {
    const items = [...first, ...names.map(nameAct)];
    return items.length > 0 ? (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ) : (
      <p>{t('day.none')}</p>
    );
  };
  return (
    <section className="paper-day" aria-label={t('day')}>
      <Column name="fine" text={t('fine.text')} title={t('fine')}>
        {list(fine)}
      </Column>
      <Column name="care" text={t('care.text')} title={t('care')}>
        {list(care)}
      </Column>
      <Column name="wait" text={t('wait.text')} title={t('wait')}>
        {list(wait, isSpared ? [t('wait.always')] : [])}
      </Column>
      <p className="paper-note">{t('day.model')}</p>
    </section>
  );
}

interface ColumnProps {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

const Column = ({ name, title, text, children }: ColumnProps) => (
  <div data-column={name}>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);

/** Names of acts as they are meant here: with what is carried, and how it was done. */
function useActNames(): (name: DailyName) => string {
  const { language } = usePanel();
  const t = useHandout();
  const imperial = useSettings((state) => state.units === 'imperial');
  return (name) => {
    if (name === 'bend' || name === 'twist') return t(`day.${name}`);
    const kg = Number(getActRow(name).parameters.loadKg?.default ?? 0);
    const act = language.t(`act.${name}`);
    if (kg === 0) return act;
    const load = imperial ? language.unit(toPounds(kg), 'pound') : language.unit(kg, 'kilogram');
    return name === 'lift' ? t('day.lift', { load }) : t('day.load', { act, load });
  };
}

const HELPS = [
  'helps.hips',
  'helps.up',
  'helps.train',
  'helps.falls',
  'helps.drug',
  'helps.calcium',
] as const;

function Helps() {
  const t = useHandout();
  return (
    <section>
      <h2>{t('helps')}</h2>
      <ul>
        {HELPS.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  );
}

const AGREED = ['agreed.medicine', 'agreed.exercise', 'agreed.visit', 'agreed.call'] as const;

/** Lines to fill in by hand. */
function Agreed() {
  const t = useHandout();
  return (
    <section className="paper-agreed">
      <h2>{t('agreed')}</h2>
      {AGREED.map((key) => (
        <p key={key} className="paper-line">
          {t(key)}:
        </p>
      ))}
      <p>
        <strong>{t('agreed.stop')}</strong>
      </p>
    </section>
  );
}

function Urgent() {
  const t = useHandout();
  const helps = useHelps();
  return (
    <section className="paper-urgent">
      <h2>{t('urgent')}</h2>
      <ul>
        {FLAGS.map((key) => (
          <li key={key}>{helps(key)}</li>
        ))}
      </ul>
    </section>
  );
}
