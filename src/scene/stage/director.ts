import { type DirectionalLight, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Language } from '../../i18n/translate.ts';
import type { SettingsStore, View } from '../../runtime/device/settings.ts';
import type { BodyPlacesStore } from '../../runtime/picture/bodyPlaces.ts';
import { findFocus, findTreated } from '../../runtime/session/focus.ts';
import { getFindings } from '../../runtime/session/moment.ts';
import { calcFragility, writeInside } from '../../runtime/session/preview.ts';
import type { Session, SessionState, Shown } from '../../runtime/session/session.ts';
import { createBoneDepthMaterial, createBoneMaterial, createPoseUniforms } from '../bones/boneMaterial.ts';
import { createDiscGeometry, createDiscMaterial } from '../bones/discs.ts';
import { createPose } from '../bones/pose.ts';
import type { Skeleton } from '../bones/skeleton.ts';
import { tellLevels } from '../camera/alignment.ts';
import { ALONE_HALF_HEIGHT_M, createCameraRig, LEAN_HALF_HEIGHT_M } from '../camera/cameraRig.ts';
import {
  type Angle,
  type Bounds,
  type BoundsTrack,
  calcAngles,
  calcBoundsTrack,
  calcLean,
  shareHeight,
  writeBounds,
} from '../camera/framing.ts';
import { createPicture, type Part, writePicture } from '../camera/layout.ts';
import { createOrbit, type Orbit } from '../camera/orbit.ts';
import { findPicked } from '../camera/pick.ts';
import type { Cutaway } from '../cutaway/cutaway.ts';
import { createFurniture } from '../furniture/furniture.ts';
import type { Labels } from '../labels/labels.ts';
import type { Layers } from '../layers/layers.ts';
import type { BodySize } from '../moment/sagittalOutline.ts';
import { createBreakView } from './breakView.ts';
import type { FormerBack } from './formerBack.ts';
import { fitShadow } from './keyLight.ts';
import { paintLoad } from './loadPaint.ts';
import { FAINT, LOOKS } from './looks.ts';
import { createSkin } from './skin.ts';

/** Distance at which the bones round the spine begin to fade in a close view, m. */
const SKELETON_WHOLE_M = 1.9;
const SKELETON_GONE_M = 1.1;
const calcSkeletonFade = (distanceM: number): number =>
  Math.min(1, Math.max(0, (distanceM - SKELETON_GONE_M) / (SKELETON_WHOLE_M - SKELETON_GONE_M)));

/** Whether the event raises the level with a balloon first. */
function isBalloonFirst({ scenario, run: { trace } }: Shown): boolean {
  const event = scenario.events[trace.eventIndex];
  return event?.type === 'cement' && event.method === 'kyphoplasty';
}

/** Rate at which the camera rotates by itself, rad/s: once in half a minute; and longest step after a late frame, s. */
const ROTATION_RAD_PER_S = 0.21;
const LONGEST_ROTATION_STEP_S = 0.25;

/** Time in which the cutaway of the bodies opens, s. */
const OPENING_S = 0.7;

/** Factor on opacities round a vertebra that is shown alone; distance from its body's centre to its own middle, m. */
const ROUND_ALONE = 0.15;
const ARCH_M = -0.018;

/** Index of a vertebra in the middle of the column. */
const MIDDLE = levelIndex('T11');

