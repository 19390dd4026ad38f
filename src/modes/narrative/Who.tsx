import { usePanel, useSettings } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { describePatient } from '../../panels/patientWords.ts';
import type { Person } from '../../runtime/session/scenarioEditor.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';
import { useStoryState, useStoryTexts } from './useStory.ts';

const DEFAULT = JSON.stringify(DEFAULT_SCENARIO.patient);

/** Whether nobody has filled in figures yet. */
export const isSample = ({ patient }: Person): boolean => JSON.stringify(patient) === DEFAULT;

/** Patient whose bones these are. */
export function Who({ onChange }: { onChange: () => void }) {
  const { language } = usePanel();
  const t = useStoryTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  const { person } = useStoryState();
  if (!person) return null;
  const { patient } = person;
  const sample = isSample(person);
  const levels = patient.knownFractures?.map(({ level }) => level) ?? [];
  return (
    <div className="who">
      <p>
        {t(sample ? 'who.sample' : 'who.own')}: {describePatient(patient, language, imperial)},{' '}
        {t('who.tScore', { t: language.number(patient.tScore, 1) })}
        {levels.length > 0 && `, ${t('who.broken', { levels: language.list(levels) })}`}
      </p>
      <Press className="quiet" onPress={onChange}>
        {t(sample ? 'who.fill' : 'who.change')}
      </Press>
    </div>
  );
}
