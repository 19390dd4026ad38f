import { useEffect, useRef, useState } from 'react';
import { FRAMES_PER_S, listFrameTimes } from '../../runtime/film/frames.ts';
import { usePanel, useSession } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';
import type { PartProps } from './parts.ts';

type Pace = 'real' | 'slow';

/** A film of the act on the stage, with how far it is and a button that stops it. */
export function FilmPart({ caption, onSave, attempt, isBusy }: PartProps) {
  const t = useNamespace('take');
  const { session, language } = usePanel();
  const trace = useSession((state) => state.shown?.run.trace);
  const [pace, setPace] = useState<Pace>('real');
  const [done, setDone] = useState<number | null>(null);
  const stopping = useRef<AbortController | null>(null);
  // a closed sheet films no more
  useEffect(() => () => stopping.current?.abort(), []);
  const shoot = async () => {
    const controller = new AbortController();
    stopping.current = controller;
    setDone(0);
    try {
      const { shootFilm } = await import('./film.ts');
      const film = await shootFilm(session, caption, pace === 'slow', setDone, controller.signal);
      if (film) onSave(film.blob, `columna.${film.ending}`);
    } finally {
      setDone(null);
    }
  };
  const tellTime = (isSlowed: boolean) =>
    language.unit(listFrameTimes(trace!, isSlowed).length / FRAMES_PER_S, 'second', 1);
  const paces: readonly Pace[] = trace?.slowMotionS ? ['real', 'slow'] : ['real'];
  return (
    <>
      <h4>{t('take.film')}</h4>
      <p>{t(trace && trace.durationS > 0 ? 'take.film.text' : 'take.film.nothing')}</p>
      {trace && trace.durationS > 0 && (
        <div className="sheet-row">
          <Choice
            label={t('take.film.pace')}
            showLabel
            value={pace}
            options={paces.map((one) => [one, t(`take.film.${one}`, { time: tellTime(one === 'slow') })])}
            onChange={setPace}
          />
          {done === null ? (
            <Press disabled={isBusy} onPress={() => attempt(shoot)}>
              {t('take.film.save')}
            </Press>
          ) : (
            <>
              <Press onPress={() => stopping.current?.abort()}>{t('take.film.stop')}</Press>
              <progress value={done} aria-label={t('take.film')} />
              <span>{t('take.film.at', { percent: language.number(100 * done) })}</span>
            </>
          )}
        </div>
      )}
    </>
  );
}
