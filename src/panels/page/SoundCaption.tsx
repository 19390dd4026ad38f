import { useMemo } from 'react';
import { findCues, getHeard } from '../../runtime/sound/soundCues.ts';
import { usePanel, usePlayhead, useSession, useSettings } from '../context.ts';

/** Caption of the present sound over the picture; the live region reports the same events in its own words. */
export function SoundCaption() {
  const { t } = usePanel().language;
  const isOn = useSettings((state) => state.sound);
  const shown = useSession((state) => state.shown);
  const cues = useMemo(() => (isOn && shown ? findCues(shown) : []), [isOn, shown]);
  const heard = usePlayhead(({ phase, timeS }) => (phase === 'playing' ? getHeard(cues, timeS) : null));
  if (!heard) return null;
  return (
    <p className="sound-caption" aria-hidden="true">
      {heard.level ? t('sound.crunch', { level: heard.level }) : t('sound.breath')}
    </p>
  );
}
