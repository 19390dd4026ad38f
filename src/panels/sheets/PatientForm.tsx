import { useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { USUAL_MENOPAUSE_AGE_YEARS } from '../../core/bone/ageing.ts';
import type { Problem } from '../../core/simulation/problem.ts';
import { checkScenario, type Scenario } from '../../core/simulation/scenario.ts';
import { sayTrouble } from '../../i18n/say.ts';
import { usePanel, useSettings } from '../context.ts';
import { Bones } from '../controls/Bones.tsx';
import { useNamespace } from '../useNamespace.ts';
import { HeightField, MassField } from './BodyFields.tsx';
import { Cards } from './Cards.tsx';
import { DiscWear } from './DiscWear.tsx';
import { KnownFractures } from './KnownFractures.tsx';
import { NumberInput } from './NumberInput.tsx';
import {
  createDraft,
  type Draft,
  describeProblem,
  type FigureName,
  listFigures,
  rangeOf,
  readDraft,
} from './patientDraft.ts';
import { TScoreField } from './TScoreField.tsx';
import { useTexts } from './texts.ts';
import './sheets.css';

interface PatientFormProps {
  /** Id with which a button outside the form submits it. */
  readonly id: string;
  /** Scenario whose patient it shows at first. */
  readonly scenario: Scenario;
  readonly intro?: string;
  /** Whether the scatter of her bones is shown and can be changed. */
  readonly withChance?: boolean;
  /** Called with the scenario and the patient as filled in, once that is valid. */
  readonly onApply: (scenario: Scenario) => void;
}

/** Form of the patient's figures. Nothing changes until they are applied. */
export function PatientForm({ id, scenario, intro, withChance, onApply }: PatientFormProps) {
  const { settings, language } = usePanel();
  const t = useTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => createDraft(scenario.patient));
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const set = (change: Partial<Draft>) => {
    setRefused([]);
    setDraft((before) => ({ ...before, ...change }));
  };
  const problemOf = (name: FigureName) =>
    describeProblem(name, draft[name] ?? Number.NaN, imperial, t, language);

  const apply = () => {
    if (listFigures(draft).some((name) => problemOf(name) !== null)) {
      form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
      return;
    }
    // checked as a whole: disc wear that is as usual again is no field any more
    const reading = checkScenario({ ...scenario, patient: readDraft(draft) });
    if (!reading.ok) {
      setRefused(reading.problems);
      return;
    }
    onApply(reading.scenario);
  };

  return (
    <I18nProvider locale={language.lang}>
      <form
        id={id}
        ref={form}
        className="patient"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {intro && <p className="note">{intro}</p>}
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
            {...rangeOf('ageYears')}
            unit="year"
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
        {draft.sex === 'female' && (
          <div className="pair">
            <NumberInput
              label={t('patient.menopause')}
              value={draft.menopauseAgeYears ?? Number.NaN}
              {...rangeOf('menopauseAgeYears')}
              unit="year"
              usual={{
                value: USUAL_MENOPAUSE_AGE_YEARS,
                said: t('patient.menopause.usual', { age: language.number(USUAL_MENOPAUSE_AGE_YEARS, 1) }),
              }}
              problem={draft.menopauseAgeYears === null ? null : problemOf('menopauseAgeYears')}
              onChange={(menopauseAgeYears) => set({ menopauseAgeYears })}
              onEmpty={() => set({ menopauseAgeYears: null })}
            />
          </div>
        )}
        {withChance && <Bones patient={draft} onChange={(seed) => set({ strengthScatterSeed: seed })} />}
        <DiscWear draft={draft} onChange={(discWear) => set({ discWear })} />
        {refused.length > 0 && <Refused problems={refused} />}
      </form>
    </I18nProvider>
  );
}

/** Problems that the form's own fields allow and the scenario does not. */
function Refused({ problems }: { problems: readonly Problem[] }) {
  const { language } = usePanel();
  const t = useNamespace('problems');
  return problems.map((problem) => (
    <p key={JSON.stringify(problem)} className="problem" role="alert">
      {sayTrouble(problem, language, t)}
    </p>
  ));
}
