import {
  calcCapacityMPa,
  calcLayerCompliance,
  createLayerLaws,
  type LayerLaws,
  refreshLayer,
} from './layerLaw.ts';
import { LAYERS, type Section, type SectionState } from './section.ts';

// The law of one column: three layers in series. It is elastic up to the capacity of its weakest layer, which then crushes
// until another one is the weakest. Crushed bone unloads along a softer modulus. In tension a column carries up to a share of
// its peak and no more, without memory (a crack that closes again).

/** Tensile over compressive peak stress (source model). */
const TENSION_SHARE = 0.6;

/** Stress and its slope at the last call of `calcColumn`: MPa and MPa/mm. A scratch place, so that nothing is allocated. */
export const column = { stressMPa: 0, slopeMPaPerMm: 0 };

/** Per-section working arrays that depend on the crush: refreshed by `refreshColumn` after each accepted step. */
export interface SectionLaw {
  readonly layers: LayerLaws;
  /** Compliance of each layer, mm/MPa. */
  readonly layerCompliance: Float64Array;
  /** Of each column: stiffness, MPa/mm, and shortening at which it carries nothing, mm. */
  readonly columnStiffness: Float64Array;
  readonly columnCrushMm: Float64Array;
  /** What each column can bear before a layer of it crushes further, and before it cracks (negative), MPa. */
  readonly columnCapacityMPa: Float64Array;
  readonly columnCrackMPa: Float64Array;
  /** The layer that gives first, as its index; how its capacity then changes, MPa/mm, and for how much crush that holds, mm. */
  readonly givingLayer: Uint16Array;
  readonly givingSlope: Float64Array;
  readonly givingRoomMm: Float64Array;
}

/** @param rightOnly leaves the left half's law for later */
export function createSectionLaw(section: Section, state: SectionState, rightOnly = false): SectionLaw {
  const { count } = section;
  const law: SectionLaw = {
    layers: createLayerLaws(LAYERS * count),
    layerCompliance: new Float64Array(LAYERS * count),
    columnStiffness: new Float64Array(count),
    columnCrushMm: new Float64Array(count),
    columnCapacityMPa: new Float64Array(count),
    columnCrackMPa: new Float64Array(count),
    givingLayer: new Uint16Array(count),
    givingSlope: new Float64Array(count),
    givingRoomMm: new Float64Array(count),
  };
  if (rightOnly)
    for (let n = 0; n < section.rightHalf.length; n++)
      refreshColumn(section, state, law, section.rightHalf[n]!);
  else refreshLaw(section, state, law);
  return law;
}

/** Brings the law up to date with the crush and cement of a state. */
export function refreshLaw(section: Section, state: SectionState, law: SectionLaw): void {
  for (let j = 0; j < section.count; j++) refreshColumn(section, state, law, j);
}

export function refreshColumn(section: Section, state: SectionState, law: SectionLaw, j: number): void {
  const { count } = section;
  let crushMm = 0;
  let peak = Number.POSITIVE_INFINITY;
  for (let k = 0; k < LAYERS; k++) {
    const i = k * count + j;
    refreshLayer(section, state, law.layers, i, k);
    law.layerCompliance[i] = calcLayerCompliance(section, state, i, k);
    crushMm += state.crushMm[i]!;
    peak = Math.min(peak, section.peakMPa[i]!);
    at[k] = state.crushMm[i]! - state.restartMm[i]!;
    readPiece(law.layers, i, k);
  }
  const a = capacity[0]!;
  const b = capacity[1]!;
  const c = capacity[2]!;
  const weakest = a <= b && a <= c ? 0 : b <= c ? 1 : 2;
  const lowest = capacity[weakest]!;
  const next = weakest === 0 ? Math.min(b, c) : weakest === 1 ? Math.min(a, c) : Math.min(a, b);
  const rate = slope[weakest]!;
  const room = end[weakest]! - at[weakest]!;
  law.columnCrushMm[j] = crushMm;
  law.columnCapacityMPa[j] = lowest;
  law.columnCrackMPa[j] = -TENSION_SHARE * peak;
  law.givingLayer[j] = weakest * count + j;
  law.givingSlope[j] = rate;
  law.givingRoomMm[j] = rate > 0 ? Math.min(room, (next - lowest) / rate) : room;
  refreshStiffness(section, law, j);
}

