import { Quaternion, Vector3 } from 'three';
import { BONE_COUNT, SACRUM } from './bones.ts';
import type { Pose } from './pose.ts';

// scratch, so that a frame allocates nothing
const turn = new Quaternion();
const own = new Quaternion();
const from = new Vector3();
const to = new Vector3();
const place = new Vector3();

/** Moves a column so that it stands on the sacrum of another: what differs between the two is then seen, and no step between them. */
export function registerAtSacrum(moved: Pose, on: Pose): void {
  turn.fromArray(on.boneOrientation, 4 * SACRUM);
  own.fromArray(moved.boneOrientation, 4 * SACRUM);
  turn.multiply(own.invert());
  from.fromArray(moved.bonePosition, 4 * SACRUM);
  to.fromArray(on.bonePosition, 4 * SACRUM);
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    place
      .fromArray(moved.bonePosition, 4 * bone)
      .sub(from)
      .applyQuaternion(turn)
      .add(to);
    place.toArray(moved.bonePosition, 4 * bone);
    own
      .fromArray(moved.boneOrientation, 4 * bone)
      .premultiply(turn)
      .toArray(moved.boneOrientation, 4 * bone);
  }
}
