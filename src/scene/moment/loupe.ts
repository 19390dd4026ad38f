import { Group, type Material, Matrix4, Mesh, PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { LEVELS } from '../../core/anatomy/levels.ts';
import type { SectionSnapshot } from '../../core/simulation/results/trace.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { SACRUM } from '../bones/bones.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Pose } from '../bones/pose.ts';
import { createSomeBones } from '../bones/someBones.ts';
import type { CameraSettings, Picture } from '../camera/cameraRig.ts';
import type { Angle } from '../camera/framing.ts';
import type { BreakCourse } from './breakCourse.ts';
import { createLoupeMask, type LoupeMask } from './loupeMask.ts';
import { createLoupePlace, type LoupePlace, writeLoupePlace } from './loupePlace.ts';
import { type BodySize, calcPlateM, findSection, writeRegistration } from './sagittalOutline.ts';

/** Second view of the spine, on the level that breaks, in a circle beside the person. */
export interface Loupe {
  readonly object: Group;
  readonly camera: PerspectiveCamera;
  readonly mask: LoupeMask;
  readonly place: Readonly<LoupePlace>;
  /** How far it is open, 0 … 1. */
  readonly opening: number;
  /** Carries the outline of the body as it was, in that body's own frame. */
  readonly former: Group;
  /** Carries a line from (0, 0, 0) to (0, 1, 0): what the body's front has lost. */
  readonly lost: Group;
  /** Finds its place in the picture, and how far the person makes way for it. */
  arrange(picture: Picture | null, opening: number): void;
  /** Looks at a level from an angle. */
  update(shown: Shown, course: BreakCourse, pose: Pose, angle: Angle, picture: Picture, timeS: number): void;
  dispose(): void;
}

/** Half the height of what is seen in it, m: the body and its neighbours. */
const HALF_M = 0.043;
/** Middle of the circle behind the body's centre, m, and the line of what is lost in front of it. */
const BEHIND_M = -0.008;
const BEFORE_FRONT_M = 0.004;

export interface LoupeParts {
  readonly spine: MergedBones;
  readonly boneMaterial: Material;
  readonly discs: Mesh;
  readonly rims: Group;
  readonly detail: number;
  readonly camera: CameraSettings;
}

export function createLoupe({
  spine,
  boneMaterial,
  discs,
  rims,
  detail,
  camera: settings,
}: LoupeParts): Loupe {
  const camera = new PerspectiveCamera(settings.fov, 1, settings.near, settings.far);
  const mask = createLoupeMask();
  const some = createSomeBones(spine);
  const bones = new Mesh(some.geometry, boneMaterial);
  const [former, lost, object] = [new Group(), new Group(), new Group()];
  for (const mesh of [bones, discs]) mesh.frustumCulled = false;
  for (const group of [former, lost]) group.matrixAutoUpdate = false;
  object.add(mask.object, bones, discs, rims, former, lost);
  object.visible = false;
  const place = createLoupePlace();
  const tanHalf = Math.tan((settings.fov * Math.PI) / 360);
  const target = new Vector3();
  const corner = new Vector3();
  const orientation = new Quaternion();
  const ONE = new Vector3(1, 1, 1);
  const boneMatrix = new Matrix4();
  const registration = new Matrix4();
  const upwards = new Vector3();
  const across = new Vector3(1, 0, 0);
  const cornersPerDisc = discs.geometry.index!.count / LEVELS.length;
  let opening = 0;
  let sections: readonly SectionSnapshot[] = [];
  let sectionsOf: Shown | null = null;
  let body: BodySize = { size: [], rim: [] };

  const aim = (angle: Angle, picture: Picture) => {
    const distanceM = ((HALF_M / place.radius) * picture.height) / (2 * tanHalf);
    camera.position.set(
      target.x + distanceM * Math.cos(angle.tilt) * Math.sin(angle.azimuth),
      target.y + distanceM * Math.sin(angle.tilt),
      target.z + distanceM * Math.cos(angle.tilt) * Math.cos(angle.azimuth),
    );
    camera.lookAt(target);
    const [left, top] = [picture.width / 2 - place.x, picture.height / 2 - place.y];
    camera.setViewOffset(picture.width, picture.height, left, top, picture.width, picture.height);
  };

  /** Stands the former body on the present one's lower plate, and measures the gap at the front. */
  const compare = (now: SectionSnapshot, broken: boolean) => {
    former.visible = broken;
    lost.visible = broken;
    if (!broken) return;
    const before = sections[0]!;
    writeRegistration(body, before, now, registration);
    former.matrix.multiplyMatrices(boneMatrix, registration);
    const frontM = body.rim[2]! + BEFORE_FRONT_M;
    upwards.set(frontM, calcPlateM(body, before, 1, 1), 0).applyMatrix4(registration);
    corner.set(frontM, calcPlateM(body, now, 1, 1), 0);
    upwards.sub(corner);
    lost.matrix.makeBasis(across, upwards, across).setPosition(corner).premultiply(boneMatrix);
  };

  return {
    object,
    camera,
    mask,
    place,
    former,
    lost,
    get opening() {
      return opening;
    },
    arrange(picture, next) {
      opening = next;
      object.visible = opening > 0;
      if (picture && object.visible) writeLoupePlace(picture, place);
    },
    update(shown, { level, collapse }, pose, angle, picture, timeS) {
      if (shown !== sectionsOf) {
        sectionsOf = shown;
        sections = shown.run.trace.sections.filter((section) => section.level === LEVELS[level]);
        const own = (values: Float32Array) => values.slice(4 * level, 4 * level + 4);
        body = { size: own(pose.boneSize), rim: own(pose.boneRim) };
      }
      some.show(Math.max(0, level - 1), Math.min(SACRUM, level + 1), detail);
      const [first, last] = [Math.max(0, level - 2), Math.min(LEVELS.length - 1, level + 1)];
      discs.geometry.setDrawRange(first * cornersPerDisc, (last + 1 - first) * cornersPerDisc);
      target.fromArray(pose.bonePosition, 4 * level);
      orientation.fromArray(pose.boneOrientation, 4 * level);
      boneMatrix.compose(target, orientation, ONE);
      compare(findSection(sections, timeS), timeS >= collapse.fromS);
      corner.set(BEHIND_M, 0, 0).applyQuaternion(orientation);
      target.add(corner);
      aim(angle, picture);
    },
    dispose() {
      mask.dispose();
      boneMaterial.dispose();
    },
  };
}
