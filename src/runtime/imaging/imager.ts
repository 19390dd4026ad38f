import { proxy, releaseProxy, wrap } from 'comlink';
import skeletonUrl from '../../../models/meshes/skeleton.glb?url';
import spineUrl from '../../../models/meshes/spine.glb?url';
import type { BoneShape } from '../../core/imaging/phantom/arch.ts';
import { fetchMeshes } from '../files/fetchMeshes.ts';
import { readGlb } from '../files/readGlb.ts';
import { createWorker } from '../worker/createWorker.ts';
import { IMAGING, mayStartWorker } from '../worker/earlyWorker.ts';
import type { ExamAnswer, Examiner, ExamQuestion, Pane } from './examAnswer.ts';

/** Takes examinations for the page. */
export interface Imager {
  take(
    pane: Pane,
    question: ExamQuestion,
    onProgress: (fraction: number) => void,
  ): Promise<ExamAnswer | null>;
  cancel(pane: Pane): void;
  dispose(): void;
}

/** What the rays need of a bone. */
const pickShape = ({ name, positions, body, details }: BoneShape): BoneShape => ({
  name,
  positions,
  body,
  details: [details[0]!],
});

const readShapes = async (): Promise<readonly BoneShape[]> =>
  (await Promise.all([spineUrl, skeletonUrl].map(async (url) => readGlb(await fetchMeshes(url)))))
    .flat()
    .map(pickShape);

/** An examiner in a worker, or in this thread where none can start, and a promise that rejects when it has died. */
function employ() {
  const worker = mayStartWorker() ? createWorker(IMAGING) : null;
  const failed = new Promise<never>((_, reject) => {
    worker?.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  failed.catch(() => {});
  const remote = worker && wrap<Examiner>(worker);
  const examiner: Promise<Examiner> = remote
    ? Promise.resolve({
        arm: (shapes) => remote.arm(shapes),
        take: (pane, question, onProgress) =>
          remote.take(pane, question, onProgress && proxy(onProgress)) as ReturnType<Examiner['take']>,
        cancel: (pane) => remote.cancel(pane),
      })
    : import('./examiner.ts').then(({ createExaminer }) => createExaminer());
  const armed = Promise.all([examiner, readShapes()]).then(async ([one, shapes]) => {
    await one.arm(shapes);
    return one;
  });
  armed.catch(() => {});
  return {
    armed,
    failed,
    dismiss() {
      remote?.[releaseProxy]();
      worker?.terminate();
    },
  };
}

/** Takes them in a worker of its own, so that nobody waits for them; one that has failed is replaced at the next request. */
export function createImager(): Imager {
  let current: ReturnType<typeof employ> | null = employ();
  const dismiss = () => {
    current?.dismiss();
    current = null;
  };
  return {
    async take(pane, question, onProgress) {
      current ??= employ();
      const { armed, failed } = current;
      try {
        return await Promise.race([armed.then((one) => one.take(pane, question, onProgress)), failed]);
      } catch (error) {
        dismiss();
        throw error;
      }
    },
    cancel: (pane) => void current?.armed.then((one) => one.cancel(pane)).catch(() => {}),
    dispose: dismiss,
  };
}
