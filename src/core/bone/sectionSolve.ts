import { solve4 } from '../math/solve4.ts';
import { calcRelievedRatio } from './nucleus.ts';
import { applyRest } from './section.ts';
import {
  acceptSection,
  calcSectionForce,
  createLoadedSection,
  ENTRIES,
  type LoadedSection,
  UNKNOWNS,
} from './sectionForce.ts';

/**
 * Surroundings in series with a body that yields: the load they apply, and how that load falls as the end plates move within a
 * step (discs and muscles unload; a rate term keeps the collapse from being instant).
 */
export interface Surroundings {
  /** N, N mm, N mm, with the end plates where they are at the start of the step. */
  readonly load: Float64Array;
  /**
   * Fall of the load with the end plates' movement in this step: N/mm, N mm/rad, N mm/rad. The movement that counts for the
   * compression is q0 + (B/P) q3, that of the pressure on the plate.
   */
  readonly stiffness: Float64Array;
  /** Ratio B/P of the compression's pressure before the plates deflect; the section's own where it is not given. */
  deflectionForceRatio?: number;
  /** Fall of ∫ p (1 − r²) dA with the deflection in this step, N/mm; the section's own relief where it is not given. */
  deflectionStiffnessNPerMm?: number;
}

const MAX_ITERATIONS = 60;
/** Most times that a Newton step is halved when it does not reduce the residual. */
const MAX_HALVINGS = 8;
/** Greatest movement of an end plate's rim in one iteration, mm: a Newton step across a kink of the law is cut to this. */
const MAX_MOVE_MM = 1;

const residual = new Float64Array(UNKNOWNS);
const matrix = new Float64Array(ENTRIES);
const change = new Float64Array(UNKNOWNS);
const from = new Float64Array(UNKNOWNS);

/**
 * Newton's method with backtracking for force(q) = load − spring · (q − start).
 *
 * @param load N, N mm, N mm, N
 * @param spring symmetric, row by row as the tangent
 * @param q initial guess, and on return the solution, at which the body was last evaluated
 * @param toleranceN on force, deflection force, and moments over a quarter of the depth
 * @returns the residual left, N
 */
export function solveSection(
  body: LoadedSection,
  load: Float64Array,
  spring: Float64Array,
  start: Float64Array,
  q: Float64Array,
  toleranceN: number,
): number {
  calcSectionForce(body, q);
  let left = fillResidual(body, load, spring, start, q);
  for (let iteration = 0; iteration < MAX_ITERATIONS && left > toleranceN; iteration++) {
    for (let i = 0; i < ENTRIES; i++) matrix[i] = body.tangent[i]! + spring[i]!;
    // columns cracked in tension or on their plateau have no stiffness: a small one keeps the step finite
    matrix[0]! += 1e-3;
    matrix[4]! += 1e-3;
    matrix[7]! += 1e-3;
    matrix[9]! += 1e-3;
    if (!solve4(matrix, residual, change)) break;
    from.set(q);
    let stepLength = Math.min(1, MAX_MOVE_MM / largestMove(body, change));
    for (let halving = 0; ; halving++) {
      for (let i = 0; i < UNKNOWNS; i++) q[i] = from[i]! + stepLength * change[i]!;
      calcSectionForce(body, q);
      const next = fillResidual(body, load, spring, start, q);
      if (next < left || halving === MAX_HALVINGS) {
        left = next;
        break;
      }
      stepLength /= 2;
    }
  }
  return left;
}

/**
 * Moves the end plates to where the section carries the load of its surroundings, and accepts that state.
 *
 * @returns the residual left, N
 */
export function applySurroundings(body: LoadedSection, around: Surroundings): number {
  const { load, stiffness } = around;
  const { section, q } = body;
  const p = load[0]!;
  const ratio = calcRelievedRatio(
    around.deflectionForceRatio ?? section.deflectionForceRatio,
    section.reliefNPerMm,
    q[3]!,
    p,
  );
  offered[0] = p;
  offered[1] = load[1]!;
  offered[2] = load[2]!;
  offered[3] = ratio * p;
  const axial = stiffness[0]!;
  springs[0] = axial;
  springs[3] = axial * ratio;
  springs[4] = stiffness[1]!;
  springs[7] = stiffness[2]!;
  springs[9] = axial * ratio * ratio + (around.deflectionStiffnessNPerMm ?? section.reliefNPerMm);
  trial.set(q);
  const left = solveSection(body, offered, springs, q, trial, TOLERANCE * (1 + Math.abs(p)));
  acceptSection(body, trial);
  return left;
}

/** Residual at which a step counts as solved, as a fraction of its load. */
const TOLERANCE = 1e-6;

