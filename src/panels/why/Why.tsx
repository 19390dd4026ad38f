import { useEffect, useRef } from 'react';
import { getActRow } from '../../core/activity/actTable.ts';
import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { Key } from '../../i18n/keys.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Rescue } from '../../runtime/session/whatIf.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { nameParameter, showValue } from '../controls/quantity.ts';
import { SheetButton } from '../sheets/SheetButton.tsx';
import { useNamespace } from '../useNamespace.ts';
import { type Cause, calcRestingLoad, type Facts, getFacts } from './facts.ts';
import { showForce, showOffset } from './units.ts';
import { useTrials } from './useTrials.ts';
import './why.css';

/** Explanation of why a vertebra held or broke, in words and figures, and what would have changed it. */
export default function Why({ level }: { level: Level }) {
  const { settings, language } = usePanel();
  const { t } = language;
  const inside = useNamespace('inside');
  const shown = useSession((state) => state.shown);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const facts = shown && getFacts(shown, level);
  const restingPercent = shown ? 100 * calcRestingLoad(shown, level) : 0;
  return (
    <section className="why" ref={section} aria-label={t('why.title')}>
      <header className="why-head">
        <h2>{t('why.title')}</h2>
        <Choice
          label={t('why.level')}
          value={level}
          options={LEVELS.map((name) => [name, name] as const)}
          onChange={(selected) => settings.setState({ selected })}
        />
        <Press className="quiet" onPress={() => settings.setState({ selected: null })}>
          {t('why.close')}
        </Press>
      </header>
      <SheetButton sheet="inside" at={level}>
        {inside('open', { level })}
      </SheetButton>
      {facts ? (
        <Explained facts={facts} />
      ) : (
        <p>{t('why.resting', { level, percent: language.number(restingPercent) })}</p>
      )}
    </section>
  );
}

/** Flexion below which the back counts as straight at the level, degrees. */
const LEAST_BENT_DEG = 2;

const nameCause = ({ shape, bentDeg }: Cause) =>
  shape === 'wedge' && bentDeg < LEAST_BENT_DEG ? 'straightWedge' : shape;

/** Eccentricity below which the load counts as central, mm. */
const LEAST_OFF_MM = 1;

function Explained({ facts }: { facts: Facts }) {
  const { language } = usePanel();
  const { t, number } = language;
  const { level, outcome, fracture, rank } = facts;
  const imperial = useSettings((state) => state.units === 'imperial');
  const force = (newtons: number) => showForce(newtons, language, imperial);
  const { cause, loadInFrontMm } = facts;
  const place = Math.abs(loadInFrontMm) < LEAST_OFF_MM ? 'middle' : loadInFrontMm > 0 ? 'front' : 'behind';
  return (
    <>
      <p className="why-verdict">
        {t(`why.${outcome}`, { level, percent: number(fracture?.anteriorHeightLossPercent ?? 0) })}{' '}
        {t(rank === 1 ? 'why.first' : 'why.rank', { rank: number(rank), levels: number(LEVELS.length) })}
      </p>
      {cause && (
        <p className="why-cause">
          {t(`why.cause.${nameCause(cause)}`, {
            degrees: number(cause.bentDeg),
            percent: number(cause.frontThinnerPercent),
          })}
        </p>
      )}
      <dl className="why-figures">
        <Figure name="peakCompressionN" value={facts.peakCompressionN} text={force(facts.peakCompressionN)} />
        <Figure
          name="loadInFrontMm"
          value={facts.loadInFrontMm}
          text={t(`why.${place}`, { offset: showOffset(Math.abs(facts.loadInFrontMm), language, imperial) })}
        />
        <Figure name="centralStrengthN" value={facts.centralStrengthN} text={force(facts.centralStrengthN)} />
        <Figure name="strengthN" value={facts.strengthN} text={force(facts.strengthN)} />
        <Figure
          name="loadOverStrength"
          value={facts.loadOverStrength}
          text={t('why.percent', { percent: number(facts.loadOverStrength * 100) })}
        />
      </dl>
      <Trials level={level} gaveWay={outcome === 'broke' || outcome === 'sank'} />
    </>
  );
}

type FigureName =
  | 'peakCompressionN'
  | 'loadInFrontMm'
  | 'centralStrengthN'
  | 'strengthN'
  | 'loadOverStrength';

function Figure({ name, value, text }: { name: FigureName; value: number; text: string }) {
  const { t } = usePanel().language;
  return (
    <div>
      <dt>{t(`why.figure.${name}` satisfies Key)}</dt>
      <dd data-figure={name} data-value={value}>
        {text}
      </dd>
    </div>
  );
}

/** Changes that would have prevented the fracture, or caused one: computed when they are asked for. */
function Trials({ level, gaveWay }: { level: Level; gaveWay: boolean }) {
  const { session, language } = usePanel();
  const { t, number } = language;
  const imperial = useSettings((state) => state.units === 'imperial');
  const computing = useSession((state) => state.computing);
  const { rescues, breakingTScore, done } = useTrials(level, gaveWay, !computing);
  return (
    <div className="why-trials" aria-live="polite" aria-busy={!done}>
      <h3>{t(gaveWay ? 'why.saved' : 'why.limit')}</h3>
      {gaveWay && (
        <ul>
          {rescues.map((rescue) => (
            <li key={rescue.kind === 'density' ? 'density' : `${rescue.kind} ${rescue.key}`}>
              <Press className="quiet" onPress={() => session.replay(rescue.scenario)}>
                {describeRescue(rescue, language, imperial)}
              </Press>
            </li>
          ))}
        </ul>
      )}
      {gaveWay && done && rescues.length === 0 && <p>{t('why.unsaved', { level })}</p>}
      {!gaveWay && breakingTScore !== undefined && (
        <p>
          {breakingTScore === null
            ? t('why.neverBreaks', { level, t: number(-6) })
            : t('why.breaksAt', { level, t: number(breakingTScore, 1) })}
        </p>
      )}
      {!done && <p className="why-busy">{t('why.busy')}</p>}
      {gaveWay && done && rescues.length > 0 && <p className="why-note">{t('why.tried')}</p>}
    </div>
  );
}

function describeRescue(rescue: Rescue, language: Language, imperial: boolean): string {
  const { t, number } = language;
  if (rescue.kind === 'density') return t('why.rescue.density', { t: number(rescue.tScore, 1) });
  const parameter = getActRow(rescue.act).parameters[rescue.key]!;
  const name = nameParameter(rescue.act, rescue.key, language);
  const value = rescue.kind === 'option' ? rescue.option : rescue.value;
  const shownValue = showValue(rescue.key, parameter, value, language, imperial);
  return t(rescue.kind === 'option' ? 'why.rescue.option' : 'why.rescue.least', { name, value: shownValue });
}
