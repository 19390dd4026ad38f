import { usePanel, usePlayhead, useSession } from './context.ts';
import { describeMoment } from './words.ts';

/** What happened, in words, for everyone: also the live region of screen readers. */
export function Said() {
  const { language } = usePanel();
  const shown = useSession((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  const phase = usePlayhead((state) => state.phase);
  const text =
    phase === 'computing' || !shown
      ? language.t('said.computing')
      : describeMoment(shown, timeS, phase === 'ready', language);
  return (
    <p className="said" role="status">
      {text}
    </p>
  );
}
