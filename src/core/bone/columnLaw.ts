import {
  calcLayerCompliance,
  createLayerLaws,
  type LayerLaws,
  piece,
  readPiece,
  refreshLayer,
} from './layerLaw.ts';
import { LAYERS, type Section, type SectionState } from './section.ts';

// The law of one column: three layers in series. It is elastic up to the capacity of its weakest layer, which then crushes
// until another one is the weakest. Crushed bone unloads along a softer modulus. In tension a column carries up to a fraction of
// its peak and no more, without memory (a crack that closes again).

/** Tensile over compressive peak stress (our assumption). */
export const TENSION_RATIO = 0.6;

/** Working arrays of a section that depend on its crush: updated by `refreshColumn` after each accepted step. */
export interface SectionLaw {
  readonly layers: LayerLaws;
  /** Compliance of each layer, mm/MPa. */
  readonly layerCompliance: Float64Array;
  /** Stiffness of each column, MPa/mm, and its shortening at zero stress, mm. */
  readonly columnStiffness: Float64Array;
  readonly columnCrushMm: Float64Array;
  /** Capacity of each column, MPa: before a layer crushes further, and before the column cracks in tension (negative). */
  readonly columnCapacityMPa: Float64Array;
  readonly columnCrackMPa: Float64Array;
  /** Index of the layer that crushes first; change of its capacity, MPa/mm, and the crush over which that holds, mm. */
  readonly givingLayer: Uint16Array;
  readonly givingSlope: Float64Array;
  readonly givingRoomMm: Float64Array;
}

/** @param rightOnly leaves out the law of the left half, until it is needed */
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

/** Updates the law to the crush and cement of a state. */
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
    readPiece(law.layers, i, k, state.crushMm[i]! - state.restartMm[i]!);
  }
  const a = piece.capacityMPa[0]!;
  const b = piece.capacityMPa[1]!;
  const c = piece.capacityMPa[2]!;
  const weakest = a <= b && a <= c ? 0 : b <= c ? 1 : 2;
  const lowest = piece.capacityMPa[weakest]!;
  const next = weakest === 0 ? Math.min(b, c) : weakest === 1 ? Math.min(a, c) : Math.min(a, b);
  const rate = piece.slope[weakest]!;
  const room = piece.endMm[weakest]! - piece.crushMm[weakest]!;
  law.columnCrushMm[j] = crushMm;
  law.columnCapacityMPa[j] = lowest;
  law.columnCrackMPa[j] = -TENSION_RATIO * peak;
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

/** The same, where only the weakest layer of column j has crushed, by `givenMm` along its piece. */
export function advanceColumn(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  j: number,
  givenMm: number,
): void {
  const left = law.givingRoomMm[j]! - givenMm;
  // at the end of a piece everything is read anew
  if (left < 1e-9) {
    refreshColumn(section, state, law, j);
    return;
  }
  law.givingRoomMm[j] = left;
  law.columnCrushMm[j]! += givenMm;
  law.columnCapacityMPa[j]! += law.givingSlope[j]! * givenMm;
  for (let k = 0; k < LAYERS; k++) {
    const i = k * section.count + j;
    law.layerCompliance[i] = calcLayerCompliance(section, state, i, k);
  }
  refreshStiffness(section, law, j);
}
