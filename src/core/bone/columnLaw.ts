import { BARE_SHARE, LAYERS, MIDDLE_LAYER, type Section, type SectionState } from './section.ts';

// The law of one column: three layers in series. A layer is elastic up to its peak stress, then crushes: its capacity falls
// with the millimetres crushed to a plateau, stays there, and rises again when the layer packs. Softening in millimetres
// keeps the answer independent of how many layers a column is cut into. Crushed bone unloads along a softer modulus.
// In tension a column carries up to a share of its peak and no more, without memory (a crack that closes again).

/** Highest share of the modulus that crushing takes away, and the crush strain at which half of that is gone. */
const MAX_DAMAGE = 0.8; // stiffness loss up to 80 % (source kopperdahl-2000)
const HALF_DAMAGE_STRAIN = 0.05; // 30 % lost at 3 % strain (source ocallaghan-2017)

/** Share of its strength that crushed bone loses once it has come to rest (source kopperdahl-2000: up to half in all), … */
const LOOSENING = 0.15;
/** … until it has been pressed together again by this share of the layer's height (source model). */
const REPACKING = 0.1;

/**
 * Gain in strength of the bare bone between cement and end plate, which cannot give way sidewards (calibrated: a fill of 16 %
 * of the body restores its strength, source molloy-2003).
 */
const CONFINEMENT = 3;

/** Tensile over compressive peak stress (source model). */
const TENSION_SHARE = 0.6;

/** Stiffness of a packed layer over that of the whole layer. */
const PACKED_STIFFNESS = 0.15;

/** Share of the modulus that crushing by this strain has taken away. */
const calcDamage = (strain: number): number => (MAX_DAMAGE * strain) / (strain + HALF_DAMAGE_STRAIN);

/** Stress and its slope at the last call of `calcColumn`: MPa and MPa/mm. A scratch place, so that nothing is allocated. */
export const column = { stressMPa: 0, slopeMPaPerMm: 0 };

/** Per-section working arrays that depend on the crush: refreshed by `refreshLaw` after each accepted step. */
export interface SectionLaw {
  /** Compliance of each column, mm/MPa. */
  readonly columnComplianceMm: Float64Array;
  /** Peak stress of each layer with its cement, MPa; its plateau; slope of the softening, MPa/mm; of packing, MPa/mm. */
  readonly peakMPa: Float64Array;
  readonly plateauMPa: Float64Array;
  /** Crush since the law began at which each layer packs, mm. */
  readonly packingMm: Float64Array;
  readonly packingSlope: Float64Array;
  /** What each column can bear before a layer of it crushes further, MPa. */
  readonly columnCapacityMPa: Float64Array;
}

export function createSectionLaw(section: Section, state: SectionState): SectionLaw {
  const law: SectionLaw = {
    columnComplianceMm: new Float64Array(section.count),
    peakMPa: new Float64Array(LAYERS * section.count),
    plateauMPa: new Float64Array(LAYERS * section.count),
    packingMm: new Float64Array(LAYERS * section.count),
    packingSlope: new Float64Array(LAYERS * section.count),
    columnCapacityMPa: new Float64Array(section.count),
  };
  refreshLaw(section, state, law);
  return law;
}

