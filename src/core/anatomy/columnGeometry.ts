import { cos, sin } from '../math/transcendental.ts';
import { LEVEL_COUNT } from './levels.ts';
import type { SpineModel } from './spineModel.ts';

/** How the bodies have been deformed for good: per level, T1 … L5. Each end plate takes half of each figure. */
export interface BodyShapes {
  /** Mean shortening between the end plates, m. */
  readonly shorteningM: Float64Array;
  /** Wedge gained, + = front lower, rad. */
  readonly wedgeRad: Float64Array;
}

/**
 * Where the column stands in the sagittal plane: metres and radians; x anterior, y up; pitch + = tilted backwards. Index i
 * is T1 … L5; `sacrum` values are of the S1 end plate.
 */
export interface ColumnGeometry {
  readonly originX: Float64Array;
  readonly originY: Float64Array;
  /** Of the body's mid plane. */
  readonly pitchRad: Float64Array;
  /** Centre and pitch of each disc's mid plane. */
  readonly discX: Float64Array;
  readonly discY: Float64Array;
  readonly discPitchRad: Float64Array;
  /** Centre of mass of each vertebra's slice of trunk. */
  readonly massX: Float64Array;
  readonly massY: Float64Array;
  sacrumX: number;
  sacrumY: number;
  sacrumPitchRad: number;
}

export const createColumnGeometry = (): ColumnGeometry => ({
  originX: new Float64Array(LEVEL_COUNT),
  originY: new Float64Array(LEVEL_COUNT),
  pitchRad: new Float64Array(LEVEL_COUNT),
  discX: new Float64Array(LEVEL_COUNT),
  discY: new Float64Array(LEVEL_COUNT),
  discPitchRad: new Float64Array(LEVEL_COUNT),
  massX: new Float64Array(LEVEL_COUNT),
  massY: new Float64Array(LEVEL_COUNT),
  sacrumX: 0,
  sacrumY: 0,
  sacrumPitchRad: 0,
});

/**
 * Stacks the column on the sacrum.
 *
 * @param flexionRad flexion of each disc space, end plate against end plate, T1-T2 … L5-S1
 * @param out written wholly; its sacrum fields are set from the arguments
 */
export function calcColumnGeometry(
  model: SpineModel,
  shapes: BodyShapes,
  flexionRad: Float64Array,
  sacrumX: number,
  sacrumY: number,
  sacrumPitchRad: number,
  out: ColumnGeometry,
): ColumnGeometry {
  out.sacrumX = sacrumX;
  out.sacrumY = sacrumY;
  out.sacrumPitchRad = sacrumPitchRad;
  let x = sacrumX;
  let y = sacrumY;
  let plate = sacrumPitchRad;
  for (let i = LEVEL_COUNT - 1; i >= 0; i--) {
    const body = model.vertebrae[i]!;
    // through the disc along the normal of its mid plane
    const discPitch = plate - flexionRad[i]! / 2;
    const discHalf = model.discs[i]!.heightM / 2;
    out.discPitchRad[i] = discPitch;
    out.discX[i] = x - discHalf * sin(discPitch);
    out.discY[i] = y + discHalf * cos(discPitch);
    x -= 2 * discHalf * sin(discPitch);
    y += 2 * discHalf * cos(discPitch);
    plate -= flexionRad[i]!;
    // through the body along the normal of its mid plane
    const wedge = body.wedgeRad + shapes.wedgeRad[i]!;
    const pitch = plate - wedge / 2;
    const s = sin(pitch);
    const c = cos(pitch);
    const half = (body.heightM - shapes.shorteningM[i]!) / 2;
    const originX = x - half * s;
    const originY = y + half * c;
    out.pitchRad[i] = pitch;
    out.originX[i] = originX;
    out.originY[i] = originY;
    const [mx, my] = body.centreOfMassM;
    out.massX[i] = originX + mx * c - my * s;
    out.massY[i] = originY + mx * s + my * c;
    x = originX - half * s;
    y = originY + half * c;
    plate = pitch - wedge / 2;
  }
  return out;
}

/** Angle of an end plate, + = tilted backwards, rad: the body's pitch less or plus half of its wedge. */
export const calcUpperPlatePitchRad = (
  model: SpineModel,
  shapes: BodyShapes,
  geometry: ColumnGeometry,
  i: number,
): number => geometry.pitchRad[i]! - (model.vertebrae[i]!.wedgeRad + shapes.wedgeRad[i]!) / 2;

export const calcLowerPlatePitchRad = (
  model: SpineModel,
  shapes: BodyShapes,
  geometry: ColumnGeometry,
  i: number,
): number => geometry.pitchRad[i]! + (model.vertebrae[i]!.wedgeRad + shapes.wedgeRad[i]!) / 2;
