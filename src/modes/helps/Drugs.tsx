import { useState } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { SOURCES } from '../../panels/sheets/sourceTable.ts';
import {
  AID,
  type Counts,
  calcCounts,
  calcHarm,
  calcWithout,
  DRUGS,
  type DrugName,
  findInModel,
  getHarms,
  getTrials,
  type Harm,
  type Trial,
  WOMEN,
  type WomenName,
} from './aid.ts';
import { IconArray } from './IconArray.tsx';
import type { HelpsKey } from './sections.ts';
import { useHelps } from './useHelps.ts';

const YEARS = AID.months / 12;

/** Choose the women and a drug: what it spares and what harm it does, in two pictures of one size. */
export function Drugs() {
  const { lang } = usePanel().language;
  const t = useHelps();
  const [women, setWomen] = useState<WomenName>('broken');
  const [drug, setDrug] = useState<DrugName | null>(null);
  const named = DRUGS.map((name) => [name, t(`drug.${name}`)] as const).sort(([, a], [, b]) =>
    a.localeCompare(b, lang),
  );
  return (
    <div className="drugs">
      <fieldset className="drugs-choice">
        <legend>{t('medicine.women')}</legend>
        {WOMEN.map((name) => (
          <Press key={name} aria-pressed={name === women} onPress={() => setWomen(name)}>
            {t(`class.${name}`, name === 'broken' ? { age: AID.classes.broken.ageYears } : {})}
          </Press>
        ))}
      </fieldset>
      <fieldset className="drugs-choice drugs-names">
        <legend>{t('medicine.choose')}</legend>
        <Press aria-pressed={drug === null} onPress={() => setDrug(null)}>
          {t('drug.none')}
        </Press>
        {named.map(([name, label]) => (
          <Press key={name} aria-pressed={name === drug} onPress={() => setDrug(name)}>
            {label}
          </Press>
        ))}
        <p className="helps-note">{t('medicine.order')}</p>
      </fieldset>
      <div className="drugs-pictures">
        {drug === null ? (
          <Untreated women={women} />
        ) : (
          <>
            <Gain drug={drug} women={women} />
            <Harms key={drug} drug={drug} />
          </>
        )}
      </div>
    </div>
  );
}

function Untreated({ women }: { women: WomenName }) {
  const t = useHelps();
  const { all, breaks } = calcWithout(women);
  return (
    <div className="drugs-side">
      <IconArray
        title={t('array.title', { years: YEARS })}
        shares={[
          { fate: 'whole', count: all - breaks, told: t('array.whole', { n: all - breaks }) },
          { fate: 'anyway', count: breaks, told: t('array.breaks', { n: breaks }) },
        ]}
      />
      <p role="status">{t('array.without', { all, without: breaks })}</p>
      <Sure source={AID.classes[women].source} />
    </div>
  );
}

function Gain({ drug, women }: { drug: DrugName; women: WomenName }) {
  const t = useHelps();
  const counts = calcCounts(drug, women);
  // what was tried in such women; where nothing was, whatever its trials were
  const own = getTrials(drug).filter(({ who }) => who === women);
  const trials = own.length > 0 ? own : getTrials(drug);
  return (
    <div className="drugs-side">
      {counts ? (
        <Spared counts={counts} />
      ) : (
        <p className="helps-note">{t('array.none', { years: YEARS, months: trials[0]!.months })}</p>
      )}
      {trials.map((trial) => (
        <Found key={trial.who} trial={trial} />
      ))}
      <InModel drug={drug} />
    </div>
  );
}

