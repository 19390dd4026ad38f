import { LEVELS, levelIndex } from '../anatomy/levels.ts';
import { END_PLATE_FILL, type SpineModel } from '../anatomy/spineModel.ts';
import { clamp } from '../math/scalar.ts';
import { pow } from '../math/transcendental.ts';
import { millimetres } from '../quantity/units.ts';
import { createColumnRaster } from './columnRaster.ts';
import { calcTrabecularDensity, calcTrabecularModulusMPa, calcTrabecularYieldMPa } from './density.ts';
import { calcDeflectionForceRatioOfWear, calcReliefNPerMm } from './nucleus.ts';

// Units in this folder: N, mm, MPa (N/mm²), N mm, rad.

/** Layers of a column in series: lower, middle, upper third of the body. */
export const LAYERS = 3;

export const MIDDLE_LAYER = 1;

/** Fraction of the upper and the lower layer, next to the end plate, that cement does not reach: 5 mm in a lumbar body (our assumption). */
export const BARE_SHARE = 0.6;

/** Cells along each side of the raster of trabecular columns. Even, so that every column has a mirror image across z = 0. */
export const RASTER = 16;

/** Number of straight pieces of the cortical ring. */
const RING_PIECES = 48;

/**
 * Section: a vertebral body as a bundle of columns between two end plates. Constant while an event runs, except for cement.
 * Column j is at (xMm, zMm) from the body's centre; layer k of column j has the index k · count + j.
 */
export interface Section extends LevelBone {
  readonly count: number;
  /** Number of trabecular columns, which come first; the cortical ring follows. */
  readonly trabecularCount: number;
  readonly heightMm: number;
  readonly depthMm: number;
  readonly widthMm: number;
  readonly xMm: Float64Array;
  readonly zMm: Float64Array;
  readonly areaMm2: Float64Array;
  /** Shape of an end plate's deflection, 1 − r², with r the normalised distance from the centre. */
  readonly deflectionShape: Float64Array;
  /** Columns on the right (z > 0), and the index of every column's mirror image: raster and bone are symmetric. */
  readonly rightHalf: Uint16Array;
  readonly mirrorIndex: Uint16Array;
  readonly layerHeightMm: number;
  /** Elastic modulus and peak stress of each intact layer, MPa. */
  readonly modulusMPa: Float64Array;
  readonly peakMPa: Float64Array;
  /** Raster cell (iz · raster + ix) of each trabecular column. */
  readonly cell: Uint16Array;
  /**
   * Modulus and peak stress of an end plate's bone, MPa: those of an intact shell. They do not fall with the core's density: in
   * women the two are almost uncorrelated (r 0.16, source endplate-density; no change with age, source silva-1994).
   */
  readonly plateModulusMPa: number;
  readonly platePeakMPa: number;
  /** Ratio B/P = ∫ p (1 − r²) dA / ∫ p dA of the patient's discs, and its relief as the plates deflect, N/mm. */
  readonly deflectionForceRatio: number;
  readonly reliefNPerMm: number;
  /** Plateau over peak stress; the crush at which it is reached, mm; its rise with strain; the crush at which a layer packs, mm. */
  readonly plateau: number;
  readonly hardening: number;
  readonly softeningMm: number;
  readonly packingMm: number;
  readonly cementModulusMPa: number;
  readonly cementStrengthMPa: number;
}

/**
 * State of a section. `crushMm`: permanent shortening of each layer. `cement`: fraction of each layer filled. `restartMm`: crush
 * at which a layer's law began anew, because cement set in it or it came to rest. `raisedMm`: stretch by a balloon.
 * `plateDeflectionMm`: deflection of the two end plates together at their centre, unloaded. `plateSetMm`: the part of it that
 * the plates themselves would keep. Written by the section stage, treatments, known fractures and creep.
 */
export interface SectionState {
  crushMm: Float64Array;
  cement: Float64Array;
  restartMm: Float64Array;
  raisedMm: Float64Array;
  plateDeflectionMm: number;
  plateSetMm: number;
}

/** Waist of the body over its end plates, by area (source bodyparts-areas). */
const WAIST = 0.93;

/** Density of the layers over the body's mean: the middle is the thinnest (our assumption). */
export const LAYER_DENSITY = [1.01, 0.975, 1.015] as const;

/** Peak over yield stress of trabecular bone, whose strain at the peak is nearly twice that at yield (our assumption). */
const PEAK_OVER_YIELD = 1.1;

/** Cortical bone: modulus, and peak stress of a shell that its trabecular core keeps from buckling (source shell). */
export const SHELL_MODULUS_MPA = 6000;
const SHELL_PEAK_MPA = 48;

/** Thinning of the shell per T-score below 0, as a fraction … (source shell: 0.35–0.5 mm). */
const SHELL_THINNING_PER_T = 0.055;
/** … which also buckles earlier as its core loses density: peak stress ∝ (density / 147)^0.3 (calibrated, row V3). */
const SHELL_SUPPORT_EXPONENT = 0.3;