/** Brings the law up to date with the crush and cement of a state. */
export function refreshLaw(section: Section, state: SectionState, law: SectionLaw): void {
  const { count, layerHeightMm } = section;
  law.columnComplianceMm.fill(0);
  law.columnCapacityMPa.fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < LAYERS; k++)
    for (let j = 0; j < count; j++) {
      const i = k * count + j;
      const cement = state.cement[i]!;
      const restart = state.restartMm[i]!;
      const crushed = state.crushMm[i]! - restart;
      const bone = section.modulusMPa[i]! * (1 - calcDamage(state.crushMm[i]! / layerHeightMm));
      const mixed =
        (1 - cement) * bone + cement * section.cementModulusMPa * (1 - calcDamage(crushed / layerHeightMm));
      // beside an end plate some bone stays bare, in series with what is filled: it gives way as bone does
      const bare = k === MIDDLE_LAYER ? 0 : BARE_SHARE;
      law.columnComplianceMm[j]! += layerHeightMm * (bare / bone + (1 - bare) / mixed);
      const bonePeak = section.peakMPa[i]!;
      const peak =
        bare > 0
          ? bonePeak * (1 + CONFINEMENT * cement)
          : (1 - cement) * bonePeak + cement * section.cementStrengthMPa;
      const plateau = section.plateau * peak;
      // debris that has come to rest without cement holds together less, until it is pressed together again
      const loose = cement > 0 ? 0 : Math.min(1, restart / section.softeningMm);
      law.peakMPa[i] = (peak - (peak - plateau) * loose) * (1 - LOOSENING * loose);
      law.plateauMPa[i] = plateau * (1 - LOOSENING * loose);
      // intact bone softens before it packs; debris, which has softened, may pack sooner
      law.packingMm[i] =
        loose < 1
          ? Math.max(section.packingMm - restart, section.softeningMm)
          : Math.max(section.packingMm - restart, REPACKING * layerHeightMm);
      law.packingSlope[i] = (PACKED_STIFFNESS * section.modulusMPa[i]!) / layerHeightMm;
      const capacity = calcCapacityMPa(section, law, i, crushed);
      if (capacity < law.columnCapacityMPa[j]!) law.columnCapacityMPa[j] = capacity;
    }
}

/** Stress that a layer crushed by `crushMm` since its law began can bear, MPa. */
export function calcCapacityMPa(section: Section, law: SectionLaw, i: number, crushMm: number): number {
  const peak = law.peakMPa[i]!;
  const plateau = law.plateauMPa[i]!;
  const packing = law.packingMm[i]!;
  if (crushMm >= packing) return plateau + law.packingSlope[i]! * (crushMm - packing);
  if (crushMm >= section.softeningMm) return plateau;
  return peak - ((peak - plateau) * crushMm) / section.softeningMm;
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
  const compliance = law.columnComplianceMm[j]!;
  const a = j;
  const b = count + j;
  const c = 2 * count + j;
  let crushA = state.crushMm[a]!;
  let crushB = state.crushMm[b]!;
  let crushC = state.crushMm[c]!;
  let stress = (shorteningMm - crushA - crushB - crushC) / compliance;
  let slope = 1 / compliance;
  if (stress < 0) {
    const limit = -TENSION_SHARE * Math.min(section.peakMPa[a]!, section.peakMPa[b]!, section.peakMPa[c]!);
    if (stress < limit) {
      stress = limit;
      slope = 0;
    }
  } else if (stress > law.columnCapacityMPa[j]!) {
    // the layer with the least capacity crushes until it carries what reaches it, or until it is no longer the weakest
    for (let turn = 0; turn < 12; turn++) {
      const capA = calcCapacityMPa(section, law, a, crushA - state.restartMm[a]!);
      const capB = calcCapacityMPa(section, law, b, crushB - state.restartMm[b]!);
      const capC = calcCapacityMPa(section, law, c, crushC - state.restartMm[c]!);
      const i = capA <= capB && capA <= capC ? a : capB <= capC ? b : c;
      const cap = i === a ? capA : i === b ? capB : capC;
      if (stress <= cap) break;
      const next = i === a ? Math.min(capB, capC) : i === b ? Math.min(capA, capC) : Math.min(capA, capB);
      crush[a] = crushA;
      crush[b] = crushB;
      crush[c] = crushC;
      if (next - cap < EQUAL * cap && isPacking(state, law, crush, i))
        packTogether(section, state, law, j, cap, shorteningMm, crush);
      else {
        const others = i === a ? crushB + crushC : i === b ? crushA + crushC : crushA + crushB;
        crush[i] = crushLayer(section, state, law, i, crush[i]!, shorteningMm - others, compliance, next);
      }
      crushA = crush[a]!;
      crushB = crush[b]!;
      crushC = crush[c]!;
      stress = (shorteningMm - crushA - crushB - crushC) / compliance;
      slope = layer.slope;
    }
  }
  crush[a] = crushA;
  crush[b] = crushB;
  crush[c] = crushC;
  column.stressMPa = stress;
  column.slopeMPaPerMm = slope;
}

