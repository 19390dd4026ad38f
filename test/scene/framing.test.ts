import { PerspectiveCamera, Vector3 } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { LANDMARKS, type Trace } from '../../src/core/simulation/results/trace.ts';
import { VIEWS, type View } from '../../src/runtime/device/settings.ts';
import { BONE_COUNT, SACRUM } from '../../src/scene/bones/bones.ts';
import { createCameraRig, LEAN_HALF_HEIGHT_M } from '../../src/scene/camera/cameraRig.ts';
import {
  type Bounds,
  calcAngles,
  calcBoundsTrack,
  calcFitDistance,
  calcLean,
  FRAMES,
  shareHeight,
  writeBounds,
} from '../../src/scene/camera/framing.ts';
import { run, scenario } from '../core/support.ts';

const ACTS = ['stand', 'lift', 'walk', 'sit-slouched', 'lie-supine', 'lie-side', 'fall-seated'] as const;
type Name = (typeof ACTS)[number];
const traces = {} as Record<Name, Trace>;
let breaking: Trace;
beforeAll(() => {
  for (const name of ACTS) traces[name] = run(scenario(-1, [{ type: 'activity', name }])).trace;
  breaking = run(scenario(-4.5, [{ type: 'activity', name: 'lift' }])).trace;
});

const createBounds = (): Bounds => ({ centre: [0, 0, 0], half: [0, 0, 0] });
function boundsAt(trace: Trace, timeS: number): Bounds {
  const bounds = createBounds();
  writeBounds(calcBoundsTrack(trace), timeS, bounds);
  return bounds;
}
const boneAt = ({ positionsM }: Trace, frame: number, bone: number) =>
  new Vector3().fromArray(positionsM, (frame * BONE_COUNT + bone) * 3);
const headAt = ({ landmarksM }: Trace, frame: number) =>
  new Vector3().fromArray(landmarksM, (frame * LANDMARKS.length + LANDMARKS.indexOf('head')) * 3);

describe.each(ACTS)('the camera in an act: %s', (name) => {
  it('has every bone and the head in the picture at every moment, in every view, on phone and tablet', () => {
    const trace = traces[name];
    const track = calcBoundsTrack(trace);
    const bounds = createBounds();
    const outside: string[] = [];
    for (const [width, height, coveredLeft] of [
      [1180, 820, 252],
      [390, 500, 0],
    ] as const) {
      const picture = {
        width,
        height,
        coveredLeft,
        coveredRight: 0,
        asidePx: 0,
        coveredTop: 56,
        coveredBottom: 76,
      };
      const camera = new PerspectiveCamera(26, width / height, 0.05, 20);
      const orbit = { azimuth: 0, tilt: 0, zoom: 1, panX: 0, panY: 0 };
      for (const view of VIEWS)
        for (let frame = 0; frame < trace.frameCount; frame += 7) {
          writeBounds(track, frame / trace.frameRateHz, bounds);
          const goal = {
            ...{ bounds, angle: calcAngles(trace)[view], lean: 0, leanAt: new Vector3() },
            ...{ halfHeightM: LEAN_HALF_HEIGHT_M, columnAt: new Vector3(...bounds.centre), besideFitM: 0 },
          };
          createCameraRig().update(camera, goal, orbit, picture, 1, true);
          camera.updateMatrixWorld();
          const points = Array.from({ length: BONE_COUNT }, (_, bone) => boneAt(trace, frame, bone));
          for (const point of [...points, headAt(trace, frame)]) {
            const { x, y } = point.project(camera);
            const [left, top] = [((x + 1) / 2) * width, ((1 - y) / 2) * height];
            const isWithin =
              left >= coveredLeft &&
              left <= width &&
              top >= picture.coveredTop &&
              top <= height - picture.coveredBottom;
            if (!isWithin)
              outside.push(`${view}, ${width} px, frame ${frame}: ${left.toFixed()}, ${top.toFixed()}`);
          }
        }
    }
    expect(outside).toEqual([]);
  });

  it('goes calmly, and stands still before and after', () => {
    const trace = traces[name];
    const track = calcBoundsTrack(trace);
    const [now, before] = [createBounds(), createBounds()];
    writeBounds(track, 0, before);
    const STEP_S = 1 / 240;
    let furthest = 0;
    let smallest = Infinity;
    for (let timeS = STEP_S; timeS <= trace.durationS; timeS += STEP_S) {
      writeBounds(track, timeS, now);
      for (let axis = 0; axis < 3; axis++) {
        furthest = Math.max(furthest, Math.abs(now.centre[axis]! - before.centre[axis]!));
        smallest = Math.min(smallest, now.half[axis]!);
        before.centre[axis] = now.centre[axis]!;
      }
    }
    // nobody goes faster than a run, and the camera goes with them
    expect(furthest).toBeLessThan(2.5 * STEP_S);
    expect(smallest).toBeGreaterThan(0.05);
    expect(boundsAt(trace, -3)).toEqual(boundsAt(trace, 0));
    expect(boundsAt(trace, trace.durationS + 3)).toEqual(boundsAt(trace, trace.durationS + 1));
  });
});

