import { BufferAttribute, BufferGeometry, Quaternion, Vector3 } from 'three';
import { createDiscGeometry } from '../bones/discs.ts';
import type { Pose } from '../bones/pose.ts';
import { calcRise } from './crushed.ts';

const turn = new Quaternion();

/** A point of an end plate in the world, m, as in the shader of the discs. @param side −1 the lower plate of the bone, +1 the upper one */
function writePlatePoint(
  pose: Pose,
  bone: number,
  x: number,
  z: number,
  side: -1 | 1,
  out: Vector3,
): Vector3 {
  const rim = 4 * bone + (side < 0 ? 0 : 2);
  const [height, tilt] = [pose.boneSize[4 * bone + 1]!, pose.boneSize[4 * bone + 3]!];
  out.set(0.985 * x * pose.boneRim[rim]!, 0, 0.985 * z * pose.boneRim[rim + 1]!);
  out.y = side * (height / 2 + out.x * tilt);
  const inside = Math.max(0, 1 - x * x - z * z);
  out.y -= side * ((side < 0 ? 1.3e-3 : 0.65e-3) * inside * inside - 2.2e-3 * Math.min(1, 5 * inside));
  if (height > 0) out.y += calcRise(pose, bone, out.x, (side * height) / 2, out.z);
  turn.fromArray(pose.boneOrientation, 4 * bone);
  return out.applyQuaternion(turn).add(place.fromArray(pose.bonePosition, 4 * bone));
}

const place = new Vector3();
const top = new Vector3();
const bottom = new Vector3();
const rise = new Vector3();
const outwards = new Vector3();

/** The disc below a vertebra as it is shown, closed, in the world's frame, metres. @param disc index of the vertebra above it */
export function bakeDisc(pose: Pose, disc: number, wear: number): BufferGeometry {
  const all = createDiscGeometry();
  const ids = all.getAttribute('disc');
  const shape = all.getAttribute('position');
  const corners: number[] = [];
  const places = new Map<number, number>();
  for (const corner of all.getIndex()!.array) {
    if (Math.floor(ids.getX(corner)) !== disc) continue;
    if (!places.has(corner)) places.set(corner, places.size);
    corners.push(places.get(corner)!);
  }
  const positions = new Float32Array(3 * places.size);
  for (const [vertex, at] of places) {
    const [x, height, z] = [shape.getX(vertex), shape.getY(vertex), shape.getZ(vertex)];
    writePlatePoint(pose, disc, x, z, -1, top);
    writePlatePoint(pose, disc + 1, x, z, 1, bottom);
    rise.subVectors(top, bottom);
    if (ids.getX(vertex) > disc) outwards.copy(rise).normalize();
    else {
      outwards.set(x / pose.boneRim[4 * disc]!, 0, z / pose.boneRim[4 * disc + 1]!).normalize();
      outwards.applyQuaternion(turn.fromArray(pose.boneOrientation, 4 * disc));
      outwards.addScaledVector(rise, -outwards.dot(rise) / rise.lengthSq()).normalize();
    }
    const slack = 0.8 + 0.35 * Math.sin(3 * Math.atan2(z, x) + 2.3 * disc);
    const pressureMPa = Math.min(3, Math.max(0, pose.discPressure[disc]!));
    const bulgeM = 0.0007 + 0.0011 * pressureMPa + 0.0013 * wear * slack;
    bottom.addScaledVector(rise, height).addScaledVector(outwards, 4 * bulgeM * height * (1 - height));
    bottom.toArray(positions, 3 * at);
  }
  all.dispose();
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(corners);
  geometry.computeVertexNormals();
  return geometry;
}
