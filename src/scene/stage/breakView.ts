import type { PerspectiveCamera } from 'three';
import type { Shown } from '../../runtime/session/session.ts';
import type { Pose } from '../bones/pose.ts';
import type { Picture } from '../camera/cameraRig.ts';
import type { Angle } from '../camera/framing.ts';
import type { Mutable } from '../camera/layout.ts';
import type { Orbit } from '../camera/orbit.ts';
import { type BreakCourse, calcContext, calcOpening, findBreakCourse } from '../moment/breakCourse.ts';
import type { LoupeView } from '../moment/loupeView.ts';
import type { Rims } from '../moment/rims.ts';

/** Azimuth of the loupe, as a share of the close view's: nearer to the side, where a wedge reads. */
const LOUPE_SHARE = 0.6;

/** What is shown of a break: lines round the broken bones, and the loupe beside the person. Its parts come after the first view. */
export function createBreakView() {
  let shown: Shown | null = null;
  let course: BreakCourse | null = null;
  let rims: Rims | null = null;
  let loupe: LoupeView | null = null;
  let loupeRims: Rims | null = null;
  let opening = 0;
  /** Level that the two stills show; −1: none. */
  let still = -1;
  const angle = { azimuth: 0, tilt: 0 };
  return {
    setShown(next: Shown): void {
      shown = next;
      course = findBreakCourse(next);
      loupe?.setWhole(false);
    },
    setRims(next: Rims): void {
      rims = next;
    },
    setLoupe(next: LoupeView | null, lines: Rims | null): void {
      loupe = next;
      loupeRims = lines;
    },
    /** Whether the visitor wants the whole body instead of the break. */
    isWhole: () => loupe?.whole ?? false,
    /** Level that the loupe, or the two stills in its place, tell of; −1: none. */
    getTold: () => (course && opening > 0 ? course.level : still),
    setStill(level: number): void {
      still = level;
    },
    /** Factor on what is around the spine. */
    getContext: (timeS: number) => (course ? calcContext(course, timeS) : 1),
    /** Opens the loupe as far as the time asks for. @param wanted not in a close view, nor beside a comparison */
    arrange(picture: Mutable<Picture>, timeS: number, wanted: boolean): void {
      opening = loupe && course && wanted ? calcOpening(course, timeS) : 0;
      loupe?.arrange(picture, opening);
    },
    update(
      pose: Pose,
      close: Angle,
      orbit: Orbit,
      camera: PerspectiveCamera,
      picture: Picture,
      timeS: number,
    ): void {
      if (!shown) return;
      const { trace } = shown.run;
      rims?.update(trace, timeS, picture.width, picture.height);
      if (!loupe || !course || opening === 0) return;
      angle.azimuth = LOUPE_SHARE * close.azimuth + orbit.azimuth;
      angle.tilt = close.tilt + orbit.tilt;
      loupeRims?.update(trace, timeS, picture.width, picture.height);
      loupe.update(shown, course, pose, angle, camera, picture, timeS);
    },
  };
}