function refreshStiffness(
  { count }: Section,
  { layerCompliance, columnStiffness }: SectionLaw,
  j: number,
): void {
  columnStiffness[j] =
    1 / (layerCompliance[j]! + layerCompliance[count + j]! + layerCompliance[2 * count + j]!);
}

/** The same, where the giving layer of column j has crushed by `givenMm` along its piece and nothing else has changed. */
export function advanceColumn(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  j: number,
  givenMm: number,
): void {
  const left = law.givingRoomMm[j]! - givenMm;
  // at the end of a piece all is read afresh
  if (left < 1e-9) {
    refreshColumn(section, state, law, j);
    return;
  }
  const i = law.givingLayer[j]!;
  law.givingRoomMm[j] = left;
  law.columnCrushMm[j]! += givenMm;
  law.columnCapacityMPa[j]! += law.givingSlope[j]! * givenMm;
  law.layerCompliance[i] = calcLayerCompliance(section, state, i, (i - j) / section.count);
  refreshStiffness(section, law, j);
}

/**
 * Stress of column j shortened by `shorteningMm`, into `column`; the crush this takes, from the accepted state's, into `crush`.
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

/** Capacities closer than this share count as equal. */
const EQUAL = 1e-9;

/** Pieces of three laws that a column may pass in one step: more than there are, so that the loop always ends. */
const MOST_TURNS = 24;

// scratch of `crushColumn`, one entry a layer: crush since its law began, capacity, slope and end of the piece it is on
const at = new Float64Array(LAYERS);
const capacity = new Float64Array(LAYERS);
const slope = new Float64Array(LAYERS);
const end = new Float64Array(LAYERS);
const gives = new Uint8Array(LAYERS);

/**
 * The weakest layer crushes along the pieces of its law until it carries what reaches it, or until another one is the weakest.
 * Layers that rise at the same capacity go on together, as springs in series.
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
    at[k] = state.crushMm[i]! - state.restartMm[i]!;
    readPiece(law.layers, i, k);
  }
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const lowest = Math.min(capacity[0]!, capacity[1]!, capacity[2]!);
    if (stress <= lowest) break;
    const alone = pickGiving(lowest);
    // how the capacity of what gives changes with its crush, and how far it may go along these pieces, mm
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
        // to the end of its piece exactly, so that the next one is read
        if (ends && end[k]! - at[k]! < 1e-9) at[k] = end[k]!;
        readPiece(law.layers, k * count + j, k);
      }
  }
  for (let k = 0; k < LAYERS; k++) crush[k * count + j] = at[k]! + state.restartMm[k * count + j]!;
  column.stressMPa = stress;
}

/** Marks the layers that give: the first that softens or stays level at the lowest capacity (returned), or all that rise there (−1). */
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

/** Crushes what gives by `totalMm` in all; layers in series at one stress share it by their softness. */
function moveGiving(totalMm: number, rate: number): void {
  for (let k = 0; k < LAYERS; k++)
    if (gives[k]) {
      const share = gives[0]! + gives[1]! + gives[2]! === 1 ? 1 : rate / slope[k]!;
      at[k]! += totalMm * share;
      capacity[k]! += totalMm * share * slope[k]!;
    }
}

/** Reads capacity, slope and end of the piece that layer i stands on, as layer k of its column. */
function readPiece(laws: LayerLaws, i: number, k: number): void {
  const crush = at[k]!;
  capacity[k] = calcCapacityMPa(laws, i, crush);
  if (crush < laws.firstEndMm[i]!) {
    slope[k] = laws.firstSlope[i]!;
    end[k] = laws.firstEndMm[i]!;
  } else if (crush < laws.secondEndMm[i]!) {
    slope[k] = laws.secondSlope[i]!;
    end[k] = laws.secondEndMm[i]!;
  } else {
    slope[k] = laws.packingSlope[i]!;
    end[k] = Number.POSITIVE_INFINITY;
  }
}
