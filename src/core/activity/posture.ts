import {
  type BodyShapes,
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  setSacrumPitch,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { findRoot } from '../math/scalar.ts';
import { atan2 } from '../math/transcendental.ts';
import { radians } from '../quantity/units.ts';
import type { Technique } from './actTable.ts';

/** Sagittal posture of the trunk: flexion of each disc space (T1-T2 … L5-S1) and pitch of the S1 end plate, rad. */
export interface Posture {
  readonly flexionRad: Float64Array;
  readonly sacrumPitchRad: number;
}

/** Fraction of its range from upright standing at which a joint stops. */
const RANGE_FRACTION = 0.9;

/** First disc that bends with the lumbar spine: ribs 11 and 12 float, and no closed ring of ribs spans the discs from T10-T11 down. */
const FIRST_FREE_DISC = LEVELS.indexOf('T10');

/** Flexion of each disc for a total flexion above and below the rib cage's lower edge, rad; joints share it by their ranges. */
function spreadFlexion(model: SpineModel, thoracicRad: number, lumbarRad: number): Float64Array {
  const flexionRad = new Float64Array(LEVEL_COUNT);
  for (const [from, to, wanted] of [
    [0, FIRST_FREE_DISC, thoracicRad],
    [FIRST_FREE_DISC, LEVEL_COUNT, lumbarRad],
  ] as const) {
    let range = 0;
    for (let i = from; i < to; i++) range += model.discs[i]!.flexionLimitRad;
    for (let i = from; i < to; i++) {
      const limit = model.discs[i]!.flexionLimitRad;
      flexionRad[i] = Math.min(RANGE_FRACTION * limit, (wanted * limit) / range);
    }
  }
  return flexionRad;
}

/** Inclination of the chord from S1 to T1, found on the upright pelvis and rotated with it, so that no angle exceeds half a circle. */
function createInclination(model: SpineModel, shapes: BodyShapes, upright: Posture) {
  const geometry = createColumnGeometry();
  const discAngles = createDiscAngles();
  setSacrumPitch(geometry, upright.sacrumPitchRad);
  return (added: Posture): number => {
    for (let i = 0; i < LEVEL_COUNT; i++)
      discAngles.flexionRad[i] = upright.flexionRad[i]! + added.flexionRad[i]!;
    calcColumnGeometry(model, shapes, discAngles, geometry);
    return atan2(geometry.originM[0]!, geometry.originM[1]!) - added.sacrumPitchRad;
  };
}

/**
 * Posture added to upright standing so that the chord from S1 to T1 inclines forward by a given angle (backward if it is
 * negative): lumbar and thoracic spine take their shares, and the pelvis the rest.
 */
export function calcFlexedPosture(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  technique: Technique,
  trunkFlexionDeg: number,
): Posture {
  const wanted = radians(trunkFlexionDeg);
  const calcAdded = (size: number): Posture => ({
    flexionRad: spreadFlexion(model, size * technique.thoracicShare, size * technique.lumbarShare),
    sacrumPitchRad: -size * technique.pelvisShare,
  });
  const calcInclination = createInclination(model, shapes, upright);
  const start = calcInclination(calcAdded(0));
  const size = findRoot((x) => calcInclination(calcAdded(x)) - start - wanted, -2, 5);
  return calcAdded(trunkFlexionDeg === 0 ? 0 : size);
}

/** Thoracic share of the flexion in slouching (our assumption). */
const THORACIC_SLOUCH = 0.5;

/** Posture that slouching adds to upright standing: the spine flexes and the pelvis tilts back so that the chord stays. */
export function calcSlouchedPosture(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  slouchDeg: number,
): Posture {
  const flexionRad = spreadFlexion(model, THORACIC_SLOUCH * radians(slouchDeg), radians(slouchDeg));
  const calcInclination = createInclination(model, shapes, upright);
  const still = new Float64Array(LEVEL_COUNT);
  const start = calcInclination({ flexionRad: still, sacrumPitchRad: 0 });
  const leaned = calcInclination({ flexionRad, sacrumPitchRad: 0 });
  return { flexionRad, sacrumPitchRad: leaned - start };
}

/** Shares of the discs in lateral bending or axial rotation of T1 against the pelvis, in proportion to their ranges. */
export function calcAngleShares(
  model: SpineModel,
  range: 'lateralLimitRad' | 'torsionLimitRad',
): Float64Array {
  let total = 0;
  for (const disc of model.discs) total += disc[range];
  return Float64Array.from(model.discs, (disc) => disc[range] / total);
}
