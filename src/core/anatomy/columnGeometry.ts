import { multiply, writeHalf, writeMatrix, writeRotation } from '../math/quaternion.ts';
import { atan2 } from '../math/transcendental.ts';
import { LEVEL_COUNT } from './levels.ts';
import type { SpineModel } from './spineModel.ts';

/** Permanent deformation of each body, T1 … L5; each end plate takes half of each figure. */
export interface BodyShapes {
  /** Mean shortening between the end plates, m. */
  readonly shorteningM: Float64Array;
  /** Wedge gained, + = front lower, rad. */
  readonly wedgeRad: Float64Array;
  /** Lateral wedge gained, + = right side lower, rad. */
  readonly lateralWedgeRad: Float64Array;
}

export const createShapes = (): BodyShapes => ({
  shorteningM: new Float64Array(LEVEL_COUNT),
  wedgeRad: new Float64Array(LEVEL_COUNT),
  lateralWedgeRad: new Float64Array(LEVEL_COUNT),
});

export function copyShapes(from: BodyShapes, to: BodyShapes): void {
  to.shorteningM.set(from.shorteningM);
  to.wedgeRad.set(from.wedgeRad);
  to.lateralWedgeRad.set(from.lateralWedgeRad);
}

/**
 * Angles of each disc space, upper end plate against lower one, T1-T2 … L5-S1, rad: flexion, bending to the right,
 * axial rotation to the left.
 */
export interface DiscAngles {
  readonly flexionRad: Float64Array;
  readonly lateralRad: Float64Array;
  readonly torsionRad: Float64Array;
}

export const createDiscAngles = (): DiscAngles => ({
  flexionRad: new Float64Array(LEVEL_COUNT),
  lateralRad: new Float64Array(LEVEL_COUNT),
  torsionRad: new Float64Array(LEVEL_COUNT),
});

/**
 * Position and orientation of the column: metres, world axes (x anterior, y up, z right). Index i is T1 … L5; three numbers per
 * point, four per quaternion, nine per rotation matrix, row by row (its columns are the rotated axes).
 */
export interface ColumnGeometry {
  /** Centre, orientation and axes of each body. */
  readonly originM: Float64Array;
  readonly orientation: Float64Array;
  readonly axes: Float64Array;
  /** Centre and axes of each disc's mid plane. */
  readonly discM: Float64Array;
  readonly discAxes: Float64Array;
  /** Centre of mass of each vertebra's slice of trunk. */
  readonly massM: Float64Array;
  /** Centre of the S1 end plate, its orientation and axes. */
  readonly sacrumM: Float64Array;
  readonly sacrumOrientation: Float64Array;
  readonly sacrumAxes: Float64Array;
}

export const createColumnGeometry = (): ColumnGeometry => ({
  originM: new Float64Array(3 * LEVEL_COUNT),
  orientation: new Float64Array(4 * LEVEL_COUNT),
  axes: new Float64Array(9 * LEVEL_COUNT),
  discM: new Float64Array(3 * LEVEL_COUNT),
  discAxes: new Float64Array(9 * LEVEL_COUNT),
  massM: new Float64Array(3 * LEVEL_COUNT),
  sacrumM: new Float64Array(3),
  sacrumOrientation: Float64Array.of(0, 0, 0, 1),
  sacrumAxes: new Float64Array(9),
});

/** Orientation of a sacrum whose end plate is only pitched, + = tilted backwards, rad. */
export const setSacrumPitch = (geometry: ColumnGeometry, pitchRad: number): void =>
  writeRotation(0, 0, pitchRad, geometry.sacrumOrientation, 0);

const plate = new Float64Array(4);
const middle = new Float64Array(4);
const orientation = new Float64Array(4);

/**
 * Stacks the column on the sacrum, whose position and orientation (`sacrumM`, `sacrumOrientation`) must be set before.
 *
 * @param out all but the sacrum's position and orientation are written
 */
