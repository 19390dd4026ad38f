import { type CSSProperties, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { Head } from './Control.tsx';

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

/** Slider with its name and value above it. A touch anywhere on it takes hold, which not every browser's own slider does. */
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
  /** Pointer that moves it: the last that took hold. */
  const held = useRef<number | null>(null);

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
  const release = () => {
    if (held.current !== null) onRelease?.();
    held.current = null;
  };
  const letGo = ({ pointerId }: PointerEvent) => {
    if (held.current === pointerId) release();
  };

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
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = event.pointerId;
          follow(event);
        }}
        onPointerMove={(event) => held.current === event.pointerId && follow(event)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onLostPointerCapture={letGo}
        onBlur={release}
      />
      {props.children}
    </div>
  );
}
