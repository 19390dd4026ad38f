import { useState } from 'react';
import { fromFeetInches, fromPounds, toFeetInches, toPounds } from '../../scales/bodyUnits.ts';
import { NumberInput } from './NumberInput.tsx';
import { useTexts } from './texts.ts';

interface BodyFieldProps {
  /** Metric. */
  readonly value: number;
  readonly imperial: boolean;
  readonly problem: string | null;
  readonly onChange: (value: number) => void;
}

export function HeightField({ value, imperial, problem, onChange }: BodyFieldProps) {
  const t = useTexts();
  if (imperial) return <FeetInchesField cm={value} problem={problem} onChange={onChange} />;
  return (
    <NumberInput
      label={t('patient.heightCm')}
      value={value}
      decimals={2}
      problem={problem}
      onChange={onChange}
    />
  );
}

/** Each of the two is kept as typed while the other is wrong or empty. */
function FeetInchesField({
  cm,
  problem,
  onChange,
}: Omit<BodyFieldProps, 'value' | 'imperial'> & { cm: number }) {
  const t = useTexts();
  const [typed, setTyped] = useState(() => toFeetInches(cm));
  const set = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    onChange(fromFeetInches(next));
  };
  return (
    <fieldset className="feet">
      <legend className="unseen">{t('patient.height')}</legend>
      <NumberInput
        bare
        label={t('patient.feet')}
        value={typed.feet}
        decimals={0}
        problem={problem}
        onChange={(feet) => set({ feet })}
      />
      <NumberInput
        bare
        label={t('patient.inches')}
        value={typed.inches}
        decimals={1}
        problem={problem === null ? null : ''}
        onChange={(inches) => set({ inches })}
      />
    </fieldset>
  );
}

export function MassField({ value, imperial, problem, onChange }: BodyFieldProps) {
  const t = useTexts();
  return (
    <NumberInput
      label={t(imperial ? 'patient.pounds' : 'patient.massKg')}
      value={imperial ? toPounds(value) : value}
      decimals={imperial ? 1 : 2}
      problem={problem}
      onChange={(next) => onChange(imperial ? fromPounds(next) : next)}
    />
  );
}
