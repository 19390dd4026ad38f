import {
  BARE_SHARE,
  LAYERS,
  MIDDLE_LAYER,
  REPACKING,
  type Section,
  type SectionState,
  SHELL_MODULUS_MPA,
} from './section.ts';

// Law of one layer of a column. It bears its peak stress, then crushes: its capacity falls with the crush in millimetres to a
// plateau, rises slowly as the debris becomes denser, and steeply once the layer packs. Softening in millimetres makes the
// result independent of how many layers a column is cut into. Debris that has come to rest is loose and must first be pressed
// together again. Cement starts a layer's law anew.

/** Greatest fraction of the modulus lost by crushing, and the crush strain at which half of that is lost. */
const MAX_DAMAGE = 0.8; // stiffness loss up to 80 % (source kopperdahl-2000)
const HALF_DAMAGE_STRAIN = 0.05; // 30 % lost at 3 % strain (source ocallaghan-2017)

/** Fraction of its strength that crushed bone loses when it comes to rest (source kopperdahl-2000: with the plateau up to half). */
const LOOSENING = 0.15;
/**
 * Gain in strength of the bare bone between cement and end plate, which is confined (calibrated: a fill of 16 % of the body
 * restores its strength, source molloy-2003).
 */
const CONFINEMENT = 0.3;

/** Stiffness of a packed layer over that of the intact layer … */
const PACKED_STIFFNESS = 0.15;
/** … until this fraction of its height is crushed and the rest is solid (our assumption), as stiff as cortical bone. */
const SOLID_CRUSH = 0.92;

/** Fraction of the modulus lost at a crush strain. */
const calcDamage = (strain: number): number => (MAX_DAMAGE * strain) / (strain + HALF_DAMAGE_STRAIN);

/**
 * Capacity of every layer over its crush x since its law began, in four linear pieces: it starts at `startMPa`, changes by
 * `firstSlope` up to `firstEndMm`, by `secondSlope` up to `secondEndMm`, by `packingSlope` up to `packedEndMm`, and by
 * `solidSlope` from there. MPa, MPa/mm.
 */
export interface LayerLaws {
  readonly startMPa: Float64Array;
  readonly firstSlope: Float64Array;
  readonly firstEndMm: Float64Array;
  readonly secondSlope: Float64Array;
  readonly secondEndMm: Float64Array;
  readonly packingSlope: Float64Array;
  readonly packedEndMm: Float64Array;
  solidSlope: number;
}

export const createLayerLaws = (size: number): LayerLaws => ({
  startMPa: new Float64Array(size),
  firstSlope: new Float64Array(size),
  firstEndMm: new Float64Array(size),
  secondSlope: new Float64Array(size),
  secondEndMm: new Float64Array(size),
  packingSlope: new Float64Array(size),
  packedEndMm: new Float64Array(size),
  solidSlope: 0,
});

/**
 * Capacity of layer i, crushed by `crushMm` since its law began, MPa. A layer that a balloon has stretched back (less than 0)
 * bears no more than at the start of its law until it is pressed as far again.
 */
export function calcCapacityMPa(laws: LayerLaws, i: number, crushMm: number): number {
  if (crushMm < 0) return laws.startMPa[i]!;
  const firstEnd = laws.firstEndMm[i]!;
  const start = laws.startMPa[i]!;
  const first = laws.firstSlope[i]!;
  if (crushMm < firstEnd) return start + first * crushMm;
  const second = laws.secondSlope[i]!;
  const secondEnd = laws.secondEndMm[i]!;
  const after = start + first * firstEnd;
  if (crushMm < secondEnd) return after + second * (crushMm - firstEnd);
  const packing = after + second * (secondEnd - firstEnd);
  const packedEnd = laws.packedEndMm[i]!;
  const slope = laws.packingSlope[i]!;
  if (crushMm < packedEnd) return packing + slope * (crushMm - secondEnd);
  return packing + slope * (packedEnd - secondEnd) + laws.solidSlope * (crushMm - packedEnd);
}

/** Current pieces of the layers of one column: crush since each law began, capacity, slope and end of the piece. */
export const piece = {
  crushMm: new Float64Array(LAYERS),
  capacityMPa: new Float64Array(LAYERS),
  slope: new Float64Array(LAYERS),
  endMm: new Float64Array(LAYERS),
};

