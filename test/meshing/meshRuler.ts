/** A ruler for the committed meshes, mm. */
import { readFileSync } from 'node:fs';
import { Triangle, Vector3 } from 'three';
import type { BoneScale } from '../../src/core/anatomy/boneScale.ts';
import type { Point } from '../../src/meshing/primitives.ts';
import { readGlb } from '../../src/runtime/files/readGlb.ts';

/** A closed surface: x, y, z a vertex, three vertices a triangle. */
export interface Surface {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
}

/** All bones of models/meshes/`file`.glb by name, at the reference adult's size. */
export async function readSurfaces(file: 'spine' | 'skeleton'): Promise<ReadonlyMap<string, Surface>> {
  const bytes = Uint8Array.from(readFileSync(`models/meshes/${file}.glb`));
  const meshes = await readGlb(bytes.buffer);
  return new Map(
    meshes.map(({ name, positions, details }) => [
      name,
      { positions: Float64Array.from(positions, (value) => 1000 * value), triangles: details[0]! },
    ]),
  );
}

export const scaled = ({ positions, triangles }: Surface, { x, y, z }: BoneScale): Surface => ({
  positions: positions.map((value, k) => value * [x, y, z][k % 3]!),
  triangles,
});

export const vertices = ({ positions }: Surface): Point[] =>
  Array.from(
    { length: positions.length / 3 },
    (_, i): Point => [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!],
  );

/** Largest `measure` of the vertices that are `within`. */
export const largest = (
  surface: Surface,
  measure: (p: Point) => number,
  within: (p: Point) => boolean = () => true,
): number =>
  vertices(surface).reduce((best, p) => (within(p) ? Math.max(best, measure(p)) : best), -Infinity);

/** Lines through the midline would run along edges. */
const ASIDE_MM = 0.0137;

/** How far along a direction (unit vector) the surface is crossed, nearest first (Möller and Trumbore 1997). */
export function crossings({ positions, triangles }: Surface, from: Point, direction: Point): number[] {
  const [dx, dy, dz] = direction;
  const [ox, oy, oz] = [from[0] + ASIDE_MM, from[1] + ASIDE_MM, from[2] + ASIDE_MM];
  const found: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
    const [ax, ay, az] = [positions[a]!, positions[a + 1]!, positions[a + 2]!];
    const [ux, uy, uz] = [positions[b]! - ax, positions[b + 1]! - ay, positions[b + 2]! - az];
    const [vx, vy, vz] = [positions[c]! - ax, positions[c + 1]! - ay, positions[c + 2]! - az];
    const [px, py, pz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
    const det = ux * px + uy * py + uz * pz;
    if (det === 0) continue;
    const [sx, sy, sz] = [ox - ax, oy - ay, oz - az];
    const u = (sx * px + sy * py + sz * pz) / det;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
    const v = (dx * qx + dy * qy + dz * qz) / det;
    if (v < 0 || u + v > 1) continue;
    const way = (vx * qx + vy * qy + vz * qz) / det;
    if (way > 0) found.push(way);
  }
  return found.sort((one, other) => one - other);
}

/** To the first crossing; Infinity if there is none. */
export const reach = (surface: Surface, from: Point, direction: Point): number =>
  crossings(surface, from, direction)[0] ?? Number.POSITIVE_INFINITY;

/** From a point to the surface, mm. */
export function distance({ positions, triangles }: Surface, [x, y, z]: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  const p = new Vector3(x, y, z);
  const at = new Vector3();
  const corners = new Triangle();
  const read = (corner: Vector3, k: number) => corner.fromArray(positions, 3 * triangles[k]!);
  for (let t = 0; t < triangles.length; t += 3) {
    read(corners.a, t);
    // no edge is that long
    if (corners.a.distanceToSquared(p) > (nearest + LONGEST_EDGE_MM) ** 2) continue;
    read(corners.b, t + 1);
    read(corners.c, t + 2);
    corners.closestPointToPoint(p, at);
    nearest = Math.min(nearest, at.distanceTo(p));
  }
  return nearest;
}
const LONGEST_EDGE_MM = 40;
