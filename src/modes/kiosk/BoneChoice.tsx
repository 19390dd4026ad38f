import { usePanel } from '../../panels/context.ts';
import type { Bone } from './boneTScores.ts';
import { BoneIcon } from './icons.tsx';
import { useBone, useKiosk, useKioskState } from './useKiosk.ts';

const BONES = ['fragile', 'strong'] as const satisfies readonly Bone[];

/** Choice between fragile and strong bone: a slider between two T-scores, each with a picture that can be touched. */
export function BoneChoice() {
  const kiosk = useKiosk();
  const { language } = usePanel();
  const { t, number } = language;
  const { boneTScores } = useKioskState();
  const bone = useBone();
  const pictures = BONES.map((name) => (
    <div key={name} aria-hidden="true" data-chosen={name === bone || undefined}>
      <BoneIcon bone={name} />
      <span>{t(`density.${name}`)}</span>
    </div>
  ));
  if (!boneTScores) return <div className="kiosk-bone">{pictures}</div>;
  const { fragile, strong } = boneTScores;
  return (
    <div className="kiosk-bone" data-bone={bone}>
      {pictures}
      <input
        type="range"
        aria-label={t('density.label')}
        aria-valuetext={`${t(`density.${bone}`)}, ${t('density.value', { t: number(boneTScores[bone], 1) })}`}
        min={fragile}
        max={strong}
        step={strong - fragile}
        value={boneTScores[bone]}
        data-reading="t-score"
        data-value={boneTScores[bone]}
        onChange={({ target }) =>
          kiosk.setBone(Number(target.value) > (fragile + strong) / 2 ? 'strong' : 'fragile', false)
        }
      />
    </div>
  );
}
