import { BufferAttribute, BufferGeometry } from 'three';

/** Horizontal rectangle: lowest and highest x, lowest and highest z, m. */
export type Rectangle = readonly [x0: number, x1: number, z0: number, z1: number];

/** Body with flat sides between two horizontal rectangles: a box, or one that tapers or leans. */
export interface Prism {
  readonly bottomM: number;
  readonly topM: number;
  readonly bottom: Rectangle;
  /** Upper rectangle; the lower one unless given. */
  readonly top?: Rectangle;
}

/** Corner k of 8: bit 0 at the front (+x), bit 1 at the right (+z), bit 2 at the top. */
const SIDES = [
  [2, 6, 4, 0],
  [5, 7, 3, 1],
  [4, 5, 1, 0],
  [3, 7, 6, 2],
  [1, 3, 2, 0],
  [6, 7, 5, 4],
] as const;

/** Geometry of furniture and luggage of a few flat-sided bodies. */
export function createPrisms(prisms: readonly Prism[]): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (const prism of prisms) {
    const corners = Array.from({ length: 8 }, (_, k) => {
      const [x0, x1, z0, z1] = k & 4 ? (prism.top ?? prism.bottom) : prism.bottom;
      return [k & 1 ? x1 : x0, k & 4 ? prism.topM : prism.bottomM, k & 2 ? z1 : z0] as const;
    });
    for (const side of SIDES) {
      const [a, b, c, d] = side.map((k) => corners[k]!) as [Corner, Corner, Corner, Corner];
      const normal = calcNormal(a, b, c, d);
      const first = positions.length / 3;
      for (const corner of [a, b, c, d]) {
        positions.push(...corner);
        normals.push(...normal);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setIndex(indices);
  return geometry;
}

type Corner = readonly [x: number, y: number, z: number];

/** Normal from both diagonals, so that a side that is not quite flat is shaded as one. */
function calcNormal(a: Corner, b: Corner, c: Corner, d: Corner): Corner {
  const [px, py, pz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const [qx, qy, qz] = [d[0] - b[0], d[1] - b[1], d[2] - b[2]];
  const [x, y, z] = [py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx];
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
