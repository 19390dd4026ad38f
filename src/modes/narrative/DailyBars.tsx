import { usePanel } from '../../panels/context.ts';
import type { DailyAct } from './daily.ts';
import { tellWellBelow } from './tell.ts';
import { useManner } from './useStory.ts';

/** Load over strength at the right end of the picture: higher ratios run off it. */
const AXIS = 1.25;

/** Bars of load over strength in each daily act, with a line at the strength. */
export function DailyBars({ acts }: { acts: readonly DailyAct[] }) {
  const { t: say, number } = usePanel().language;
  const manner = useManner();
  const { t } = manner;
  return (
    <figure className="daily" style={{ '--axis': AXIS } as React.CSSProperties}>
      <ul aria-label={t('daily.chart')}>
        {acts.map(({ name, ratio, breaks, level }) => (
          <li
            key={name}
            data-act={name}
            data-ratio={ratio}
            data-level={level}
            data-over={ratio >= 1 || breaks || undefined}
          >
            <span className="unseen">
              {t('daily.row', { act: say(`act.${name}`), percent: number(ratio * 100) })}
            </span>
            <span className="daily-name" aria-hidden="true">
              {say(`act.${name}`)}
            </span>
            <span className="daily-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(Math.min(ratio, AXIS) / AXIS) * 100}%` }} />
            </span>
            <span className="daily-percent" aria-hidden="true">
              {say('why.percent', { percent: number(ratio * 100) })}
            </span>
          </li>
        ))}
      </ul>
      <figcaption>
        {t('daily.chart')}. {tellWellBelow(manner)}
      </figcaption>
    </figure>
  );
}
