import { useState } from 'react';
import type { TimeEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import type { EventMoment, EventPanel } from './eventPanel.ts';

export const time: EventPanel<TimeEvent> = { Control: Months, inVisit: false, describe, say };

/** Range and step of the control, months; a link may go from 0.1 to 240. */
const SHORTEST = 3;
const LONGEST = 60;
const STEP = 3;
const USUAL = 12;

/** Control for months of everyday life, in which weak bone creeps. */
function Months() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const full = useSession((state) => state.scenario.events.length >= EVENT_LIMIT);
  const [months, setMonths] = useState(USUAL);
  return (
    <section className="months">
      <Press
        className="act"
        disabled={full}
        onPress={() => {
          session.act({ type: 'time', months });
        }}
      >
        {t('time.act')}
      </Press>
      <Range
        label={t('time.label')}
        value={months}
        min={SHORTEST}
        max={LONGEST}
        step={STEP}
        shownValue={number(months)}
        spokenValue={showMonths(months, language)}
        onChange={setMonths}
      />
    </section>
  );
}

const showMonths = (months: number, { t }: Language): string => t('time.months', { months });

function describe({ months }: TimeEvent, language: Language): string {
  return language.t('event.time', { time: showMonths(months, language) });
}

/** Least loss of front height that is mentioned, %. */
const LEAST_SUNK_PERCENT = 0.1;

function say({ months }: TimeEvent, { shown }: EventMoment, { t, number }: Language): string {
  const after = t('time.after', { months });
  const lowest = shown.run.results.findings.levels.reduce((worst, row) =>
    row.anteriorHeightLossPercent > worst.anteriorHeightLossPercent ? row : worst,
  );
  const percent = lowest.anteriorHeightLossPercent;
  if (percent < LEAST_SUNK_PERCENT) return t('said.timeHeld', { after });
  return t('said.time', { after, level: lowest.level, percent: number(percent, 1) });
}
