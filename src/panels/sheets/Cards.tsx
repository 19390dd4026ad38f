import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface CardsProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly (readonly [value: T, text: ReactNode])[];
  readonly onChange: (value: T) => void;
}

/** Choice of one of a few options, each large enough to read and to hit. */
export function Cards<T extends string>({ label, value, options, onChange }: CardsProps<T>) {
  return (
    <RadioGroup className="cards" value={value} onChange={(next) => onChange(next as T)}>
      <Label>{label}</Label>
      <div className="cards-row">
        {options.map(([option, text]) => (
          <Radio key={option} value={option} className="card">
            {text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
