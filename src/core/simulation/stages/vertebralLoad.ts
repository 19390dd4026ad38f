import type { SpineModel } from '../../anatomy/spineModel.ts';
import {
  calcDeflectionForceRatioOfWear,
  calcNucleusReliefMPa,
  calcPressureFactor,
} from '../../bone/nucleus.ts';
import { clamp, mix } from '../../math/scalar.ts';
import { radians } from '../../quantity/units.ts';

/** Neural arch's share of the load upright on a healthy disc (source pollintine-2004: under 5 %). */
const HEALTHY_ARCH_SHARE = 0.03;

/**
 * Eccentricity of the load upright, as a fraction of the depth: central on a healthy disc; on a worn one the anterior half
 * carries 18 % of the whole load, so −0.13 (source pollintine-2004, by linear stress over the end plate).
 */
const UPRIGHT_ECCENTRICITY = { healthy: -0.01, worn: -0.13 } as const;

/** Lordosis of a segment at which its facets fully shield the front, kyphosis at which its load is fully forward (our assumption). */
const SHIELDING_LORDOSIS_RAD = radians(6);
const KYPHOTIC_ANGLE_RAD = radians(6);

/**
 * Greatest forward eccentricity, as a fraction of the depth: a worn disc's anterior half takes 58 % flexed; a healthy one spreads
 * its load evenly in either posture (pollintine-2004), or puts 53 % on the front (adams-2006, recalled): between the two.
 */
const LARGEST_ECCENTRICITY = { healthy: 0.01, worn: 0.055 } as const;

/** Greatest backward eccentricity, where the space opens in front beside a wedge: the edge of the middle third (our assumption). */
const LARGEST_BACKWARD = 0.2;

/** Load of a disc on the bodies beside it. */
export interface BodyShare {
  /** Share of the compression that the bodies carry; the neural arches carry the rest. */
  bodyShare: number;
  /** Eccentricity of that load, m, + = towards the front. */
  eccentricityM: number;
}

/**
 * Divides the load of a disc between bodies and neural arches. Facets carry load where a worn disc lets a lordotic segment settle
 * on them; in a kyphotic segment they do not.
 *
 * @param kyphosisRad present angle between the two bodies, + = kyphosis
 * @param annulusMomentNm flexion moment that the annulus adds on the body beyond quiet standing
 * @param compressionN across the disc
 */
export function calcBodyShare(
  model: SpineModel,
  i: number,
  kyphosisRad: number,
  annulusMomentNm: number,
  compressionN: number,
  out: BodyShare,
): void {
  const { depthM } = model.vertebrae[i]!;
  const wear = model.discWear * clamp(-kyphosisRad / SHIELDING_LORDOSIS_RAD, 0, 1);
  const lean = model.parameters.kyphoticEccentricity * clamp(kyphosisRad / KYPHOTIC_ANGLE_RAD, 0, 1);
  const upright = (mix(UPRIGHT_ECCENTRICITY.healthy, UPRIGHT_ECCENTRICITY.worn, wear) + lean) * depthM;
  const front =
    (mix(LARGEST_ECCENTRICITY.healthy, LARGEST_ECCENTRICITY.worn, model.discWear) + lean) * depthM;
  const moved = annulusMomentNm / Math.max(compressionN, 50);
  // the arch is unloaded as the load moves forward from its upright position
  const flexed = clamp(moved / (front - upright), 0, 1);
  out.bodyShare = 1 - mix(HEALTHY_ARCH_SHARE, model.parameters.archShareWorn, wear) * (1 - flexed);
  out.eccentricityM = clamp(upright + moved, -LARGEST_BACKWARD * depthM, front);
}

/** Nucleus pressure without load, MPa (source wilke-1999). */
const INTRINSIC_MPA = 0.1;

/**
 * Nucleus pressure of a disc, MPa.
 *
 * @param bodyCompressionN the part of its load that the bodies carry
 * @param plateDeflectionMm deflection of the two end plates beside it beyond an intact body's, together
 */
export function calcNucleusPressureMPa(
  model: SpineModel,
  i: number,
  bodyCompressionN: number,
  plateDeflectionMm: number,
): number {
  const { areaM2, axialStiffnessNPerM } = model.discs[i]!;
  const areaMm2 = areaM2 * 1e6;
  const pressed = (calcPressureFactor(model.discWear) * Math.max(0, bodyCompressionN)) / areaMm2;
  const relief = calcNucleusReliefMPa(
    axialStiffnessNPerM / 1000,
    areaMm2,
    calcDeflectionForceRatioOfWear(model.discWear),
    plateDeflectionMm,
  );
  return INTRINSIC_MPA + Math.max(0, pressed - relief);
}
