import { usePanel, usePlayhead, useSession } from './context.ts';
import { Choice, Press } from './controls/Control.tsx';
import { Range } from './controls/Range.tsx';

/** Step of the time control, s: finer than a frame. */
const STEP_S = 0.01;

/** Plays, pauses and scrubs the act on the stage. */
export function Playback() {
  const { session, language } = usePanel();
  const { t, unit } = language;
  const { clock } = session;
  const durationS = useSession((state) => state.shown?.run.trace.durationS ?? 0);
  const { timeS, phase, speed } = usePlayhead((state) => state);
  const playing = phase === 'playing';
  return (
    <div className="playback">
      <Press
        className="play"
        disabled={durationS === 0}
        onPress={() => (playing ? clock.pause() : clock.play())}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={playing ? 'M7 5h4v14H7zM13 5h4v14h-4z' : 'M8 5l11 7-11 7z'} />
        </svg>
        <span className="unseen">{t(playing ? 'play.pause' : 'play.play')}</span>
      </Press>
      <Range
        className="time"
        label={t('play.time')}
        value={timeS}
        min={0}
        max={durationS}
        step={STEP_S}
        shownValue={
          <span data-reading="time-s" data-value={timeS}>
            {unit(timeS, 'second', 2)}
          </span>
        }
        onChange={clock.seek}
      />
      <Choice
        label={t('play.speed')}
        value={speed}
        options={[
          ['real', t('play.real')],
          ['auto', t('play.auto')],
          ['quarter', t('play.quarter')],
        ]}
        onChange={clock.setSpeed}
      />
    </div>
  );
}
