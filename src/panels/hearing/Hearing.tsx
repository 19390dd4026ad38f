import { useEffect, useState } from 'react';
import { createTones, type Tones } from '../../runtime/sound/tones.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';

/** Loads as tones, while this is on the page: it says how to listen, and plays the column from the top down. */
export default function Hearing() {
  const { session } = usePanel();
  const t = useNamespace('hearing');
  const [tones, setTones] = useState<Tones | null>(null);
  useEffect(() => {
    if (typeof AudioContext === 'undefined') return;
    const next = createTones(session, new AudioContext());
    setTones(next);
    return () => {
      next.dispose();
      setTones(null);
    };
  }, [session]);
  return (
    <section aria-label={t('title')}>
      <p>{t(tones ? 'text' : 'none')}</p>
      {tones && <Press onPress={tones.sweep}>{t('sweep')}</Press>}
    </section>
  );
}
