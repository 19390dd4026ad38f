import { FieldError, Group, Input, Label, NumberField, Button as StepButton } from 'react-aria-components';
import { useTexts } from './texts.ts';

export interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  /** Of a tap on − or +, and what a typed number is rounded to; without it any number stays as typed. */
  readonly step?: number;
  readonly decimals: number;
  /** Without − and +, where two stand side by side. */
  readonly bare?: boolean;
  /** What is wrong with it, if anything: a sentence. */
  readonly problem: string | null;
  readonly onChange: (value: number) => void;
}

/** A number to type, or to step with a finger. It takes any number, and says what is wrong with one rather than change it. */
export function NumberInput({
  label,
  value,
  step,
  decimals,
  bare = false,
  problem,
  onChange,
}: NumberInputProps) {
  const t = useTexts();
  return (
    <NumberField
      className="number"
      value={value}
      onChange={onChange}
      {...(step !== undefined && { step })}
      formatOptions={{ maximumFractionDigits: decimals, useGrouping: false }}
      isInvalid={problem !== null}
      validationBehavior="aria"
      decrementAriaLabel={t('patient.less', { name: label })}
      incrementAriaLabel={t('patient.more', { name: label })}
    >
      <Label>{label}</Label>
      <Group className="number-box">
        {!bare && (
          <StepButton slot="decrement" className="press">
            −
          </StepButton>
        )}
        <Input />
        {!bare && (
          <StepButton slot="increment" className="press">
            +
          </StepButton>
        )}
      </Group>
      <FieldError className="problem">{problem}</FieldError>
    </NumberField>
  );
}
