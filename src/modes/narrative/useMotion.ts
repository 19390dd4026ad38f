import { useEffect } from 'react';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import { useComparison, usePanel, usePlayhead, useSession, useSettings } from '../../panels/context.ts';
import { getStoryScene } from './storyStore.ts';
import { useStoryState } from './useStory.ts';

/** Time of a trace's greatest load over strength, s. */
function findPeakS({ loadOverStrength, frameRateHz }: Trace): number {
  let most = 0;
  for (let i = 1; i < loadOverStrength.length; i++)
    if (loadOverStrength[i]! > loadOverStrength[most]!) most = i;
  return Math.floor(most / LEVEL_COUNT) / frameRateHz;
}

export interface Motion {
  /** Whether something moves on the stage now: an act, or the camera. */
  readonly moves: boolean;
  /** Whether the step has something that can move. */
  readonly canMove: boolean;
  stop(): void;
  start(): void;
}

/** Shows a step's act at its time, or plays it; starts and stops the motion. */
export function useMotion(): Motion {
  const { session, settings } = usePanel();
  const state = useStoryState();
  const shown = useSession(({ shown }) => shown);
  const isPlaying = usePlayhead(({ phase }) => phase === 'playing');
  const rotating = useSettings((all) => all.rotating);
  const comparisonReady = useComparison((comparison) => comparison.shown !== null && !comparison.computing);
  const scene = getStoryScene(state);
  const isReady =
    scene !== null &&
    shown?.scenario === scene.scenario &&
    (scene.comparison === null || comparisonReady === true);
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const plays = Boolean(scene?.plays && (state.showing || !isReduced));
  const still = scene?.still;
  const { at, showing } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that comes again begins again
  useEffect(() => {
    const trace = session.store.getState().shown?.run.trace;
    if (!isReady || !trace) return;
    if (plays) {
      session.clock.seek(0);
      session.clock.play();
    } else session.clock.seek(still === 'peak' ? findPeakS(trace) : session.clock.durationS);
  }, [isReady, plays, still, session, at, showing]);

  return {
    moves: isPlaying || rotating,
    canMove: Boolean(isReady && (scene?.plays || (scene?.rotating && !isReduced))),
    stop() {
      if (session.clock.playing) session.clock.pause();
      settings.setState({ rotating: false });
    },
    start() {
      if (scene?.plays) session.clock.play();
      else if (scene?.rotating) settings.setState({ rotating: true });
    },
  };
}
