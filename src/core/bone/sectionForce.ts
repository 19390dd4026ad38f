import { calcColumn, column } from './columnCrush.ts';
import { advanceColumn, refreshColumn } from './columnLaw.ts';
import type { LoadedSection } from './loadedSection.ts';
import { LAYERS } from './section.ts';

export { createLoadedSection, ENTRIES, type LoadedSection, UNKNOWNS } from './loadedSection.ts';

/** How a column responds. */
const ELASTIC = 0;
const GIVING = 1;
const CRUSHED = 2;

/** Force and tangent at the end-plate position `q` (flat where it gives no deflection), tried from the accepted state; nothing is accepted. */
export function calcSectionForce(body: LoadedSection, q: Float64Array): void {
  const { section, state, law, force, tangent, trialCrushMm, answer, givingMm } = body;
  const { xMm, zMm, areaMm2, deflectionShape, count, rightHalf } = section;
  const { columnStiffness, columnCrushMm, columnCapacityMPa, columnCrackMPa, givingSlope, givingRoomMm } =
    law;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q2 = q[2]!;
  const q3 = q[3] ?? 0;
  const halved = body.mirrored && q2 === 0;
  body.halved = halved;
  if (!halved && body.leftIsStale) refreshLeft(body);
  let p = 0;
  let mx = 0;
  let mz = 0;
  let b = 0;
  let k00 = 0;
  let k01 = 0;
  let k02 = 0;
  let k03 = 0;
  let k11 = 0;
  let k12 = 0;
  let k13 = 0;
  let k22 = 0;
  let k23 = 0;
  let k33 = 0;
  const columns = halved ? rightHalf.length : count;
  for (let n = 0; n < columns; n++) {
    const j = halved ? rightHalf[n]! : n;
    const x = xMm[j]!;
    const z = zMm[j]!;
    const w = deflectionShape[j]!;
    const u = q0 + q1 * x + q2 * z + q3 * w;
    const stiffness = columnStiffness[j]!;
    let stress = (u - columnCrushMm[j]!) * stiffness;
    let slope = stiffness;
    if (stress > columnCapacityMPa[j]!) {
      const rate = givingSlope[j]!;
      const giving = (stress - columnCapacityMPa[j]!) / (stiffness + rate);
      if (giving >= 0 && giving <= givingRoomMm[j]!) {
        answer[j] = GIVING;
        givingMm[j] = giving;
        stress -= giving * stiffness;
        slope = (stiffness * rate) / (stiffness + rate);
      } else {
        answer[j] = CRUSHED;
        calcColumn(section, state, law, j, u, trialCrushMm);
        stress = column.stressMPa;
        slope = column.slopeMPaPerMm;
      }
    } else {
      answer[j] = ELASTIC;
      if (stress < columnCrackMPa[j]!) {
        stress = columnCrackMPa[j]!;
        slope = 0;
      }
    }
    const area = areaMm2[j]!;
    const f = area * stress;
    const k = area * slope;
    const kx = k * x;
    const kz = k * z;
    const kw = k * w;
    p += f;
    mx += f * x;
    mz += f * z;
    b += f * w;
    k00 += k;
    k01 += kx;
    k02 += kz;
    k03 += kw;
    k11 += kx * x;
    k12 += kx * z;
    k13 += kx * w;
    k22 += kz * z;
    k23 += kz * w;
    k33 += kw * w;
  }
  const twice = halved ? 2 : 1;
  force[0] = twice * p;
  force[1] = twice * mx;
  force[2] = halved ? 0 : mz;
  force[3] = twice * b;
  tangent[0] = twice * k00;
  tangent[1] = twice * k01;
  tangent[2] = halved ? 0 : k02;
  tangent[3] = twice * k03;
  tangent[4] = twice * k11;
  tangent[5] = halved ? 0 : k12;
  tangent[6] = twice * k13;
  tangent[7] = twice * k22;
  tangent[8] = halved ? 0 : k23;
  tangent[9] = twice * k33;
  addPlateResistance(body, q3);
}

/** Force of the end plates themselves: elastic from the deflection to which they have set; beyond yield the set grows. */
function addPlateResistance(body: LoadedSection, plateDeflectionMm: number): void {
  const { force, tangent, state } = body;
  const { stiffnessNPerMm, yieldN, hardeningNPerMm } = body.resistance;
  const set = state.plateSetMm;
  // hardening per set, such that the slope beyond yield is hardeningNPerMm per deflection
  const perSet = (hardeningNPerMm * stiffnessNPerMm) / (stiffnessNPerMm - hardeningNPerMm);
  const limit = yieldN + perSet * set;
  const trial = stiffnessNPerMm * (plateDeflectionMm - set);
  body.trialPlateSetMm = set;
  if (trial > limit) {
    body.trialPlateSetMm = set + (trial - limit) / (stiffnessNPerMm + perSet);
    force[3]! += limit + hardeningNPerMm * ((trial - limit) / stiffnessNPerMm);
    tangent[9]! += hardeningNPerMm;
  } else if (trial < -yieldN) force[3]! -= yieldN;
  else {
    force[3]! += trial;
    tangent[9]! += stiffnessNPerMm;
  }
}

/** Accepts the position `q`: the crush of the last evaluation, which must have been at `q`, becomes the state. */
export function acceptSection(body: LoadedSection, q: Float64Array): void {
  const { section, state, law, answer, givingMm, halved } = body;
  const { count, mirrorIndex, rightHalf } = section;
  body.q.set(q);
  state.plateSetMm = body.trialPlateSetMm;
  if (!halved) body.mirrored = false;
  const columns = halved ? rightHalf.length : count;
  for (let n = 0; n < columns; n++) {
    const j = halved ? rightHalf[n]! : n;
    if (answer[j] === ELASTIC) continue;
    acceptColumn(body, j, j);
    if (halved) {
      acceptColumn(body, mirrorIndex[j]!, j);
      body.leftIsStale = true;
    }
    if (answer[j] === GIVING) advanceColumn(section, state, law, j, givingMm[j]!);
    else refreshColumn(section, state, law, j);
  }
  answer.fill(ELASTIC);
}

/** Copies the crush that column `from` has reached to column `to`. */
function acceptColumn(body: LoadedSection, to: number, from: number): void {
  const { section, state, law, trialCrushMm, answer, givingMm } = body;
  const { count } = section;
  if (answer[from] === GIVING) state.crushMm[law.givingLayer[from]! + to - from]! += givingMm[from]!;
  else for (let k = 0; k < LAYERS; k++) state.crushMm[k * count + to] = trialCrushMm[k * count + from]!;
}

function refreshLeft(body: LoadedSection): void {
  const { section, state, law } = body;
  for (let n = 0; n < section.rightHalf.length; n++)
    refreshColumn(section, state, law, section.mirrorIndex[section.rightHalf[n]!]!);
  body.leftIsStale = false;
}
