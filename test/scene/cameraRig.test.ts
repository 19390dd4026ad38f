import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  ALONE_HALF_HEIGHT_M,
  type CameraGoal,
  createCameraRig,
  LEAN_HALF_HEIGHT_M,
  type Picture,
} from '../../src/scene/camera/cameraRig.ts';
import { createOrbit, MAX_TILT, type Orbit } from '../../src/scene/camera/orbit.ts';

const FRAME_S = 1 / 60;
const LEVEL_ORBIT: Orbit = { ...createOrbit(), tilt: 0 };
const PICTURE: Picture = {
  width: 1180,
  height: 820,
  coveredLeft: 252,
  coveredRight: 0,
  asidePx: 0,
  coveredTop: 56,
  coveredBottom: 76,
};
const GOAL: CameraGoal = {
  bounds: { centre: [0.02, 1.2, 0], half: [0.2, 0.45, 0.25] },
  angle: { azimuth: 0.6, tilt: 0.1 },
  lean: 0,
  leanAt: new Vector3(0.05, 1.1, 0),
  halfHeightM: LEAN_HALF_HEIGHT_M,
  columnAt: new Vector3(0, 1.2, 0),
  besideFitM: 0,
};

function createScene(picture = PICTURE) {
  const camera = new PerspectiveCamera(26, picture.width / picture.height, 0.05, 20);
  const rig = createCameraRig();
  return {
    camera,
    rig,
    update(goal: CameraGoal, orbit = LEVEL_ORBIT, stepS = FRAME_S, jump = false) {
      const isMoving = rig.update(camera, goal, orbit, picture, stepS, jump);
      camera.updateMatrixWorld();
      return isMoving;
    },
    /** Where a point is seen, px from the upper left corner. */
    see(point: Vector3) {
      const { x, y } = point.clone().project(camera);
      return { x: ((x + 1) / 2) * picture.width, y: ((1 - y) / 2) * picture.height };
    },
  };
}
const middleOf = (goal: CameraGoal) => new Vector3(...goal.bounds.centre);
const freeMiddle = ({ width, height, coveredLeft, coveredTop, coveredBottom }: Picture) => ({
  x: (coveredLeft + width) / 2,
  y: (coveredTop + height - coveredBottom) / 2,
});

