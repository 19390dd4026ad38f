import { type Camera, Vector3 } from 'three';
import { LEVELS } from '../core/anatomy/levels.ts';
import type { Findings } from '../core/simulation/results.ts';
import type { Language } from '../i18n/translate.ts';
import { createHeightMark, type HeightMark } from './heightMark.ts';
import type { Pose } from './pose.ts';

/** Names beside the vertebrae that are broken or filled; decoration, the panels say the same in words. */
export interface Labels {
  show(findings: Findings, language: Language): void;
  place(pose: Pose, camera: Camera, width: number, height: number): void;
  readonly heightMark: HeightMark;
  /** What lies over the picture. */
  readonly host: HTMLElement;
}

/** Beside the body, towards the front, m. */
const BESIDE_M = 0.045;
const GAP_PX = 2;

export function createLabels(container: HTMLElement): Labels {
  const tags = LEVELS.map(() => {
    const tag = document.createElement('span');
    tag.className = 'stage-label';
    tag.hidden = true;
    container.append(tag);
    return tag;
  });
  const sizes: [number, number][] = tags.map(() => [0, 0]);
  const point = new Vector3();
  let shown: Findings | null = null;
  return {
    heightMark: createHeightMark(container),
    host: container,
    show(findings, { t, number }) {
      if (findings === shown) return;
      shown = findings;
      findings.levels.forEach((row, i) => {
        const lost = Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent);
        const parts = [
          row.genantGrade > 0 && `${number(-lost)} %`,
          row.cementMl > 0 && t('cement.volume', { ml: number(row.cementMl, row.cementMl % 1 ? 1 : 0) }),
        ].filter(Boolean);
        const tag = tags[i]!;
        tag.hidden = parts.length === 0;
        tag.textContent = `${row.level}  ${parts.join(' · ')}`;
      });
      // measured once: asking for a size in every frame would lay the page out anew
      for (const [i, tag] of tags.entries()) if (!tag.hidden) sizes[i] = [tag.offsetWidth, tag.offsetHeight];
    },
    place(pose, camera, width, height) {
      let free = -Infinity;
      tags.forEach((tag, i) => {
        if (tag.hidden) return;
        const [wide, high] = sizes[i]!;
        point.fromArray(pose.bonePosition, i * 4);
        point.x += BESIDE_M;
        point.project(camera);
        const x = Math.min(((point.x + 1) / 2) * width, width - wide);
        // neighbours' labels give way downwards
        const y = Math.max(free, ((1 - point.y) / 2) * height);
        free = y + high + GAP_PX;
        tag.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translateY(-50%)`;
      });
    },
  };
}
