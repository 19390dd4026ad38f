import table from '../../../models/activities.json' with { type: 'json' };
import {
  type BodyShapes,
  calcColumnGeometry,
  copyShapes,
  createColumnGeometry,
  createDiscAngles,
  createShapes,
  setSacrumPitch,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { metres } from '../quantity/units.ts';
import type { Act } from './act.ts';
import { calcGreatest } from './channels.ts';
import { calcAngleShares, calcFlexedPosture, calcSlouchedPosture, type Posture } from './posture.ts';

/** One person about to perform one act: what stays constant while it runs. */
export interface Performance {
  readonly model: SpineModel;
  /** Shapes of the bodies, a copy of its own: a collapse reaches the pose through `setShapes` alone. */
  readonly shapes: BodyShapes;
  readonly upright: Posture;
  /** Postures that the act's greatest flexion and slouch add to upright standing, and those angles, degrees. */
  flexed: Posture;
  flexedDeg: number;
  readonly slouched: Posture;
  readonly slouchedDeg: number;
  readonly lateralShare: Float64Array;
  readonly torsionShare: Float64Array;
  /** Angles by which the discs beside a body that wedges during the act compensate for it, rad: the trunk keeps its course. */
  readonly yieldedRad: Float64Array;
  /** Head and right shoulder in T1's axes, right hip in the sacrum's, m; the left ones are their mirror images. */
  readonly headInT1M: readonly [number, number, number];
  readonly shoulderInT1M: readonly [number, number, number];
  readonly hipInSacrumM: readonly [number, number, number];
  /** Lowering of the hips where the handles are below the reach of the arms, m. */
  hipDropM: number;
  /** Height above the floor to which the hands go down, m. */
  readonly handleHeightM: number;
  /** Position of the load before it is lifted, m. */
  readonly loadStartM: Float64Array;
  /** Height of the hips above their course every FALL_STEP_S from the act's start, m; null for acts without a fall. */
  fallM: Float64Array | null;
  /** Height of the fall, m, and time of contact with the ground, s. */
  dropM: number;
  contactS: number;
}

export function createPerformance(
  model: SpineModel,
  bodies: BodyShapes,
  upright: Posture,
  act: Act,
): Performance {
  const shapes = createShapes();
  copyShapes(bodies, shapes);
  const flexedDeg = calcGreatest(act.tracks.trunkFlexionDeg);
  const slouchedDeg = calcGreatest(act.tracks.slouchDeg);
  const geometry = createColumnGeometry();
  const discAngles = createDiscAngles();
  discAngles.flexionRad.set(upright.flexionRad);
  setSacrumPitch(geometry, upright.sacrumPitchRad);
  calcColumnGeometry(model, shapes, discAngles, geometry);
  const [sx, sy] = model.shoulderFromT1M;
  const [hx, hy] = model.pelvis.hipFromS1M;
  return {
    model,
    shapes,
    upright,
    flexed: calcFlexedPosture(model, shapes, upright, act.technique, flexedDeg),
    flexedDeg,
    slouched: calcSlouchedPosture(model, shapes, upright, slouchedDeg),
    slouchedDeg,
    lateralShare: calcAngleShares(model, 'lateralLimitRad'),
    torsionShare: calcAngleShares(model, 'torsionLimitRad'),
    yieldedRad: new Float64Array(LEVEL_COUNT),
    headInT1M: intoAxes(geometry.axes, 0, model.headCentreAboveT1M, 0),
    shoulderInT1M: intoAxes(geometry.axes, sx, sy, model.shoulderHalfSpacingM),
    hipInSacrumM: intoAxes(geometry.sacrumAxes, hx, hy, model.pelvis.hipHalfSpacingM),
    hipDropM: 0,
    handleHeightM: metres(table.handleHeightMm) * model.stature,
    loadStartM: new Float64Array(3),
    fallM: null,
    dropM: 0,
    contactS: Number.POSITIVE_INFINITY,
  };
}

/** Components of a world vector in the axes given by the first matrix of a list. */
const intoAxes = (axes: Float64Array, x: number, y: number, z: number): readonly [number, number, number] => [
  x * axes[0]! + y * axes[3]! + z * axes[6]!,
  x * axes[1]! + y * axes[4]! + z * axes[7]!,
  x * axes[2]! + y * axes[5]! + z * axes[8]!,
];
