import { useState } from 'react';
import { FieldError, Group, Input, Label, Text, TextField } from 'react-aria-components';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { type NumberKind, readNumber } from './readNumber.ts';
import { useTexts } from './texts.ts';

/** Most decimals with which a figure is shown; typed ones stay as they are. */
const MOST_DECIMALS = 4;

export interface NumberInputProps extends NumberKind {
  readonly label: string;
  /** Value; NaN where it is no number. */
  readonly value: number;
  /** Step of a tap on − or +. */
  readonly step?: number;
  /** Value that counts while the field is empty, and the sentence that says so; a field without one must be filled in. */
  readonly usual?: { readonly value: number; readonly said: string };
  readonly onEmpty?: () => void;
  /** Whether it lacks − and +, where two fields are side by side. */
  readonly bare?: boolean;
  /** Sentence about a problem, or null. */
  readonly problem: string | null;
  readonly onChange: (value: number) => void;
}

/** Field for a number, typed or stepped by a finger. It takes any number, and reports a problem instead of changing the value. */
export function NumberInput(props: NumberInputProps) {
  const { label, value, step = 1, usual, onEmpty, bare = false, problem, onChange, ...kind } = props;
  const { min, max } = kind;
  const { lang, number } = usePanel().language;
  const t = useTexts();
  /** Typed text, and the value at that time: another value is shown as itself. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number } | null>(null);
  const [isTyping, setTyping] = useState(false);
  const kept = typed && (isTyping || Object.is(typed.value, value)) ? typed.text : null;
  const format = new Intl.NumberFormat(`${lang === 'stress' ? 'en' : lang}-u-nu-latn`, {
    maximumFractionDigits: MOST_DECIMALS,
    useGrouping: false,
  });
  const text = kept ?? (Number.isNaN(value) ? '' : format.format(value));
  const reading = readNumber(text, kind);
  const isUnread = kept !== null && !reading.ok && reading.why === 'unread';
  const example = number((min + max) / 2, step < 1 ? 1 : 0);
  const wrong = isUnread ? t('number.unread', { typed: text.trim(), example }) : problem;

  const end = () => {
    setTyping(false);
    setTyped((before) => before && (wrong === null ? null : { ...before, value }));
  };
  const stepBy = (steps: number) => {
    const next = Number.isNaN(value)
      ? (usual?.value ?? min)
      : Math.round((value + steps * step) / step) * step;
    setTyping(false);
    setTyped(null);
    onChange(Number(Math.min(max, Math.max(min, next)).toFixed(MOST_DECIMALS)));
  };
  return (
    <TextField
      className="number"
      value={text}
      onChange={(next) => {
        const read = readNumber(next, kind);
        setTyping(true);
        setTyped({ text: next, value });
        if (onEmpty && !read.ok && read.why === 'empty') onEmpty();
        else onChange(read.ok ? read.value : Number.NaN);
      }}
      onBlur={end}
      onKeyDown={({ key }) => {
        if (key === 'Enter') end();
        else if (key === 'ArrowUp') stepBy(1);
        else if (key === 'ArrowDown') stepBy(-1);
      }}
      isInvalid={wrong !== null && !isTyping}
      validationBehavior="aria"
      autoComplete="off"
      inputMode={min < 0 ? 'text' : 'decimal'}
    >
      <Label>{label}</Label>
      <Group className="number-box">
        {!bare && (
          <Press tabIndex={-1} aria-label={t('patient.less', { name: label })} onPress={() => stepBy(-1)}>
            −
          </Press>
        )}
        <Input {...(usual && { placeholder: number(usual.value, 1) })} />
        {!bare && (
          <Press tabIndex={-1} aria-label={t('patient.more', { name: label })} onPress={() => stepBy(1)}>
            +
          </Press>
        )}
      </Group>
      {usual && (
        <Text slot="description" className="note">
          {usual.said}
        </Text>
      )}
      <FieldError className="problem">{wrong}</FieldError>
    </TextField>
  );
}
