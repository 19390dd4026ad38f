import { describe, expect, it } from 'vitest';
import {
  type BodyShapes,
  calcColumnGeometry,
  calcLowerPlatePitchRad,
  calcPitchRad,
  calcUpperPlatePitchRad,
  createColumnGeometry,
  createDiscAngles,
  type DiscAngles,
  setSacrumPitch,
} from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT, levelIndex } from '../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../src/core/anatomy/spineModel.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { INTACT_SHAPES } from '../../src/core/simulation/patient/state.ts';
import { createRandom, MAN } from './support.ts';

const DEGREE = Math.PI / 180;

/** A rotation as its three columns, built from rotations about fixed axes: none of the program's own quaternions. */
type Frame = readonly [Triple, Triple, Triple];
type Triple = readonly [number, number, number];
const UPRIGHT: Frame = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
/** Rotates a frame about one of its own axes (Rodrigues). */
function rotateFrame(frame: Frame, [nx, ny, nz]: Triple, angle: number): Frame {
  const n = toWorld(frame, [nx, ny, nz]);
  return frame.map((v) => {
    const dot = n[0] * v[0] + n[1] * v[1] + n[2] * v[2];
    const cross = [n[1] * v[2] - n[2] * v[1], n[2] * v[0] - n[0] * v[2], n[0] * v[1] - n[1] * v[0]];
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return v.map((x, k) => x * c + cross[k]! * s + n[k]! * dot * (1 - c)) as unknown as Triple;
  }) as unknown as Frame;
}
const toWorld = (frame: Frame, [x, y, z]: Triple): Triple =>
  [0, 1, 2].map((k) => x * frame[0][k]! + y * frame[1][k]! + z * frame[2][k]!) as unknown as Triple;
const plus = (a: Triple, b: Triple): Triple => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

