import { useState } from 'react';
import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import type { TimeEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { findSpan, findWeakest, listMoments, MONTHS_PER_YEAR } from '../../runtime/session/years.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import type { EventMoment, EventPanel } from './eventPanel.ts';

export const time: EventPanel<TimeEvent> = { Control: Passing, inVisit: false, describe, say };

/** Range and step of the control, months; a link may go from 0.1 to 240. */
const SHORTEST = 3;
const LONGEST = 60;
const STEP = 3;
const USUAL = 12;
/** Years that a tap adds, one event each, so that every year can be looked at. */
const YEARS = [1, 5, 10] as const;
const YEAR: TimeEvent = { type: 'time', months: MONTHS_PER_YEAR };

/** Controls for years and months of everyday life, in which bone ages and weak bone creeps. */
function Passing() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const room = useSession((state) => EVENT_LIMIT - state.scenario.events.length);
  const [months, setMonths] = useState(USUAL);
  return (
    <section className="months" aria-label={t('time.group')}>
      <div className="months-row">
        {YEARS.map((years) => (
          <Press
            key={years}
            className="act"
            disabled={room < years}
            onPress={() => session.act(...Array<TimeEvent>(years).fill(YEAR))}
          >
            {t('time.more', { time: showTime(years * MONTHS_PER_YEAR, language) })}
          </Press>
        ))}
      </div>
      <Press className="act" disabled={room < 1} onPress={() => session.act({ type: 'time', months })}>
        {t('time.act')}
      </Press>
      <Range
        label={t('time.label')}
        value={months}
        min={SHORTEST}
        max={LONGEST}
        step={STEP}
        shownValue={number(months)}
        spokenValue={t('time.months', { months })}
        onChange={setMonths}
      />
    </section>
  );
}

const isYears = (months: number): boolean => months % MONTHS_PER_YEAR === 0;

/** A span of time in whole years, or in months. */
const showTime = (months: number, { t }: Language): string =>
  isYears(months) ? t('time.years', { years: months / MONTHS_PER_YEAR }) : t('time.months', { months });

function describe({ months }: TimeEvent, language: Language): string {
  return language.t('event.time', { time: showTime(months, language) });
}

/** Least loss of front height that is mentioned, %. */
const LEAST_SUNK_PERCENT = 0.1;

/** What has sunk and what became of the bone, since something else was done. */
function say({ months }: TimeEvent, { shown }: EventMoment, language: Language): string {
  const { t, number } = language;
  const { scenario, run } = shown;
  const moments = listMoments(scenario, run.results);
  const span = findSpan(moments, scenario.events, scenario.events.length - 1);
  const passed = span?.months ?? months;
  const after = isYears(passed)
    ? t('time.afterYears', { years: passed / MONTHS_PER_YEAR })
    : t('time.after', { months: passed });
  const lowest = run.results.findings.levels.reduce((worst, row) =>
    row.anteriorHeightLossPercent > worst.anteriorHeightLossPercent ? row : worst,
  );
  const percent = lowest.anteriorHeightLossPercent;
  const sunk =
    percent < LEAST_SUNK_PERCENT
      ? t('said.timeHeld', { after })
      : t('said.time', { after, level: lowest.level, percent: number(percent, 1) });
  // the trace of a span of time is of her standing
  const standingN = shown.peaks.compressionN.subarray(-LEVEL_COUNT);
  return span ? `${sunk} ${sayBone(span, standingN, language)}` : sunk;
}

/** How the T-score, and the strength of the bone that is weakest now, have changed between two moments. */
function sayBone(
  { before, now }: Pick<NonNullable<ReturnType<typeof findSpan>>, 'before' | 'now'>,
  standingN: ArrayLike<number>,
  { t, number }: Language,
): string {
  const [from, to] = [number(before.after.tScore, 1), number(now.after.tScore, 1)];
  const { level, centralStrengthN } = findWeakest(now.after, standingN);
  const had = before.after.bone[levelIndex(level)]!.centralStrengthN;
  const gained = 100 * (centralStrengthN / had - 1);
  const percent = number(Math.abs(gained));
  const score = from === to ? t('said.scoreStays', { to }) : t('said.score', { from, to });
  if (percent === number(0)) return `${score} ${t('said.strengthStays', { level })}`;
  return `${score} ${t(gained < 0 ? 'said.strengthLess' : 'said.strengthMore', { level, percent })}`;
}
