import { usePanel } from '../../panels/context.ts';
import { AID } from './aid.ts';
import { IconArray } from './IconArray.tsx';
import { COMPARED, WORST_NRS } from './sections.ts';
import { useHelps } from './useHelps.ts';

const { pain, cement, people: all, guidelines } = AID;

const share = (value: number): React.CSSProperties => ({ inlineSize: `${(100 * value) / WORST_NRS}%` });

/** Mean pain from the first week to a year. */
export function Course() {
  const { number } = usePanel().language;
  const t = useHelps();
  return (
    <figure className="helps-bars">
      <figcaption>{t('stop.chart', { nought: 0, ten: WORST_NRS })}</figcaption>
      <ul>
        {pain.course.weeks.map((week, n) => (
          <li key={week}>
            <span>{t('stop.week', { week })}</span>
            <span className="helps-bar" aria-hidden="true">
              <span style={share(pain.course.nrs[n]!)} />
            </span>
            <span>{number(pain.course.nrs[n]!, 1)}</span>
          </li>
        ))}
      </ul>
      <p className="helps-note">{t('stop.chart.note')}</p>
    </figure>
  );
}

/** How little the groups of the blinded trials differ, on the whole scale of pain. */
export function Trials() {
  const t = useHelps();
  return (
    <figure className="helps-bars helps-apart">
      <figcaption>{t('cement.chart', { months: cement.differences[0]!.months })}</figcaption>
      <ul>
        {cement.differences.map(({ trial, people, nrs, from, to }) => (
          <li key={trial}>
            <span>{t('cement.apart', { trial, people, apart: nrs, ten: WORST_NRS, from, to })}</span>
            <span className="helps-bar" aria-hidden="true">
              <span style={share(nrs)} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Cement and sham in the one trial that favoured it, in two pictures of one size. */
export function Early() {
  const t = useHelps();
  const { days, withOf100, withoutOf100 } = cement.early;
  return (
    <>
      <p>{t('cement.early', { with: withOf100, without: withoutOf100, all, days })}</p>
      <div className="helps-pair">
        {[['with', withOf100] as const, ['sham', withoutOf100] as const].map(([name, n]) => (
          <IconArray
            key={name}
            title={t(`cement.early.${name}`, { n })}
            shares={[
              { fate: 'changed', count: n, told: t('cement.mild', { n }) },
              { fate: 'whole', count: all - n, told: t('cement.more', { n: all - n }) },
            ]}
          />
        ))}
      </div>
    </>
  );
}

/** Not every browser names a continent. */
const EUROPE = '150';

/** Guidelines that answer one question, side by side, each with its country and year. */
export function Guides() {
  const { lang } = usePanel().language;
  const t = useHelps();
  const countries = new Intl.DisplayNames([lang === 'stress' ? 'en' : lang], { type: 'region' });
  return COMPARED.map(({ name, guides }) => (
    <section key={name} className="guides" aria-labelledby={`guides-${name}`}>
      <h3 id={`guides-${name}`}>{t(`guides.${name}`)}</h3>
      <div className="helps-pair">
        {guides.map((guide) => {
          const { by, country, year } = guidelines[guide];
          return (
            <article key={guide} data-guide={guide}>
              <h4>
                {country === EUROPE ? t('guides.europe') : countries.of(country)}, {year} <small>{by}</small>
              </h4>
              <p>{t(`guide.${guide}`)}</p>
            </article>
          );
        })}
      </div>
      {name !== 'stop' && <p className="helps-note">{t(`guides.${name}.note`)}</p>}
    </section>
  ));
}