/** Updates the scene to the playback time, once a frame, without allocating. */
export function createDirector(
  session: Session,
  settings: SettingsStore,
  language: Language,
  labels: Labels,
  orbit: Orbit,
  framesM: Float64Array,
  index: 0 | 1,
  beside: BodyPlacesStore | null,
) {
  const picture = createPicture();
  const pose = createPose();
  const uniforms = createPoseUniforms(pose);
  let formerBack: FormerBack | null = null;
  const breakView = createBreakView();
  const skin = createSkin(pose);
  const furniture = createFurniture();
  const boneMaterial = createBoneMaterial(uniforms);
  const boneDepthMaterial = createBoneDepthMaterial(uniforms);
  const discGeometry = createDiscGeometry();
  const discMaterial = createDiscMaterial(uniforms);
  const rig = createCameraRig();
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const leanAt = new Vector3();
  const viewpoint = {
    camera: null as unknown as PerspectiveCamera,
    width: 1,
    height: 1,
    focusLevel: 0,
    focusAt: leanAt,
    closeness: 0,
  };
  const columnAt = new Vector3();
  const aside = new Vector3();
  const orientation = new Quaternion();
  let shown: Shown | null = null;
  /** Time that is shown instead of the playback time, s. */
  let stillS: number | null = null;
  let lastPart: Part | null = null;
  let lastCamera: PerspectiveCamera | null = null;
  let intact: Trace | null = null;
  const bounds: Bounds = { centre: [0, 0, 0], half: [0, 0, 0] };
  // written in place, so that a frame allocates nothing
  const goal = {
    bounds,
    angle: { azimuth: 0, tilt: 0 } as Angle,
    lean: 0,
    leanAt,
    halfHeightM: LEAN_HALF_HEIGHT_M,
    columnAt,
    besideFitM: 0,
  };
  let boundsTrack: BoundsTrack | null = null;
  let angles: Readonly<Record<View, Angle>> | null = null;
  let leanBone = 0;
  let viewAsked = settings.getState().viewAsked;
  let skeleton: Skeleton | null = null;
  let cutaway: Cutaway | null = null;
  let overlays: Layers | null = null;
  let key: DirectionalLight | null = null;

  const takeShown = (next: Shown) => {
    shown = next;
    const { trace } = next.run;
    pose.setTrace(trace, next.scenario.patient);
    boundsTrack = calcBoundsTrack(trace);
    angles = calcAngles(trace);
    furniture.setShown(next);
    leanBone = findFocus(next);
    breakView.setShown(next);
    uniforms.discWear!.value = next.run.condition.discWear;
  };

  const takeIntact = (next: Trace | null) => {
    intact = next;
    if (shown) formerBack?.setIntact(next, shown.scenario.patient);
  };

  const densityMgPerCm3 = new Float32Array(LEVEL_COUNT);
  const shellMm = new Float32Array(LEVEL_COUNT);
  const paintBones = (timeS: number) => {
    const state = session.store.getState();
    paintLoad(state, timeS, settings.getState().tinted, uniforms.boneTint!.value as Float32Array);
    if (!state.shown) return;
    writeInside(state, densityMgPerCm3, shellMm);
    uniforms.fragilityTint!.value = calcFragility(densityMgPerCm3);
  };

  let insideOf: SessionState | null = null;
  const paintInside = ({ inside }: Cutaway, state: SessionState) => {
    if (state === insideOf) return;
    insideOf = state;
    writeInside(state, inside.densityMgPerCm3, inside.shellMm);
    state.shown!.run.condition.bone.forEach((bone, level) => {
      inside.anteriorWeakness[level] = bone.anteriorWeakness;
    });
  };

  /** Fades what is round a vertebra that is shown alone. */
  const fadeRound = (alone: number | null) => {
    uniforms.alone!.value = alone ?? -1;
    uniforms.discOpacity!.value = alone === null ? 1 : ROUND_ALONE;
    discMaterial.depthWrite = alone === null;
  };

  /** Opens or closes the cutaway; true while it moves. */
  const openCutaway = (cutaway: Cutaway, wanted: boolean, stepS: number): boolean => {
    const goal = wanted ? 1 : 0;
    const most = reducedMotion.matches ? 1 : stepS / OPENING_S;
    cutaway.opening += Math.max(-most, Math.min(most, goal - cutaway.opening));
    return cutaway.opening !== goal;
  };

  return {
    boneMaterial,
    boneDepthMaterial,
    discGeometry,
    discMaterial,
    skin,
    furniture: furniture.object,
    /** Sets the light whose shadows follow what is seen. */
    setKey(next: DirectionalLight): void {
      key = next;
    },
    /** Adds the bones round the spine when they have loaded. */
    setSkeleton(next: Skeleton): void {
      skeleton = next;
    },
    /** Adds the cutaway of the bodies when it has loaded. */
    setCutaway(next: Cutaway): void {
      cutaway = next;
      insideOf = null;
    },
    /** Adds the layers when they have loaded. */
    setLayers(next: Layers): void {
      overlays = next;
    },
    /** Adds the line of her back as it was when it has loaded. */
    setFormerBack(next: FormerBack): void {
      formerBack = next;
      takeIntact(intact);
    },
    /** Adds the lines round broken bones when they have loaded. */
    setRims: breakView.setRims,
    /** Tells which level two stills show in the loupe's place; −1: none. */
    setStill: breakView.setStill,
    /** Adds the loupe and the lines in it when they have loaded, or takes them away. */
    setLoupe: breakView.setLoupe,
    /** Dimensions of a level's body in this patient, m. */
    getBody: (level: number): BodySize => ({
      size: pose.boneSize.slice(4 * level, 4 * level + 4),
      rim: pose.boneRim.slice(4 * level, 4 * level + 4),
    }),
    uniforms,
    isShowing: () => shown !== null,
    session,
    language,
    labels,
    metresPerPixel: rig.metresPerPixel,

    /** The vertebra at a point of the last picture, px. */
    pick: (x: number, y: number) =>
      shown && findPicked(pose, viewpoint.camera, picture.width, picture.height, x, y),
    /** Shows another time from close by, for a picture of it, or the playback time again; writes its middle in the picture, −1 … 1. */
    showStill(timeS: number | null, middle: Vector3): void {
      stillS = timeS;
      if (!lastPart || !lastCamera) return;
      this.update(lastCamera, lastPart, picture.height, 0);
      middle.copy(leanAt).project(lastCamera);
    },
    /** Updates the scene; true while another frame is needed. */
    update(camera: PerspectiveCamera, part: Part, height: number, stepS: number): boolean {
      const { width } = part;
      lastPart = part;
      lastCamera = camera;
      writePicture(part, height, picture);
      const state = session.store.getState();
      if (state.shown && state.shown !== shown) takeShown(state.shown);
      if (state.intact !== intact) takeIntact(state.intact);
      if (!shown || !boundsTrack || !angles) return false;
      const { trace } = shown.run;
      const timeS = stillS ?? session.clock.timeS;
      pose.setTime(timeS);
      const cemented = findTreated(shown);
      const progress = trace.durationS > 0 ? timeS / trace.durationS : 1;
      const balloonFirst = cemented !== null && isBalloonFirst(shown);
      const treatmentLean = cutaway?.showTreatment(pose, cemented, progress, balloonFirst) ?? 0;
      cutaway?.showFractures(trace, timeS, reducedMotion.matches);
      const { theme, units, layers, faint, isolated, view, viewAsked: asked } = settings.getState();
      const alone = isolated !== null && view === 'close' && stillS === null ? levelIndex(isolated) : null;
      const focus = alone ?? leanBone;
      fadeRound(alone);
      const unfolding = cutaway ? openCutaway(cutaway, layers.inside && state.shown !== null, stepS) : false;
      const findings = getFindings(trace, timeS);
      paintBones(timeS);
      uniforms.discTinted!.value = layers.discs ? (faint.discs ? FAINT : 1) : 0;
      if (cutaway && state.shown) paintInside(cutaway, state);
      if (asked !== viewAsked) {
        viewAsked = asked;
        Object.assign(orbit, createOrbit());
      }
      const rotating = index === 0 && settings.getState().rotating && !reducedMotion.matches;
      if (rotating) orbit.azimuth += ROTATION_RAD_PER_S * Math.min(LONGEST_ROTATION_STEP_S, stepS);
      writeBounds(boundsTrack, timeS, bounds);
      shareHeight(bounds, framesM, index);
      leanAt.fromArray(pose.bonePosition, focus * 4);
      if (alone !== null)
        leanAt.add(
          aside.set(ARCH_M, 0, 0).applyQuaternion(orientation.fromArray(pose.boneOrientation, focus * 4)),
        );
      const leaning = Math.max(treatmentLean, calcLean(trace, timeS));
      // two side by side keep their common scale
      const keepsAway = reducedMotion.matches || framesM[1 - index]! > 0;
      const near = view === 'close' || stillS !== null;
      const lean = near ? 1 : keepsAway || breakView.isWhole() ? 0 : leaning;
      breakView.arrange(picture, timeS, !near && !keepsAway);
      const look = LOOKS[theme];
      formerBack?.update(pose, findings.heightLossMm, !near, look);
      columnAt.fromArray(pose.bonePosition, MIDDLE * 4);
      goal.angle = angles[view];
      goal.lean = lean;
      goal.halfHeightM = alone === null ? LEAN_HALF_HEIGHT_M : ALONE_HALF_HEIGHT_M;
      goal.besideFitM = framesM[1 - index]!;
      const moving = rig.update(camera, goal, orbit, picture, stepS, reducedMotion.matches);
      framesM[index] = rig.getFitM();
      // after the camera has moved: it may have jumped, and no other frame may come
      const skeletonFade = layers.skeleton && alone === null ? calcSkeletonFade(rig.getDistanceM()) : 0;
      const context = near || keepsAway ? 1 : breakView.getContext(timeS);
      skin.setLook(look, context * (alone === null ? 1 : ROUND_ALONE));
      const glass = context * look.glassStrength * (faint.skeleton ? FAINT : 1);
      skeleton?.setLook(look.glass);
      skeleton?.update(
        pose,
        furniture.ground.lying,
        skeletonFade * glass,
        shown.run.condition.discWear,
        uniforms.fragilityTint!.value,
      );
      // after the neck, which carries the head
      skin.update(shown.scenario.patient, furniture.ground);
      if (key?.castShadow) fitShadow(key, rig.getTarget(), (rig.metresPerPixel() * height) / 2);
      furniture.update(pose, timeS, look, rig.getAngle());
      furniture.object.visible = stillS === null && alone === null;
      camera.updateMatrixWorld();
      breakView.update(pose, angles.close, orbit, camera, picture, timeS);
      viewpoint.camera = camera;
      viewpoint.width = width;
      viewpoint.height = height;
      viewpoint.focusLevel = focus;
      viewpoint.closeness = lean;
      overlays?.update(shown, settings.getState(), pose, timeS, viewpoint, alone);
      labels.show(trace, timeS, language, breakView.getTold());
      formerBack?.mark(labels.heightMark, pose, findings.heightLossMm, units, camera, picture);
      labels.place(pose, camera, picture);
      if (beside && !moving && !session.clock.playing) tellLevels(beside, pose, camera, height);
      return moving || unfolding || rotating;
    },

    dispose(): void {
      framesM[index] = 0;
      for (const thing of [boneMaterial, boneDepthMaterial, discMaterial, discGeometry, pose.sectionMap])
        thing.dispose();
      for (const thing of [skin, furniture]) thing.dispose();
    },
  };
}

export type Director = ReturnType<typeof createDirector>;
