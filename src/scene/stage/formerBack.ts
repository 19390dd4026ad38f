import type { Camera } from 'three';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Patient } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Settings } from '../../runtime/device/settings.ts';
import { createPoseUniforms } from '../bones/boneMaterial.ts';
import { createFormerLineGeometry, createFormerLineMaterial } from '../bones/formerLine.ts';
import { createPose, type Pose } from '../bones/pose.ts';
import { registerAtSacrum } from '../bones/registration.ts';
import type { Picture } from '../camera/cameraRig.ts';
import type { HeightMark } from '../labels/heightMark.ts';
import type { Look } from './looks.ts';

/**
 * Distance between the two columns' tops at which the line begins to fade and has faded, m: it is for standing, not for bending. A back
 * that has lost height stands further from its former self: for each mm lost, this many more.
 */
const NEAR_M = 0.06;
const FAR_M = 0.13;
const PER_LOSS = 2;
/** Height loss from which it is shown, mm; strength from which the loss is written beside it. */
const FROM_MM = 1;
const MARKED_FROM = 0.1;
const MM_PER_INCH = 25.4;

/** Her back without fractures: a line beside the present one, and the height lost between them. */
export function createFormerBack(language: Language) {
  const pose = createPose();
  const material = createFormerLineMaterial(createPoseUniforms(pose));
  const geometry = createFormerLineGeometry();
  let intact: Trace | null = null;
  let lossMm = Number.NaN;
  let lossUnits = '';
  let lossWords = '';
  /** Text of a height loss, made anew only when it changes: formatting numbers is slow. */
  const getLossWords = (mm: number, units: Settings['units']): string => {
    if (mm === lossMm && units === lossUnits) return lossWords;
    lossMm = mm;
    lossUnits = units;
    lossWords =
      units === 'imperial'
        ? language.unit(-mm / MM_PER_INCH, 'inch', 1)
        : language.unit(-mm / 10, 'centimeter', 1);
    return lossWords;
  };
  return {
    geometry,
    material,
    /** Trace of the patient standing without fractures; null where there is nothing to compare. */
    setIntact(next: Trace | null, patient: Patient): void {
      intact = next;
      if (next) pose.setTrace(next, patient);
    },
    /** Stands it on the present sacrum. @param wanted not in a close view, where it would only hide the bone */
    update(now: Pose, heightLossMm: number, wanted: boolean, look: Look): void {
      material.visible = wanted && intact !== null && heightLossMm >= FROM_MM;
      if (!material.visible) return;
      pose.setTime(intact!.durationS);
      registerAtSacrum(pose, now);
      const away = Math.hypot(
        pose.bonePosition[0]! - now.bonePosition[0]!,
        pose.bonePosition[1]! - now.bonePosition[1]!,
      );
      const beyond = away - NEAR_M - (PER_LOSS * heightLossMm) / 1000;
      const near = 1 - Math.min(1, Math.max(0, beyond / (FAR_M - NEAR_M)));
      material.uniforms.edge!.value.set(look.ghost);
      material.uniforms.strength!.value = look.ghostStrength * near;
      material.visible = near > 0;
    },
    /** Writes the height lost between the two tops. */
    mark(
      mark: HeightMark,
      now: Pose,
      heightLossMm: number,
      units: Settings['units'],
      camera: Camera,
      picture: Picture,
    ): void {
      material.uniforms.picturePx!.value.set(picture.width, picture.height);
      const isMarked = material.visible && material.uniforms.strength!.value > MARKED_FROM;
      mark.show(isMarked ? getLossWords(heightLossMm, units) : null);
      mark.place(pose.bonePosition, now.bonePosition, camera, picture);
    },
    dispose(): void {
      geometry.dispose();
      material.dispose();
      pose.sectionMap.dispose();
    },
  };
}
export type FormerBack = ReturnType<typeof createFormerBack>;
