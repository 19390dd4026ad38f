import { useState } from 'react';
import { fromFeetInches, fromPounds, toFeetInches, toPounds } from '../../scales/bodyUnits.ts';
import { NumberInput } from './NumberInput.tsx';
import { rangeOf } from './patientDraft.ts';
import { useTexts } from './texts.ts';

/** Range of the field for feet; both together are checked against the range in cm. */
const FEET = { min: 4, max: 7 };
const INCHES = { min: 0, max: 12 };

interface BodyFieldProps {
  /** Metric value. */
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
      {...rangeOf('heightCm')}
      unit="centimeter"
      problem={problem}
      onChange={onChange}
    />
  );
}

/** Height in feet and inches; each stays as typed while the other is wrong or empty. */
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
        {...FEET}
        unit="foot"
        problem={problem}
        onChange={(feet) => set({ feet })}
      />
      <NumberInput
        bare
        label={t('patient.inches')}
        value={typed.inches}
        {...INCHES}
        unit="inch"
        problem={problem === null ? null : ''}
        onChange={(inches) => set({ inches })}
      />
    </fieldset>
  );
}

export function MassField({ value, imperial, problem, onChange }: BodyFieldProps) {
  const t = useTexts();
  const { min, max } = rangeOf('massKg');
  return (
    <NumberInput
      label={t(imperial ? 'patient.pounds' : 'patient.massKg')}
      value={imperial ? toPounds(value) : value}
      min={imperial ? toPounds(min) : min}
      max={imperial ? toPounds(max) : max}
      unit={imperial ? 'pound' : 'kilogram'}
      problem={problem}
      onChange={(next) => onChange(imperial ? fromPounds(next) : next)}
    />
  );
}
