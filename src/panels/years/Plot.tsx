import type { CSSProperties } from 'react';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Moment } from '../../runtime/session/years.ts';
import { findAxis, type YearsRow } from './rows.ts';

interface PlotProps {
  readonly row: YearsRow;
  /** All months on the clock. */
  readonly months: number;
  readonly own: readonly Moment[];
  readonly others: readonly Moment[];
  /** Levels broken at the start. */
  readonly known: readonly Level[];
  /** Moments that are looked at: her own, and the one without treatment. */
  readonly now: Moment;
  readonly other: Moment | undefined;
}

/** One quantity over the years: a curve through what was computed after each event, or marks where bones broke. */
export function Plot(props: PlotProps) {
  return (
    <div className="years-plot" aria-hidden="true">
      {props.row.isMarks ? <Marks {...props} /> : <Curves {...props} />}
    </div>
  );
}

const toPercent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;

function Curves({ row, months, own, others, now, other }: PlotProps) {
  const values = [...own, ...others].map(({ after }) => row.get(after));
  const { bottom, top } = findAxis(row, values);
  const toX = (moment: Moment) => moment.months / months;
  const toY = ({ after }: Moment) => (row.get(after) - top) / (bottom - top);
  const draw = (moments: readonly Moment[]): string =>
    moments.map((moment) => `${(100 * toX(moment)).toFixed(2)},${(100 * toY(moment)).toFixed(2)}`).join(' ');
  const place = (moment: Moment): CSSProperties => ({
    insetInlineStart: toPercent(toX(moment)),
    insetBlockStart: toPercent(toY(moment)),
  });
  return (
    <>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {others.length > 0 && <polyline className="years-without" points={draw(others)} />}
        <polyline className="years-with" points={draw(own)} />
      </svg>
      {other && <i className="years-dot years-without" style={place({ ...other, months: now.months })} />}
      <i className="years-dot years-with" style={place(now)} />
    </>
  );
}

/** Fraction of the clock from which what stands at a time is written before it. */
const LATE = 0.8;

/** Levels that broke, each at its time: hers above, those without treatment below. One that sank further has an arrow. */
function Marks({ months, own, others, known }: PlotProps) {
  const marks = (moments: readonly Moment[], className: string) =>
    moments.map(({ index, cutMonths, months: at, fractures }) => {
      const broken = fractures.map(({ level, progression }) => (progression ? `${level}↓` : level));
      const levels = index < 0 ? known : broken;
      if (levels.length === 0) return null;
      const isLate = at / months > LATE;
      const place = isLate
        ? { insetInlineEnd: toPercent(1 - at / months) }
        : { insetInlineStart: toPercent(at / months) };
      return (
        <span
          key={`${index} ${cutMonths}`}
          className={`years-mark ${className}`}
          data-late={isLate || undefined}
          style={place}
        >
          {levels.join(' ')}
        </span>
      );
    });
  return (
    <>
      {marks(own, 'years-with')}
      {marks(others, 'years-without')}
    </>
  );
}
