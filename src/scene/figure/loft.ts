/** Closed ring of a lofted surface: position, orientation and size. Metres. */
export interface Ring {
  x: number;
  y: number;
  z: number;
  /** Unit vector towards the front of the ring. */
  frontX: number;
  frontY: number;
  frontZ: number;
  /** Unit vector along the part, perpendicular to the ring. */
  upX: number;
  upY: number;
  upZ: number;
  /** Unit vector towards its side. */
  sideX: number;
  sideY: number;
  sideZ: number;
  halfDepth: number;
  halfWidth: number;
}

export const createRing = (): Ring => ({
  x: 0,
  y: 0,
  z: 0,
  frontX: 1,
  frontY: 0,
  frontZ: 0,
  upX: 0,
  upY: 1,
  upZ: 0,
  sideX: 0,
  sideY: 0,
  sideZ: 1,
  halfDepth: 0,
  halfWidth: 0,
});

/**
 * Orients a ring perpendicular to its `up`, with its side as near to the given one as possible; neither needs unit length. They are
 * passed in the ring, because an engine allocates a number passed by itself.
 */
export function orientRing(ring: Ring): void {
  const { upX, upY, upZ } = ring;
  const tall = Math.sqrt(upX * upX + upY * upY + upZ * upZ) || 1;
  ring.upX = upX / tall;
  ring.upY = upY / tall;
  ring.upZ = upZ / tall;
  const along = ring.sideX * ring.upX + ring.sideY * ring.upY + ring.sideZ * ring.upZ;
  const sideX = ring.sideX - along * ring.upX;
  const sideY = ring.sideY - along * ring.upY;
  const sideZ = ring.sideZ - along * ring.upZ;
  const wide = Math.sqrt(sideX * sideX + sideY * sideY + sideZ * sideZ) || 1;
  ring.sideX = sideX / wide;
  ring.sideY = sideY / wide;
  ring.sideZ = sideZ / wide;
  // front, up and side are right-handed, like x, y and z
  ring.frontX = ring.upY * ring.sideZ - ring.upZ * ring.sideY;
  ring.frontY = ring.upZ * ring.sideX - ring.upX * ring.sideZ;
  ring.frontZ = ring.upX * ring.sideY - ring.upY * ring.sideX;
}

export const AROUND = 24;

const COS = Float32Array.from({ length: AROUND }, (_, k) => Math.cos((k / AROUND) * 2 * Math.PI));
const SIN = Float32Array.from({ length: AROUND }, (_, k) => Math.sin((k / AROUND) * 2 * Math.PI));

/** Writes the vertices of rings, one after another, from vertex `first` on. */
export function writeRings(rings: readonly Ring[], positions: Float32Array, first: number): void {
  let at = first * 3;
  for (const ring of rings)
    for (let k = 0; k < AROUND; k++) {
      const front = COS[k]! * ring.halfDepth;
      const side = SIN[k]! * ring.halfWidth;
      positions[at] = ring.x + ring.frontX * front + ring.sideX * side;
      positions[at + 1] = ring.y + ring.frontY * front + ring.sideY * side;
      positions[at + 2] = ring.z + ring.frontZ * front + ring.sideZ * side;
      at += 3;
    }
}

/** Writes the normals of the same vertices, from their neighbours round and along. */
export function writeRingNormals(
  positions: Float32Array,
  normals: Float32Array,
  first: number,
  ringCount: number,
): void {
  for (let ring = 0; ring < ringCount; ring++) {
    const below = first + Math.max(0, ring - 1) * AROUND;
    const above = first + Math.min(ringCount - 1, ring + 1) * AROUND;
    for (let k = 0; k < AROUND; k++) {
      const left = (first + ring * AROUND + ((k + AROUND - 1) % AROUND)) * 3;
      const right = (first + ring * AROUND + ((k + 1) % AROUND)) * 3;
      const low = (below + k) * 3;
      const high = (above + k) * 3;
      const ax = positions[right]! - positions[left]!;
      const ay = positions[right + 1]! - positions[left + 1]!;
      const az = positions[right + 2]! - positions[left + 2]!;
      const bx = positions[high]! - positions[low]!;
      const by = positions[high + 1]! - positions[low + 1]!;
      const bz = positions[high + 2]! - positions[low + 2]!;
      const nx = by * az - bz * ay;
      const ny = bz * ax - bx * az;
      const nz = bx * ay - by * ax;
      const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
      const at = (first + ring * AROUND + k) * 3;
      normals[at] = nx / length;
      normals[at + 1] = ny / length;
      normals[at + 2] = nz / length;
    }
  }
}

/** Triangles between neighbouring rings. */
export function appendRingIndices(indices: number[], first: number, ringCount: number): void {
  for (let ring = 0; ring < ringCount - 1; ring++)
    for (let k = 0; k < AROUND; k++) {
      const a = first + ring * AROUND + k;
      const b = first + ring * AROUND + ((k + 1) % AROUND);
      indices.push(a, a + AROUND, b, b, a + AROUND, b + AROUND);
    }
}

/** Number of rows interpolated between two rows of a profile. */
const BETWEEN = 3;

/** Profile with rows interpolated on a Catmull–Rom curve through the given ones, each column by itself. */
export function subdivide(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const row = (i: number) => rows[Math.min(rows.length - 1, Math.max(0, i))]!;
  const fine: number[][] = [];
  for (let i = 0; i < rows.length - 1; i++)
    for (let step = 0; step < BETWEEN; step++) {
      const t = step / BETWEEN;
      fine.push(
        row(i).map((b, column) => {
          const [a, c, d] = [row(i - 1)[column]!, row(i + 1)[column]!, row(i + 2)[column]!];
          return b + (t / 2) * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
        }),
      );
    }
  return [...fine, [...row(rows.length - 1)]];
}
