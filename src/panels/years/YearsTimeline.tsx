import { type CSSProperties, useMemo, useRef } from 'react';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { Results } from '../../core/simulation/results/results.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { listTreatedSpans, MONTHS_PER_YEAR, type Moment } from '../../runtime/session/years.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { useTexts } from '../sheets/texts.ts';
import { Axis, Cursor, Scrub, Treated } from './Clock.tsx';
import { Plot } from './Plot.tsx';
import { createRows, type YearsRow } from './rows.ts';
import { useMoments, useUntreated } from './useYears.ts';
import { sayWhen, type Wording } from './when.ts';
import { YearsTable } from './YearsTable.tsx';
import './years.css';

/** Years of a scenario on one clock, with and without treatment; the moment that is chosen is the one on the stage. */
export default function YearsTimeline() {
  const settled = useSettled();
  return settled ? <Years {...settled} /> : <section className="years" aria-busy="true" />;
}

interface Settled {
  readonly scenario: Scenario;
  readonly results: Results;
}

/** The scenario with its own results; the former one while the next is computed. */
function useSettled(): Settled | null {
  const { scenario, results, computing, watched } = useSession((state) => state);
  const kept = useRef<Settled | null>(null);
  const areOwn = results && !(computing && watched === null);
  if (areOwn && results.events.length === scenario.events.length) {
    if (kept.current?.scenario !== scenario || kept.current.results !== results)
      kept.current = { scenario, results };
  }
  return kept.current;
}

/** The timeline once it is known what she bears in standing. */
function Years(settled: Settled) {
  const intact = useSession((state) => state.intact);
  const rows = useMemo(() => intact && createRows(intact.compressionN.subarray(-LEVEL_COUNT)), [intact]);
  return rows ? <Clocked {...settled} rows={rows} /> : <section className="years" aria-busy="true" />;
}

function Clocked({ scenario, results, rows }: Settled & { readonly rows: readonly YearsRow[] }) {
  const { session, language } = usePanel();
  const t = useTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  const watched = useSession((state) => state.watched);
  const cutMonths = useSession((state) => state.cutMonths);
  const untreated = useUntreated(scenario);
  const { moments, isFailed } = useMoments(scenario, results);
  const months = moments.at(-1)?.months ?? 0;
  if (months === 0) return null;
  const isNow = ({ index, cutMonths: cut }: Moment) =>
    index === (watched ?? scenario.events.length - 1) && cut === cutMonths;
  const now = moments.find(isNow) ?? moments.at(-1)!;
  const other = untreated?.getAt(now);
  const wording: Wording = { t, language, imperial };
  const known = (scenario.patient.knownFractures ?? []).map(({ level }) => level);
  const spans = listTreatedSpans(scenario.events);
  const plotRows = rows.length + (spans.length > 0 ? 1 : 0);
  const when = sayWhen(now, scenario, wording);
  const spoken = rows.map((row) => {
    const value = row.show(now.after, wording);
    const beside = other && t('years.beside', { value, other: row.show(other.after, wording) });
    return t('years.said', { name: t(row.label), value: beside ?? value });
  });
  return (
    <section className="years" aria-label={t('years.title')}>
      <header>
        <p className="years-when">
          <strong data-reading="years-elapsed" data-value={now.months / MONTHS_PER_YEAR}>
            {when}
          </strong>
        </p>
        {untreated && (
          <p className="years-legend">
            <span className="years-key years-with">{t('years.with')}</span>
            <span className="years-key years-without">
              {t('years.without', {
                names: language.list(untreated.without.map((name) => language.t(`treat.${name}`))),
              })}
            </span>
          </p>
        )}
      </header>
      <div className="years-rows">
        {rows.map((row, n) => (
          <div key={row.reading} className="years-row" style={{ '--row': n + 1 } as CSSProperties}>
            <span className="years-label">{t(row.label)}</span>
            <Plot
              row={row}
              months={months}
              own={moments}
              others={untreated?.moments ?? []}
              known={known}
              now={now}
              other={other}
            />
            <span className="years-value" data-reading={row.reading} data-value={row.get(now.after)}>
              {row.show(now.after, wording)}
            </span>
            {other && (
              <span
                className="years-value years-beside"
                data-reading={`untreated-${row.reading}`}
                data-value={row.get(other.after)}
              >
                {row.show(other.after, wording)}
              </span>
            )}
          </div>
        ))}
        {spans.length > 0 && <Treated spans={spans} months={months} row={plotRows} />}
        <Axis months={months} row={plotRows + 1} />
        <Cursor months={months} now={now} rows={plotRows} />
        <Scrub
          rows={plotRows + 1}
          months={months}
          moments={moments}
          now={now}
          label={language.t('time.group')}
          spoken={`${when}. ${spoken.join(' ')}`}
          onChoose={({ index, cutMonths: cut }) => session.look(index, cut)}
        />
      </div>
      <p className="years-note">{t('years.note')}</p>
      {(isFailed || untreated?.isFailed) && (
        <p className="years-note" role="alert">
          {t('years.failed')}
        </p>
      )}
      <YearsTable rows={rows} moments={moments} untreated={untreated} scenario={scenario} wording={wording} />
    </section>
  );
}