/**
 * Rise of a crushed layer's stress with its strain, over the plateau: debris becomes a little denser and regains no strength until
 * it packs (calibrated, with the plateau: a body crushed by a quarter bears 11 % less than its peak, source wegrzyn-2011).
 */
const HARDENING = 0.4;

/** Depth of L3 for which the shell's thickness is given, mm: smaller people have thinner shells. */
const SHELL_REFERENCE_DEPTH_MM = 35;
const L3 = levelIndex('L3');
/**
 * Thickness of the shell over that of L3, at so many levels below T6-T7: the parabola through the means of neck, chest and loins,
 * 285, 244 and 290 µm (source ritzel-1997, which calls the curve biphasic); L1 is thinner than L2–L5 (source palepu-2019).
 */
const calcShellCourse = (below: number): number => 0.812 + 0.00101 * below + 0.00249 * below * below;
const T6_T7 = levelIndex('T6') + 0.5;

/** First level whose front is no weaker than its back before 60 years; at L1–L3 it is at all ages (source anterior-density-2024). */
const L4 = levelIndex('L4');

/** Thickening of the end plates per level downwards, over L1's thickness: by half from T11 to L5 (source landham-2015). */
const PLATE_RISE_PER_LEVEL = 1 / 14;
const L1 = levelIndex('L1');

/** Bone of one body, apart from its dimensions: what years and treatments may change. */
export interface LevelBone {
  /** Mean density of the trabecular bone, mg/cm³, and its deficit at the front rim, as a fraction. */
  readonly densityMgPerCm3: number;
  readonly anteriorWeakness: number;
  /** Thickness of the cortical shell and of each bony end plate, mm. */
  readonly shellMm: number;
  readonly endPlateMm: number;
}

/** Bone that follows from the patient's T-score, age and disc wear. */
export function calcLevelBone(model: SpineModel, index: number): LevelBone {
  const { parameters, patient } = model;
  const thinning = clamp(1 + SHELL_THINNING_PER_T * patient.tScore, 0.5, 1.2);
  const size = Math.sqrt(millimetres(model.vertebrae[L3]!.depthM) / SHELL_REFERENCE_DEPTH_MM);
  return {
    densityMgPerCm3: calcTrabecularDensity(model, LEVELS[index]!),
    anteriorWeakness: calcAnteriorWeakness(patient.ageYears, model.discWear, index),
    shellMm: parameters.shellThicknessMm * thinning * size * calcShellCourse(index - T6_T7),
    endPlateMm: parameters.endPlateThicknessMm * Math.max(0.5, 1 + PLATE_RISE_PER_LEVEL * (index - L1)),
  };
}

/** @param raster columns along each side of the end plate's box; results must not depend on it (tested) */
export function createSection(
  model: SpineModel,
  index: number,
  raster = RASTER,
  bone = calcLevelBone(model, index),
): Section {
  const vertebra = model.vertebrae[index]!;
  const { parameters } = model;
  const depthMm = millimetres(vertebra.depthM);
  const widthMm = millimetres(vertebra.widthM);
  const heightMm = millimetres(vertebra.heightM);
  const { densityMgPerCm3: density, shellMm } = bone;
  const layout = createColumnRaster(raster, RING_PIECES);
  const { count, trabecularCount } = layout;

  const support = pow(density / 147, SHELL_SUPPORT_EXPONENT);
  const coreAreaMm2 = WAIST * END_PLATE_FILL * depthMm * widthMm;
  const deflectionForceRatio = calcDeflectionForceRatioOfWear(model.discWear);
  const section: Section = {
    count,
    trabecularCount,
    heightMm,
    depthMm,
    widthMm,
    xMm: new Float64Array(count),
    zMm: new Float64Array(count),
    areaMm2: new Float64Array(count),
    deflectionShape: new Float64Array(count),
    rightHalf: layout.rightHalf,
    mirrorIndex: layout.mirrorIndex,
    layerHeightMm: heightMm / LAYERS,
    modulusMPa: new Float64Array(LAYERS * count),
    peakMPa: new Float64Array(LAYERS * count),
    cell: layout.cell,
    ...bone,
    plateModulusMPa: SHELL_MODULUS_MPA,
    platePeakMPa: SHELL_PEAK_MPA,
    deflectionForceRatio,
    reliefNPerMm: calcReliefNPerMm(calcDiscStiffnessNPerMm(model, index), deflectionForceRatio),
    plateau: parameters.plateauOverYield,
    hardening: HARDENING,
    softeningMm: parameters.softeningCrushMm,
    packingMm: (parameters.densifyCrushFraction * heightMm) / LAYERS,
    cementModulusMPa: parameters.cementModulusMPa,
    cementStrengthMPa: parameters.cementStrengthMPa,
  };

  const tilt = section.anteriorWeakness;
  for (let j = 0; j < trabecularCount; j++) {
    const x = layout.x[j]!;
    section.xMm[j] = (x * depthMm) / 2;
    section.zMm[j] = (layout.z[j]! * widthMm) / 2;
    section.areaMm2[j] = coreAreaMm2 / trabecularCount;
    for (let k = 0; k < LAYERS; k++) {
      const local = density * LAYER_DENSITY[k]! * (1 - tilt * x);
      section.modulusMPa[k * count + j] = calcTrabecularModulusMPa(local);
      section.peakMPa[k * count + j] = PEAK_OVER_YIELD * calcTrabecularYieldMPa(local);
    }
  }
  const a = depthMm / 2 - shellMm / 2;
  const b = widthMm / 2 - shellMm / 2;
  for (let j = trabecularCount; j < count; j++) {
    const c = layout.x[j]!;
    const s = layout.z[j]!;
    const arc = (Math.sqrt(a * s * (a * s) + b * c * (b * c)) * 2 * Math.PI) / RING_PIECES;
    section.xMm[j] = a * c;
    section.zMm[j] = b * s;
    section.areaMm2[j] = arc * shellMm;
    for (let k = 0; k < LAYERS; k++) {
      section.modulusMPa[k * count + j] = SHELL_MODULUS_MPA * support;
      section.peakMPa[k * count + j] = SHELL_PEAK_MPA * support * LAYER_DENSITY[k]! * (1 - (tilt / 2) * c);
    }
  }
  for (let j = 0; j < count; j++) {
    const x = (2 * section.xMm[j]!) / depthMm;
    const z = (2 * section.zMm[j]!) / widthMm;
    section.deflectionShape[j] = Math.max(0, 1 - x * x - z * z);
  }
  return section;
}

