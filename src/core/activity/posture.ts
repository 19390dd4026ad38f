import { type BodyShapes, calcColumnGeometry, createColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { findRoot } from '../math/scalar.ts';
import { atan2 } from '../math/transcendental.ts';
import { radians } from '../quantity/units.ts';
import type { Technique } from './act.ts';

/** A posture of the trunk: flexion of each disc space (T1-T2 … L5-S1) and pitch of the S1 end plate, rad. */
export interface Posture {
  readonly flexionRad: Float64Array;
  readonly sacrumPitchRad: number;
}

/** A joint goes no further than this share of its range from upright standing. */
const RANGE_SHARE = 0.9;

/** Discs below T12 are lumbar. */
const FIRST_LUMBAR_DISC = LEVELS.indexOf('T12');

/**
 * What a posture adds to upright standing so that the chord from S1 to T1 inclines forward by a given angle: joints share by
 * their ranges within lumbar and thoracic spine, and the pelvis takes what they cannot.
 */
export function calcFlexedPosture(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  technique: Technique,
  trunkFlexionDeg: number,
): Posture {
  const wanted = radians(trunkFlexionDeg);
  const calcAdded = (size: number): Posture => {
    const flexionRad = new Float64Array(LEVEL_COUNT);
    for (const [from, to, share] of [
      [0, FIRST_LUMBAR_DISC, technique.thoracicShare],
      [FIRST_LUMBAR_DISC, LEVEL_COUNT, technique.lumbarShare],
    ] as const) {
      let range = 0;
      for (let i = from; i < to; i++) range += model.discs[i]!.flexionLimitRad;
      for (let i = from; i < to; i++) {
        const limit = model.discs[i]!.flexionLimitRad;
        flexionRad[i] = Math.min(RANGE_SHARE * limit, (size * share * limit) / range);
      }
    }
    return { flexionRad, sacrumPitchRad: -size * technique.pelvisShare };
  };
  const geometry = createColumnGeometry();
  // the chord is found on the upright pelvis and turned with it, so that no angle runs over half a turn
  const calcInclination = (added: Posture): number => {
    const { flexionRad } = addPostures(upright, added, 1);
    calcColumnGeometry(model, shapes, flexionRad, 0, 0, upright.sacrumPitchRad, geometry);
    return atan2(geometry.originX[0]!, geometry.originY[0]!) - added.sacrumPitchRad;
  };
  const start = calcInclination(calcAdded(0));
  const size = findRoot((x) => calcInclination(calcAdded(x)) - start - wanted, -0.01, 5);
  return calcAdded(trunkFlexionDeg === 0 ? 0 : size);
}

export const addPostures = (base: Posture, added: Posture, share: number): Posture => ({
  flexionRad: base.flexionRad.map((angle, i) => angle + share * added.flexionRad[i]!),
  sacrumPitchRad: base.sacrumPitchRad + share * added.sacrumPitchRad,
});