export function calcColumnGeometry(
  model: SpineModel,
  shapes: BodyShapes,
  discAngles: DiscAngles,
  out: ColumnGeometry,
): ColumnGeometry {
  const { originM, axes, discM, discAxes, massM, sacrumM, sacrumOrientation } = out;
  writeMatrix(sacrumOrientation, 0, out.sacrumAxes, 0);
  let x = sacrumM[0]!;
  let y = sacrumM[1]!;
  let z = sacrumM[2]!;
  plate.set(sacrumOrientation);
  for (let i = LEVEL_COUNT - 1; i >= 0; i--) {
    const body = model.vertebrae[i]!;
    const at = 3 * i;
    const a = 9 * i;
    // through the disc along the normal of its mid plane
    writeRotation(
      discAngles.lateralRad[i]!,
      discAngles.torsionRad[i]!,
      -discAngles.flexionRad[i]!,
      orientation,
      0,
    );
    writeHalf(orientation, 0, middle, 0);
    multiply(plate, 0, middle, 0, middle, 0);
    writeMatrix(middle, 0, discAxes, a);
    const discHalf = model.discs[i]!.heightM / 2;
    discM[at] = x + discHalf * discAxes[a + 1]!;
    discM[at + 1] = y + discHalf * discAxes[a + 4]!;
    discM[at + 2] = z + discHalf * discAxes[a + 7]!;
    x += 2 * discHalf * discAxes[a + 1]!;
    y += 2 * discHalf * discAxes[a + 4]!;
    z += 2 * discHalf * discAxes[a + 7]!;
    multiply(plate, 0, orientation, 0, plate, 0);
    // through the body along the normal of its mid plane
    writeRotation(
      shapes.lateralWedgeRad[i]! / 2,
      0,
      -(body.wedgeRad + shapes.wedgeRad[i]!) / 2,
      orientation,
      0,
    );
    multiply(plate, 0, orientation, 0, out.orientation, 4 * i);
    writeMatrix(out.orientation, 4 * i, axes, a);
    const half = (body.heightM - shapes.shorteningM[i]!) / 2;
    const ox = x + half * axes[a + 1]!;
    const oy = y + half * axes[a + 4]!;
    const oz = z + half * axes[a + 7]!;
    originM[at] = ox;
    originM[at + 1] = oy;
    originM[at + 2] = oz;
    const [mx, my] = body.centreOfMassM;
    massM[at] = ox + mx * axes[a]! + my * axes[a + 1]!;
    massM[at + 1] = oy + mx * axes[a + 3]! + my * axes[a + 4]!;
    massM[at + 2] = oz + mx * axes[a + 6]! + my * axes[a + 7]!;
    x = ox + half * axes[a + 1]!;
    y = oy + half * axes[a + 4]!;
    z = oz + half * axes[a + 7]!;
    multiply(out.orientation, 4 * i, orientation, 0, plate, 0);
  }
  return out;
}

/** Pitch of a body's mid plane in the sagittal plane, + = tilted backwards, rad. */
export const calcPitchRad = ({ axes }: ColumnGeometry, i: number): number =>
  atan2(axes[9 * i + 3]!, axes[9 * i]!);

/** Pitch of a body's upper end plate in the sagittal plane, + = tilted backwards, rad: the body's pitch with half of its wedge. */
export const calcUpperPlatePitchRad = (
  model: SpineModel,
  shapes: BodyShapes,
  geometry: ColumnGeometry,
  i: number,
): number => calcPitchRad(geometry, i) - (model.vertebrae[i]!.wedgeRad + shapes.wedgeRad[i]!) / 2;

export const calcLowerPlatePitchRad = (
  model: SpineModel,
  shapes: BodyShapes,
  geometry: ColumnGeometry,
  i: number,
): number => calcPitchRad(geometry, i) + (model.vertebrae[i]!.wedgeRad + shapes.wedgeRad[i]!) / 2;
