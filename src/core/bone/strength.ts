import { clamp } from '../math/scalar.ts';
import { solve3 } from '../math/solve3.ts';
import { copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { acceptSection, calcSectionForce, createLoadedSection, type LoadedSection } from './sectionForce.ts';
import { calcUnloadedPosition } from './sectionSolve.ts';

/** Shortening between two tries along the path to the peak, as a share of the body's height. */
const STEP_SHARE = 0.001;
/** The search ends when the force has fallen by this share of its peak … */
const FALL_SHARE = 0.01;
/** … or the body has shortened by this share of its height past first yield: a body that packs has no peak before. */
const LONGEST_SHARE = 0.03;

/**
 * Strength of a section: the greatest compression it bears on the way down, its end plates pressed together slowly by a
 * force that keeps its distance from the centre.
 *
 * @param eccentricityMm of the force, + = towards the front
 * @returns N
 */
export function calcStrengthN(section: Section, state: SectionState, eccentricityMm: number): number {
  const body = createLoadedSection(section, copySectionState(state));
  const unloaded = calcUnloadedPosition(body);
  body.q.set(unloaded);
  const limit = calcElasticLimit(body, unloaded, eccentricityMm);
  let peak = limit.loadN;
  const q = limit.q;
  const start = q[0]!;
  let turn = limit.turnPerMm;
  const steps = Math.ceil(LONGEST_SHARE / STEP_SHARE);
  for (let step = 1; step <= steps; step++) {
    const before = q[1]!;
    q[0] = start + step * STEP_SHARE * section.heightMm;
    q[1]! += turn * STEP_SHARE * section.heightMm;
    turnUntilBalanced(body, q, eccentricityMm);
    turn = (q[1]! - before) / (STEP_SHARE * section.heightMm);
    const force = body.force[0]!;
    acceptSection(body, q);
    if (force > peak) peak = force;
    else if (force < (1 - FALL_SHARE) * peak) break;
  }
  return peak;
}

/**
 * Rotates the end plates until the moment is force × eccentricity and the sides balance: Newton, its step halved where it does
 * not bring the imbalance down (columns change their law on the way).
 */
function turnUntilBalanced(body: LoadedSection, q: Float64Array, arm: number): void {
  const { force, tangent, section } = body;
  const largest = 2 / section.depthMm; // rad: 1 mm at the rim
  calcSectionForce(body, q);
  let left = calcImbalance(force, arm);
  for (let iteration = 0; iteration < 25; iteration++) {
    if (left < 1e-4 * section.depthMm * (1 + Math.abs(force[0]!))) return;
    const front = force[1]! - arm * force[0]!;
    const right = force[2]!;
    const k11 = tangent[3]! - arm * tangent[1]!;
    const k12 = tangent[4]! - arm * tangent[2]!;
    const determinant = k11 * tangent[5]! - k12 * tangent[4]!;
    if (Math.abs(determinant) < 1e-9) return;
    const d1 = clamp((front * tangent[5]! - right * k12) / determinant, -largest, largest);
    const d2 = clamp((right * k11 - front * tangent[4]!) / determinant, -largest, largest);
    const [q1, q2] = [q[1]!, q[2]!];
    for (let share = 1; share > 1 / 300; share /= 2) {
      q[1] = q1 - share * d1;
      q[2] = q2 - share * d2;
      calcSectionForce(body, q);
      const next = calcImbalance(force, arm);
      if (next < left) {
        left = next;
        break;
      }
    }
  }
}

const calcImbalance = (force: Float64Array, arm: number): number =>
  Math.abs(force[1]! - arm * force[0]!) + Math.abs(force[2]!);

/** Load at which the first layer of the first column reaches its capacity, and the end plates there. */
export interface ElasticLimit {
  readonly loadN: number;
  readonly q: Float64Array;
  readonly turnPerMm: number;
}

export function calcElasticLimit(
  body: LoadedSection,
  unloaded: Float64Array,
  eccentricityMm: number,
): ElasticLimit {
  const { section, state, law } = body;
  calcSectionForce(body, unloaded);
  const perNewton = new Float64Array(3);
  const direction = Float64Array.of(1, eccentricityMm, 0);
  if (!solve3(body.tangent, direction, perNewton)) return { loadN: 0, q: unloaded.slice(), turnPerMm: 0 };
  let loadN = Number.POSITIVE_INFINITY;
  for (let j = 0; j < section.count; j++) {
    const x = section.xMm[j]!;
    const z = section.zMm[j]!;
    const rate = (perNewton[0]! + perNewton[1]! * x + perNewton[2]! * z) / law.columnComplianceMm[j]!;
    if (rate <= 0) continue;
    let crushed = 0;
    for (let k = 0; k < LAYERS; k++) crushed += state.crushMm[k * section.count + j]!;
    const u = unloaded[0]! + unloaded[1]! * x + unloaded[2]! * z + state.bowlMm * section.bowl[j]!;
    const locked = (u - crushed) / law.columnComplianceMm[j]!;
    loadN = Math.min(loadN, Math.max(0, (law.columnCapacityMPa[j]! - locked) / rate));
  }
  const q = unloaded.slice();
  for (let i = 0; i < 3; i++) q[i]! += loadN * perNewton[i]!;
  return { loadN, q, turnPerMm: perNewton[1]! / perNewton[0]! };
}
