import type { ColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { type Fascicle, type MuscleGroup, mirrorFascicle, PELVIS_BODY } from '../anatomy/muscles.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { calcLeastActivation } from './abdomen.ts';
import { createMuscleSolver, type MuscleSolver } from './staticOptimisation.ts';

/**
 * Fascicles of the trunk as lines of force across the discs. Either one side stands for both (symmetric acts, solved in the
 * sagittal plane, one row per disc), or both sides are there (three rows per disc: bending to the right, axial rotation to the
 * left, extension).
 */
export interface MuscleSystem {
  readonly symmetric: boolean;
  readonly rowsPerDisc: 1 | 3;
  /** Fascicles, the first columns of the solver; the tissues' columns follow (see `addTissues`). */
  readonly fascicles: readonly Fascicle[];
  readonly solver: MuscleSolver;
  /** First disc and number of discs that each fascicle crosses; offset of its pulls in `pull`, three per disc. */
  readonly firstDisc: Int32Array;
  readonly discCount: Int32Array;
  readonly pullOffset: Int32Array;
  /** Force on the lower body per newton of tension, in the disc's axes: forward, up (compression), to the right. */
  readonly pull: Float64Array;
  /** All path points, fascicle after fascicle: the body of each; its position on the body and in the world, m. */
  readonly pointBody: Int32Array;
  readonly localM: Float64Array;
  readonly pointsM: Float64Array;
  /** Straight pieces between two bodies, `SEGMENT` numbers each. */
  readonly segments: Int32Array;
  /** Moment of each row's tissues, each way, at the greatest yield of a joint, Nm. */
  readonly tissueNm: Float64Array;
}

/** Numbers per segment: its points on the upper and the lower body, these bodies, and the offset of its first disc in `pull` (by three). */
const SEGMENT = 5;

/** Scale of a reserve, Nm: about a tenth of what a disc's muscles can make. */
const RESERVE_SCALE_NM = 15;

/** Moments of a disc's tissues at the greatest yield of the joint, 17 × 2 each, one way and the other, Nm. */
export interface TissueLimits {
  /** To the right and to the left. */
  readonly lateralNm: Float64Array;
  readonly torsionNm: Float64Array;
  /** Extension moment of a flexed joint, flexion moment of an extended one. */
  readonly extensionNm: Float64Array;
}

/** @param power exponent of the cost Σ (F / Fmax)^power */
export function createMuscleSystem(
  model: SpineModel,
  tissues: TissueLimits,
  symmetric: boolean,
  power: 2 | 3 = 3,
): MuscleSystem {
  const fascicles = symmetric
    ? model.fascicles
    : [...model.fascicles, ...model.fascicles.map(mirrorFascicle)];
  const rowsPerDisc = symmetric ? 1 : 3;
  const rowCount = rowsPerDisc * LEVEL_COUNT;
  const fascicleCount = fascicles.length;
  // one side's fascicle stands for two, so with both sides a row's tissues are two columns of half their strength
  const tissuesPerWay = symmetric ? 1 : 2;
  const columnCount = fascicleCount + 2 * tissuesPerWay * rowCount;
  const firstDisc = new Int32Array(fascicleCount);
  const discCount = new Int32Array(fascicleCount);
  const pullOffset = new Int32Array(fascicleCount);
  const problem = {
    rowCount,
    columnCount,
    firstRow: new Int32Array(columnCount),
    span: new Int32Array(columnCount),
    offset: new Int32Array(columnCount),
    maxForceN: new Float64Array(columnCount),
    floorN: new Float64Array(columnCount),
    wantedNm: new Float64Array(rowCount),
    reserveScaleNm: new Float64Array(rowCount).fill(RESERVE_SCALE_NM),
  };
  const pointBody = Int32Array.from(fascicles.flatMap(({ body }) => [...body]));
  const segments: number[] = [];
  let points = 0;
  let crossings = 0;
  fascicles.forEach(({ body, areaM2 }, k) => {
    firstDisc[k] = Math.min(...body);
    discCount[k] = Math.max(...body) - firstDisc[k]!;
    pullOffset[k] = 3 * crossings;
    problem.firstRow[k] = rowsPerDisc * firstDisc[k]!;
    problem.span[k] = rowsPerDisc * discCount[k]!;
    problem.offset[k] = rowsPerDisc * crossings;
    problem.maxForceN[k] = areaM2 * model.musclePressurePa;
    for (let end = points + 1; end < points + body.length; end++) {
      const [upper, lower] = pointBody[end]! > pointBody[end - 1]! ? [end - 1, end] : [end, end - 1];
      const crossing = crossings + pointBody[upper]! - firstDisc[k]!;
      if (pointBody[upper] !== pointBody[lower])
        segments.push(upper, lower, pointBody[upper]!, pointBody[lower]!, crossing);
    }
    points += body.length;
    crossings += discCount[k]!;
  });
  const arms = new Float64Array(rowsPerDisc * crossings + 2 * tissuesPerWay * rowCount);
  addTissues(tissues, rowsPerDisc, tissuesPerWay, fascicleCount, rowsPerDisc * crossings, problem, arms);
  return {
    symmetric,
    rowsPerDisc,
    fascicles,
    solver: createMuscleSolver({ ...problem, arms }, power),
    firstDisc,
    discCount,
    pullOffset,
    pull: new Float64Array(3 * crossings),
    pointBody,
    localM: Float64Array.from(fascicles.flatMap(({ pointsM }) => [...pointsM])),
    pointsM: new Float64Array(3 * pointBody.length),
    segments: Int32Array.from(segments),
    tissueNm: problem.maxForceN.slice(fascicleCount),
  };
}

/**
 * Adds columns for the yield of the joints: no joint is held exactly, and when it yields its tissues (in the chest with the ribs)
 * take part of the moment. Two columns per row, one each way, cost like a muscle whose full strength is the tissues' moment at
 * the greatest yield (parameter postureYieldDeg).
 */
function addTissues(
  { lateralNm, torsionNm, extensionNm }: TissueLimits,
  rowsPerDisc: number,
  perWay: number,
  column: number,
  offset: number,
  problem: { firstRow: Int32Array; span: Int32Array; offset: Int32Array; maxForceN: Float64Array },
  arms: Float64Array,
): void {
  const limits = rowsPerDisc === 1 ? [extensionNm] : [lateralNm, torsionNm, extensionNm];
  for (let row = 0; row < rowsPerDisc * LEVEL_COUNT; row++) {
    const disc = Math.floor(row / rowsPerDisc);
    for (let n = 0; n < 2 * perWay; n++, column++, offset++) {
      const way = n < perWay ? 0 : 1;
      problem.firstRow[column] = row;
      problem.span[column] = 1;
      problem.offset[column] = offset;
      problem.maxForceN[column] = limits[row % rowsPerDisc]![2 * disc + way]! / perWay; // Nm: its arm is 1
      arms[offset] = 1 - 2 * way;
    }
  }
}

/** Updates moment arms and pulls to the column's geometry. In a symmetric system both sides count. */
export function calcMuscleLines(system: MuscleSystem, geometry: ColumnGeometry): void {
  const { pull, rowsPerDisc, symmetric, segments, solver } = system;
  placePoints(system, geometry);
  pull.fill(0);
  solver.problem.arms.fill(0, 0, (rowsPerDisc * pull.length) / 3);
  for (let at = 0; at < segments.length; at += SEGMENT) {
    if (symmetric) addSagittalSegment(system, geometry, at);
    else addSegment(system, geometry, at);
  }
}

function placePoints({ pointBody, localM, pointsM }: MuscleSystem, geometry: ColumnGeometry): void {
  for (let p = 0, at = 0; p < pointBody.length; p++, at += 3) {
    const b = pointBody[p]!;
    const onPelvis = b === PELVIS_BODY;
    const axes = onPelvis ? geometry.sacrumAxes : geometry.axes;
    const origin = onPelvis ? geometry.sacrumM : geometry.originM;
    const a = onPelvis ? 0 : 9 * b;
    const o = onPelvis ? 0 : 3 * b;
    const x = localM[at]!;
    const y = localM[at + 1]!;
    const z = localM[at + 2]!;
    pointsM[at] = origin[o]! + axes[a]! * x + axes[a + 1]! * y + axes[a + 2]! * z;
    pointsM[at + 1] = origin[o + 1]! + axes[a + 3]! * x + axes[a + 4]! * y + axes[a + 5]! * z;
    pointsM[at + 2] = origin[o + 2]! + axes[a + 6]! * x + axes[a + 7]! * y + axes[a + 8]! * z;
  }
}

/** Adds the pull of a straight segment of a fascicle at each disc between its two bodies. */
function addSegment(system: MuscleSystem, { discM, discAxes }: ColumnGeometry, segment: number): void {
  const { pointsM, pull, segments } = system;
  const { arms } = system.solver.problem;
  const from = 3 * segments[segment]!;
  const to = 3 * segments[segment + 1]!;
  const px = pointsM[from]!;
  const py = pointsM[from + 1]!;
  const pz = pointsM[from + 2]!;
  let ux = pointsM[to]! - px;
  let uy = pointsM[to + 1]! - py;
  let uz = pointsM[to + 2]! - pz;
  const length = Math.sqrt(ux * ux + uy * uy + uz * uz);
  ux /= length;
  uy /= length;
  uz /= length;
  const lower = segments[segment + 3]!;
  let row = 3 * segments[segment + 4]!;
  for (let disc = segments[segment + 2]!; disc < lower; disc++, row += 3) {
    const a = 9 * disc;
    const rx = px - discM[3 * disc]!;
    const ry = py - discM[3 * disc + 1]!;
    const rz = pz - discM[3 * disc + 2]!;
    const mx = ry * uz - rz * uy;
    const my = rz * ux - rx * uz;
    const mz = rx * uy - ry * ux;
    for (let axis = 0; axis < 3; axis++) {
      const x = discAxes[a + axis]!;
      const y = discAxes[a + 3 + axis]!;
      const z = discAxes[a + 6 + axis]!;
      pull[row + axis]! -= ux * x + uy * y + uz * z;
      arms[row + axis]! += mx * x + my * y + mz * z;
    }
  }
}

/** The same for both sides together in the sagittal plane, where lateral components cancel. */
function addSagittalSegment(
  system: MuscleSystem,
  { discM, discAxes }: ColumnGeometry,
  segment: number,
): void {
  const { pointsM, pull, segments } = system;
  const { arms } = system.solver.problem;
  const from = 3 * segments[segment]!;
  const to = 3 * segments[segment + 1]!;
  const px = pointsM[from]!;
  const py = pointsM[from + 1]!;
  let ux = pointsM[to]! - px;
  let uy = pointsM[to + 1]! - py;
  const uz = pointsM[to + 2]! - pointsM[from + 2]!;
  const perLength = 2 / Math.sqrt(ux * ux + uy * uy + uz * uz);
  ux *= perLength;
  uy *= perLength;
  const lower = segments[segment + 3]!;
  let row = segments[segment + 4]!;
  for (let disc = segments[segment + 2]!; disc < lower; disc++, row++) {
    const a = 9 * disc;
    pull[3 * row]! -= ux * discAxes[a]! + uy * discAxes[a + 3]!;
    pull[3 * row + 1]! -= ux * discAxes[a + 1]! + uy * discAxes[a + 4]!;
    arms[row]! += (px - discM[3 * disc]!) * uy - (py - discM[3 * disc + 1]!) * ux;
  }
}

/** Sets the least forces (tone, abdominal wall under pressure, bracing) and the greatest yield of the joints. */
export function setFloors(system: MuscleSystem, pressureKPa: number, tense: number, resting: number): void {
  const { floorN, maxForceN } = system.solver.problem;
  let group: MuscleGroup | null = null;
  let least = 0;
  for (let k = 0; k < system.fascicles.length; k++) {
    const own = system.fascicles[k]!.group;
    if (own !== group) {
      group = own;
      least = calcLeastActivation(own, pressureKPa, tense, resting);
    }
    floorN[k] = least * maxForceN[k]!;
  }
  const give = 1 + RESTING_GIVE * resting;
  for (let n = 0; n < system.tissueNm.length; n++)
    maxForceN[system.fascicles.length + n] = give * system.tissueNm[n]!;
}

/** Factor on the yield of the joints when the body rests and sinks to where its tissues bear it (our assumption). */
const RESTING_GIVE = 4;

/** Moment of the tissues of a row by yielding, Nm. */
export function calcYieldNm({ fascicles, solver, symmetric }: MuscleSystem, row: number): number {
  const { forceN } = solver;
  if (symmetric) {
    const column = fascicles.length + 2 * row;
    return forceN[column]! - forceN[column + 1]!;
  }
  const column = fascicles.length + 4 * row;
  return forceN[column]! + forceN[column + 1]! - forceN[column + 2]! - forceN[column + 3]!;
}

/**
 * Sum of all fascicles' pulls across each disc.
 *
 * @param outN 17 × 3, on the lower body: forward, up, to the right
 */
export function calcMuscleForces(system: MuscleSystem, outN: Float64Array): void {
  const { firstDisc, discCount, pullOffset, pull, solver } = system;
  const { forceN } = solver;
  outN.fill(0);
  for (let k = 0; k < discCount.length; k++) {
    const force = forceN[k]!;
    if (force === 0) continue;
    let q = pullOffset[k]!;
    let at = 3 * firstDisc[k]!;
    for (let n = 3 * discCount[k]!; n > 0; n--) outN[at++]! += force * pull[q++]!;
  }
}

/** Copies the forces as right, then left sides' fascicles, N. */
export function writeForces(system: MuscleSystem, out: Float64Array): void {
  const count = system.fascicles.length;
  const forceN = system.solver.forceN.subarray(0, count);
  out.set(forceN);
  if (system.symmetric) out.set(forceN, count);
}
