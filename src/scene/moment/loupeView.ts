import { type PerspectiveCamera, Vector3 } from 'three';
import { LEVEL_COUNT, LEVELS } from '../../core/anatomy/levels.ts';
import type { LevelFindings } from '../../core/simulation/results/results.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { getFindings, getFractureLossPercent, getFrame, isCollapsing } from '../../runtime/session/moment.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { Pose } from '../bones/pose.ts';
import type { Picture } from '../camera/cameraRig.ts';
import type { Angle } from '../camera/framing.ts';
import type { Mutable } from '../camera/layout.ts';
import type { Look } from '../stage/looks.ts';
import type { BreakCourse } from './breakCourse.ts';
import type { Loupe } from './loupe.ts';
import type { LoupeFrame } from './loupeFrame.ts';

/** The loupe with its words, as the director moves it. */
export interface LoupeView {
  /** Whether the visitor has asked for the whole body beside it. */
  readonly whole: boolean;
  /** Opens it so far, 0 … 1, and writes how the person makes way, and what it covers of the picture. */
  arrange(picture: Mutable<Picture>, opening: number): void;
  update(
    shown: Shown,
    course: BreakCourse,
    pose: Pose,
    angle: Angle,
    camera: PerspectiveCamera,
    picture: Picture,
    timeS: number,
  ): void;
  setLook(look: Look): void;
  /** Shows the break from near again, or the whole body. */
  setWhole(whole: boolean): void;
}

export function createLoupeView(
  loupe: Loupe,
  frame: LoupeFrame,
  say: Translate<'moment'>,
  { number, unit }: Language,
): LoupeView {
  const bone = new Vector3();
  let whole = false;
  let words = '';
  let name = '';
  let told = '';

  /** What is lost of the height that tells this fracture, mm: of the findings, as the sentence above the stage. */
  const calcLostMm = (shown: Shown, { level, fracture }: BreakCourse, timeS: number): number => {
    const { trace } = shown.run;
    const isMiddle = fracture.shape === 'biconcave' && !fracture.progression;
    const height = (row: LevelFindings) => (isMiddle ? row.middleHeightMm : row.anteriorHeightMm);
    return height(getFindings(trace, 0).levels[level]!) - height(getFindings(trace, timeS).levels[level]!);
  };

  const describe = (shown: Shown, course: BreakCourse, timeS: number): string => {
    const { trace } = shown.run;
    const { level, fracture, collapse } = course;
    if (timeS < collapse.fromS) {
      const at = getFrame(trace, timeS) * LEVEL_COUNT + level;
      return say('loupe.load', { percent: number(100 * shown.peaks.loadOverStrength[at]!) });
    }
    if (isCollapsing(trace, fracture, timeS)) return say('loupe.breaking');
    const isMiddle = fracture.shape === 'biconcave' && !fracture.progression;
    return say(isMiddle ? 'loupe.middle' : 'loupe.front', {
      mm: number(calcLostMm(shown, course, timeS), 1),
    });
  };

  /** The level, and what it has lost by then as the sentence above the stage says it. */
  const describeLevel = ({ run: { trace } }: Shown, { level }: BreakCourse, timeS: number): string => {
    const row = getFindings(trace, timeS).levels[level]!;
    const lost = getFractureLossPercent(trace, row, timeS);
    return lost === null ? LEVELS[level]! : `${LEVELS[level]}  ${unit(-lost, 'percent')}`;
  };

  return {
    get whole() {
      return whole;
    },
    arrange(picture, opening) {
      loupe.arrange(picture, opening);
      if (opening === 0) {
        frame.place(loupe.place, 0, 0, 0);
        return;
      }
      const { asidePx, x, radius } = loupe.place;
      picture.asidePx = asidePx * opening;
      if (asidePx < 0) picture.coveredRight = picture.width - (x - radius);
    },
    update(shown, course, pose, angle, camera, picture, timeS) {
      loupe.update(shown, course, pose, angle, picture, timeS);
      bone.fromArray(pose.bonePosition, 4 * course.level).project(camera);
      frame.place(
        loupe.place,
        loupe.opening,
        ((bone.x + 1) / 2) * picture.width,
        ((1 - bone.y) / 2) * picture.height,
      );
      const at = `${getFrame(shown.run.trace, timeS)} ${course.level}`;
      if (at !== told) {
        told = at;
        words = describe(shown, course, timeS);
        name = describeLevel(shown, course, timeS);
      }
      frame.say(name, words, timeS >= course.collapse.fromS);
    },
    setLook({ loupeMiddle, loupeEdge }) {
      loupe.mask.middle.set(loupeMiddle);
      loupe.mask.edge.set(loupeEdge);
    },
    setWhole(next) {
      whole = next;
      frame.setWhole(next);
    },
  };
}