function Spared({
  counts: { all, whole, spared, breaks, sparedLow, sparedHigh, percentLess, lent },
}: {
  counts: Counts;
}) {
  const t = useHelps();
  return (
    <>
      <IconArray
        title={t('array.title', { years: YEARS })}
        shares={[
          { fate: 'whole', count: whole, told: t('array.whole', { n: whole }) },
          { fate: 'changed', count: spared, told: t('array.spared', { n: spared }) },
          { fate: 'anyway', count: breaks, told: t('array.breaks', { n: breaks }) },
        ]}
      />
      <p role="status">
        {t('array.told', { all, without: spared + breaks, with: breaks, spared, percent: percentLess })}
      </p>
      <p>{t('array.most', { whole, all })}</p>
      {sparedLow !== null && sparedHigh !== null && (
        <p>{t('array.sure', { low: sparedLow, high: sparedHigh })}</p>
      )}
      {lent && <p className="helps-note">{t('array.lent')}</p>}
    </>
  );
}

/** What the model finds of the drug, told apart from what was tried. */
function InModel({ drug }: { drug: DrugName }) {
  const t = useHelps();
  const { percentLess, near, set } = findInModel(drug);
  return (
    <aside className="drugs-model" aria-label={t('model.title')}>
      <strong>{t('model.title')}</strong>
      <p>
        {t('model.told', { percent: percentLess })} {set && t('model.set')} {!near && t('model.far')}
      </p>
    </aside>
  );
}

/** The trial's own women and its own time. */
function Found({
  trial: { name, who, months, withoutPercent, withPercent, riskRatio, source },
}: {
  trial: Trial;
}) {
  const t = useHelps();
  return (
    <>
      <p className="drugs-trial">
        {t('trial.told', {
          trial: name,
          who,
          without: withoutPercent,
          with: withPercent,
          all: AID.people,
          months,
        })}{' '}
        {t('trial.less', {
          // what both are given to
          fewer: Number((withoutPercent - withPercent).toFixed(1)),
          all: AID.people,
          percent: Math.round(100 * (1 - riskRatio[0])),
        })}
      </p>
      <Sure source={source} />
    </>
  );
}

function Harms({ drug }: { drug: DrugName }) {
  const t = useHelps();
  const harms = getHarms(drug);
  const [at, setAt] = useState(0);
  const harm = harms[at]!;
  const { all, whole, more, anyway } = calcHarm(harm);
  const name = (one: Harm): string => t(`harm.${one.name}` as HelpsKey);
  return (
    <div className="drugs-side">
      <IconArray
        title={`${t('harm.title')}: ${name(harm)}`}
        isHarm
        shares={[
          { fate: 'whole', count: whole, told: t('harm.whole', { n: whole }) },
          ...(anyway > 0
            ? ([{ fate: 'anyway', count: anyway, told: t('harm.anyway', { n: anyway }) }] as const)
            : []),
          { fate: 'changed', count: more, told: t('harm.more', { n: more }) },
        ]}
      />
      {harms.length > 1 && (
        <fieldset className="drugs-harms">
          <legend className="unseen">{t('harm.choose')}</legend>
          {harms.map((one, n) => (
            <Press key={one.name} className="quiet" aria-pressed={n === at} onPress={() => setAt(n)}>
              {name(one)}
            </Press>
          ))}
        </fieldset>
      )}
      <p>
        {anyway > 0
          ? t('harm.told', { all, without: harm.without, with: harm.with })
          : t('harm.most', { all, with: Math.round(harm.with) })}{' '}
        {harm.months !== null && t('harm.months', { months: harm.months })}{' '}
        {harm.clear === false && t('harm.same')}{' '}
        {harm.versus && t('harm.versus', { drug: t(`drug.${harm.versus}` as HelpsKey) })}
      </p>
      <Sure source={harm.source} />
    </div>
  );
}

/** The paper, and whether what is said of it was held against it. */
function Sure({ source }: { source: string }) {
  const { lang } = usePanel().language;
  const t = useHelps();
  const { citation, verified } = SOURCES[source]!;
  return (
    <p className="helps-note">
      <cite lang={lang === 'en' ? undefined : 'en'} dir="ltr">
        {citation}
      </cite>{' '}
      {t(verified ? 'sure.checked' : 'sure.recalled')}
    </p>
  );
}
