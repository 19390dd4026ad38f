import { LEVELS } from '../../core/anatomy/levels.ts';
import { usePanel } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { Term } from '../glossary/Term.tsx';
import { findFreeLevel, type KnownFracture } from './patientDraft.ts';
import { useTexts } from './texts.ts';

const SHAPES = ['wedge', 'biconcave', 'crush'] as const;
const GRADES = ['1', '2', '3'] as const;

interface KnownFracturesProps {
  readonly fractures: readonly KnownFracture[];
  readonly onChange: (fractures: readonly KnownFracture[]) => void;
}

/** Fields for the patient's known fractures, each with its vertebra, shape and Genant grade. */
export function KnownFractures({ fractures, onChange }: KnownFracturesProps) {
  const { number } = usePanel().language;
  const t = useTexts();
  const free = findFreeLevel(fractures);
  const set = (index: number, change: Partial<KnownFracture>) =>
    onChange(fractures.map((fracture, i) => (i === index ? { ...fracture, ...change } : fracture)));
  return (
    <section className="known">
      <div className="sheet-row">
        <h3>{t('patient.fractures')}</h3>
        {fractures.length > 0 && <Term name="genant">{t('patient.grade')}</Term>}
      </div>
      {fractures.length === 0 && <p className="note">{t('patient.fractures.none')}</p>}
      {fractures.map(({ level, shape, genantGrade }, index) => (
        <fieldset key={level} aria-label={t('patient.fracture', { n: number(index + 1) })}>
          <Choice
            showLabel
            label={t('patient.level')}
            value={level}
            options={LEVELS.filter(
              (one) => one === level || fractures.every((fracture) => fracture.level !== one),
            ).map((one) => [one, one] as const)}
            onChange={(next) => set(index, { level: next })}
          />
          <Choice
            showLabel
            label={t('patient.shape')}
            value={shape}
            options={SHAPES.map((one) => [one, t(`patient.shape.${one}`)] as const)}
            onChange={(next) => set(index, { shape: next })}
          />
          <Choice
            showLabel
            label={t('patient.grade')}
            value={String(genantGrade) as (typeof GRADES)[number]}
            options={GRADES.map((one) => [one, t(`patient.grade.${one}`)] as const)}
            onChange={(next) => set(index, { genantGrade: Number(next) as KnownFracture['genantGrade'] })}
          />
          <Press
            aria-label={t('patient.fracture.remove', { level })}
            onPress={() => onChange(fractures.filter((_, i) => i !== index))}
          >
            <span aria-hidden="true">✕</span>
          </Press>
        </fieldset>
      ))}
      {free && (
        <Press onPress={() => onChange([...fractures, { level: free, shape: 'wedge', genantGrade: 1 }])}>
          {t('patient.fractures.add')}
        </Press>
      )}
    </section>
  );
}
