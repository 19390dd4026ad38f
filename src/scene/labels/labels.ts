import { type Camera, Quaternion, Vector3 } from 'three';
import { LEVELS } from '../../core/anatomy/levels.ts';
import type { Findings, LevelFindings } from '../../core/simulation/results/results.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Language } from '../../i18n/translate.ts';
import { getFindings, getFractureLossPercent } from '../../runtime/session/moment.ts';
import type { Pose } from '../bones/pose.ts';
import type { Picture } from '../camera/cameraRig.ts';
import { createHeightMark, type HeightMark } from './heightMark.ts';
import { type Box, type Label, placeLabels } from './labelPlaces.ts';

/** Labels beside the vertebrae that are breaking, broken or filled; the panels say the same in words. */
export interface Labels {
  /** @param told level that the loupe tells of; −1: none */
  show(trace: Trace, timeS: number, language: Language, told: number): void;
  /** Positions the labels, after the height mark, whose position is fixed. */
  place(pose: Pose, camera: Camera, picture: Picture): void;
  readonly heightMark: HeightMark;
  /** Element over the picture that contains them. */
  readonly host: HTMLElement;
}

/** Distance of a label in front of the body, m. */
const BESIDE_M = 0.045;
/** Distance of the body's front from its middle, m. */
const FRONT_M = 0.016;
/** Margin to the picture's edges, px. */
const EDGE_PX = 4;

export function createLabels(container: HTMLElement): Labels {
  const tags = LEVELS.map(() => {
    const tag = document.createElement('span');
    tag.className = 'stage-label';
    tag.hidden = true;
    tag.append(document.createElement('span'), document.createElement('i'));
    container.append(tag);
    return tag;
  });
  /** End of each label's line, px. */
  const ends = new Float64Array(2 * LEVELS.length);
  const labels: Label[] = tags.map(() => ({ shown: false, wide: 0, high: 0, left: 0, top: 0 }));
  const room: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  const heightMark = createHeightMark(container);
  const point = new Vector3();
  const orientation = new Quaternion();
  let shown: Findings | null = null;
  let spoken: Language | null = null;
  let silent = -1;
  /** Size of the picture in which they were measured, px: on a wall display letters are larger. */
  let [pictureWidth, pictureHeight] = [0, 0];
  // only when the text or the picture changes: reading a size in every frame would force a new layout
  const measure = (i: number) => {
    labels[i]!.wide = tags[i]!.offsetWidth;
    labels[i]!.high = tags[i]!.offsetHeight;
  };
  return {
    heightMark,
    host: container,
    show(trace, timeS, language, told) {
      const findings = getFindings(trace, timeS);
      // they change with every frame of a collapse
      if (findings === shown && language === spoken && told === silent) return;
      shown = findings;
      spoken = language;
      silent = told;
      findings.levels.forEach((row, i) => {
        const text =
          i === told ? '' : describe(row, getFractureLossPercent(trace, row, timeS), told >= 0, language);
        const tag = tags[i]!;
        const words = tag.firstElementChild!;
        if (words.textContent === text) return;
        words.textContent = text;
        tag.hidden = text === '';
        labels[i]!.shown = !tag.hidden;
        if (!tag.hidden) measure(i);
      });
    },
    place(pose, camera, { width, height, coveredRight, coveredTop, coveredBottom }) {
      if (width !== pictureWidth || height !== pictureHeight) {
        [pictureWidth, pictureHeight] = [width, height];
        tags.forEach((tag, i) => {
          if (!tag.hidden) measure(i);
        });
      }
      for (let i = 0; i < labels.length; i++) {
        const label = labels[i]!;
        const tag = tags[i]!;
        if (tag.hidden) continue;
        point.fromArray(pose.bonePosition, i * 4);
        point.x += BESIDE_M;
        point.project(camera);
        // bodies outside the picture, as in a close view, have no label
        label.shown = Math.abs(point.x) < 1 && Math.abs(point.y) < 1;
        tag.style.visibility = label.shown ? '' : 'hidden';
        label.left = ((point.x + 1) / 2) * width;
        label.top = ((1 - point.y) / 2) * height - label.high / 2;
        // its line ends at the body's own front, in any direction
        orientation.fromArray(pose.boneOrientation, i * 4);
        point.set(FRONT_M, 0, 0).applyQuaternion(orientation);
        point.x += pose.bonePosition[i * 4]!;
        point.y += pose.bonePosition[i * 4 + 1]!;
        point.z += pose.bonePosition[i * 4 + 2]!;
        point.project(camera);
        ends[2 * i] = ((point.x + 1) / 2) * width;
        ends[2 * i + 1] = ((1 - point.y) / 2) * height;
      }
      room.left = EDGE_PX;
      room.top = coveredTop;
      room.right = width - coveredRight - EDGE_PX;
      room.bottom = height - coveredBottom;
      placeLabels(labels, room, heightMark.box);
      for (let i = 0; i < labels.length; i++) {
        const { shown, left, top } = labels[i]!;
        if (!shown) continue;
        tags[i]!.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
        const away = ends[2 * i]! - left;
        const down = ends[2 * i + 1]! - top - labels[i]!.high / 2;
        const lead = tags[i]!.lastElementChild as HTMLElement;
        lead.style.width = `${Math.hypot(away, down).toFixed(1)}px`;
        lead.style.transform = `rotate(${Math.atan2(down, away).toFixed(3)}rad)`;
      }
    },
  };
}

/** Text of a level's label; empty where there is none. @param short beside the loupe, which has said of what */
function describe(
  { level, cementMl }: LevelFindings,
  lostPercent: number | null,
  short: boolean,
  { t, number, unit }: Language,
): string {
  const parts = [
    lostPercent !== null &&
      (short
        ? unit(-lostPercent, 'percent')
        : t('stage.heightLoss', { loss: unit(-lostPercent, 'percent') })),
    cementMl > 0 && t('cement.volume', { ml: number(cementMl, cementMl % 1 ? 1 : 0) }),
  ].filter(Boolean);
  return parts.length > 0 ? `${level}  ${parts.join(' · ')}` : '';
}
