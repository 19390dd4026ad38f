import { Matrix4, Quaternion, Vector3 } from 'three';
import table from '../../../models/meshes/skeleton.json' with { type: 'json' };
import { LANDMARKS, type Landmark } from '../../core/simulation/results/trace.ts';
import { HEAD_FOLLOWS } from '../figure/figureTrunk.ts';
import { BONE_COUNT, BONE_NAMES, SACRUM } from './bones.ts';
import type { Pose } from './pose.ts';

/** Bones of the neck, from C7 up, and the head. */
const NECK_AND_HEAD = Object.entries(table.neck);

/** Fraction of the head's rotation against T1 that each bone of the neck takes, from C7 up to the head (our assumption). */
const ROTATION_FRACTIONS = [0.08, 0.17, 0.26, 0.36, 0.46, 0.57, 0.75, 1];
/**
 * Fraction of the neck's forward or backward lean that each bone takes, so that the head comes near its position in the figure: the
 * axis takes most; atlas and head nod back. As far as the facets allow (our assumption).
 */
const LEANED = [0.13, 0.27, 0.4, 0.53, 0.67, 0.8, 0.48, 0];
/**
 * Height of each bone's centre of rotation over the centre of the bone below, m: a point low in that bone, so that facets glide; the
 * dens; the middle of the condyles' curve (our assumption).
 */
const PIVOT_M = [-0.008, -0.008, -0.008, -0.008, -0.008, -0.008, 0.017, 0.018];

/** Frame of the chest; in neutral standing that of the bone to which the table attaches breastbone, girdle and the ribs' fronts. */
export const CHEST = 'chest';
export const ON_CHEST = 'T4';
/** Bones tied together by the ribs: the chest moves with their mean. */
const BOUND = (['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'] as const).map((level) => {
  const [x, y, tilt] = table.column[level] as [number, number, number];
  const orientation = new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), -tilt);
  return {
    bone: BONE_NAMES.indexOf(level),
    at: new Vector3(-x / 1000, -y / 1000, 0).applyQuaternion(orientation),
    orientation,
  };
});

/** Attachments of the skeleton's bones: the spine's bones, the neck's, the head, hips and shoulders. */
export const ATTACHMENTS: readonly string[] = [
  ...BONE_NAMES,
  ...NECK_AND_HEAD.map(([name]) => name),
  'hip-right',
  'hip-left',
  'shoulder-right',
  'shoulder-left',
  CHEST,
];
/** Index of the first bone of the neck; its bones are between these two. */
export const FIRST_OF_NECK = BONE_COUNT;
export const HEAD = ATTACHMENTS.indexOf('head');

const HEAD_MIDDLE = LANDMARKS.indexOf('head') * 3;
/** Frame of the head (between the occipital condyles) from the middle of the head, forward and up, m at the reference's size. */
const CONDYLES_FROM_MIDDLE_M = [-0.008, -0.05] as const;

/** Bones of the upper limbs: attachment, the bone with their socket and its position in that frame, and the joint at their far end. */
const LIMBS = (['right', 'left'] as const).flatMap((side) => {
  const Side = side === 'right' ? 'Right' : 'Left';
  const limb = (joint: string, socket: readonly number[], on: number, far: string) => ({
    attachment: ATTACHMENTS.indexOf(`${joint}-${side}`),
    on,
    socketM: [socket[0]! / 1000, socket[1]! / 1000, (side === 'right' ? socket[2]! : -socket[2]!) / 1000],
    far: LANDMARKS.indexOf(`${far}${Side}` as Landmark) * 3,
  });
  return [
    limb('hip', table.hip, SACRUM, 'knee'),
    limb('shoulder', table.shoulder, ATTACHMENTS.indexOf(CHEST), 'elbow'),
  ];
});

/** Positions and orientations of all attachments in a pose, in the form that shaders read: world frame, metres. */
export interface Attachments {
  /** Position of each attachment, and 0. */
  readonly position: Float32Array;
  /** Quaternion of each attachment. */
  readonly orientation: Float32Array;
  /** Follows the pose, and moves its head onto the neck. @param lying the head rests as the trunk does, and does not look ahead */
  update(pose: Pose, lying: boolean): void;
}

