import { Quaternion } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVEL_COUNT, levelIndex } from '../../src/core/anatomy/levels.ts';
import type { Trace } from '../../src/core/simulation/results/trace.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { BONE_COUNT } from '../../src/scene/bones/bones.ts';
import { createPose, type Pose } from '../../src/scene/bones/pose.ts';
import { run, scenario } from '../core/support.ts';

const LIFT: Scenario = scenario(-4.5, [{ type: 'activity', name: 'lift' }]);
const CEMENT: Scenario = scenario(
  -3,
  [{ type: 'cement', level: 'T12', volumeMl: 4, method: 'kyphoplasty' }],
  {
    knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 2 }],
  },
);
let lift: Run;
let cement: Run;
/** The same with half of the cement. */
let less: Run;
beforeAll(() => {
  lift = run(LIFT);
  cement = run(CEMENT);
  less = run({ ...CEMENT, events: CEMENT.events.map((event) => ({ ...event, volumeMl: 2 })) });
});

function show(trace: Trace, timeS: number, of = LIFT): Pose {
  const pose = createPose();
  pose.setTrace(trace, of.patient);
  pose.setTime(timeS);
  return pose;
}
const texelsOf = (pose: Pose) => pose.sectionMap.image.data as unknown as Uint16Array;
/** All that is read of a pose. */
const read = (pose: Pose) => ({
  ...{
    place: pose.bonePosition.slice(),
    orientation: pose.boneOrientation.slice(),
    cement: pose.boneCement.slice(),
  },
  ...{ pressure: pose.discPressure.slice(), landmarks: pose.landmarks.slice() },
  texels: texelsOf(pose).slice(),
});
const placeOf = (pose: Pose, bone: number) => Array.from(pose.bonePosition.subarray(bone * 4, bone * 4 + 3));
const orientationOf = ({ boneOrientation }: Pose, bone: number) =>
  new Quaternion().fromArray(boneOrientation, bone * 4);
const inTrace = (values: Float32Array, frame: number, size: number) =>
  Array.from(values.subarray(frame * size, (frame + 1) * size));

describe('at a frame’s time', () => {
  it('is what the trace has in that frame', () => {
    const { trace } = lift;
    for (const frame of [0, 1, 60, 107, trace.frameCount - 1]) {
      const pose = show(trace, frame / trace.frameRateHz);
      // single precision between 0 and some metres, and a frame's time is no exact number
      const close = (have: ArrayLike<number>, want: readonly number[], digits = 4) =>
        want.forEach((value, n) => {
          if (Number.isNaN(value)) expect(have[n]).toBeNaN();
          else expect(have[n], `frame ${frame}, ${n}`).toBeCloseTo(value, digits);
        });
      for (let bone = 0; bone < BONE_COUNT; bone++) {
        close(placeOf(pose, bone), inTrace(trace.positionsM, frame * BONE_COUNT + bone, 3));
        const [x, y, z, w] = inTrace(trace.orientations, frame * BONE_COUNT + bone, 4) as [
          number,
          number,
          number,
          number,
        ];
        expect(orientationOf(pose, bone).angleTo(new Quaternion(x, y, z, w))).toBeLessThan(2e-3);
      }
      close(pose.landmarks, inTrace(trace.landmarksM, frame, pose.landmarks.length), 3);
      close(pose.discPressure, inTrace(trace.discPressureMPa, frame, LEVEL_COUNT), 3);
    }
  });

  it('before the beginning is the first, after the end the last', () => {
    const { trace } = lift;
    expect(read(show(trace, -5))).toEqual(read(show(trace, 0)));
    expect(read(show(trace, trace.durationS + 5))).toEqual(
      read(show(trace, (trace.frameCount - 1) / trace.frameRateHz)),
    );
  });
});

