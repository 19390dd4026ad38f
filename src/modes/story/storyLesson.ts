import type { StoreApi } from 'zustand/vanilla';
import type { LessonStore } from '../../runtime/session/lessonStore.ts';
import { STEPS } from '../narrative/steps.ts';
import type { StoryState } from '../narrative/storyStore.ts';

/** Keeps the lesson as the story goes on, without the person it is told of; returns a function that ends this. */
export function bindStoryLesson(
  story: StoreApi<StoryState>,
  { setState: set }: LessonStore,
  now: () => number = () => performance.now(),
): () => void {
  let openedMs = now();
  let seen = 0;
  const tell = (at: number, left: number | null) => {
    seen = Math.max(seen, at + 1);
    const timeS = (now() - openedMs) / 1000;
    openedMs = now();
    set({
      lesson: {
        mode: 'story',
        address: { step: String(at + 1) },
        done: seen,
        of: STEPS.length,
        right: null,
        answered:
          left === null
            ? null
            : { name: STEPS[left]!, type: 'read', given: null, expected: null, right: null, timeS },
      },
    });
  };
  tell(story.getState().at, null);
  const stop = story.subscribe(({ at }, { at: was }) => {
    if (at !== was) tell(at, was);
  });
  return () => {
    stop();
    set({ lesson: null });
  };
}
