import { releaseProxy } from 'comlink';
import type { Examiner } from './examAnswer.ts';

/** Examiner of a worker, whose code is fetched when the worker starts; what is asked before waits for it. */
export function createComingExaminer(): Examiner {
  const coming = import('./examiner.ts').then(({ createExaminer }) => createExaminer());
  // a failure reaches whoever asks
  coming.catch(() => {});
  return {
    arm: async (shapes) => (await coming).arm(shapes),
    async take(pane, question, onProgress) {
      try {
        return await (await coming).take(pane, question, onProgress);
      } finally {
        // each has a channel of its own: left to the garbage collector, they pile up on the page
        (onProgress as { readonly [releaseProxy]?: () => void } | undefined)?.[releaseProxy]?.();
      }
    },
    cancel: async (pane) => (await coming).cancel(pane),
  };
}
