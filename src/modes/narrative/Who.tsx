import { usePanel, useSettings } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { describePatient } from '../../panels/patientWords.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';
import { useStoryState, useStoryTexts } from './useStory.ts';

const DEFAULT = JSON.stringify(DEFAULT_SCENARIO.patient);

/** Patient whose bones these are. */
export function Who({ onChange }: { onChange: () => void }) {
  const { language } = usePanel();
  const t = useStoryTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  const patient = useStoryState().person?.patient;
  if (!patient) return null;
  const isSample = JSON.stringify(patient) === DEFAULT;
  const levels = patient.knownFractures?.map(({ level }) => level) ?? [];
  return (
    <div className="who">
      <p>
        {t(isSample ? 'who.sample' : 'who.own')}: {describePatient(patient, language, imperial)},{' '}
        {t('who.tScore', { t: language.number(patient.tScore, 1) })}
        {levels.length > 0 && `, ${t('who.broken', { levels: language.list(levels) })}`}
      </p>
      <Press className="quiet" onPress={onChange}>
        {t(isSample ? 'who.fill' : 'who.change')}
      </Press>
    </div>
  );
}
