import { type Level, levelIndex } from '../../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../../src/core/anatomy/spineModel.ts';
import { createSection, LAYERS, type Section } from '../../../src/core/bone/section.ts';
import { acceptSection, calcSectionForce, type LoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { WOMAN } from '../support.ts';

export const sectionAt = (
  level: Level,
  tScore: number,
  discWear: number = WOMAN.discWear,
  raster?: number,
): Section => createSection(createSpineModel({ ...WOMAN, tScore, discWear }), levelIndex(level), raster);

/** One column of three layers 8 mm high, each with a modulus and a peak of its own, MPa; debris does not harden. */
export const oneColumn = (
  modulusMPa: readonly number[],
  peakMPa: readonly number[],
  hardening = 0,
): Section => ({
  count: 1,
  trabecularCount: 1,
  heightMm: 24,
  depthMm: 30,
  widthMm: 40,
  xMm: new Float64Array(1),
  zMm: new Float64Array(1),
  areaMm2: Float64Array.of(1),
  deflectionShape: Float64Array.of(1),
  rightHalf: new Uint16Array(1),
  mirrorIndex: new Uint16Array(1),
  densityMgPerCm3: 100,
  anteriorWeakness: 0,
  shellMm: 0.3,
  endPlateMm: 1,
  plateModulusMPa: 6000,
  platePeakMPa: 48,
  deflectionForceRatio: 0.5,
  reliefNPerMm: 0,
  layerHeightMm: 8,
  modulusMPa: Float64Array.from(modulusMPa),
  peakMPa: Float64Array.from(peakMPa),
  cell: new Uint16Array(1),
  plateau: 0.75,
  hardening,
  softeningMm: 1,
  packingMm: 5,
  cementModulusMPa: 2000,
  cementStrengthMPa: 90,
});

/** Stiffness of each column of an intact section, N/mm: area over Σ h/E. */
export const calcColumnStiffnesses = ({ count, areaMm2, layerHeightMm, modulusMPa }: Section): number[] =>
  Array.from({ length: count }, (_, j) => {
    let compliance = 0;
    for (let k = 0; k < LAYERS; k++) compliance += layerHeightMm / modulusMPa[k * count + j]!;
    return areaMm2[j]! / compliance;
  });

/**
 * Walks the end plates along straight pieces between corners; accepts every step. Work in, and the sum of its sizes, N mm.
 */
export function walk(body: LoadedSection, corners: readonly (readonly number[])[], steps: number) {
  let work = 0;
  let gross = 0;
  const q = new Float64Array(4);
  calcSectionForce(body, q);
  for (const corner of corners) {
    const from = q.slice();
    for (let step = 1; step <= steps; step++) {
      const before = body.force.slice();
      const last = q.slice();
      for (let i = 0; i < 4; i++) q[i] = from[i]! + (((corner[i] ?? 0) - from[i]!) * step) / steps;
      calcSectionForce(body, q);
      let done = 0;
      for (let i = 0; i < 4; i++) done += ((before[i]! + body.force[i]!) / 2) * (q[i]! - last[i]!);
      work += done;
      gross += Math.abs(done);
      acceptSection(body, q);
      // the softer modulus of freshly crushed bone holds from here on
      calcSectionForce(body, q);
    }
  }
  return { work, gross };
}

/** Reverses left and right of a crush field: columns mirrored in z, found by their places. */
export function mirror(section: Section, field: Float64Array): Float64Array {
  const out = new Float64Array(field.length);
  for (let j = 0; j < section.count; j++) {
    let mirrorIndex = -1;
    for (let other = 0; other < section.count; other++)
      if (
        Math.abs(section.xMm[other]! - section.xMm[j]!) < 1e-6 &&
        Math.abs(section.zMm[other]! + section.zMm[j]!) < 1e-6
      )
        mirrorIndex = other;
    for (let k = 0; k < LAYERS; k++)
      out[k * section.count + j] = field[k * section.count + mirrorIndex] ?? Number.NaN;
  }
  return out;
}