describe('the views', () => {
  /** Where the camera stands from what it looks at. */
  const standAt = (trace: Trace, view: View): Vector3 => {
    const { azimuth, tilt } = calcAngles(trace)[view];
    return new Vector3(
      Math.cos(tilt) * Math.sin(azimuth),
      Math.sin(tilt),
      Math.cos(tilt) * Math.cos(azimuth),
    );
  };
  /** An axis of the sacrum in the world: 0 anterior, 1 up, 2 right. */
  const axisOf = ({ orientations }: Trace, axis: 0 | 1 | 2): Vector3 => {
    const [x, y, z, w] = orientations.subarray(SACRUM * 4, SACRUM * 4 + 4) as unknown as number[];
    const out = new Vector3().setComponent(axis, 1);
    return out.applyQuaternion({ x: x!, y: y!, z: z!, w: w! } as Parameters<Vector3['applyQuaternion']>[0]);
  };
  it.each(['stand', 'walk', 'lift'] as const)('are the body’s, upright: %s', (name) => {
    const trace = traces[name];
    expect(standAt(trace, 'front').dot(axisOf(trace, 0))).toBeGreaterThan(0.6);
    expect(standAt(trace, 'back').dot(axisOf(trace, 0))).toBeLessThan(-0.6);
    expect(standAt(trace, 'side').dot(axisOf(trace, 2))).toBeGreaterThan(0.9);
    for (const view of VIEWS) expect(standAt(trace, view).y).toBeGreaterThanOrEqual(0);
  });
  it.each(['lie-supine', 'lie-side'] as const)('are the body’s, lying: %s', (name) => {
    const trace = traces[name];
    expect(standAt(trace, 'front').dot(axisOf(trace, 0))).toBeGreaterThan(0.6);
    expect(standAt(trace, 'back').dot(axisOf(trace, 0))).toBeLessThan(-0.6);
    // one side is seen: the right one, or that which is not in the bed
    expect(Math.abs(standAt(trace, 'side').dot(axisOf(trace, 2)))).toBeGreaterThan(0.6);
    expect(standAt(trace, 'side').y).toBeGreaterThan(-0.1);
  });
});

describe('the distance that fits', () => {
  const BOX: Bounds = { centre: [0, 0, 0], half: [0.2, 0.5, 0.3] };
  const measureFit = (half: Bounds['half'], aspect = 1, freeHeight = 1, angle = { azimuth: 0, tilt: 0 }) =>
    calcFitDistance({ ...BOX, half }, angle, 0.25, aspect, freeHeight);
  it('is in proportion to the box', () => {
    expect(measureFit([0.4, 1, 0.6])).toBeCloseTo(2 * measureFit(BOX.half), 12);
  });
  it('is set by the height in a wide picture, and by the width in a narrow one', () => {
    expect(measureFit(BOX.half, 2)).toBe(measureFit(BOX.half, 1));
    expect(measureFit(BOX.half, 0.2)).toBeGreaterThan(1.5 * measureFit(BOX.half, 1));
    // half of the height free: the outline at twice the distance
    expect(measureFit(BOX.half, 1, 0.5)).toBeGreaterThan(1.9 * measureFit(BOX.half) - 0.5);
  });
  it('is the same from the opposite side, and depends on what is turned towards the camera', () => {
    for (const azimuth of [0.3, 1, 2])
      expect(measureFit(BOX.half, 0.3, 1, { azimuth, tilt: 0.2 })).toBeCloseTo(
        measureFit(BOX.half, 0.3, 1, { azimuth: azimuth + Math.PI, tilt: 0.2 }),
        9,
      );
    expect(measureFit([0.2, 0.1, 0.9], 1, 1, { azimuth: Math.PI / 2, tilt: 0 })).toBeGreaterThan(
      measureFit([0.2, 0.1, 0.9]),
    );
  });
});

