import { usePanel } from '../../panels/context.ts';
import { BoneIcon } from './icons.tsx';
import type { Bone } from './stops.ts';
import { useBone, useKiosk, useKioskState } from './useKiosk.ts';

const BONES = ['fragile', 'strong'] as const satisfies readonly Bone[];

/** Fragile bone or strong: a slider of two stops, each a picture that can be touched. */
export function BoneChoice() {
  const kiosk = useKiosk();
  const { language } = usePanel();
  const { t, number } = language;
  const { stops } = useKioskState();
  const bone = useBone();
  const pictures = BONES.map((name) => (
    <div key={name} aria-hidden="true" data-chosen={name === bone || undefined}>
      <BoneIcon bone={name} />
      <span>{t(`density.${name}`)}</span>
    </div>
  ));
  if (!stops) return <div className="kiosk-bone">{pictures}</div>;
  const { fragile, strong } = stops;
  return (
    <div className="kiosk-bone" data-bone={bone}>
      {pictures}
      <input
        type="range"
        aria-label={t('density.label')}
        aria-valuetext={`${t(`density.${bone}`)}, ${t('density.value', { t: number(stops[bone], 1) })}`}
        min={fragile}
        max={strong}
        step={strong - fragile}
        value={stops[bone]}
        data-reading="t-score"
        data-value={stops[bone]}
        onChange={({ target }) =>
          kiosk.setBone(Number(target.value) > (fragile + strong) / 2 ? 'strong' : 'fragile', false)
        }
      />
    </div>
  );
}
