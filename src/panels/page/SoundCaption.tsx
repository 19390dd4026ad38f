import { useMemo } from 'react';
import { findCues, getHeard } from '../../runtime/sound/soundCues.ts';
import { usePanel, usePlayhead, useSession } from '../context.ts';

/** While the sound is on, caption of the present one over the picture; the live region reports the same events in its own words. */
export default function SoundCaption() {
  const { t } = usePanel().language;
  const shown = useSession((state) => state.shown);
  const cues = useMemo(() => (shown ? findCues(shown) : []), [shown]);
  const heard = usePlayhead(({ phase, timeS }) => (phase === 'playing' ? getHeard(cues, timeS) : null));
  if (!heard) return null;
  return (
    <p className="sound-caption" aria-hidden="true">
      {heard.level ? t('sound.crunch', { level: heard.level }) : t('sound.breath')}
    </p>
  );
}
