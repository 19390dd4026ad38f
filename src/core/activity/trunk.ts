import { calcColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { multiply, writeRotation } from '../math/quaternion.ts';
import { radians } from '../quantity/units.ts';
import { type Act, calcChannel } from './act.ts';
import type { BodyPose } from './bodyPose.ts';
import { HEAD, HIP, SHOULDER, SIDE } from './landmarks.ts';
import type { Performance } from './performance.ts';

const bed = new Float64Array(4);
const roll = new Float64Array(4);

/** Column, head, shoulders and hips, with the centre of the S1 end plate at the origin. */
export function calcTrunk(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { upright, flexed, slouched, yieldedRad, lateralShare, torsionShare } = performance;
  const { discAngles, geometry } = pose;
  const flexion =
    performance.flexedDeg === 0 ? 0 : calcChannel(act, 'trunkFlexionDeg', timeS) / performance.flexedDeg;
  const slouch =
    performance.slouchedDeg === 0 ? 0 : calcChannel(act, 'slouchDeg', timeS) / performance.slouchedDeg;
  const lateral = radians(calcChannel(act, 'lateralDeg', timeS));
  const torsion = radians(calcChannel(act, 'twistDeg', timeS));
  for (let i = 0; i < LEVEL_COUNT; i++) {
    discAngles.flexionRad[i] =
      upright.flexionRad[i]! +
      flexion * flexed.flexionRad[i]! +
      slouch * slouched.flexionRad[i]! -
      yieldedRad[i]!;
    discAngles.lateralRad[i] = lateral * lateralShare[i]!;
    discAngles.torsionRad[i] = torsion * torsionShare[i]!;
  }
  const pitch =
    upright.sacrumPitchRad +
    flexion * flexed.sacrumPitchRad +
    slouch * slouched.sacrumPitchRad +
    radians(calcChannel(act, 'reclineDeg', timeS));
  writeRotation(0, 0, pitch, geometry.sacrumOrientation, 0);
  if (act.support === 'bed') {
    // on the back, face up, head towards −x; then rolled about the long axis
    writeRotation(0, 0, Math.PI / 2, bed, 0);
    writeRotation(0, 0, radians(calcChannel(act, 'rollDeg', timeS)), roll, 0);
    roll[0] = roll[2]!;
    roll[2] = 0;
    multiply(roll, 0, bed, 0, bed, 0);
    multiply(bed, 0, geometry.sacrumOrientation, 0, geometry.sacrumOrientation, 0);
  }
  geometry.sacrumM.fill(0);
  calcColumnGeometry(performance.model, performance.shapes, discAngles, geometry);
  placeOn(geometry.originM, geometry.axes, performance.headInT1M, 1, pose.landmarksM, HEAD);
  pose.protractedM.fill(0);
  for (let side = 0; side < 2; side++) {
    placeOn(
      geometry.originM,
      geometry.axes,
      performance.shoulderInT1M,
      SIDE[side]!,
      pose.landmarksM,
      SHOULDER[side]!,
    );
    placeOn(
      geometry.sacrumM,
      geometry.sacrumAxes,
      performance.hipInSacrumM,
      SIDE[side]!,
      pose.landmarksM,
      HIP[side]!,
    );
  }
  for (let axis = 0; axis < 3; axis++)
    pose.hipM[axis] = (pose.landmarksM[HIP[0] + axis]! + pose.landmarksM[HIP[1] + axis]!) / 2;
}

/** Position of a point fixed to the first body of a list, mirrored for the left side. */
function placeOn(
  originM: Float64Array,
  axes: Float64Array,
  point: readonly [number, number, number],
  side: number,
  out: Float64Array,
  o: number,
): void {
  const [x, y, right] = point;
  const z = right * side;
  out[o] = originM[0]! + x * axes[0]! + y * axes[1]! + z * axes[2]!;
  out[o + 1] = originM[1]! + x * axes[3]! + y * axes[4]! + z * axes[5]!;
  out[o + 2] = originM[2]! + x * axes[6]! + y * axes[7]! + z * axes[8]!;
}

/** Translates trunk, head, shoulders and hips, m. */
export function movePose(pose: BodyPose, dx: number, dy: number, dz: number): void {
  const { geometry, landmarksM } = pose;
  move(geometry.originM, dx, dy, dz);
  move(geometry.discM, dx, dy, dz);
  move(geometry.massM, dx, dy, dz);
  move(geometry.sacrumM, dx, dy, dz);
  move(pose.hipM, dx, dy, dz);
  for (const at of MOVED) {
    landmarksM[at]! += dx;
    landmarksM[at + 1]! += dy;
    landmarksM[at + 2]! += dz;
  }
}

const MOVED = [HEAD, ...SHOULDER, ...HIP];

function move(points: Float64Array, dx: number, dy: number, dz: number): void {
  for (let at = 0; at < points.length; at += 3) {
    points[at]! += dx;
    points[at + 1]! += dy;
    points[at + 2]! += dz;
  }
}