describe('over an act', () => {
  it.each(['lift', 'walk', 'fall-seated'] as const)('the camera follows without a jerk: %s', (name) => {
    const trace = traces[name];
    const track = calcBoundsTrack(trace);
    const [before, now, after] = [createBounds(), createBounds(), createBounds()];
    const STEP_S = 0.1;
    let mostMPerS2 = 0;
    for (let timeS = STEP_S; timeS < trace.durationS - STEP_S; timeS += 0.02) {
      writeBounds(track, timeS - STEP_S, before);
      writeBounds(track, timeS, now);
      writeBounds(track, timeS + STEP_S, after);
      for (let axis = 0; axis < 3; axis++) {
        const bend = before.centre[axis]! - 2 * now.centre[axis]! + after.centre[axis]!;
        mostMPerS2 = Math.max(mostMPerS2, Math.abs(bend) / STEP_S ** 2);
      }
    }
    // an eighth of what the body itself does when it lands
    expect(mostMPerS2).toBeLessThan(1.5);
  });
});

describe('two beside each other', () => {
  it('stand on one floor under one height, which takes in both', () => {
    const framesM = new Float64Array(FRAMES);
    const [tall, small]: [Bounds, Bounds] = [
      { centre: [0, 1.2, 0], half: [0.2, 0.6, 0.2] },
      { centre: [0, 0.9, 0], half: [0.2, 0.4, 0.2] },
    ];
    framesM[0] = 3;
    framesM[1] = 2;
    const alike = (): void => {
      // each frame writes its box anew
      Object.assign(tall, { centre: [0, 1.2, 0], half: [0.2, 0.6, 0.2] });
      Object.assign(small, { centre: [0, 0.9, 0], half: [0.2, 0.4, 0.2] });
      shareHeight(tall, framesM, 0);
      shareHeight(small, framesM, 1);
    };
    alike();
    alike();
    for (const { centre, half } of [tall, small]) {
      expect(centre[1] - half[1]).toBeCloseTo(0.5, 12);
      expect(centre[1] + half[1]).toBeCloseTo(1.8, 12);
    }
  });
  it('alone nobody’s height is changed', () => {
    const framesM = new Float64Array(FRAMES);
    framesM[0] = 3;
    const bounds: Bounds = { centre: [0, 1.2, 0], half: [0.2, 0.6, 0.2] };
    shareHeight(bounds, framesM, 0);
    expect(bounds.centre[1]).toBe(1.2);
    expect(bounds.half[1]).toBe(0.6);
  });
});

describe('leaning in on what breaks', () => {
  it('is a matter of the time alone, smooth, and stays with the break to the end', () => {
    expect(breaking.fractures.length, LEVELS.join()).toBeGreaterThan(0);
    const { slowMotionS, durationS } = breaking;
    const { fromS, toS } = slowMotionS!;
    expect(calcLean(breaking, 0)).toBe(0);
    const leans = calcLean(breaking, (fromS + toS) / 2);
    // the trunk stays in the picture
    expect(leans).toBeGreaterThan(0.2);
    expect(leans).toBeLessThan(0.5);
    expect(calcLean(breaking, durationS)).toBe(leans);
    let before = 0;
    for (let n = 0; n <= 4000; n++) {
      const lean = calcLean(breaking, (n / 4000) * durationS);
      expect(lean).toBeGreaterThanOrEqual(0);
      expect(lean).toBeLessThanOrEqual(1);
      expect(Math.abs(lean - before)).toBeLessThan((10 * durationS) / 4000);
      before = lean;
    }
  });
  it('is not done where nothing breaks', () => {
    for (let timeS = 0; timeS < traces.stand.durationS; timeS += 0.1)
      expect(calcLean(traces.stand, timeS)).toBe(0);
  });
});
