import { solve4 } from '../math/solve4.ts';
import { calcSectionForce, type LoadedSection, UNKNOWNS } from './sectionForce.ts';

/** Load on a body: N, its eccentricities, mm (+ = towards the front, the right), and the ratio B/P of its pressure. */
export interface LoadPlace {
  compressionN: number;
  frontMm: number;
  rightMm: number;
  deflectionForceRatio: number;
}

/**
 * Elastic range of a body. Within it all is linear: a load of 1 N at (front, right) with the ratio B/P = w uses
 * c + front · f + right · r + w · b of the capacity of a column.
 */
export interface ElasticRange {
  /** Position of the end plates without load, and their movement per N, per N mm (front, right) and per N of ∫ p (1 − r²) dA. */
  readonly unloaded: Float64Array;
  readonly moves: readonly Float64Array[];
  /** c, f, r, b for each column in sequence; for a mirrored body of one column of each pair; the end plates come last. */
  readonly use: Float64Array;
  readonly mirrored: boolean;
  /** Load below which no column yields anywhere within `SAFE`, N. */
  readonly safeN: number;
}

/** Range of almost all loads: eccentricity as a fraction of depth and width to either side, and the ratio B/P. */
const SAFE = { front: 0.2, right: 0.03, fromRatio: 0.3, toRatio: 0.65 } as const;

/**
 * @param unloaded position of the body's end plates without load; the body is evaluated there
 * @param reliefNPerMm fall of ∫ p (1 − r²) dA with the deflection
 */
export function createElasticRange(
  body: LoadedSection,
  unloaded: Float64Array,
  reliefNPerMm: number,
): ElasticRange {
  const { section, tangent } = body;
  calcSectionForce(body, unloaded);
  const stiffness = tangent.slice();
  stiffness[9]! += reliefNPerMm;
  const moves = [0, 1, 2, 3].map((direction) => {
    const moved = new Float64Array(UNKNOWNS);
    moved[direction] = 1;
    // a body without any stiffness yields under any load
    return solve4(stiffness, moved, moved) ? moved : moved.fill(Number.POSITIVE_INFINITY);
  });
  const columns = body.halved ? section.rightHalf.length : section.count;
  const range = {
    unloaded: unloaded.slice(),
    moves,
    use: new Float64Array(UNKNOWNS * (columns + 1)),
    mirrored: body.halved,
    safeN: 0,
  };
  for (let n = 0; n < columns; n++) fillColumnUse(body, range, n, body.halved ? section.rightHalf[n]! : n);
  fillPlateUse(body, range, columns);
  range.safeN = 1 / calcGreatestSafeUse(range, section.depthMm, section.widthMm);
  return range;
}

/** Least remaining capacity of a column, MPa, against division by zero. */
const LEAST_LEFT_MPA = 1e-9;

function fillColumnUse(
  { section, law }: LoadedSection,
  { unloaded, moves, use }: ElasticRange,
  n: number,
  j: number,
): void {
  const stiffness = law.columnStiffness[j]!;
  const x = section.xMm[j]!;
  const z = section.zMm[j]!;
  const w = section.deflectionShape[j]!;
  const u = unloaded[0]! + unloaded[1]! * x + unloaded[2]! * z + unloaded[3]! * w;
  const left = Math.max(LEAST_LEFT_MPA, law.columnCapacityMPa[j]! - (u - law.columnCrushMm[j]!) * stiffness);
  for (let i = 0; i < UNKNOWNS; i++) {
    const move = moves[i]!;
    use[UNKNOWNS * n + i] = (stiffness * (move[0]! + move[1]! * x + move[2]! * z + move[3]! * w)) / left;
  }
}

function fillPlateUse({ resistance, state }: LoadedSection, range: ElasticRange, n: number): void {
  const { stiffnessNPerMm, yieldN, hardeningNPerMm } = resistance;
  const perSet = (hardeningNPerMm * stiffnessNPerMm) / (stiffnessNPerMm - hardeningNPerMm);
  const stands = stiffnessNPerMm * (range.unloaded[3]! - state.plateSetMm);
  const left = Math.max(LEAST_LEFT_MPA, yieldN + perSet * state.plateSetMm - stands);
  for (let i = 0; i < UNKNOWNS; i++)
    range.use[UNKNOWNS * n + i] = (stiffnessNPerMm * range.moves[i]![3]!) / left;
}

/** Greatest use within `SAFE`: it is convex in the eccentricities, so its greatest value in a box is at a corner. */
function calcGreatestSafeUse(range: ElasticRange, depthMm: number, widthMm: number): number {
  let greatest = 0;
  for (const front of [-SAFE.front * depthMm, SAFE.front * depthMm])
    for (const right of [-SAFE.right * widthMm, SAFE.right * widthMm])
      for (const ratio of [SAFE.fromRatio, SAFE.toRatio])
        greatest = Math.max(greatest, calcGreatestUse(range, front, right, ratio));
  return greatest;
}

/** Greatest fraction of a column's capacity that a load of 1 N uses, 1/N. */
export function calcGreatestUse(
  { use, mirrored }: ElasticRange,
  frontMm: number,
  rightMm: number,
  deflectionForceRatio: number,
): number {
  let greatest = 0;
  for (let n = 0; n < use.length; n += UNKNOWNS) {
    const right = use[n + 2]! * rightMm;
    const here =
      use[n]! +
      frontMm * use[n + 1]! +
      (mirrored ? Math.abs(right) : right) +
      deflectionForceRatio * use[n + 3]!;
    if (here > greatest) greatest = here;
  }
  return greatest;
}

/** Whether a column or the end plates would yield under a load. */
export function givesUnder(range: ElasticRange, load: LoadPlace, depthMm: number, widthMm: number): boolean {
  const { compressionN, frontMm, rightMm, deflectionForceRatio } = load;
  if (
    compressionN < range.safeN &&
    Math.abs(frontMm) <= SAFE.front * depthMm &&
    Math.abs(rightMm) <= SAFE.right * widthMm &&
    deflectionForceRatio >= SAFE.fromRatio &&
    deflectionForceRatio <= SAFE.toRatio
  )
    return false;
  return compressionN * calcGreatestUse(range, frontMm, rightMm, deflectionForceRatio) >= 1;
}

/** Load at which the first layer of the first column, or an end plate, reaches its capacity, and the position of the plates then. */
export interface ElasticLimit {
  readonly loadN: number;
  readonly q: Float64Array;
}

export function findElasticLimit(
  range: ElasticRange,
  frontMm: number,
  rightMm: number,
  deflectionForceRatio: number,
): ElasticLimit {
  const loadN = 1 / calcGreatestUse(range, frontMm, rightMm, deflectionForceRatio);
  const [compression, front, right, deflection] = range.moves;
  const q = range.unloaded.map(
    (at, i) =>
      at +
      loadN *
        (compression![i]! +
          frontMm * front![i]! +
          rightMm * right![i]! +
          deflectionForceRatio * deflection![i]!),
  );
  return { loadN, q };
}

/**
 * @param unloaded position of the end plates without load
 * @param eccentricityMm of the load, + = towards the front
 * @param deflectionForceRatio B/P of its pressure, which the plates' deflection does not change
 */
export const calcElasticLimit = (
  body: LoadedSection,
  unloaded: Float64Array,
  eccentricityMm: number,
  deflectionForceRatio = body.section.deflectionForceRatio,
): ElasticLimit =>
  findElasticLimit(createElasticRange(body, unloaded, 0), eccentricityMm, 0, deflectionForceRatio);