describe('the framed box', () => {
  it('lies in the middle of what controls leave free, and its outline at that depth within', () => {
    const half = fc.double({ min: 0.05, max: 1, noNaN: true });
    const azimuth = fc.double({ min: -7, max: 7, noNaN: true });
    const tilt = fc.double({ min: -1.2, max: 1.2, noNaN: true });
    const picture = fc.record({
      width: fc.integer({ min: 320, max: 1920 }),
      height: fc.integer({ min: 250, max: 1900 }),
      coveredLeft: fc.constantFrom(0, 100, 150),
      coveredRight: fc.constant(0),
      asidePx: fc.constant(0),
      coveredTop: fc.constantFrom(0, 40, 56),
      coveredBottom: fc.constantFrom(0, 45, 76),
    });
    fc.assert(
      fc.property(fc.tuple(half, half, half), azimuth, tilt, picture, (box, azimuthRad, tiltRad, shown) => {
        const scene = createScene(shown);
        const goal = {
          ...GOAL,
          bounds: { centre: GOAL.bounds.centre, half: box },
          angle: { azimuth: azimuthRad, tilt: tiltRad },
        };
        scene.update(goal, LEVEL_ORBIT, FRAME_S, true);
        const middle = middleOf(goal);
        const seen = scene.see(middle);
        expect(seen.x).toBeCloseTo(freeMiddle(shown).x, 3);
        expect(seen.y).toBeCloseTo(freeMiddle(shown).y, 3);
        const forward = scene.camera.getWorldDirection(new Vector3());
        for (let corner = 0; corner < 8; corner++) {
          const from = new Vector3(...box.map((size, axis) => (corner & (1 << axis) ? size : -size)));
          // as deep as the middle
          const at = scene.see(middle.clone().add(from.addScaledVector(forward, -from.dot(forward))));
          expect(at.x).toBeGreaterThan(shown.coveredLeft - 0.01);
          expect(at.x).toBeLessThan(shown.width + 0.01);
          expect(at.y).toBeGreaterThan(shown.coveredTop - 0.01);
          expect(at.y).toBeLessThan(shown.height - shown.coveredBottom + 0.01);
        }
        // nor is it lost in the middle of nothing: the camera is inside no box, and not ten boxes away
        const size = Math.hypot(...box);
        const { width, height, coveredLeft } = shown;
        const narrow = Math.min(1, (width - coveredLeft) / height);
        expect(scene.rig.getDistanceM()).toBeLessThan((15 * size) / narrow);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('is as far as the one beside it needs', () => {
    const scene = createScene();
    scene.update(GOAL, LEVEL_ORBIT, FRAME_S, true);
    const alone = scene.rig.getDistanceM();
    scene.update({ ...GOAL, besideFitM: 2 * alone }, LEVEL_ORBIT, FRAME_S, true);
    expect(scene.rig.getDistanceM()).toBeCloseTo(2 * alone, 9);
    // what fits this one is told unchanged, or the two would drive each other away
    expect(scene.rig.getFitM()).toBeCloseTo(alone, 9);
  });
});

describe('what the person does', () => {
  it('brings the column as many times closer as was zoomed', () => {
    for (const zoom of [0.5, 1, 2, 8]) {
      const scene = createScene();
      scene.update(GOAL, { ...LEVEL_ORBIT, zoom }, FRAME_S, true);
      expect(scene.rig.getDistanceM() * zoom).toBeCloseTo(scene.rig.getFitM(), 9);
      const { x } = scene.see(zoom > 1 ? middleOf(GOAL).lerp(GOAL.columnAt, 1 - 1 / zoom) : middleOf(GOAL));
      expect(x).toBeCloseTo(freeMiddle(PICTURE).x, 6);
    }
  });

  it('adds to the view, but not over the pole', () => {
    const scene = createScene();
    scene.update(GOAL, { ...LEVEL_ORBIT, azimuth: 0.3, tilt: 0.2 }, FRAME_S, true);
    expect(scene.rig.getAngle().azimuth).toBeCloseTo(0.9, 12);
    expect(scene.rig.getAngle().tilt).toBeCloseTo(0.3, 12);
    for (const side of [1, -1]) {
      scene.update(
        { ...GOAL, angle: { azimuth: 0, tilt: side } },
        { ...LEVEL_ORBIT, tilt: side * MAX_TILT },
        1,
        true,
      );
      expect(scene.rig.getAngle().tilt).toBe(side * MAX_TILT);
      // upright still
      expect(new Vector3(0, 1, 0).applyQuaternion(scene.camera.quaternion).y).toBeGreaterThan(0.2);
    }
  });

  it('pans by pixels: what lies under the fingers goes with them', () => {
    const scene = createScene();
    scene.update(GOAL, LEVEL_ORBIT, FRAME_S, true);
    const before = scene.see(middleOf(GOAL));
    const m = scene.rig.metresPerPixel();
    scene.update(GOAL, { ...LEVEL_ORBIT, panX: -50 * m, panY: 30 * m }, FRAME_S, true);
    const after = scene.see(middleOf(GOAL));
    expect(after.x - before.x).toBeCloseTo(50, 0);
    expect(after.y - before.y).toBeCloseTo(30, 0);
  });
});

describe('leaning in', () => {
  it('looks at the place, with as many metres in the free part’s half height', () => {
    const scene = createScene();
    scene.update({ ...GOAL, lean: 1 }, LEVEL_ORBIT, FRAME_S, true);
    const at = scene.see(GOAL.leanAt);
    expect(at.x).toBeCloseTo(freeMiddle(PICTURE).x, 6);
    const freePx = PICTURE.height - PICTURE.coveredTop - PICTURE.coveredBottom;
    expect(scene.rig.metresPerPixel() * (freePx / 2)).toBeCloseTo(LEAN_HALF_HEIGHT_M, 9);
  });

  it('to one vertebra alone takes in its width too where the picture is narrow', () => {
    const narrow: Picture = { ...PICTURE, width: 390, height: 844, coveredLeft: 0 };
    const scene = createScene(narrow);
    scene.update({ ...GOAL, lean: 1, halfHeightM: ALONE_HALF_HEIGHT_M }, LEVEL_ORBIT, FRAME_S, true);
    expect(scene.rig.metresPerPixel() * (narrow.width / 2)).toBeCloseTo(ALONE_HALF_HEIGHT_M, 9);
  });
});

describe('over time', () => {
  const ELSEWHERE: CameraGoal = {
    ...GOAL,
    bounds: { centre: [0.3, 0.8, 0.1], half: [0.5, 0.6, 0.3] },
    angle: { azimuth: -1.2, tilt: 0.4 },
  };
  const place = ({ camera }: ReturnType<typeof createScene>) => camera.position.clone();

  it('begins where it is to be, and goes on to a new goal without a jump until it arrives', () => {
    const [scene, there] = [createScene(), createScene()];
    scene.update(GOAL);
    there.update(GOAL, LEVEL_ORBIT, FRAME_S, true);
    expect(place(scene).distanceTo(place(there))).toBe(0);
    there.update(ELSEWHERE, LEVEL_ORBIT, FRAME_S, true);
    let at = place(scene);
    const whole = at.distanceTo(place(there));
    let away = whole;
    let frames = 0;
    for (; scene.update(ELSEWHERE); frames++) {
      expect(place(scene).distanceTo(at)).toBeLessThan(0.12 * whole);
      at = place(scene);
      expect(at.distanceTo(place(there))).toBeLessThan(away + 1e-12);
      away = at.distanceTo(place(there));
    }
    expect(away).toBeLessThan(1e-3);
    expect(frames).toBeGreaterThan(30);
    expect(frames).toBeLessThan(300);
  });

  it('goes as far in two frames as in one of twice the length', () => {
    const [few, many] = [createScene(), createScene()];
    for (const scene of [few, many]) scene.update(GOAL);
    for (let n = 0; n < 10; n++) few.update(ELSEWHERE, LEVEL_ORBIT, 2 * FRAME_S);
    for (let n = 0; n < 20; n++) many.update(ELSEWHERE, LEVEL_ORBIT, FRAME_S);
    expect(place(few).distanceTo(place(many))).toBeLessThan(1e-9);
  });

  it('a frame that comes late moves it no further than a quarter second', () => {
    const [late, usual] = [createScene(), createScene()];
    for (const scene of [late, usual]) scene.update(GOAL);
    late.update(ELSEWHERE, LEVEL_ORBIT, 30);
    usual.update(ELSEWHERE, LEVEL_ORBIT, 0.25);
    expect(place(late).distanceTo(place(usual))).toBe(0);
    expect(late.update(ELSEWHERE)).toBe(true);
  });

  it('turns back by the shorter way, however often it has gone round', () => {
    const scene = createScene();
    scene.update(GOAL, { ...LEVEL_ORBIT, azimuth: 3 * 2 * Math.PI + 2.9 }, FRAME_S, true);
    let before = place(scene);
    let way = 0;
    while (scene.update(GOAL)) {
      way += place(scene).distanceTo(before);
      before = place(scene);
    }
    expect(way).toBeGreaterThan(2.8 * 0.9 * scene.rig.getDistanceM());
    expect(way).toBeLessThan(2.95 * scene.rig.getDistanceM());
  });
});
