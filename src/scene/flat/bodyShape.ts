import { LEVELS, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import type { Vertebra } from '../../core/anatomy/motionSegment.ts';
import { createSpineModel } from '../../core/anatomy/spineModel.ts';
import { degrees, millimetres } from '../../core/quantity/units.ts';
import type { LevelFindings } from '../../core/simulation/results/results.ts';
import { getFindings, getFrame } from '../../runtime/session/moment.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** Point of a flat picture from the right, mm: x to the front, y up. */
export type Point = readonly [x: number, y: number];

/** Vertebral body seen from the side. */
export interface RadiographBody {
  readonly level: Level;
  readonly centre: Point;
  /** Pitch of the mid plane, + = front higher, degrees. */
  readonly pitchDeg: number;
  readonly depthMm: number;
  readonly anteriorMm: number;
  readonly middleMm: number;
  readonly posteriorMm: number;
  /** Heights of the intact body. */
  readonly intact: { readonly anteriorMm: number; readonly posteriorMm: number };
}

/** Number of bones in a trace's frame, with the sacrum. */
const BONES = 18;

/** Every body as seen from the right at a time, T1 … L5: positions from the trace, heights from the findings. */
export function createBodies({ scenario, run: { trace } }: Shown, timeS: number): RadiographBody[] {
  const { vertebrae } = createSpineModel(scenario.patient, scenario.overrides);
  const { levels } = getFindings(trace, timeS);
  const first = getFrame(trace, timeS) * BONES;
  return LEVELS.map((level, i) => ({
    level,
    centre: [
      millimetres(trace.positionsM[(first + i) * 3]!),
      millimetres(trace.positionsM[(first + i) * 3 + 1]!),
    ],
    pitchDeg: calcPitchDeg(trace.orientations.subarray((first + i) * 4)),
    ...calcHeights(vertebrae[i]!, levels[i]!),
  }));
}

/** Lateral radiograph of the person on the stage at the end of what is shown, from the middle of its first body on. */
export function createRadiograph(shown: Shown, [from, to]: readonly [Level, Level]): RadiographBody[] {
  const bodies = createBodies(shown, shown.run.trace.durationS).slice(levelIndex(from), levelIndex(to) + 1);
  const [x0, y0] = bodies[0]!.centre;
  return bodies.map((body) => ({ ...body, centre: [body.centre[0] - x0, body.centre[1] - y0] }));
}

/** Pitch about the axis that points to the right, from a quaternion, degrees. */
const calcPitchDeg = ([x, y, z, w]: Float32Array): number =>
  degrees(Math.atan2(2 * (x! * y! + w! * z!), 1 - 2 * (y! * y! + z! * z!)));

const calcHeights = (grown: Vertebra, found: LevelFindings) => ({
  depthMm: millimetres(grown.depthM),
  anteriorMm: found.anteriorHeightMm,
  middleMm: found.middleHeightMm,
  posteriorMm: found.posteriorHeightMm,
  intact: {
    anteriorMm: millimetres(grown.anteriorHeightM),
    posteriorMm: millimetres(grown.posteriorHeightM),
  },
});

type Heights = Pick<RadiographBody, 'anteriorMm' | 'posteriorMm'>;

/** Half of the angle between a body's end plates, + = front lower, degrees. */
const calcHalfWedgeDeg = (heights: Heights, depthMm: number): number =>
  degrees(Math.atan((heights.posteriorMm - heights.anteriorMm) / 2 / depthMm));

/** Angle of an end plate on the radiograph, + = front higher, degrees. */
export function calcPlateDeg(body: RadiographBody, plate: 'upper' | 'lower'): number {
  const half = calcHalfWedgeDeg(body, body.depthMm);
  return body.pitchDeg + (plate === 'upper' ? -half : half);
}

/** Point of a body from its middle: forwards and up, mm, in the body's orientation. */
export function calcPoint({ centre, pitchDeg }: RadiographBody, forwards: number, up: number): Point {
  const pitchRad = (pitchDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(pitchRad), Math.cos(pitchRad)];
  return [centre[0] + cos * forwards - sin * up, centre[1] + sin * forwards + cos * up];
}

/** Middle of an end plate. */
export const calcPlateMiddle = (body: RadiographBody, plate: 'upper' | 'lower'): Point =>
  calcPoint(body, 0, ((plate === 'upper' ? 1 : -1) * (body.anteriorMm + body.posteriorMm)) / 4);

/** Depth of a body's waist, as a fraction of its depth. */
const WAIST = 0.07;

const write = ([x, y]: Point): string => `${x.toFixed(2)} ${(-y).toFixed(2)}`;

/** Outline of a body as an SVG path; y runs down there. */
export function drawBody(body: RadiographBody): string {
  const { depthMm, anteriorMm, posteriorMm, middleMm } = body;
  const half = depthMm / 2;
  // twice an end plate's deflection: a quadratic curve reaches half way to its control point
  const deflection = (anteriorMm + posteriorMm) / 2 - middleMm;
  const up = (anteriorMm + posteriorMm) / 4 - deflection;
  const at = (forwards: number, height: number) => write(calcPoint(body, forwards, height));
  return [
    `M${at(-half, posteriorMm / 2)}`,
    `Q${at(0, up)} ${at(half, anteriorMm / 2)}`,
    `Q${at(half - 2 * WAIST * depthMm, 0)} ${at(half, -anteriorMm / 2)}`,
    `Q${at(0, -up)} ${at(-half, -posteriorMm / 2)}`,
    `Q${at(-half + 1.4 * WAIST * depthMm, 0)} ${at(-half, posteriorMm / 2)}Z`,
  ].join('');
}

/** Outline of an intact body. */
export const drawIntact = (body: RadiographBody): string =>
  drawBody({
    ...body,
    ...body.intact,
    middleMm: (body.intact.anteriorMm + body.intact.posteriorMm) / 2,
  });

/** Drop of a spinous process below its body's middle, over the body's height: largest in the middle thoracic spine. */
const calcDrop = (level: Level): number => {
  const i = levelIndex(level);
  if (i >= levelIndex('L1')) return 0.45;
  return i < levelIndex('T4') || i > levelIndex('T9') ? 1.1 : 1.6;
};

/** Outline of the pedicle and the spinous process behind it: a shadow on the radiograph, not to scale. */
export function drawArch(body: RadiographBody): string {
  const half = body.depthMm / 2;
  const h = body.intact.posteriorMm;
  const tip = -calcDrop(body.level) * h;
  const at = (forwards: number, height: number) => write(calcPoint(body, forwards, height));
  return [
    `M${at(-half + 1, h * 0.36)}`,
    `L${at(-half - 9, h * 0.3)}`,
    `Q${at(-half - 16, h * 0.3)} ${at(-half - 29, tip)}`,
    `Q${at(-half - 27, tip - h * 0.3)} ${at(-half - 21, tip - h * 0.1)}`,
    `Q${at(-half - 13, tip * 0.3)} ${at(-half - 7, -h * 0.05)}`,
    `L${at(-half + 1, h * 0.02)}Z`,
  ].join('');
}
