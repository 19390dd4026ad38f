import type { Patient } from '../../core/simulation/scenario.ts';
import { findNextSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel } from '../context.ts';
import { Press } from './Control.tsx';

interface BonesProps {
  readonly patient: Pick<Patient, 'sex' | 'strengthScatterSeed'>;
  readonly onChange: (seed: number | undefined) => void;
}

/** Choice between bones as the patient's density predicts and bones with a random scatter, and its seed. */
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