const trial = new Float64Array(UNKNOWNS);
const offered = new Float64Array(UNKNOWNS);
const springs = new Float64Array(ENTRIES);
const NO_LOAD = new Float64Array(UNKNOWNS);
const NO_SPRING = new Float64Array(ENTRIES);

/** Position of the end plates without load (mm, rad, rad, mm). Leaves the accepted state as it is. */
export function calcUnloadedPosition(body: LoadedSection): Float64Array {
  const q = body.q.slice();
  solveSection(body, NO_LOAD, NO_SPRING, NO_LOAD, q, 1e-6);
  return q;
}

/**
 * Brings a body to rest after an event: its debris loosens, and the end plates go to their position without load. Changes the
 * body's state, including its deflection.
 *
 * @returns the position of the end plates: mm, rad, rad, mm
 */
export function settleSection(body: LoadedSection): Float64Array {
  const { section, state } = body;
  const before = calcUnloadedPosition(body);
  applyRest(section, state);
  const rested = createLoadedSection(section, state);
  rested.q.set(before);
  const unloaded = calcUnloadedPosition(rested);
  acceptSection(rested, unloaded);
  state.plateDeflectionMm = unloaded[3]!;
  return unloaded;
}

/**
 * The same, estimated from the accepted position in one elastic step that assumes no cracking in tension. Accurate to some
 * hundredths of a millimetre, for following a collapse while it runs.
 *
 * @param out mm, rad, rad, mm
 */
export function estimateUnloadedPosition(body: LoadedSection, out: Float64Array): void {
  const { q, force } = body;
  fillElasticMatrix(body, matrix);
  solve4(matrix, force, out);
  for (let i = 0; i < UNKNOWNS; i++) out[i] = q[i]! - out[i]!;
}

/** Stiffness of the body's columns and plates as long as nothing yields or cracks. */
function fillElasticMatrix(body: LoadedSection, out: Float64Array): void {
  const { section, law, mirrored } = body;
  const { count, rightHalf, areaMm2, xMm, zMm, deflectionShape } = section;
  out.fill(0);
  const columns = mirrored ? rightHalf.length : count;
  for (let n = 0; n < columns; n++) {
    const j = mirrored ? rightHalf[n]! : n;
    const k = areaMm2[j]! * law.columnStiffness[j]! * (mirrored ? 2 : 1);
    const kx = k * xMm[j]!;
    const kz = k * zMm[j]!;
    const kw = k * deflectionShape[j]!;
    out[0]! += k;
    out[1]! += kx;
    out[2]! += kz;
    out[3]! += kw;
    out[4]! += kx * xMm[j]!;
    out[5]! += kx * zMm[j]!;
    out[6]! += kx * deflectionShape[j]!;
    out[7]! += kz * zMm[j]!;
    out[8]! += kz * deflectionShape[j]!;
    out[9]! += kw * deflectionShape[j]!;
  }
  if (mirrored) {
    out[2] = 0;
    out[5] = 0;
    out[8] = 0;
  }
  out[9]! += body.resistance.stiffnessNPerMm;
}

function largestMove(body: LoadedSection, step: Float64Array): number {
  const { depthMm, widthMm } = body.section;
  const rim = Math.abs(step[0]!) + (Math.abs(step[1]!) * depthMm) / 2 + (Math.abs(step[2]!) * widthMm) / 2;
  return Math.max(rim + Math.abs(step[3]!), 1e-12);
}

function fillResidual(
  { force, section }: LoadedSection,
  load: Float64Array,
  spring: Float64Array,
  start: Float64Array,
  q: Float64Array,
): number {
  const armMm = section.depthMm / 4;
  const d0 = q[0]! - start[0]!;
  const d1 = q[1]! - start[1]!;
  const d2 = q[2]! - start[2]!;
  const d3 = q[3]! - start[3]!;
  const r0 = load[0]! - force[0]! - (spring[0]! * d0 + spring[1]! * d1 + spring[2]! * d2 + spring[3]! * d3);
  const r1 = load[1]! - force[1]! - (spring[1]! * d0 + spring[4]! * d1 + spring[5]! * d2 + spring[6]! * d3);
  const r2 = load[2]! - force[2]! - (spring[2]! * d0 + spring[5]! * d1 + spring[7]! * d2 + spring[8]! * d3);
  const r3 = load[3]! - force[3]! - (spring[3]! * d0 + spring[6]! * d1 + spring[8]! * d2 + spring[9]! * d3);
  residual[0] = r0;
  residual[1] = r1;
  residual[2] = r2;
  residual[3] = r3;
  const front = r1 / armMm;
  const right = r2 / armMm;
  return Math.sqrt(r0 * r0 + front * front + right * right + r3 * r3);
}
