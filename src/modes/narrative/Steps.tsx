import { type ReactNode, useEffect, useRef } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { StepSources } from './StepSources.tsx';
import { StepText } from './StepText.tsx';
import { NEEDS, STEPS } from './steps.ts';
import { getStep } from './storyStore.ts';
import { tell } from './tell.ts';
import { useMotion } from './useMotion.ts';
import { useReading } from './useReading.ts';
import { useManner, useStory, useStoryState } from './useStory.ts';

/** Elements that use the arrow keys themselves: controls and sheets. */
const OTHERS_KEYS = 'input, select, textarea, canvas, [role="dialog"], [role="radiogroup"]';

interface StepsProps {
  /** Element in place of *Next* after the last step. */
  readonly after: ReactNode;
  /** Further buttons after the last step, each an item of a list. */
  readonly ways: ReactNode;
}

/** One step of the story, with buttons for the next and the previous one. */
export function Steps({ after, ways }: StepsProps) {
  const { language } = usePanel();
  const story = useStory();
  const state = useStoryState();
  const manner = useManner();
  const motion = useMotion();
  const { t } = manner;
  const { at, figures, failed } = state;
  const step = getStep(state);
  const isThere = figures[NEEDS[step]] !== undefined;
  const title = t(`${step}.title`);
  const told = isThere ? [title, ...tell(step, figures, manner)] : [];
  const reading = useReading(told, language.lang);
  const isLast = at === STEPS.length - 1;

  const section = useRef<HTMLElement>(null);
  const shownAt = useRef(at);
  // a step begins at its top, wherever the one before was left
  useEffect(() => {
    if (shownAt.current === at) return;
    shownAt.current = at;
    section.current?.closest('.panel')?.scrollTo(0, 0);
    // on a phone the whole page scrolls, below a stage that stays
    if (matchMedia('(max-width: 40rem)').matches) section.current?.scrollIntoView({ block: 'start' });
  }, [at]);

  useEffect(() => {
    const follow = ({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (altKey || ctrlKey || metaKey || (target as Element).closest?.(OTHERS_KEYS)) return;
      const onward = language.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      if (key === onward) story.go(at + 1);
      else if (key === 'ArrowLeft' || key === 'ArrowRight') story.go(at - 1);
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [story, at, language]);

  const goes = motion.moves || (reading.speaking && !reading.paused);
  const canGo = goes || motion.canMove || reading.paused;
  const pause = () => {
    motion.stop();
    if (reading.speaking) reading.pause();
  };
  const play = () => {
    if (reading.paused) reading.resume();
    if (motion.canMove) motion.start();
  };

  return (
    <>
      <section ref={section} className="story-step" data-step={step} aria-labelledby="story-title">
        <div className="story-head">
          <p className="story-count">
            {t('step', { n: language.number(at + 1), all: language.number(STEPS.length) })}
          </p>
          <div className="story-listen">
            <Press
              className="quiet"
              aria-disabled={!canGo || undefined}
              onPress={() => canGo && (goes ? pause() : play())}
            >
              <span aria-hidden="true">{goes ? '❚❚' : '▶'}</span> {t(goes ? 'pause' : 'play')}
            </Press>
            {reading.available && (
              <Press className="quiet" aria-pressed={reading.on} onPress={reading.toggle}>
                {t(reading.on ? 'read.stop' : 'read')}
              </Press>
            )}
          </div>
        </div>
        <h2 id="story-title">{title}</h2>
        {isThere && <StepText />}
        {!isThere && !failed && <p className="story-busy">{t('busy')}</p>}
        {!isThere && failed && (
          <div className="notice notice-error" role="alert">
            <p>{t('failed')}</p>
            <Press onPress={story.retry}>{t('retry')}</Press>
          </div>
        )}
        <p className="unseen" role="status">
          {t('step', { n: language.number(at + 1), all: language.number(STEPS.length) })}. {told.join(' ')}
        </p>
        {isThere && <StepSources step={step} />}
      </section>
      {isLast && (
        <ul className="story-on" aria-label={t('on')}>
          {ways}
        </ul>
      )}
      <nav className="story-nav" aria-label={t('steps')}>
        <ol className="story-dots">
          {STEPS.map((name, n) => (
            <li key={name}>
              <button
                type="button"
                aria-label={t('step.named', { n: language.number(n + 1), title: t(`${name}.title`) })}
                aria-current={n === at ? 'step' : undefined}
                data-past={n < at || undefined}
                onClick={() => story.go(n)}
              />
            </li>
          ))}
        </ol>
        <div className="story-ways">
          <Press aria-disabled={at === 0 || undefined} onPress={() => story.go(at - 1)}>
            {t('back')}
          </Press>
          {isLast ? (
            after
          ) : (
            <Press className="main" onPress={() => story.go(at + 1)}>
              {t('next')}
            </Press>
          )}
        </div>
      </nav>
    </>
  );
}
