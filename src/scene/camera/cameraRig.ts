import { type PerspectiveCamera, Vector3 } from 'three';
import { type Angle, type Bounds, calcFitDistance } from './framing.ts';
import { MAX_TILT, type Orbit } from './orbit.ts';

export interface CameraSettings {
  /** Degrees, m, m. */
  readonly fov: number;
  readonly near: number;
  readonly far: number;
}

/** Goal of the camera. */
export interface CameraGoal {
  readonly bounds: Bounds;
  /** Angle of the named view. */
  readonly angle: Angle;
  /** Lean towards `leanAt`, 0 … 1. */
  readonly lean: number;
  readonly leanAt: Vector3;
  /** Half the height of the picture there, m. */
  readonly halfHeightM: number;
  /** Middle of the column. */
  readonly columnAt: Vector3;
  /** Distance from which the comparison beside fits in, m: both are shown at one scale. */
  readonly besideFitM: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Pixels covered by controls at the sides, the top and the bottom. */
  readonly coveredLeft: number;
  readonly coveredRight: number;
  readonly coveredTop: number;
  readonly coveredBottom: number;
  /** Way of the target from the middle of the free part, + to the right, as far as there is room: it makes way for the loupe. */
  readonly asidePx: number;
}

/** Half the height of the picture when leaning in, and when looking at one vertebra alone, m. */
export const LEAN_HALF_HEIGHT_M = 0.09;
export const ALONE_HALF_HEIGHT_M = 0.055;
/** Margin round the framed box. */
const MARGIN = 1.05;
/** Way by which she always makes way, px. */
const LEAST_ASIDE_PX = 40;
const FULL_CIRCLE_RAD = 2 * Math.PI;
/** Rate at which the camera approaches its goal, 1/s. */
const RATE = 5;
/** Longest step of the camera after a late frame, s. */
const LONGEST_STEP_S = 0.25;

export interface CameraRig {
  /** Moves the camera by one frame. Returns whether it still moves. */
  update(
    camera: PerspectiveCamera,
    goal: CameraGoal,
    orbit: Orbit,
    picture: Picture,
    stepS: number,
    jump: boolean,
  ): boolean;
  readonly metresPerPixel: () => number;
  /** What it looks at. */
  readonly getTarget: () => Vector3;
  /** Distance to its target, m. */
  readonly getDistanceM: () => number;
  /** Distance from which the last goal fits into the picture, m. */
  readonly getFitM: () => number;
  /** Present angle of the camera. */
  readonly getAngle: () => Angle;
}

export function createCameraRig(): CameraRig {
  const target = new Vector3();
  const goalTarget = new Vector3();
  // written in place, so that a frame allocates nothing
  const now = { azimuth: 0, tilt: 0, distanceM: 0, fitM: 0, metresPerPixel: 0.001 };
  const goalAngle = { azimuth: 0, tilt: 0 };
  return {
    metresPerPixel: () => now.metresPerPixel,
    getTarget: () => target,
    getDistanceM: () => now.distanceM,
    getFitM: () => now.fitM,
    getAngle: () => now,
    update(camera, goal, orbit, picture, stepS, jump) {
      const { bounds, angle, lean, leanAt, halfHeightM, columnAt, besideFitM } = goal;
      const tanHalf = Math.tan((camera.fov * Math.PI) / 360);
      const freeHeight = (picture.height - picture.coveredTop - picture.coveredBottom) / picture.height;
      const freeAspect = (picture.width - picture.coveredLeft) / (picture.height * freeHeight);
      const goalAzimuth = angle.azimuth + orbit.azimuth;
      const goalTilt = Math.max(-MAX_TILT, Math.min(MAX_TILT, angle.tilt + orbit.tilt));
      goalAngle.azimuth = goalAzimuth;
      goalAngle.tilt = goalTilt;
      now.fitM = calcFitDistance(bounds, goalAngle, tanHalf, freeAspect, freeHeight) * MARGIN;
      const fit = Math.max(now.fitM, besideFitM);
      // one vertebra is as wide as the picture is high
      const narrow = halfHeightM === ALONE_HALF_HEIGHT_M ? Math.min(1, freeAspect) : 1;
      const near = halfHeightM / (tanHalf * freeHeight * narrow);
      const goalDistance = (fit + (near - fit) * lean) / orbit.zoom;
      // a bent person needs the width, and is not pushed under the chart
      const acrossM =
        Math.abs(Math.cos(goalAzimuth)) * bounds.half[0] + Math.abs(Math.sin(goalAzimuth)) * bounds.half[2];
      const acrossPx = (acrossM * picture.height) / (2 * goalDistance * tanHalf);
      const room = Math.max(LEAST_ASIDE_PX, (picture.width - picture.coveredLeft) / 2 - acrossPx);
      const aside = Math.max(-room, Math.min(room, picture.asidePx));
      // zooming in approaches the column, not the space in front of the chest
      goalTarget
        .set(bounds.centre[0], bounds.centre[1], bounds.centre[2])
        .lerp(columnAt, orbit.zoom > 1 ? 1 - 1 / orbit.zoom : 0)
        .lerp(leanAt, lean);
      goalTarget.x += Math.cos(goalAzimuth) * orbit.panX;
      goalTarget.z -= Math.sin(goalAzimuth) * orbit.panX;
      goalTarget.y += orbit.panY;

      // back by the shorter way, however often it has gone round
      now.azimuth += FULL_CIRCLE_RAD * Math.round((goalAzimuth - now.azimuth) / FULL_CIRCLE_RAD);
      const t = jump || now.distanceM === 0 ? 1 : 1 - Math.exp(-RATE * Math.min(LONGEST_STEP_S, stepS));
      target.lerp(goalTarget, t);
      now.distanceM += (goalDistance - now.distanceM) * t;
      now.azimuth += (goalAzimuth - now.azimuth) * t;
      now.tilt += (goalTilt - now.tilt) * t;
      const { azimuth, tilt, distanceM: distance } = now;

      camera.position.set(
        target.x + distance * Math.cos(tilt) * Math.sin(azimuth),
        target.y + distance * Math.sin(tilt),
        target.z + distance * Math.cos(tilt) * Math.cos(azimuth),
      );
      camera.lookAt(target);
      // the target is in the middle of the free part, not of the canvas
      camera.setViewOffset(
        picture.width,
        picture.height,
        -picture.coveredLeft / 2 - aside,
        (picture.coveredBottom - picture.coveredTop) / 2,
        picture.width,
        picture.height,
      );
      now.metresPerPixel = (2 * distance * tanHalf) / picture.height;
      const away =
        target.distanceTo(goalTarget) +
        Math.abs(goalDistance - distance) +
        Math.abs(goalAzimuth - azimuth) +
        Math.abs(goalTilt - tilt);
      return away > 5e-4;
    },
  };
}
