import { END_PLATE_FILL } from '../anatomy/spineModel.ts';
import { LAYERS, type Section } from './section.ts';

// Deflection of the end plates β(1 − r²), mm at the centre and of both plates together, and its resistance besides the columns:
// each plate as a shallow dish with its rim held, and the core, which shears where its middle is pressed further than its rim.
// The load that causes it: the ratio B/P = ∫ p (1 − r²) dA / ∫ p dA.

/** Depth of an end plate's concavity over the body's depth: about 2 mm in a lumbar body (our assumption; 1–3 mm are reported). */
export const CONCAVITY = 0.06;

const POISSON = 0.3;

/** Trabecular bone in shear: modulus over axial modulus, and strength over compressive strength (our assumption). */
const SHEAR_MODULUS_RATIO = 0.25;
const SHEAR_STRENGTH_RATIO = 0.5;

/** Resistance to the deflection: N/mm up to `yieldN` of generalised force ∫ p (1 − r²) dA, from there on `hardeningNPerMm`. */
export interface PlateResistance {
  readonly stiffnessNPerMm: number;
  readonly yieldN: number;
  readonly hardeningNPerMm: number;
}

/**
 * Stiffness of one end plate against a deflection s (1 − r²), as ∫ p (1 − r²) dA over s, N/mm: a circular plate of equal area,
 * radius a, thickness h, concavity c, rim held. From the energies of shallow shell theory, with the in-plane displacement
 * solved for: membrane π (7 − ν)/(3 (1 − ν)) · E h c²/a², bending 2π/(3 (1 − ν)) · E h³/a². For h = 0.6 and c = 2 mm the
 * membrane part is some seventy times the bending part: a flat plate as thin would have almost no stiffness.
 */
export const calcDishStiffnessNPerMm = (
  modulusMPa: number,
  thicknessMm: number,
  concavityMm: number,
  radiusMm: number,
): number =>
  (Math.PI *
    modulusMPa *
    thicknessMm *
    ((7 - POISSON) * concavityMm * concavityMm + 2 * thicknessMm * thicknessMm)) /
  (3 * (1 - POISSON) * radiusMm * radiusMm);

/**
 * Core: strain energy of the displacement β (1 − r²) y/H, y from −H/2 to H/2, gives G A H/12 · (1/a² + 1/b²), and its plastic
 * work τ A H/(3 ā) with ā the radius of equal area. Plates: in series with each other; a dish that yields everywhere bears
 * 2π σ h (c + s), more the deeper it has become.
 */
export function calcPlateResistance(section: Section): PlateResistance {
  const {
    depthMm,
    widthMm,
    heightMm,
    trabecularCount,
    count,
    areaMm2,
    endPlateMm,
    plateModulusMPa,
    platePeakMPa,
  } = section;
  let coreModulus = 0;
  let corePeak = 0;
  for (let k = 0; k < LAYERS; k++)
    for (let j = 0; j < trabecularCount; j++) {
      const i = k * count + j;
      coreModulus += (areaMm2[j]! * heightMm * section.modulusMPa[i]!) / LAYERS;
      corePeak += (areaMm2[j]! * heightMm * section.peakMPa[i]!) / LAYERS;
    }
  const radiusMm = Math.sqrt((END_PLATE_FILL * depthMm * widthMm) / Math.PI);
  const concavityMm = CONCAVITY * depthMm;
  const dish = calcDishStiffnessNPerMm(plateModulusMPa, endPlateMm, concavityMm, radiusMm);
  const dishYieldN = 2 * Math.PI * platePeakMPa * endPlateMm * concavityMm;
  const shear =
    ((SHEAR_MODULUS_RATIO * coreModulus) / 12) * (4 / (depthMm * depthMm) + 4 / (widthMm * widthMm));
  const shearYieldN = (SHEAR_STRENGTH_RATIO * corePeak) / (3 * radiusMm);
  return {
    stiffnessNPerMm: dish / 2 + shear,
    yieldN: dishYieldN + shearYieldN,
    hardeningNPerMm: Math.PI * platePeakMPa * endPlateMm,
  };
}
