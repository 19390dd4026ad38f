// Stiffness of one rectangular brick of eight nodes, 24 displacements. Node n has the corner bits x | y << 1 | z << 2, and its
// displacements are 3 n + axis. Nine incompatible modes (Wilson, Taylor) let it bend without locking; they are condensed here, and on
// rectangular bricks such an element passes the patch test.

/** Sides of a brick, mm: x anterior, y up, z right. */
export interface BrickSize {
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
}

export const NODES = 8;
export const DISPLACEMENTS = 24;
/** Stress and strain in this order: xx, yy, zz, xy, yz, zx. */
export const COMPONENTS = 6;

/** Isotropic elasticity at a modulus of 1 MPa, 6 × 6. */
export function calcElasticity(poisson: number): Float64Array {
  const shear = 1 / (2 * (1 + poisson));
  const lambda = poisson / ((1 + poisson) * (1 - 2 * poisson));
  const out = new Float64Array(COMPONENTS * COMPONENTS);
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) out[COMPONENTS * a + b] = lambda + (a === b ? 2 * shear : 0);
    out[COMPONENTS * (a + 3) + a + 3] = shear;
  }
  return out;
}

/** Place of the Gauss points on an edge from −1 to 1. */
const GAUSS = Math.sqrt(1 / 3);

/** Fills column `at` of a strain matrix for a displacement along `axis` whose gradient is (x, y, z). */
function fillStrain(strain: Float64Array, width: number, at: number, axis: number, gradient: number[]): void {
  const [x, y, z] = gradient as [number, number, number];
  strain[width * axis + at] = gradient[axis]!;
  strain[width * 3 + at] = axis === 0 ? y : axis === 1 ? x : 0;
  strain[width * 4 + at] = axis === 1 ? z : axis === 2 ? y : 0;
  strain[width * 5 + at] = axis === 2 ? x : axis === 0 ? z : 0;
}

/** Strain matrix of the nodes' displacements at (ξ, η, ζ), then of the nine incompatible modes 1 − ξ², 1 − η², 1 − ζ²: 6 × 33. */
function calcStrainMatrix(size: BrickSize, at: readonly number[]): Float64Array {
  const sides = [size.xMm, size.yMm, size.zMm];
  const width = DISPLACEMENTS + 9;
  const strain = new Float64Array(COMPONENTS * width);
  for (let n = 0; n < NODES; n++) {
    const sign = [0, 1, 2].map((d) => ((n >> d) & 1 ? 1 : -1));
    const factor = sign.map((s, d) => (1 + s * at[d]!) / 2);
    const gradient = sign.map(
      (s, d) => ((s / sides[d]!) * factor[0]! * factor[1]! * factor[2]!) / factor[d]!,
    );
    for (let axis = 0; axis < 3; axis++) fillStrain(strain, width, 3 * n + axis, axis, gradient);
  }
  for (let d = 0; d < 3; d++) {
    const gradient = [0, 0, 0];
    gradient[d] = (-2 * at[d]! * 2) / sides[d]!;
    for (let axis = 0; axis < 3; axis++)
      fillStrain(strain, width, DISPLACEMENTS + 3 * d + axis, axis, gradient);
  }
  return strain;
}

/** Stiffness of a brick at a modulus of 1 MPa, N/mm, 24 × 24. */
export function calcBrickStiffness(size: BrickSize, poisson: number): Float64Array {
  const elasticity = calcElasticity(poisson);
  const width = DISPLACEMENTS + 9;
  const full = new Float64Array(width * width);
  const weight = (size.xMm * size.yMm * size.zMm) / 8;
  for (let point = 0; point < 8; point++) {
    const at = [0, 1, 2].map((d) => ((point >> d) & 1 ? GAUSS : -GAUSS));
    const strain = calcStrainMatrix(size, at);
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) {
        let sum = 0;
        for (let a = 0; a < COMPONENTS; a++)
          for (let b = 0; b < COMPONENTS; b++)
            sum += strain[width * a + i]! * elasticity[COMPONENTS * a + b]! * strain[width * b + j]!;
        full[width * i + j]! += weight * sum;
      }
  }
  // the incompatible modes are eliminated, the last one first
  for (let k = width - 1; k >= DISPLACEMENTS; k--)
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        full[width * i + j]! -= (full[width * i + k]! * full[width * k + j]!) / full[width * k + k]!;
  const out = new Float64Array(DISPLACEMENTS * DISPLACEMENTS);
  for (let i = 0; i < DISPLACEMENTS; i++)
    for (let j = 0; j < DISPLACEMENTS; j++)
      out[DISPLACEMENTS * i + j] = (full[width * i + j]! + full[width * j + i]!) / 2;
  return out;
}

/** Number of blocks into which a brick's three mirror planes divide its stiffness, and entries of each: 00, 01, 02, 11, 12, 22. */
export const BLOCKS = 8;
export const BLOCK_ENTRIES = 6;

/** 1 or −1: value of mode m at node n, the product of the signs of n's corner along the axes in m. */
const signOf = (m: number, n: number): number => {
  const both = m & n;
  return ((both & 1) ^ ((both >> 1) & 1) ^ ((both >> 2) & 1)) === 0 ? 1 : -1;
};

/**
 * The same stiffness in the modes h_m of each displacement (sums of the nodes' with the signs of m): bricks are symmetric about three
 * planes, so only modes that behave alike under all three mirrors are coupled. Block p couples x-displacement in mode p ^ 1,
 * y in mode p ^ 2, z in mode p ^ 4. K u = H (blocks) H u, with 1/64 within the blocks.
 */
export function calcBlocks(stiffness: Float64Array): Float64Array {
  const blocks = new Float64Array(BLOCKS * BLOCK_ENTRIES);
  for (let p = 0; p < BLOCKS; p++)
    for (let a = 0, entry = BLOCK_ENTRIES * p; a < 3; a++)
      for (let b = a; b < 3; b++, entry++) {
        let sum = 0;
        for (let i = 0; i < NODES; i++)
          for (let j = 0; j < NODES; j++)
            sum +=
              signOf(p ^ (1 << a), i) *
              signOf(p ^ (1 << b), j) *
              stiffness[DISPLACEMENTS * (3 * i + a) + 3 * j + b]!;
        blocks[entry] = sum / 64;
      }
  return blocks;
}
