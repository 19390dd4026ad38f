import { solve3 } from '../math/solve3.ts';
import { acceptSection, calcSectionForce, type LoadedSection } from './sectionForce.ts';

/**
 * What stands in series with a body while it gives: what offers the load, and how that offer falls as the end plates move
 * within a step (discs and muscles unload; a rate term keeps the collapse from being instant).
 */
export interface Surroundings {
  /** N, N mm, N mm, with the end plates where they are at the start of the step. */
  readonly load: Float64Array;
  /** Fall of the load with the end plates' movement in this step: N/mm, N mm/rad, N mm/rad. */
  readonly stiffness: Float64Array;
}

const MAX_ITERATIONS = 60;
/** Newton steps that do not bring the residual down are halved, so often at most. */
const MAX_HALVINGS = 8;
/** Largest move of an end plate's rim in one iteration, mm: a Newton step across a law's kink is cut to this. */
const MAX_MOVE_MM = 1;
const DIAGONAL = [0, 3, 5] as const;

const residual = new Float64Array(3);
const matrix = new Float64Array(6);
const change = new Float64Array(3);
const from = new Float64Array(3);

/**
 * Newton with backtracking for force(q) = load − stiffness · (q − start).
 *
 * @param q begins as the guess and ends as the solution; the body's last evaluation is there
 * @param toleranceN on force and moments over a quarter of the depth
 * @returns the residual left, N
 */
function solve(
  body: LoadedSection,
  load: Float64Array,
  stiffness: Float64Array,
  start: Float64Array,
  q: Float64Array,
  toleranceN: number,
): number {
  calcSectionForce(body, q);
  let left = fillResidual(body, load, stiffness, start, q);
  for (let iteration = 0; iteration < MAX_ITERATIONS && left > toleranceN; iteration++) {
    for (let i = 0; i < 6; i++) matrix[i] = body.tangent[i]!;
    // columns cracked in tension or on their plateau have no stiffness: a trace of it keeps the step finite
    for (let i = 0; i < 3; i++) matrix[DIAGONAL[i]!]! += stiffness[i]! + 1e-3;
    if (!solve3(matrix, residual, change)) break;
    from.set(q);
    let share = Math.min(1, MAX_MOVE_MM / largestMove(body, change));
    for (let halving = 0; ; halving++) {
      for (let i = 0; i < 3; i++) q[i] = from[i]! + share * change[i]!;
      calcSectionForce(body, q);
      const next = fillResidual(body, load, stiffness, start, q);
      if (next < left || halving === MAX_HALVINGS) {
        left = next;
        break;
      }
      share /= 2;
    }
  }
  return left;
}

/**
 * Moves the end plates to where the section carries what its surroundings offer, and accepts that state.
 *
 * @returns the residual left, N
 */
export function applySurroundings(body: LoadedSection, around: Surroundings): number {
  trial.set(body.q);
  const left = solve(
    body,
    around.load,
    around.stiffness,
    body.q,
    trial,
    TOLERANCE * (1 + Math.abs(around.load[0]!)),
  );
  acceptSection(body, trial);
  return left;
}

/** Residual at which a step is solved, as a share of its load. */
const TOLERANCE = 1e-6;

const trial = new Float64Array(3);
const NOTHING = new Float64Array(3);

/** Takes the load off: where the end plates stand unloaded (mm, rad, rad). Leaves the accepted state as it is. */
export function calcUnloadedPosition(body: LoadedSection): Float64Array {
  const q = body.q.slice();
  solve(body, NOTHING, NOTHING, NOTHING, q, 1e-6);
  return q;
}

/**
 * The same, estimated from the accepted position in one elastic step: columns that would crack in tension are taken to hold.
 * Good to some hundredths of a millimetre, for following a collapse while it runs.
 *
 * @param out mm, rad, rad
 */
export function estimateUnloadedPosition(body: LoadedSection, out: Float64Array): void {
  const { section, law, q, force } = body;
  matrix.fill(0);
  for (let j = 0; j < section.count; j++) {
    const k = section.areaMm2[j]! / law.columnComplianceMm[j]!;
    const kx = k * section.xMm[j]!;
    const kz = k * section.zMm[j]!;
    matrix[0]! += k;
    matrix[1]! += kx;
    matrix[2]! += kz;
    matrix[3]! += kx * section.xMm[j]!;
    matrix[4]! += kx * section.zMm[j]!;
    matrix[5]! += kz * section.zMm[j]!;
  }
  solve3(matrix, force, out);
  for (let i = 0; i < 3; i++) out[i] = q[i]! - out[i]!;
}

function largestMove(body: LoadedSection, step: Float64Array): number {
  const { depthMm, widthMm } = body.section;
  const move = Math.abs(step[0]!) + (Math.abs(step[1]!) * depthMm) / 2 + (Math.abs(step[2]!) * widthMm) / 2;
  return Math.max(move, 1e-12);
}

function fillResidual(
  body: LoadedSection,
  load: Float64Array,
  stiffness: Float64Array,
  start: Float64Array,
  q: Float64Array,
): number {
  const armMm = body.section.depthMm / 4;
  for (let i = 0; i < 3; i++) residual[i] = load[i]! - stiffness[i]! * (q[i]! - start[i]!) - body.force[i]!;
  const front = residual[1]! / armMm;
  const right = residual[2]! / armMm;
  return Math.sqrt(residual[0]! * residual[0]! + front * front + right * right);
}