/** Reads the piece of layer i, the k-th of its column, after a crush of `crushMm`. */
export function readPiece(laws: LayerLaws, i: number, k: number, crushMm: number): void {
  piece.crushMm[k] = crushMm;
  piece.capacityMPa[k] = calcCapacityMPa(laws, i, crushMm);
  if (crushMm < 0) {
    piece.slope[k] = 0;
    piece.endMm[k] = 0;
  } else if (crushMm < laws.firstEndMm[i]!) {
    piece.slope[k] = laws.firstSlope[i]!;
    piece.endMm[k] = laws.firstEndMm[i]!;
  } else if (crushMm < laws.secondEndMm[i]!) {
    piece.slope[k] = laws.secondSlope[i]!;
    piece.endMm[k] = laws.secondEndMm[i]!;
  } else if (crushMm < laws.packedEndMm[i]!) {
    piece.slope[k] = laws.packingSlope[i]!;
    piece.endMm[k] = laws.packedEndMm[i]!;
  } else {
    piece.slope[k] = laws.solidSlope;
    piece.endMm[k] = Number.POSITIVE_INFINITY;
  }
}

/** Updates the law of layer i, the k-th of its column, to the crush and cement at the start of its next piece. */
export function refreshLayer(
  section: Section,
  state: SectionState,
  laws: LayerLaws,
  i: number,
  k: number,
): void {
  const { layerHeightMm, softeningMm, packingMm } = section;
  const cement = state.cement[i]!;
  const restart = state.restartMm[i]!;
  const peak = section.peakMPa[i]! * calcCementGain(section, i, k, cement);
  laws.startMPa[i] = peak;
  laws.firstSlope[i] = -((1 - section.plateau) * peak) / softeningMm;
  laws.firstEndMm[i] = softeningMm;
  laws.secondSlope[i] = (section.plateau * section.hardening * peak) / layerHeightMm;
  laws.secondEndMm[i] = Math.max(cement > 0 ? packingMm - restart : packingMm, softeningMm);
  laws.packingSlope[i] = (PACKED_STIFFNESS * section.modulusMPa[i]!) / layerHeightMm;
  const solidMm = SOLID_CRUSH * layerHeightMm;
  laws.packedEndMm[i] = Math.max(cement > 0 ? solidMm - restart : solidMm, laws.secondEndMm[i]!);
  laws.solidSlope = SHELL_MODULUS_MPA / layerHeightMm;
  if (cement === 0 && restart > 0) loosen(section, laws, i, restart);
}

/** Peak stress of a layer with its cement over that of its bone. Beside an end plate some bone stays bare and yields first. */
function calcCementGain(section: Section, i: number, k: number, cement: number): number {
  if (cement === 0) return 1;
  return k === MIDDLE_LAYER
    ? 1 - cement + (cement * section.cementStrengthMPa) / section.peakMPa[i]!
    : 1 + CONFINEMENT * cement;
}

/** Strain of bone at its peak stress (source kopperdahl-1998): the strain of a column's other layers when one of them crushes. */
const STRAIN_AT_PEAK = 0.0145;

/** Compliance of layer i, the k-th of its column, mm/MPa, with the damage by its own crush and by the strain when another layer crushed. */
export function calcLayerCompliance(section: Section, state: SectionState, i: number, k: number): number {
  const { layerHeightMm, count, heightMm } = section;
  const { crushMm, raisedMm } = state;
  const strain = crushMm[i]! / layerHeightMm;
  // stretching back does not heal the bone
  let shortenedMm = 0;
  for (let at = i - k * count; at < LAYERS * count; at += count) shortenedMm += crushMm[at]! + raisedMm[at]!;
  const beside = Math.min(shortenedMm / heightMm, STRAIN_AT_PEAK);
  const suffered = Math.max(strain + raisedMm[i]! / layerHeightMm, beside);
  const bone = section.modulusMPa[i]! * (1 - calcDamage(suffered));
  const cement = state.cement[i]!;
  if (cement === 0) return layerHeightMm / bone;
  // bare bone is in series with the filled part
  const bare = k === MIDDLE_LAYER ? 0 : BARE_SHARE;
  const since = strain - state.restartMm[i]! / layerHeightMm;
  const mixed = (1 - cement) * bone + cement * section.cementModulusMPa * (1 - calcDamage(since));
  return layerHeightMm * (bare / bone + (1 - bare) / mixed);
}

/** Weakens debris at rest, crushed by `restartMm` until then: it starts below its law and returns to it as it is pressed together. */
function loosen(section: Section, laws: LayerLaws, i: number, restartMm: number): void {
  const { softeningMm, layerHeightMm } = section;
  const held = calcCapacityMPa(laws, i, restartMm);
  const debris = Math.min(1, restartMm / softeningMm);
  const back = Math.max(softeningMm - restartMm, REPACKING * layerHeightMm);
  const reached = calcCapacityMPa(laws, i, restartMm + back);
  const start = held * (1 - LOOSENING * debris);
  laws.startMPa[i] = start;
  laws.firstSlope[i] = (reached - start) / back;
  laws.firstEndMm[i] = back;
  laws.secondEndMm[i] = Math.max(laws.secondEndMm[i]! - restartMm, back);
  laws.packedEndMm[i] = Math.max(laws.packedEndMm[i]! - restartMm, back);
}
