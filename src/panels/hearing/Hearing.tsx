import { useEffect, useState } from 'react';
import { createTones, type Tones } from '../../runtime/sound/tones.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';

/** Loads as tones, offered where the sound is on, and off until asked for: how to listen, and the column from the top down. */
export default function Hearing() {
  const { session } = usePanel();
  const t = useNamespace('around');
  const [isOn, setIsOn] = useState(false);
  const [tones, setTones] = useState<Tones | null>(null);
  useEffect(() => {
    if (!isOn || typeof AudioContext === 'undefined') return;
    const next = createTones(session, new AudioContext());
    setTones(next);
    return () => {
      next.dispose();
      setTones(null);
    };
  }, [isOn, session]);
  return (
    <section aria-label={t('tones.title')}>
      <Press className="quiet" aria-pressed={isOn} onPress={() => setIsOn(!isOn)}>
        {t('tones.title')}
      </Press>
      {isOn && <p>{t(tones ? 'tones.text' : 'tones.none')}</p>}
      {tones && <Press onPress={tones.sweep}>{t('tones.sweep')}</Press>}
    </section>
  );
}
