import type { Patient } from '../../core/simulation/scenario.ts';
import { findNextSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel } from '../context.ts';
import { Press } from './Control.tsx';

interface BonesProps {
  readonly patient: Pick<Patient, 'sex' | 'strengthScatterSeed'>;
  readonly onChange: (seed: number | undefined) => void;
}

/** Whether the patient's bones are all as her density says, or stronger and weaker by chance, and by which. */
export function Bones({ patient: { sex, strengthScatterSeed: seed }, onChange }: BonesProps) {
  const { t } = usePanel().language;
  const isByChance = seed !== undefined;
  return (
    <div className="bones">
      <p aria-live="polite">
        {isByChance ? t('bones.chance', { sex, seed: String(seed) }) : t('bones.average', { sex })}
      </p>
      {isByChance && (
        <Press className="quiet" onPress={() => onChange(undefined)}>
          {t('bones.back')}
        </Press>
      )}
      <Press className="quiet" onPress={() => onChange(findNextSeed(seed))}>
        {t('bones.another', { sex })}
      </Press>
    </div>
  );
}
