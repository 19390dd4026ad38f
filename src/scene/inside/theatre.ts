import { PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { PressedBody, PressedFrame } from '../../core/simulation/inside/pressing.ts';
import type { Cut, ShownBody } from '../../runtime/inside/picture.ts';
import type { Measure } from '../../scales/stressScale.ts';
import { createField, type Field, mixFields, sampled, sampleField } from './field.ts';
import { createPressedPicture, type PressedPicture } from './pressedBody.ts';

/** A point of the picture, pixels of the page, and whether it is at the side of its body rather than before or behind it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly isBeside: boolean;
}

/** Where the marks of one body lie in the picture. */
export interface Spots {
  readonly sides: Readonly<Record<'front' | 'back' | 'left' | 'right', Spot>>;
  /** Point of the upper face that the force presses on, and how far above it the arrow may begin. */
  readonly force: Spot;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Draws one or two bodies in one canvas, cut alike and at the same scale. */
export interface Theatre {
  show(shown: readonly ShownBody[], cut: Cut, measure: Measure): readonly Spots[];
  resize(width: number, height: number): void;
  dispose(): void;
}

const FOV_DEG = 18;
/** How far above the cut plane's normal the camera stands, and beside it. */
const ABOVE_RAD = 0.3;
const BESIDE_RAD = -0.2;
const ABOVE_LEVEL_RAD = 0.95;
/** Room beside and round a body, of its size, and above it for its name and the arrow, pixels. */
const ROOM_BESIDE = 1.2;
const ROOM = 1.1;
const ABOVE_PX = 92;
/** Part of its distance from the axis that a side must be seen beside it to be named. */
const BESIDE = 0.8;
const PIXEL_RATIO = 2;

export function createTheatre(canvas: HTMLCanvasElement): Theatre {
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true });
  renderer.setPixelRatio(Math.min(PIXEL_RATIO, devicePixelRatio));
  renderer.autoClear = false;
  const scene = new Scene();
  const camera = new PerspectiveCamera(FOV_DEG, 1, 20, 2000);
  const pictures = new Map<PressedBody, PressedPicture>();
  const fields = new WeakMap<PressedFrame, Partial<Record<Measure, Field>>>();
  let [width, height] = [1, 1];

  const findFieldOf = (body: PressedBody, frame: PressedFrame, measure: Measure): Field => {
    const field = fields.get(frame)?.[measure] ?? createField(body, frame, measure);
    fields.set(frame, { ...fields.get(frame), [measure]: field });
    return field;
  };
  const findField = ({ body, frame, next, part }: ShownBody, measure: Measure): Field => {
    const field = findFieldOf(body, frame, measure);
    return part > 0 ? mixFields(field, findFieldOf(body, next, measure), part) : field;
  };
  const findPicture = (body: PressedBody): PressedPicture => {
    const picture = pictures.get(body) ?? createPressedPicture(body);
    pictures.set(body, picture);
    return picture;
  };
  const forget = (shown: readonly ShownBody[]) => {
    for (const [body, picture] of pictures)
      if (!shown.some((one) => one.body === body)) {
        picture.dispose();
        pictures.delete(body);
      }
  };

  /** Cells beside each other, or one above the other where that leaves more room. */
  const divide = (count: number) => {
    const isBeside = width > height * 1.05;
    const [w, h] = isBeside ? [width / count, height] : [width, height / count];
    return Array.from({ length: count }, (_, n) => ({
      left: isBeside ? n * w : 0,
      top: isBeside ? 0 : n * h,
      width: w,
      height: h,
    }));
  };

  const point = new Vector3();
  return {
    resize(w, h) {
      [width, height] = [w, h];
      renderer.setSize(w, h, false);
    },
    show(shown, cut, measure) {
      forget(shown);
      renderer.setScissorTest(false);
      renderer.clear();
      renderer.setScissorTest(true);
      const cells = divide(shown.length);
      // the largest body sets the scale of all
      const yaw = cut.isLevel ? 0 : cut.turnRad + BESIDE_RAD;
      const widestMm = Math.max(
        ...shown.map(({ body }) => Math.hypot(body.depthMm * Math.cos(yaw), body.widthMm * Math.sin(yaw))),
      );
      const deepestMm = Math.max(
        ...shown.map(({ body }) => Math.hypot(body.depthMm * Math.sin(yaw), body.widthMm * Math.cos(yaw))),
      );
      const tallestMm = Math.max(...shown.map(({ body }) => body.upperMm - body.lowerMm));
      return shown.map((one, n) => {
        const { body, stretch } = one;
        const cell = cells[n]!;
        const picture = findPicture(body);
        const field = findField(one, measure);
        picture.show(field, cut, measure, stretch, renderer.getPixelRatio());
        const isLevel = cut.isLevel;
        const up = isLevel ? ABOVE_LEVEL_RAD : ABOVE_RAD;
        const abovePx = isLevel ? ABOVE_PX / 2 : ABOVE_PX;
        const seenMm = ROOM * (tallestMm * Math.cos(up) + deepestMm * Math.sin(up));
        const neededMm = Math.max(
          (widestMm * ROOM_BESIDE * cell.height) / cell.width,
          (seenMm * cell.height) / Math.max(0.5 * cell.height, cell.height - abovePx),
        );
        const away = neededMm / 2 / Math.tan((FOV_DEG * Math.PI) / 360);
        const middle =
          (body.lowerMm + body.upperMm) / 2 + ((neededMm * abovePx) / cell.height / 2) * Math.cos(up);
        camera.aspect = cell.width / cell.height;
        camera.position.set(
          away * Math.sin(yaw) * Math.cos(up),
          middle + away * Math.sin(up),
          away * Math.cos(yaw) * Math.cos(up),
        );
        camera.lookAt(0, middle, 0);
        camera.updateProjectionMatrix();
        camera.updateMatrixWorld();
        const bottom = height - cell.top - cell.height;
        renderer.setViewport(cell.left, bottom, cell.width, cell.height);
        renderer.setScissor(cell.left, bottom, cell.width, cell.height);
        scene.clear();
        scene.add(picture.object);
        renderer.render(scene, camera);

        const project = (x: number, y: number, z: number): Spot => {
          point.set(x, y, z).project(camera);
          const beside = Math.abs(x * Math.cos(yaw) - z * Math.sin(yaw)) > BESIDE * Math.hypot(x, z);
          return {
            x: cell.left + ((point.x + 1) / 2) * cell.width,
            y: cell.top + ((1 - point.y) / 2) * cell.height,
            isBeside: isLevel || beside,
          };
        };
        const level = body.lowerMm + (isLevel ? 0 : 0.5 * (body.upperMm - body.lowerMm));
        const [a, b] = [body.depthMm * 0.545, body.widthMm * 0.545];
        const onFace = body.upperMm - body.dishMm;
        sampleField(field, body.frontMm, onFace, 0);
        return {
          sides: {
            front: project(a, level, 0),
            back: project(-a, level, 0),
            right: project(0, level, b),
            left: project(0, level, -b),
          },
          force: project(body.frontMm, onFace + stretch * sampled[4]!, 0),
          ...cell,
        };
      });
    },
    dispose() {
      for (const picture of pictures.values()) picture.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