/** Section with modulus and peak stress scaled by a factor, so that it yields at the same strain. */
export const scaleSection = (section: Section, factor: number): Section => ({
  ...section,
  modulusMPa: section.modulusMPa.map((value) => value * factor),
  peakMPa: section.peakMPa.map((value) => value * factor),
  plateModulusMPa: section.plateModulusMPa * factor,
  platePeakMPa: section.platePeakMPa * factor,
});

/** Mean axial stiffness of the discs above and below, N/mm; T1 has only the one below. */
function calcDiscStiffnessNPerMm({ discs }: SpineModel, index: number): number {
  const above = discs[Math.max(0, index - 1)]!.axialStiffnessNPerM;
  return (above + discs[index]!.axialStiffnessNPerM) / 2000;
}

/**
 * Deficit of density at the front rim, as a fraction of the mean: the front of an old vertebra under a worn disc is unloaded
 * upright and loses bone first (source pollintine-2004 for the cause; the size is our assumption).
 */
export function calcAnteriorWeakness(ageYears: number, discWear: number, index: number): number {
  const late = index >= L4;
  const age = clamp((ageYears - (late ? 60 : 40)) / 40, 0, 1);
  return (late ? 0 : 0.05) + 0.1 * age + 0.15 * discWear;
}

export const createSectionState = (section: Section): SectionState => ({
  crushMm: new Float64Array(LAYERS * section.count),
  cement: new Float64Array(LAYERS * section.count),
  restartMm: new Float64Array(LAYERS * section.count),
  raisedMm: new Float64Array(LAYERS * section.count),
  plateDeflectionMm: 0,
  plateSetMm: 0,
});

export const copySectionState = (state: SectionState): SectionState => ({
  crushMm: state.crushMm.slice(),
  cement: state.cement.slice(),
  restartMm: state.restartMm.slice(),
  raisedMm: state.raisedMm.slice(),
  plateDeflectionMm: state.plateDeflectionMm,
  plateSetMm: state.plateSetMm,
});

/** Greatest crush at which debris still loosens, over the layer's height; without it events would crush it through (our assumption). */
const LOOSEST = 0.65;

/** Crush since a rest within which loose debris is pressed together again, as a fraction of the layer's height (our assumption). */
export const REPACKING = 0.1;

/**
 * Brings a body to rest after an event: what was crushed loosens, unless it is still loose from the rest before. Changes the
 * given state.
 */
export function applyRest({ layerHeightMm }: Section, state: SectionState): void {
  const { crushMm, cement, restartMm } = state;
  for (let i = 0; i < crushMm.length; i++) {
    const crush = crushMm[i]!;
    const restart = restartMm[i]!;
    const loose = restart > 0 && crush - restart < REPACKING * layerHeightMm;
    if (cement[i]! === 0 && !loose) restartMm[i] = Math.min(crush, LOOSEST * layerHeightMm);
  }
}

/** Volume of layer k of a column that cement can fill, ml: the marrow between the trabeculae, away from the end plates. */
export function calcMarrowVolumeMl(section: Section, k: number, column: number): number {
  const MARROW_FRACTION = 0.88; // bone volume fraction of old trabecular bone is about 0.1 (our assumption)
  if (column >= section.trabecularCount) return 0;
  const height = section.layerHeightMm * (k === MIDDLE_LAYER ? 1 : 1 - BARE_SHARE);
  return (MARROW_FRACTION * section.areaMm2[column]! * height) / 1000;
}
