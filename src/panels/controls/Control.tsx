import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';

// The platform's own button, slider and picker: each device's user and screen reader know them, and they cost nothing to load.

export interface PressProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'type'> {
  readonly onPress: () => void;
}

/** A button that a finger can hit. */
export function Press({ className = '', onPress, ...props }: PressProps) {
  return <button {...props} type="button" className={`press ${className}`} onClick={onPress} />;
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChange: (value: T) => void;
  readonly showLabel?: boolean;
}

/** One of a few. */
export function Choice<T extends string>({ label, value, options, onChange, showLabel }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id} className={showLabel ? '' : 'unseen'}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface HeadProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** Name and value over a control. */
export function Head({ id, label, children }: HeadProps) {
  return (
    <div className="range-head">
      <label htmlFor={id}>{label}</label>
      <span className="range-value">{children}</span>
    </div>
  );
}
