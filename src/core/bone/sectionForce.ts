import { solve3 } from '../math/solve3.ts';
import { calcColumn, column, createSectionLaw, refreshLaw, type SectionLaw } from './columnLaw.ts';
import { createSectionState, LAYERS, type Section, type SectionState } from './section.ts';

/**
 * One vertebral body at work: its section, what has happened to it, and where its end plates are.
 * `q` is the shortening of the body: mean (mm), flexion (rad, + = front shorter), to the right (rad, + = right shorter).
 */
export interface LoadedSection {
  readonly section: Section;
  readonly state: SectionState;
  readonly law: SectionLaw;
  readonly q: Float64Array;
  /** Crush at the last evaluation; becomes the state's when a step is accepted. */
  readonly trialCrushMm: Float64Array;
  /** Force and moments at the last evaluation: N, N mm (+ = loads the front), N mm (+ = loads the right). */
  readonly force: Float64Array;
  /** Tangent at the last evaluation, row by row: 00, 01, 02, 11, 12, 22. */
  readonly tangent: Float64Array;
}

export function createLoadedSection(
  section: Section,
  state: SectionState = createSectionState(section),
): LoadedSection {
  return {
    section,
    state,
    law: createSectionLaw(section, state),
    q: fitEndPlates(section, state),
    trialCrushMm: state.crushMm.slice(),
    force: new Float64Array(3),
    tangent: new Float64Array(6),
  };
}

/** End plates through the crushed columns' tops, by least squares: near where the unloaded body stands, and flat on an intact one. */
function fitEndPlates(section: Section, state: SectionState): Float64Array {
  const { count, xMm, zMm, areaMm2, bowl } = section;
  const normal = new Float64Array(6);
  const right = new Float64Array(3);
  for (let j = 0; j < count; j++) {
    const x = xMm[j]!;
    const z = zMm[j]!;
    const weight = areaMm2[j]!;
    let crushed = -state.bowlMm * bowl[j]!;
    for (let k = 0; k < LAYERS; k++) crushed += state.crushMm[k * count + j]!;
    normal[0]! += weight;
    normal[1]! += weight * x;
    normal[2]! += weight * z;
    normal[3]! += weight * x * x;
    normal[4]! += weight * x * z;
    normal[5]! += weight * z * z;
    right[0]! += weight * crushed;
    right[1]! += weight * crushed * x;
    right[2]! += weight * crushed * z;
  }
  solve3(normal, right, right);
  return right;
}

/** Force and tangent at the end-plate position `q`, tried from the accepted state; nothing is accepted. */
export function calcSectionForce(body: LoadedSection, q: Float64Array): void {
  const { section, state, law, force, tangent, trialCrushMm } = body;
  const { xMm, zMm, areaMm2, bowl } = section;
  let p = 0;
  let mx = 0;
  let mz = 0;
  let k00 = 0;
  let k01 = 0;
  let k02 = 0;
  let k11 = 0;
  let k12 = 0;
  let k22 = 0;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q2 = q[2]!;
  const bowlMm = state.bowlMm;
  for (let j = 0; j < section.count; j++) {
    const x = xMm[j]!;
    const z = zMm[j]!;
    const area = areaMm2[j]!;
    calcColumn(section, state, law, j, q0 + q1 * x + q2 * z + bowlMm * bowl[j]!, trialCrushMm);
    const f = area * column.stressMPa;
    const k = area * column.slopeMPaPerMm;
    p += f;
    mx += f * x;
    mz += f * z;
    k00 += k;
    k01 += k * x;
    k02 += k * z;
    k11 += k * x * x;
    k12 += k * x * z;
    k22 += k * z * z;
  }
  force[0] = p;
  force[1] = mx;
  force[2] = mz;
  tangent[0] = k00;
  tangent[1] = k01;
  tangent[2] = k02;
  tangent[3] = k11;
  tangent[4] = k12;
  tangent[5] = k22;
}

/** Accepts the position `q`: the crush of the last evaluation, which must have been at `q`, becomes the state. */
export function acceptSection(body: LoadedSection, q: Float64Array): void {
  body.q.set(q);
  body.state.crushMm.set(body.trialCrushMm);
  refreshLaw(body.section, body.state, body.law);
}
