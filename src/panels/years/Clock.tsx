import type { CSSProperties, PointerEvent } from 'react';
import {
  findNearestMoment,
  MONTHS_PER_YEAR,
  type Moment,
  type TreatedSpan,
} from '../../runtime/session/years.ts';
import { usePanel } from '../context.ts';
import { useHold } from '../controls/useHold.ts';

/** Most marks on the axis. */
const MOST_TICKS = 11;
const STEPS = [1, 2, 5, 10, 20];
/** Time up to which the axis is in months. */
const SHORT_MONTHS = 18;

const toPercent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;
const inRow = (row: number) => ({ '--row': row }) as CSSProperties;

/** Treatments as bars over the years in which they went on. */
export function Treated({
  spans,
  months,
  row,
}: {
  spans: readonly TreatedSpan[];
  months: number;
  row: number;
}) {
  const { t } = usePanel().language;
  return (
    <div className="years-row" style={inRow(row)}>
      <span className="years-label">{t('treat.label')}</span>
      <div className="years-treated">
        {spans.map(({ name, fromMonths, toMonths }) => (
          <span
            key={`${name} ${fromMonths}`}
            data-late={fromMonths / months > 0.5 || undefined}
            style={{
              marginInlineStart: toPercent(fromMonths / months),
              width: toPercent(((toMonths ?? months) - fromMonths) / months),
            }}
          >
            {t(`treat.${name}`)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Years, or months of a short time. */
export function Axis({ months, row }: { months: number; row: number }) {
  const { t, number } = usePanel().language;
  const isShort = months < SHORT_MONTHS;
  const unit = isShort ? 1 : MONTHS_PER_YEAR;
  const step = STEPS.find((one) => months / unit / one < MOST_TICKS) ?? 50;
  const ticks = Array.from({ length: Math.floor(months / unit / step + 1e-9) + 1 }, (_, n) => n * step);
  return (
    <div className="years-row" style={inRow(row)} aria-hidden="true">
      <span className="years-label">{t(isShort ? 'time.label' : 'time.group')}</span>
      <div className="years-axis">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetInlineStart: toPercent((tick * unit) / months) }}>
            {number(tick)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Line through all rows at the moment that is looked at. */
export function Cursor({ months, now, rows }: { months: number; now: Moment; rows: number }) {
  return (
    <div className="years-cursor" style={{ '--rows': rows } as CSSProperties} aria-hidden="true">
      <i style={{ insetInlineStart: toPercent(now.months / months) }} />
    </div>
  );
}

interface ScrubProps {
  readonly moments: readonly Moment[];
  readonly months: number;
  readonly now: Moment;
  readonly rows: number;
  readonly label: string;
  readonly spoken: string;
  readonly onChoose: (moment: Moment) => void;
}

/** Slider over the whole clock: a key goes from moment to moment, a finger or the mouse to the nearest. */
export function Scrub({ moments, months, now, rows, label, spoken, onChoose }: ScrubProps) {
  const choose = (moment: Moment | undefined) => {
    if (moment && moment !== now) onChoose(moment);
  };
  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLInputElement>) => {
    const { left, right, width } = currentTarget.getBoundingClientRect();
    const fromStart = document.dir === 'rtl' ? right - clientX : clientX - left;
    choose(findNearestMoment(moments, (fromStart / width) * months));
  };
  const { handlers } = useHold(follow);
  return (
    <input
      className="years-scrub"
      type="range"
      aria-label={label}
      aria-valuetext={spoken}
      style={{ '--rows': rows } as CSSProperties}
      min={0}
      max={moments.length - 1}
      step={1}
      value={moments.indexOf(now)}
      onChange={({ target }) => choose(moments[target.valueAsNumber])}
      {...handlers}
    />
  );
}
