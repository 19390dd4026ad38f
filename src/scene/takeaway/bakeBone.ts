import { BufferAttribute, BufferGeometry, Vector3 } from 'three';
import type { BoneMesh } from '../../runtime/files/readGlb.ts';
import type { Pose } from '../bones/pose.ts';
import { crushPoint, placePoint } from './crushed.ts';

const point = new Vector3();
const normal = new Vector3();

/**
 * One bone as it is shown: crushed, posed, in the world's frame, metres; what lies in its hollows is darker by the vertices' colour.
 *
 * @param bone its index in the pose
 * @param detail level of detail, 0 the finest
 */
export function bakeBone(mesh: BoneMesh, bone: number, pose: Pose, detail: number): BufferGeometry {
  const corners = mesh.details[detail]!;
  const used = [...new Set(corners)];
  const places = new Map(used.map((vertex, place) => [vertex, place] as const));
  const positions = new Float32Array(3 * used.length);
  const normals = new Float32Array(3 * used.length);
  const colours = new Float32Array(3 * used.length);
  used.forEach((vertex, place) => {
    point.fromArray(mesh.positions, 3 * vertex).multiply(pose.boneScale);
    normal
      .fromArray(mesh.normals, 3 * vertex)
      .divide(pose.boneScale)
      .normalize();
    crushPoint(pose, bone, mesh.body[vertex]!, point, normal);
    placePoint(pose, bone, point, normal);
    point.toArray(positions, 3 * place);
    normal.toArray(normals, 3 * place);
    colours.fill(mesh.ambient[vertex]!, 3 * place, 3 * place + 3);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('color', new BufferAttribute(colours, 3));
  geometry.setIndex(
    new BufferAttribute(
      Uint32Array.from(corners, (corner) => places.get(corner)!),
      1,
    ),
  );
  return geometry;
}
