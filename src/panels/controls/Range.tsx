import { type CSSProperties, type PointerEvent, type ReactNode, useId } from 'react';
import { Head } from './Control.tsx';
import { useHold } from './useHold.ts';

/** Width of the thumb, rem: the value follows its middle. */
const THUMB_REM = 1.75;

export interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Value beside the label. */
  readonly shownValue: ReactNode;
  /** Value for a screen reader, where the number alone is not enough. */
  readonly spokenValue?: string;
  readonly onChange: (value: number) => void;
  /** Called when a finger or mouse releases it. */
  readonly onRelease?: () => void;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Slider with its name and value above it. */
export function Range(props: RangeProps) {
  const {
    label,
    value,
    min,
    max,
    step,
    shownValue,
    spokenValue,
    onChange,
    onRelease,
    className = '',
  } = props;
  const id = useId();

  const follow = (event: PointerEvent<HTMLInputElement>) => {
    const { left, right, width } = event.currentTarget.getBoundingClientRect();
    // it grows in the direction of reading
    const fromStart = document.dir === 'rtl' ? right - event.clientX : event.clientX - left;
    const thumb = THUMB_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const fraction = Math.min(1, Math.max(0, (fromStart - thumb / 2) / (width - thumb)));
    const steps = Math.round((fraction * (max - min)) / step);
    const next = Math.min(max, Number((min + steps * step).toFixed(6)));
    if (next !== value) onChange(next);
  };
  const { handlers, release } = useHold(follow, onRelease);

  return (
    <div className={`range ${className}`}>
      <Head id={id} label={label}>
        {shownValue}
      </Head>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={spokenValue}
        style={{ '--fraction': (value - min) / (max - min) } as CSSProperties}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          // the browser may have lost the end of the touch
          release();
          // the browser's own slider stops at the last whole step
          if (event.key !== 'End') return;
          event.preventDefault();
          onChange(max);
        }}
        {...handlers}
        onBlur={release}
      />
      {props.children}
    </div>
  );
}
