import { Group, Vector3 } from 'three';
import { LEVELS } from '../../core/anatomy/levels.ts';
import type { Language } from '../../i18n/translate.ts';
import type { MeasuredStore } from '../../runtime/picture/measured.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Pose } from '../bones/pose.ts';
import { createForamina } from './foramen.ts';
import type { SceneLayer, Viewpoint } from './layer.ts';
import { createNerveStrands } from './tissues.ts';

/** Step of a displayed area, mm²: the drawn bones are no more accurate. */
const STEP_MM2 = 0.5;

/** Layer of cord and nerves, with the area of the foramen below the vertebra in focus. */
export function createNerveLayer(
  spine: MergedBones,
  measured: MeasuredStore,
  labelHost: HTMLElement,
  language: Language,
): SceneLayer {
  const nerves = createNerveStrands();
  const foramina = createForamina(spine);
  const note = createNote(labelHost);
  const object = new Group();
  object.add(nerves.object);
  const measure = (pose: Pose, level: number) => {
    const areaMm2 = Math.round(foramina.measureMm2(pose, level) / STEP_MM2) * STEP_MM2;
    const { foramen } = measured.getState();
    if (foramen?.areaMm2 === areaMm2 && foramen.level === LEVELS[level]) return;
    measured.setState({ foramen: { level: LEVELS[level]!, areaMm2 } });
    note.write(language.t('unit.mm2', { n: language.number(areaMm2) }));
  };
  return {
    object,
    setShown: nerves.setShown,
    update(pose, timeS, viewpoint, opacity) {
      nerves.update(pose, timeS, viewpoint, opacity);
      measure(pose, viewpoint.focusLevel);
      note.place(pose, viewpoint);
    },
    hide() {
      measured.setState({ foramen: null });
      note.hide();
    },
    dispose() {
      nerves.dispose();
      note.remove();
    },
  };
}

/** Distance of the number behind the body above, m. */
const BESIDE_M = 0.012;

/** Number beside the foramen; the legend says the same. */
function createNote(host: HTMLElement) {
  const tag = document.createElement('span');
  tag.className = 'stage-label stage-note';
  host.append(tag);
  const at = new Vector3();
  return {
    write(words: string) {
      tag.textContent = words;
    },
    place({ bonePosition, boneSize }: Pose, { camera, focusLevel, width, height }: Viewpoint) {
      tag.hidden = false;
      at.fromArray(bonePosition, 4 * focusLevel);
      at.x -= boneSize[4 * focusLevel]! + BESIDE_M;
      at.y -= 0.6 * boneSize[4 * focusLevel + 1]!;
      at.project(camera);
      const x = ((at.x + 1) / 2) * width;
      tag.style.transform = `translate(${x.toFixed(1)}px, ${(((1 - at.y) / 2) * height).toFixed(1)}px) translate(-100%, -50%)`;
    },
    hide() {
      tag.hidden = true;
    },
    remove: () => tag.remove(),
  };
}
