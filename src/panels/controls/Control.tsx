import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';

// native buttons, sliders and selects: users and screen readers know them, and they cost nothing to load

export interface PressProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'type'> {
  readonly onPress: () => void;
}

/** Button that a finger can hit. */
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

/** Choice of one of a few options. */
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

/** Name and value above a control. */
export function Head({ id, label, children }: HeadProps) {
  return (
    <div className="range-head">
      <label htmlFor={id}>{label}</label>
      <span className="range-value">{children}</span>
    </div>
  );
}
