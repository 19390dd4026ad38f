import type { Triple } from './view.ts';

/** Closed surface of triangles, mm in the world's axes, that holds one matter. */
export interface Mesh {
  readonly positions: Float64Array;
  /** Corners, three a triangle, counter-clockwise seen from outside. */
  readonly triangles: Uint32Array;
}

/** Whether some part of a surface lies within a distance of a plane, by the box round it. */
export function isNearPlane(mesh: Mesh, point: Triple, normal: Triple, distanceMm: number): boolean {
  const { low, high } = boxOf(mesh);
  let nearest = 0;
  let reach = distanceMm;
  for (let axis = 0; axis < 3; axis++) {
    nearest += normal[axis]! * ((low[axis]! + high[axis]!) / 2 - point[axis]!);
    reach += (Math.abs(normal[axis]!) * (high[axis]! - low[axis]!)) / 2;
  }
  return Math.abs(nearest) <= reach;
}

interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}
const boxes = new WeakMap<Mesh, Box>();

function boxOf(mesh: Mesh): Box {
  const known = boxes.get(mesh);
  if (known) return known;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  mesh.positions.forEach((value, n) => {
    const axis = n % 3;
    low[axis] = Math.min(low[axis]!, value);
    high[axis] = Math.max(high[axis]!, value);
  });
  const box = { low, high };
  boxes.set(mesh, box);
  return box;
}

/** Volume by the divergence theorem, mm³. */
export function calcVolumeMm3({ positions: p, triangles }: Mesh): number {
  let sum = 0;
  for (let k = 0; k < triangles.length; k += 3) {
    const a = 3 * triangles[k]!;
    const b = 3 * triangles[k + 1]!;
    const c = 3 * triangles[k + 2]!;
    sum +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) +
      p[a + 1]! * (p[b + 2]! * p[c]! - p[b]! * p[c + 2]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return sum / 6;
}

/**
 * Closed surface through rings of points, each with as many points, from the bottom up and anticlockwise seen from below the first; its
 * first and last ring shrink to the given points.
 */
export function closeRings(
  rings: readonly (readonly (readonly [number, number, number])[])[],
  bottom: readonly [number, number, number],
  top: readonly [number, number, number],
): Mesh {
  const around = rings[0]!.length;
  const positions = new Float64Array(3 * (rings.length * around + 2));
  rings.forEach((ring, r) => {
    ring.forEach((point, i) => {
      positions.set(point, 3 * (r * around + i));
    });
  });
  const low = rings.length * around;
  positions.set(bottom, 3 * low);
  positions.set(top, 3 * (low + 1));
  const triangles: number[] = [];
  const last = (rings.length - 1) * around;
  for (let i = 0; i < around; i++) {
    const next = (i + 1) % around;
    triangles.push(low, i, next, low + 1, last + next, last + i);
    for (let r = 0; r + 1 < rings.length; r++) {
      const at = r * around;
      triangles.push(at + i, at + around + i, at + around + next, at + i, at + around + next, at + next);
    }
  }
  const mesh = { positions, triangles: Uint32Array.from(triangles) };
  return calcVolumeMm3(mesh) < 0 ? turnOver(mesh) : mesh;
}

/** The same surface seen from its other side. */
function turnOver({ positions, triangles }: Mesh): Mesh {
  const turned = triangles.slice();
  for (let k = 0; k < turned.length; k += 3) {
    turned[k] = triangles[k + 1]!;
    turned[k + 1] = triangles[k]!;
  }
  return { positions, triangles: turned };
}
