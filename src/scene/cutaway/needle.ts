import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Mesh,
  MeshStandardMaterial,
  Quaternion,
  Vector3,
} from 'three';
import type { Pose } from '../bones/pose.ts';

/** Radius and length of an 11-gauge needle for vertebroplasty, m. */
const RADIUS_M = 0.0015;
const LENGTH_M = 0.125;
const HUB_M = { radius: 0.005, length: 0.018 } as const;
/** Direction of the needle through the left pedicle, on the side away from the cut: inwards, forwards and a little down. */
const WAY = new Vector3(0.9, -0.16, 0.36).normalize();
/** Position of the tip in the body, as fractions of half depth, height and half width. */
const TIP = [0.15, 0, -0.12] as const;
/** Distance by which it is withdrawn before and after, m. */
const DRAWN_BACK_M = 0.11;

export interface Needle {
  readonly object: Group;
  /** @param level of the body being filled; null hides the needle */
  update(pose: Pose, level: number | null, away: number): void;
  dispose(): void;
}

const SIDES = 14;

/** Geometry of a closed rod along y between two heights, m. (Three's class for it would be loaded on every first visit.) */
function createRod(lowerM: number, upperM: number, fromM: number, toM: number): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let side = 0; side <= SIDES; side++) {
    const angle = (2 * Math.PI * side) / SIDES;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    // wall, then the two ends
    positions.push(lowerM * c, fromM, lowerM * s, upperM * c, toM, upperM * s);
    normals.push(c, 0, s, c, 0, s);
    positions.push(0, fromM, 0, lowerM * c, fromM, lowerM * s, upperM * c, toM, upperM * s, 0, toM, 0);
    normals.push(0, -1, 0, 0, -1, 0, 0, 1, 0, 0, 1, 0);
    if (side === SIDES) continue;
    const at = 6 * side;
    const next = at + 6;
    indices.push(at, at + 1, next, next, at + 1, next + 1);
    indices.push(at + 2, at + 3, next + 3, at + 5, next + 4, at + 4);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setIndex(indices);
  return geometry;
}

export function createNeedle(): Needle {
  const steel = new MeshStandardMaterial({
    color: '#c3c9ce',
    roughness: 0.28,
    metalness: 0.55,
    transparent: true,
  });
  const shaft = createRod(RADIUS_M, RADIUS_M, -LENGTH_M, 0);
  const hub = createRod(
    0.7 * HUB_M.radius,
    HUB_M.radius,
    -LENGTH_M - HUB_M.length / 2,
    -LENGTH_M + HUB_M.length / 2,
  );
  const object = new Group();
  object.add(new Mesh(shaft, steel), new Mesh(hub, steel));
  object.visible = false;
  const orientation = new Quaternion();
  const along = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), WAY);
  const tip = new Vector3();
  return {
    object,
    update({ bonePosition, boneOrientation, boneSize }, level, away) {
      object.visible = level !== null && away < 1;
      if (level === null) return;
      const at = 4 * level;
      orientation.fromArray(boneOrientation, at);
      tip
        .set(TIP[0] * boneSize[at]!, TIP[1] * boneSize[at + 1]!, TIP[2] * boneSize[at + 2]!)
        .addScaledVector(WAY, -DRAWN_BACK_M * away)
        .applyQuaternion(orientation);
      object.position.fromArray(bonePosition, at).add(tip);
      object.quaternion.multiplyQuaternions(orientation, along);
      steel.opacity = 1 - away * away;
    },
    dispose() {
      shaft.dispose();
      hub.dispose();
      steel.dispose();
    },
  };
}