/** Slope of the column's stress while the layer crushed last by `crushLayer` is the one that gives, MPa/mm. */
const layer = { slope: 0 };

/**
 * Crushes one layer from `from` until capacity(crush) = (available − crush)/compliance, piece by piece of its law; stops
 * where its capacity, packing, has reached that of the next layer.
 */
function crushLayer(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  i: number,
  from: number,
  availableMm: number,
  complianceMm: number,
  nextCapacityMPa: number,
): number {
  const set = state.restartMm[i]!;
  const peak = law.peakMPa[i]!;
  const plateau = law.plateauMPa[i]!;
  const start = from - set;
  const room = availableMm - set;
  const packing = law.packingMm[i]!;
  const softened = Math.min(section.softeningMm, packing);
  if (start < softened) {
    const reached = meet(peak, -(peak - plateau) / section.softeningMm, 0, room, complianceMm);
    if (reached <= softened) return set + Math.max(start, reached);
  }
  if (start < packing) {
    const reached = meet(plateau, 0, 0, room, complianceMm);
    if (reached <= packing) return set + Math.max(start, reached);
  }
  const rate = law.packingSlope[i]!;
  const reached = meet(plateau, rate, packing, room, complianceMm);
  const equal = packing + (nextCapacityMPa - plateau) / rate;
  const SLIGHTLY = 1e-9; // past equality, so that the next layer is then the weaker one
  return set + Math.max(start, Math.min(reached, equal > start ? equal + SLIGHTLY : reached));
}

/** Capacities closer than this share count as equal. */
const EQUAL = 1e-6;

const isPacking = (state: SectionState, law: SectionLaw, crush: Float64Array, i: number): boolean =>
  crush[i]! - state.restartMm[i]! >= law.packingMm[i]!;

/**
 * Layers that pack at the same capacity go on together, as springs in series: by turns, none of them could get ahead of the
 * others. They stop where they have reached the capacity of a layer that does not pack yet.
 *
 * @param cap their capacity, MPa
 */
function packTogether(
  section: Section,
  state: SectionState,
  law: SectionLaw,
  j: number,
  cap: number,
  shorteningMm: number,
  crush: Float64Array,
): void {
  let next = Number.POSITIVE_INFINITY;
  let softness = law.columnComplianceMm[j]!;
  let elasticMm = shorteningMm;
  for (let k = 0; k < LAYERS; k++) {
    const i = k * section.count + j;
    elasticMm -= crush[i]!;
    const own = calcCapacityMPa(section, law, i, crush[i]! - state.restartMm[i]!);
    if (own - cap < EQUAL * cap && isPacking(state, law, crush, i)) {
      softness += 1 / law.packingSlope[i]!;
      elasticMm += own / law.packingSlope[i]!;
    } else next = Math.min(next, own);
  }
  // slightly past equality, so that the next layer is then the weaker one
  const stress = Math.min(elasticMm / softness, next * (1 + EQUAL / 1000));
  for (let k = 0; k < LAYERS; k++) {
    const i = k * section.count + j;
    const own = calcCapacityMPa(section, law, i, crush[i]! - state.restartMm[i]!);
    if (own - cap < EQUAL * cap && isPacking(state, law, crush, i))
      crush[i]! += Math.max(0, (stress - own) / law.packingSlope[i]!);
  }
  layer.slope = 1 / softness;
}

/**
 * Crush at which the piece of a law, capacity = base + rate · (crush − at), meets the column's elastic line,
 * stress = (room − crush)/compliance; sets the slope of the column's stress there.
 */
function meet(base: number, rate: number, at: number, roomMm: number, complianceMm: number): number {
  layer.slope = rate / (1 + rate * complianceMm);
  return (roomMm - complianceMm * (base - rate * at)) / (1 + rate * complianceMm);
}
