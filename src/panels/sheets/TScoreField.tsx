import { useState } from 'react';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Term } from '../glossary/Term.tsx';
import { Cards } from './Cards.tsx';
import { NumberInput } from './NumberInput.tsx';
import { CATEGORIES, CATEGORY_T, type Category, rangeOf } from './patientDraft.ts';
import { useTexts } from './texts.ts';

interface TScoreFieldProps {
  readonly value: number;
  readonly problem: string | null;
  readonly onChange: (value: number) => void;
}

/** Field for the T-score, as a number or as a doctor's category. */
export function TScoreField({ value, problem, onChange }: TScoreFieldProps) {
  const { number } = usePanel().language;
  const t = useTexts();
  const [unknown, setUnknown] = useState(false);
  const [category, setCategory] = useState<Category | null>(null);
  return (
    <>
      <NumberInput
        label={t('patient.tScore')}
        value={value}
        {...rangeOf('tScore')}
        unit="t-score"
        step={0.1}
        problem={problem}
        onChange={(next) => {
          setCategory(null);
          onChange(next);
        }}
      />
      <div className="sheet-row">
        <Press className="quiet" aria-expanded={unknown} onPress={() => setUnknown(!unknown)}>
          {t('patient.unknown')}
        </Press>
        <Term name="t-score">{t('patient.tScore.what')}</Term>
      </div>
      {unknown && (
        <div className="unknown">
          <Cards
            label={t('patient.category')}
            value={category}
            options={CATEGORIES.map((name) => [
              name,
              <>
                <strong>{t(`patient.${name}`)}</strong>
                <span>{t(`patient.${name}.range`)}</span>
                <small>
                  {t('patient.taken', { t: number(CATEGORY_T[name], CATEGORY_T[name] % 1 ? 1 : 0) })}
                </small>
              </>,
            ])}
            onChange={(name) => {
              setCategory(name);
              onChange(CATEGORY_T[name]);
            }}
          />
          <p className="note">{t('patient.category.note')}</p>
        </div>
      )}
    </>
  );
}
