import { useState } from 'react';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import { showMonths } from '../words.ts';

/** Range and step of the control, months; a link may go from 0.1 to 240. */
const SHORTEST = 3;
const LONGEST = 60;
const STEP = 3;
const USUAL = 12;

/** Months of everyday life, in which weak bone creeps. */
export function Months() {
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
