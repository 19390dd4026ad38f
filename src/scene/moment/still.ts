import { type Camera, type Scene, Vector3, type WebGLRenderer } from 'three';
import { levelIndex } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Director } from '../stage/director.ts';

/** Half the side of a picture's content, m: the body and its neighbours. */
const HALF_M = 0.058;
const SIDE_PX = 320;

/** Two pictures instead of motion: the first body that collapses in an act, before the act and after it. */
export interface Still {
  /** Shows them from the fracture on while nothing plays; takes them when they are first needed. */
  update(gl: WebGLRenderer, scene: Scene, camera: Camera): void;
  dispose(): void;
}

export function createStill(host: HTMLElement, director: Director): Still {
  const { session, language } = director;
  const { t } = language;
  const figure = document.createElement('figure');
  figure.className = 'still';
  figure.hidden = true;
  const caption = document.createElement('figcaption');
  const pictures = (['still.before', 'still.after'] as const).map((key) => {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE_PX;
    canvas.height = SIDE_PX;
    const words = document.createElement('span');
    words.textContent = t(key);
    const cell = document.createElement('div');
    cell.append(canvas, words);
    figure.append(cell);
    return canvas;
  });
  figure.append(caption);
  host.append(figure);
  const at = new Vector3();
  let taken: Trace | null = null;

  const take = (gl: WebGLRenderer, scene: Scene, camera: Camera, timeS: number, to: HTMLCanvasElement) => {
    director.showStill(timeS, at);
    gl.render(scene, camera);
    // a canvas without a preserved buffer holds its picture until the task ends
    const { width, height } = gl.domElement;
    const half = HALF_M / (director.metresPerPixel() * (gl.domElement.clientHeight / height));
    const [x, y] = [((at.x + 1) / 2) * width, ((1 - at.y) / 2) * height];
    const pen = to.getContext('2d');
    pen?.clearRect(0, 0, SIDE_PX, SIDE_PX);
    pen?.drawImage(gl.domElement, x - half, y - half, 2 * half, 2 * half, 0, 0, SIDE_PX, SIDE_PX);
  };

  return {
    update(gl, scene, camera) {
      const trace = session.store.getState().shown?.run.trace;
      const first = trace?.fractures[0];
      figure.hidden = !first || session.clock.timeS < trace.collapses[0]!.fromS;
      director.setStill(first && !figure.hidden ? levelIndex(first.level) : -1);
      if (!trace || !first || figure.hidden || taken === trace) return;
      taken = trace;
      // the bones round the spine fade by the camera's position in the frame before
      director.showStill(0, at);
      take(gl, scene, camera, 0, pictures[0]!);
      take(gl, scene, camera, trace.durationS, pictures[1]!);
      director.showStill(null, at);
      const { findings } = trace.findings.at(-1)!;
      const { anteriorHeightMm, anteriorHeightLossPercent } = findings.levels[levelIndex(first.level)]!;
      const lostMm = (anteriorHeightMm * anteriorHeightLossPercent) / (100 - anteriorHeightLossPercent);
      caption.textContent = t('still.caption', { level: first.level, mm: language.number(lostMm) });
    },
    dispose() {
      director.setStill(-1);
      figure.remove();
    },
  };
}