describe('column geometry', () => {
  const model = createSpineModel(MAN);
  const random = createRandom(11);
  const list = (size: number) => Float64Array.from({ length: LEVEL_COUNT }, () => size * random());
  const stack = (shapes: BodyShapes, discAngles: DiscAngles, pitchRad: number) => {
    const geometry = createColumnGeometry();
    geometry.sacrumM.set([0.1, 0.9, 0.02]);
    setSacrumPitch(geometry, pitchRad);
    return calcColumnGeometry(model, shapes, discAngles, geometry);
  };
  const bend = (flexionRad: Float64Array): DiscAngles => ({ ...createDiscAngles(), flexionRad });

  it('puts every body where compasses and protractor put it', () => {
    // by hand: a disc is a stack along the normal of its mid plane, a body another, each end plate rotated by half of the angle
    const shapes = {
      shorteningM: list(0.004).map(Math.abs),
      wedgeRad: list(0.1),
      lateralWedgeRad: new Float64Array(LEVEL_COUNT),
    };
    const discAngles = bend(list(0.1));
    const geometry = stack(shapes, discAngles, -0.6);
    let at: Triple = [0.1, 0.9, 0.02];
    let plate = rotateFrame(UPRIGHT, [0, 0, 1], -0.6);
    for (let i = LEVEL_COUNT - 1; i >= 0; i--) {
      const close = (found: ArrayLike<number>, o: number, wanted: readonly number[]) =>
        wanted.forEach((value, k) => {
          expect(found[o + k]).toBeCloseTo(value, 12);
        });
      plate = rotateFrame(plate, [0, 0, 1], -discAngles.flexionRad[i]! / 2);
      const half = toWorld(plate, [0, model.discs[i]!.heightM / 2, 0]);
      at = plus(at, half);
      close(geometry.discM, 3 * i, at);
      for (let axis = 0; axis < 3; axis++)
        close(
          [0, 3, 6].map((row) => geometry.discAxes[9 * i + row + axis]!),
          0,
          plate[axis]!,
        );
      at = plus(at, half);
      plate = rotateFrame(plate, [0, 0, 1], -discAngles.flexionRad[i]! / 2);
      expect(calcLowerPlatePitchRad(model, shapes, geometry, i)).toBeCloseTo(
        Math.atan2(plate[0][1], plate[0][0]),
        12,
      );
      const { heightM, wedgeRad, centreOfMassM } = model.vertebrae[i]!;
      const tilt = -(wedgeRad + shapes.wedgeRad[i]!) / 2;
      plate = rotateFrame(plate, [0, 0, 1], tilt);
      const up = toWorld(plate, [0, (heightM - shapes.shorteningM[i]!) / 2, 0]);
      at = plus(at, up);
      close(geometry.originM, 3 * i, at);
      close(geometry.massM, 3 * i, plus(at, toWorld(plate, [centreOfMassM[0], centreOfMassM[1], 0])));
      expect(calcPitchRad(geometry, i)).toBeCloseTo(Math.atan2(plate[0][1], plate[0][0]), 12);
      at = plus(at, up);
      plate = rotateFrame(plate, [0, 0, 1], tilt);
      expect(calcUpperPlatePitchRad(model, shapes, geometry, i)).toBeCloseTo(
        Math.atan2(plate[0][1], plate[0][0]),
        12,
      );
    }
  });

  it('bends to the right, turns to the left and wedges to the right as their names say', () => {
    const still = createDiscAngles();
    const upright = stack(INTACT_SHAPES, still, 0);
    const right = stack(INTACT_SHAPES, { ...still, lateralRad: new Float64Array(17).fill(0.02) }, 0);
    expect(right.originM[2]).toBeGreaterThan(upright.originM[2]! + 0.02);
    // to the left: forward comes to point away from +z
    const left = stack(INTACT_SHAPES, { ...still, torsionRad: new Float64Array(17).fill(0.02) }, 0);
    expect(left.axes[6]).toBeLessThan(-0.2);
    const lower = { ...INTACT_SHAPES, lateralWedgeRad: new Float64Array(17).fill(0.02) };
    expect(stack(lower, still, 0).originM[2]).toBeGreaterThan(upright.originM[2]! + 0.02);
  });

  it('gives rotations: axes at right angles, of length 1, and the quaternion’s own', () => {
    const shapes = {
      shorteningM: list(0.004).map(Math.abs),
      wedgeRad: list(0.1),
      lateralWedgeRad: list(0.1),
    };
    const discAngles = { flexionRad: list(0.2), lateralRad: list(0.2), torsionRad: list(0.1) };
    const { axes, orientation } = stack(shapes, discAngles, -0.4);
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const column = (k: number) => [0, 3, 6].map((row) => axes[9 * i + row + k]!);
      for (let a = 0; a < 3; a++)
        for (let b = 0; b < 3; b++) {
          const dot = column(a).reduce((sum, value, k) => sum + value * column(b)[k]!, 0);
          expect(dot).toBeCloseTo(a === b ? 1 : 0, 13);
        }
      expect(Math.hypot(...orientation.subarray(4 * i, 4 * i + 4))).toBeCloseTo(1, 13);
    }
  });

  it('mirrors: sidewards bends and turns the other way put the column on the other side', () => {
    const discAngles = { flexionRad: list(0.1), lateralRad: list(0.2), torsionRad: list(0.1) };
    const shapes = { shorteningM: list(0.004), wedgeRad: list(0.1), lateralWedgeRad: list(0.1) };
    const other = {
      ...discAngles,
      lateralRad: discAngles.lateralRad.map((angle) => -angle),
      torsionRad: discAngles.torsionRad.map((angle) => -angle),
    };
    const one = stack(shapes, discAngles, -0.4);
    const two = stack(
      { ...shapes, lateralWedgeRad: shapes.lateralWedgeRad.map((angle) => -angle) },
      other,
      -0.4,
    );
    for (let at = 0; at < one.originM.length; at += 3) {
      expect(two.originM[at]).toBeCloseTo(one.originM[at]!, 14);
      expect(two.originM[at + 1]).toBeCloseTo(one.originM[at + 1]!, 14);
      // the sacrum stands 0.02 m to the right
      expect(two.originM[at + 2]! + one.originM[at + 2]!).toBeCloseTo(0.04, 14);
    }
  });

  it('sinks and leans forward with a wedge', () => {
    const wedge = new Float64Array(LEVEL_COUNT);
    wedge[levelIndex('L4')] = 0.12;
    const discAngles = bend(Float64Array.from({ length: LEVEL_COUNT }, (_, i) => 0.02 * Math.sin(i)));
    const straight = stack(INTACT_SHAPES, discAngles, -0.6);
    const wedged = stack({ ...INTACT_SHAPES, wedgeRad: wedge }, discAngles, -0.6);
    expect(calcPitchRad(wedged, 0) - calcPitchRad(straight, 0)).toBeCloseTo(-0.12, 12);
    expect(wedged.originM[0]).toBeGreaterThan(straight.originM[0]!);
    expect(wedged.originM[1]).toBeLessThan(straight.originM[1]!);
  });

  it('stands the mass above S1 where the source found it', () => {
    // the balance is solved for; it is summed up again here, arms hanging in front of T1. 0.1 mm
    const { standing } = createPerson(MAN);
    const { flexionRad, sacrumPitchRad } = standing.posture;
    const upright = stack(INTACT_SHAPES, bend(flexionRad), sacrumPitchRad);
    const { upperArm, forearm, hand } = model.limbs;
    let mass = 2 * (upperArm.massKg + forearm.massKg + hand.massKg);
    let moment = mass * (upright.originM[0]! + model.shoulderFromT1M[0]);
    model.vertebrae.forEach((body, i) => {
      mass += body.massKg;
      moment += body.massKg * upright.massM[3 * i]!;
    });
    expect(moment / mass - upright.sacrumM[0]!).toBeCloseTo(model.neutralBalanceM, 4);
    // and the sacrum slopes forward as sacra do: 20–65°
    expect(sacrumPitchRad).toBeGreaterThan(-65 * DEGREE);
    expect(sacrumPitchRad).toBeLessThan(-20 * DEGREE);
  });
});
