import type { SectionLaw } from './columnLaw.ts';
import { piece, readPiece } from './layerLaw.ts';
import { LAYERS, type Section, type SectionState } from './section.ts';

/** Stress and its slope at the last call of `calcColumn`, MPa and MPa/mm; scratch, so that nothing is allocated. */
export const column = { stressMPa: 0, slopeMPaPerMm: 0 };

/**
 * Stress of column j shortened by `shorteningMm`, into `column`; its crush, starting from the accepted state's, into `crush`.
 */
export function calcColumn(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  j: number,
  shorteningMm: number,
  crush: Float64Array,
): void {
  const { count } = section;
  const stiffness = law.columnStiffness[j]!;
  const stress = (shorteningMm - law.columnCrushMm[j]!) * stiffness;
  crush[j] = state.crushMm[j]!;
  crush[count + j] = state.crushMm[count + j]!;
  crush[2 * count + j] = state.crushMm[2 * count + j]!;
  column.stressMPa = stress;
  column.slopeMPaPerMm = stiffness;
  if (stress < law.columnCrackMPa[j]!) {
    column.stressMPa = law.columnCrackMPa[j]!;
    column.slopeMPaPerMm = 0;
  } else if (stress > law.columnCapacityMPa[j]!) crushColumn(section, state, law, j, stress, crush);
}

/** Capacities closer than this fraction count as equal. */
const EQUAL = 1e-9;

/** Most pieces of the three layers' laws that one step may pass: more than there are, so that the loop always ends. */
const MAX_ITERATIONS = 24;

const { crushMm: at, capacityMPa: capacity, slope, endMm: end } = piece;
/** Which layers crush: 1 or 0. */
const gives = new Uint8Array(LAYERS);

/**
 * Crushes the weakest layer along the pieces of its law until its capacity equals the stress, or until another layer is the
 * weakest. Layers that harden at the same capacity crush together, as springs in series.
 */
function crushColumn(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  j: number,
  trialStress: number,
  crush: Float64Array,
): void {
  const { count } = section;
  const stiffness = law.columnStiffness[j]!;
  let stress = trialStress;
  for (let k = 0; k < LAYERS; k++) {
    const i = k * count + j;
    readPiece(law.layers, i, k, state.crushMm[i]! - state.restartMm[i]!);
  }
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const lowest = Math.min(capacity[0]!, capacity[1]!, capacity[2]!);
    if (stress <= lowest) break;
    const alone = pickGiving(lowest);
    // change of the crushing layers' capacity with their crush, and how far these pieces reach, mm
    let softness = 0;
    let next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < LAYERS; k++)
      if (gives[k]) softness += 1 / slope[k]!;
      else next = Math.min(next, capacity[k]!);
    const rate = alone >= 0 ? slope[alone]! : 1 / softness;
    let room = Number.POSITIVE_INFINITY;
    if (alone >= 0) room = end[alone]! - at[alone]!;
    else
      for (let k = 0; k < LAYERS; k++)
        if (gives[k]) room = Math.min(room, ((end[k]! - at[k]!) * slope[k]!) / rate);
    let ends = true;
    if (rate > 0 && (next - lowest) / rate < room) {
      room = Math.max(0, (next - lowest) / rate);
      ends = false;
    }
    const steepness = stiffness + rate;
    if (steepness > 0 && (stress - lowest) / steepness <= room) {
      moveGiving((stress - lowest) / steepness, rate);
      stress -= ((stress - lowest) / steepness) * stiffness;
      column.slopeMPaPerMm = (stiffness * rate) / steepness;
      break;
    }
    moveGiving(room, rate);
    stress -= room * stiffness;
    for (let k = 0; k < LAYERS; k++)
      if (gives[k]) {
        // exactly to the end of its piece, so that the next one is read
        const reached = ends && end[k]! - at[k]! < 1e-9 ? end[k]! : at[k]!;
        readPiece(law.layers, k * count + j, k, reached);
      }
  }
  for (let k = 0; k < LAYERS; k++) crush[k * count + j] = at[k]! + state.restartMm[k * count + j]!;
  column.stressMPa = stress;
}

/** Marks the layers that crush: the first that softens or stays level at the lowest capacity (returned), or all that harden there (−1). */
function pickGiving(lowest: number): number {
  const limit = lowest + EQUAL * Math.abs(lowest);
  let alone = -1;
  for (let k = 0; k < LAYERS; k++) {
    const atLowest = capacity[k]! <= limit;
    gives[k] = atLowest ? 1 : 0;
    if (atLowest && alone < 0 && slope[k]! <= 0) alone = k;
  }
  if (alone >= 0) for (let k = 0; k < LAYERS; k++) gives[k] = k === alone ? 1 : 0;
  return alone;
}

/** Crushes the marked layers by `totalMm` in all; layers in series at one stress share it in proportion to their softness. */
function moveGiving(totalMm: number, rate: number): void {
  for (let k = 0; k < LAYERS; k++)
    if (gives[k]) {
      const share = gives[0]! + gives[1]! + gives[2]! === 1 ? 1 : rate / slope[k]!;
      at[k]! += totalMm * share;
      capacity[k]! += totalMm * share * slope[k]!;
    }
}
