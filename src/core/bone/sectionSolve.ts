import { solve3 } from '../math/solve3.ts';
import { acceptSection, calcSectionForce, type LoadedSection } from './sectionForce.ts';

/**
 * What stands in series with a body while it gives: the load it is offered falls as it shortens, because the muscles slacken
 * and the discs beside it tilt, and a rate term keeps the collapse from being instant.
 */
export interface Surroundings {
  /** N, N mm, N mm, at the reference position. */
  readonly load: Float64Array;
  /** Position from which the surroundings' relief counts. */
  readonly reference: Float64Array;
  /** N/mm, N mm/rad, N mm/rad. */
  readonly stiffness: Float64Array;
  /** N s/mm, N mm s/rad, N mm s/rad. */
  readonly damping: Float64Array;
}

const MAX_ITERATIONS = 40;
const residual = new Float64Array(3);
const matrix = new Float64Array(6);
const change = new Float64Array(3);
const trial = new Float64Array(3);

/**
 * Moves the end plates to where the section carries what its surroundings offer after `stepS`, and accepts that state.
 *
 * @returns the residual left, N (moments divided by a quarter of the body's depth); below 1e-6 of the load in practice
 */
export function applySurroundings(body: LoadedSection, around: Surroundings, stepS: number): number {
  const arm = body.section.depthMm / 4;
  trial.set(body.q);
  let best = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    calcSectionForce(body, trial);
    best = fillResidual(body, around, stepS, trial, arm);
    if (best < 1e-9 * (1 + Math.abs(around.load[0]!))) break;
    for (let i = 0; i < 6; i++) matrix[i] = body.tangent[i]!;
    for (let i = 0; i < 3; i++)
      matrix[DIAGONAL[i]!]! += around.stiffness[i]! + around.damping[i]! / stepS + 1e-9;
    if (!solve3(matrix, residual, change)) break;
    const share = Math.min(1, MAX_CHANGE_MM / largestMove(body, change));
    for (let i = 0; i < 3; i++) trial[i]! += share * change[i]!;
  }
  calcSectionForce(body, trial);
  best = fillResidual(body, around, stepS, trial, arm);
  acceptSection(body, trial);
  return best;
}

const DIAGONAL = [0, 3, 5] as const;

/** Largest move of an end plate's rim in one iteration, mm: a Newton step across a law's kink is cut to this. */
const MAX_CHANGE_MM = 1;

function largestMove(body: LoadedSection, step: Float64Array): number {
  const { depthMm, widthMm } = body.section;
  const move = Math.abs(step[0]!) + (Math.abs(step[1]!) * depthMm) / 2 + (Math.abs(step[2]!) * widthMm) / 2;
  return move > 1e-12 ? move : 1e-12;
}

function fillResidual(
  body: LoadedSection,
  around: Surroundings,
  stepS: number,
  q: Float64Array,
  armMm: number,
): number {
  for (let i = 0; i < 3; i++)
    residual[i] =
      around.load[i]! -
      around.stiffness[i]! * (q[i]! - around.reference[i]!) -
      (around.damping[i]! / stepS) * (q[i]! - body.q[i]!) -
      body.force[i]!;
  return Math.abs(residual[0]!) + (Math.abs(residual[1]!) + Math.abs(residual[2]!)) / armMm;
}

const ZERO = new Float64Array(3);

/** Takes the load off: end plates where the body stands unloaded. Leaves the accepted state as it is. */
export function calcUnloadedPosition(body: LoadedSection): Float64Array {
  const q = body.q.slice();
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    calcSectionForce(body, q);
    const left = Math.abs(body.force[0]!) + Math.abs(body.force[1]!) + Math.abs(body.force[2]!);
    if (left < 1e-6) break;
    for (let i = 0; i < 6; i++) matrix[i] = body.tangent[i]!;
    // columns cracked in tension have no stiffness: a trace of it keeps the step finite
    for (let i = 0; i < 3; i++) matrix[DIAGONAL[i]!]! += 1;
    for (let i = 0; i < 3; i++) residual[i] = ZERO[i]! - body.force[i]!;
    if (!solve3(matrix, residual, change)) break;
    const share = Math.min(1, MAX_CHANGE_MM / largestMove(body, change));
    for (let i = 0; i < 3; i++) q[i]! += share * change[i]!;
  }
  return q;
}
