import { useRef, useState } from 'react';
import { checkScenario } from '../../core/simulation/scenario.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { HeightField, MassField } from './BodyFields.tsx';
import { Cards } from './Cards.tsx';
import { DiscWear } from './DiscWear.tsx';
import { KnownFractures } from './KnownFractures.tsx';
import { NumberInput } from './NumberInput.tsx';
import {
  createDraft,
  type Draft,
  describeProblem,
  FIGURES,
  type FigureName,
  readDraft,
} from './patientDraft.ts';
import { Sheet } from './Sheet.tsx';
import type { SheetProps } from './sheets.ts';
import { TScoreField } from './TScoreField.tsx';
import { useTexts } from './texts.ts';

/** Who is loaded. Nothing changes until it is applied, and then undo takes it back. */
export default function PatientSheet({ onClose }: SheetProps) {
  const { session, settings, language } = usePanel();
  const t = useTexts();
  const scenario = useSession((state) => state.scenario);
  const imperial = useSettings((state) => state.units === 'imperial');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => createDraft(scenario.patient));
  const [refused, setRefused] = useState<readonly string[]>([]);
  const set = (change: Partial<Draft>) => {
    setRefused([]);
    setDraft((before) => ({ ...before, ...change }));
  };
  const problemOf = (name: FigureName) => describeProblem(name, draft[name], imperial, t, language);

  const apply = () => {
    if (FIGURES.some((name) => problemOf(name) !== null)) {
      form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
      return;
    }
    // as a whole, not as a change: a wear of the discs that is as usual again is no field any more
    const reading = checkScenario({ ...scenario, patient: readDraft(draft) });
    if (!reading.ok) {
      setRefused(reading.problems);
      return;
    }
    session.replace(reading.scenario);
    onClose();
  };

  return (
    <Sheet
      title={t('patient.title')}
      onClose={onClose}
      foot={
        <button type="submit" form="patient-form" className="press main">
          {t('patient.apply')}
        </button>
      }
    >
      <form
        id="patient-form"
        ref={form}
        className="patient"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p className="note">{t('patient.intro')}</p>
        <div className="pair">
          <Cards
            label={t('patient.sex')}
            value={draft.sex}
            options={[
              ['female', t('patient.female')],
              ['male', t('patient.male')],
            ]}
            onChange={(sex) => set({ sex })}
          />
          <Cards
            label={t('patient.units')}
            value={imperial ? 'imperial' : 'metric'}
            options={[
              ['metric', t('patient.metric')],
              ['imperial', t('patient.imperial')],
            ]}
            onChange={(units) => settings.setState({ units })}
          />
        </div>
        <div className="pair">
          <NumberInput
            label={t('patient.ageYears')}
            value={draft.ageYears}
            decimals={1}
            problem={problemOf('ageYears')}
            onChange={(ageYears) => set({ ageYears })}
          />
          <HeightField
            value={draft.heightCm}
            imperial={imperial}
            problem={problemOf('heightCm')}
            onChange={(heightCm) => set({ heightCm })}
          />
          <MassField
            value={draft.massKg}
            imperial={imperial}
            problem={problemOf('massKg')}
            onChange={(massKg) => set({ massKg })}
          />
          <TScoreField
            value={draft.tScore}
            problem={problemOf('tScore')}
            onChange={(tScore) => set({ tScore })}
          />
        </div>
        <KnownFractures
          fractures={draft.knownFractures}
          onChange={(knownFractures) => set({ knownFractures })}
        />
        <DiscWear draft={draft} onChange={(discWear) => set({ discWear })} />
        {refused.map((problem) => (
          <p key={problem} className="problem" role="alert">
            {problem}
          </p>
        ))}
      </form>
    </Sheet>
  );
}