describe('between two frames', () => {
  it('lies on the way from one to the next, as far as the time has gone', () => {
    const { trace } = lift;
    const [first, second] = [60, 61];
    for (const t of [0.25, 0.5, 0.9]) {
      const pose = show(trace, (first + t) / trace.frameRateHz);
      for (let bone = 0; bone < BONE_COUNT; bone++) {
        const [a, b] = [first, second].map((frame) =>
          inTrace(trace.positionsM, frame * BONE_COUNT + bone, 3),
        ) as [number[], number[]];
        placeOf(pose, bone).forEach((value, axis) => {
          expect(value).toBeCloseTo(a[axis]! + t * (b[axis]! - a[axis]!), 5);
        });
      }
    }
  });

  it('rotates at an even pace and by the shorter way, and stays a rotation', () => {
    const { trace } = lift;
    // quaternions of one rotation may have either sign
    const orientations = trace.orientations.slice();
    for (let n = BONE_COUNT * 4; n < 2 * BONE_COUNT * 4; n++) orientations[n]! *= -1;
    const flipped = { ...trace, orientations };
    for (const t of [0, 0.3, 0.5, 1])
      for (let bone = 0; bone < BONE_COUNT; bone++) {
        const orientation = orientationOf(show(flipped, t / trace.frameRateHz), bone);
        expect(orientation.length()).toBeCloseTo(1, 6);
        const [from, to] = [0, 1].map((frame) =>
          new Quaternion().fromArray(trace.orientations, (frame * BONE_COUNT + bone) * 4),
        ) as [Quaternion, Quaternion];
        expect(orientation.angleTo(from.slerp(to, t))).toBeLessThan(1e-3);
      }
  });

  it('stays a rotation between rotations far apart', () => {
    const { trace } = lift;
    const orientations = trace.orientations.slice();
    const [about, half] = [Math.SQRT1_2, Math.SQRT1_2];
    for (let bone = 0; bone < BONE_COUNT; bone++) {
      orientations.set([0, 0, 0, 1], bone * 4);
      orientations.set([0, about, 0, half], (BONE_COUNT + bone) * 4);
    }
    const pose = show({ ...trace, orientations }, 0.5 / trace.frameRateHz);
    // halfway of a quarter circle
    const eighth = new Quaternion(0, Math.sin(Math.PI / 8), 0, Math.cos(Math.PI / 8));
    for (let bone = 0; bone < BONE_COUNT; bone++) {
      expect(orientationOf(pose, bone).length()).toBeCloseTo(1, 6);
      expect(orientationOf(pose, bone).angleTo(eighth)).toBeLessThan(1e-3);
    }
  });

  it('moves without a jump', () => {
    const { trace } = lift;
    const pose = createPose();
    pose.setTrace(trace, LIFT.patient);
    const STEP_S = 1 / 500;
    pose.setTime(0);
    let before = pose.bonePosition.slice();
    let furthest = 0;
    for (let timeS = STEP_S; timeS < trace.durationS; timeS += STEP_S) {
      pose.setTime(timeS);
      pose.bonePosition.forEach((value, n) => {
        furthest = Math.max(furthest, Math.abs(value - before[n]!));
      });
      before = pose.bonePosition.slice();
    }
    // 5 m/s: twice what a bone of someone who lifts does, even where one comes down
    expect(furthest).toBeLessThan(5 * STEP_S);
  });
});

describe('going back and forth', () => {
  it('shows at a time the same, whatever was shown before', () => {
    const { trace } = lift;
    const pose = createPose();
    pose.setTrace(cement.trace, CEMENT.patient);
    pose.setTime(1);
    // also the same course on larger bodies
    pose.setTrace(trace, { ...LIFT.patient, heightCm: 190 });
    pose.setTime(trace.durationS);
    pose.setTrace(trace, LIFT.patient);
    for (const t of [1, 0.2, 0.55, 0, 0.9, 0.5]) {
      pose.setTime(t * trace.durationS);
      expect(read(pose)).toEqual(read(show(trace, t * trace.durationS)));
    }
  });
});

describe('what a body has lost', () => {
  it('is seen from the moment on at which its section changes, and of that level alone', () => {
    const { trace } = lift;
    const changed = trace.sections.filter(({ timeS }) => timeS > 0);
    expect(changed.length).toBeGreaterThan(0);
    const { timeS, level } = changed[0]!;
    const [before, after] = [show(trace, timeS - 1e-4), show(trace, timeS + 1e-4)];
    const perLevel = texelsOf(before).length / LEVEL_COUNT;
    const partOf = (pose: Pose, i: number) =>
      Array.from(texelsOf(pose).subarray(i * perLevel, (i + 1) * perLevel));
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const others = changed.filter(
        (one) => levelIndex(one.level) === i && Math.abs(one.timeS - timeS) <= 1e-4,
      );
      const same = JSON.stringify(partOf(before, i)) === JSON.stringify(partOf(after, i));
      expect([i, same]).toEqual([i, others.length === 0]);
    }
    expect(partOf(after, levelIndex(level)).some((value) => value > 0)).toBe(true);
  });
});

describe('cement', () => {
  const T12 = levelIndex('T12');
  const axesOf = ({ boneCement }: Pose) => Array.from(boneCement.subarray(T12 * 4 + 1, T12 * 4 + 4));
  const volumeOf = (axes: readonly number[]) =>
    axes.reduce((product, half) => product * half, (4 / 3) * Math.PI);

  it('is in the level that was treated, of the volume that went in, and while it goes in a share of it', () => {
    const pose = show(cement.trace, cement.trace.durationS, CEMENT);
    const whole = axesOf(pose);
    expect(volumeOf(whole)).toBeCloseTo(4e-6, 7);
    for (let bone = 0; bone < BONE_COUNT; bone++)
      expect(pose.boneCement[bone * 4 + 1]! > 0).toBe(bone === T12);
    for (const t of [0.1, 0.5, 1]) {
      pose.setFilled(T12, t);
      expect(volumeOf(axesOf(pose)) / volumeOf(whole)).toBeCloseTo(t, 5);
      // of one shape
      expect(axesOf(pose)[0]! / axesOf(pose)[1]!).toBeCloseTo(whole[0]! / whole[1]!, 5);
    }
    expect(axesOf(pose)).toEqual(whole);
  });

  it('is not there before, and comes into the place that the balloon made', () => {
    expect(Math.max(...axesOf(show(cement.trace, 0, CEMENT)))).toBe(0);
    const early = createPose();
    // also where there was another place in that body before
    for (const { trace } of [less, cement]) {
      early.setTrace(trace, CEMENT.patient);
      early.setTime(0);
      early.setBalloon(T12, 1);
    }
    const late = show(cement.trace, cement.trace.durationS, CEMENT);
    for (const [axis, half] of axesOf(early).entries()) expect(half).toBeCloseTo(axesOf(late)[axis]!, 6);
    expect(volumeOf(Array.from(early.cavity.subarray(1)))).toBeCloseTo(volumeOf(axesOf(late)), 9);
  });
});
