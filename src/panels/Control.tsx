import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Label, Slider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components/Slider';

/** A button that a finger can hit. */
export function Press({ className = '', ...props }: ButtonProps & { className?: string }) {
  return <Button {...props} className={`press ${className}`} />;
}

export interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, beside the label. */
  readonly shownValue: ReactNode;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: (value: number) => void;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A slider with its name and value above it. */
export function Range(props: RangeProps) {
  const { label, value, min, max, step, shownValue, onChange, onChangeEnd, className = '' } = props;
  return (
    <Slider
      className={`range ${className}`}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={onChange}
      {...(onChangeEnd && { onChangeEnd })}
    >
      <div className="range-head">
        <Label>{label}</Label>
        <span className="range-value">{shownValue}</span>
      </div>
      <SliderTrack className="range-track">
        <SliderFill className="range-fill" />
        <SliderThumb className="range-thumb" />
      </SliderTrack>
      {props.children}
    </Slider>
  );
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChange: (value: T) => void;
  readonly showLabel?: boolean;
}

/** The platform's own select: it opens the picker that each device's user knows. */
export function Choice<T extends string>({ label, value, options, onChange, showLabel }: ChoiceProps<T>) {
  return (
    <label className="choice">
      <span className={showLabel ? '' : 'unseen'}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