export function createAttachments(): Attachments {
  const position = new Float32Array(ATTACHMENTS.length * 4);
  const orientation = new Float32Array(ATTACHMENTS.length * 4);
  const neutral = NECK_AND_HEAD.map(([, [xMm, yMm, pitchRad]]) => ({
    at: new Vector3(xMm! / 1000, yMm! / 1000, 0),
    orientation: new Quaternion().setFromAxisAngle(AXIS_Z, pitchRad!),
  }));
  const neutralHead = neutral.at(-1)!;

  const put = (attachment: number, at: Vector3, q: Quaternion) => {
    at.toArray(position, attachment * 4);
    q.toArray(orientation, attachment * 4);
  };

  /** Stacks the neck on T1 with the rotations `beyond` and `lean`; leaves the head's position, in T1's frame, in `chain`. */
  const stackNeck = (boneScale: Vector3) => {
    chain.set(0, 0, 0);
    below.identity();
    for (let n = 0; n < neutral.length; n++) {
      const base = n === 0 ? T1 : neutral[n - 1]!;
      pivot.set(0, PIVOT_M[n]!, 0).applyQuaternion(base.orientation);
      way.subVectors(neutral[n]!.at, base.at).sub(pivot);
      // up to the pivot with the bone below, from there on with this one
      chain.add(pivot.multiply(boneScale).applyQuaternion(below));
      below
        .identity()
        .slerp(lean, LEANED[n]!)
        .multiply(bend.identity().slerp(beyond, ROTATION_FRACTIONS[n]!));
      chain.add(way.multiply(boneScale).applyQuaternion(below));
      place.copy(chain).applyQuaternion(t1Orientation).add(t1At);
      put(
        FIRST_OF_NECK + n,
        place,
        bend.copy(below).multiply(neutral[n]!.orientation).premultiply(t1Orientation),
      );
    }
  };

  const placeNeck = (pose: Pose, lying: boolean) => {
    const { boneScale, bonePosition, boneOrientation } = pose;
    t1At.fromArray(bonePosition);
    t1Orientation.fromArray(boneOrientation);
    writeHeadOrientation(pose, lying, headOrientation);
    headAt.set(CONDYLES_FROM_MIDDLE_M[0], CONDYLES_FROM_MIDDLE_M[1], 0).multiply(boneScale);
    headAt.applyQuaternion(headOrientation).add(place.fromArray(pose.landmarks, HEAD_MIDDLE));
    // rotation of the head against T1, in T1's frame
    back.copy(t1Orientation).invert();
    beyond.copy(back).multiply(headOrientation).multiply(inverse.copy(neutralHead.orientation).invert());
    lean.identity();
    stackNeck(boneScale);
    headAt.sub(t1At).applyQuaternion(back);
    lean.setFromUnitVectors(chain.setZ(0).normalize(), headAt.setZ(0).normalize());
    stackNeck(boneScale);
  };

  const placeChest = ({ bonePosition, boneOrientation, boneScale }: Pose) => {
    chain.set(0, 0, 0);
    sum.set(0, 0, 0, 0);
    for (const { bone, at, orientation: neutralOrientation } of BOUND) {
      q.fromArray(boneOrientation, bone * 4);
      chain
        .add(place.copy(at).multiply(boneScale).applyQuaternion(q))
        .add(way.fromArray(bonePosition, bone * 4));
      q.multiply(neutralOrientation);
      const towards = sum.dot(q) < 0 ? -1 : 1;
      sum.set(sum.x + towards * q.x, sum.y + towards * q.y, sum.z + towards * q.z, sum.w + towards * q.w);
    }
    put(ATTACHMENTS.indexOf(CHEST), chain.divideScalar(BOUND.length), sum.normalize());
  };

  /** Moves the figure's head to where the joints of the neck can reach. */
  const bringHead = (pose: Pose) => {
    place.set(-CONDYLES_FROM_MIDDLE_M[0], -CONDYLES_FROM_MIDDLE_M[1], 0).multiply(pose.boneScale);
    place.applyQuaternion(headOrientation).add(way.fromArray(position, HEAD * 4));
    place.toArray(pose.landmarks, HEAD_MIDDLE);
  };

  return {
    position,
    orientation,
    update(pose, lying) {
      position.set(pose.bonePosition);
      orientation.set(pose.boneOrientation);
      placeChest(pose);
      placeNeck(pose, lying);
      bringHead(pose);
      side.set(0, 0, 1).applyQuaternion(q.fromArray(pose.boneOrientation, SACRUM * 4));
      for (const { attachment, on, socketM, far } of LIMBS) {
        q.fromArray(orientation, on * 4);
        place.fromArray(socketM).multiply(pose.boneScale).applyQuaternion(q);
        place.add(way.fromArray(position, on * 4));
        up.fromArray(pose.landmarks, far).subVectors(place, up).normalize();
        put(attachment, place, calcFrameOrientation(up, side, q));
      }
    },
  };
}

/** Orientation of the figure's head. */
function writeHeadOrientation(
  { bonePosition, boneOrientation }: Pose,
  lying: boolean,
  out: Quaternion,
): void {
  const follows = lying ? 1 : HEAD_FOLLOWS;
  up.fromArray(bonePosition)
    .sub(place.fromArray(bonePosition, SACRUM * 4))
    .normalize();
  up.multiplyScalar(follows).y += 1 - follows;
  headSide.set(0, 0, 1).applyQuaternion(q.fromArray(boneOrientation)).multiplyScalar(follows);
  headSide.z += 1 - follows;
  calcFrameOrientation(up.normalize(), headSide, out);
}

/** Orientation of a frame whose y is `y` and whose z is as near to `z` as possible. */
function calcFrameOrientation(y: Vector3, z: Vector3, out: Quaternion): Quaternion {
  front.crossVectors(y, z).normalize();
  right.crossVectors(front, y);
  return out.setFromRotationMatrix(basis.makeBasis(front, y, right));
}

// scratch, so that a frame allocates nothing
const AXIS_Z = new Vector3(0, 0, 1);
const T1 = { at: new Vector3(), orientation: new Quaternion() };
const sum = new Quaternion();
const pivot = new Vector3();
const basis = new Matrix4();
const front = new Vector3();
const right = new Vector3();
const up = new Vector3();
const side = new Vector3();
const headSide = new Vector3();
const place = new Vector3();
const way = new Vector3();
const chain = new Vector3();
const t1At = new Vector3();
const headAt = new Vector3();
const q = new Quaternion();
const t1Orientation = new Quaternion();
const headOrientation = new Quaternion();
const back = new Quaternion();
const below = new Quaternion();
const lean = new Quaternion();
const beyond = new Quaternion();
const inverse = new Quaternion();
const bend = new Quaternion();
