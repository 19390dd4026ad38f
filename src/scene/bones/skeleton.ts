import { Color, Group, Mesh, MeshBasicMaterial, Vector3 } from 'three';
import { createAttachments } from './attachments.ts';
import { DISC_COLOUR, WORN_COLOUR, WORN_SHARE } from './discs.ts';
import type { Pose } from './pose.ts';
import { loadSkeletonGeometry } from './skeletonGeometry.ts';
import {
  createNeckMaterial,
  createSkeletonDepthMaterial,
  createSkeletonMaterial,
} from './skeletonMaterial.ts';

/** Skull, neck, ribs, girdle, pelvis and the roots of the limbs: they move with the spine and carry no load. */
export interface Skeleton {
  readonly object: Group;
  /** Follows the pose. @param strength 0 … 1; at 0 nothing is drawn. The neck's discs are as worn as the trunk's, 0 … 1. */
  update(pose: Pose, lying: boolean, strength: number, discWear: number): void;
  /** @param glass colour, sRGB */
  setLook(glass: string): void;
  /** @param level of detail, 0 the finest */
  setDetail(level: number): void;
  dispose(): void;
}

/** Level of detail at low quality. */
const COARSEST = 2;
/** Draws after the spine's discs and before the figure's skin. */
const RENDER_ORDER = 2;

const PEARL = new Color(DISC_COLOUR);
const AMBER = new Color(WORN_COLOUR);

/** Loads the skeleton after the first view: its file is as large as the spine's. */
export async function loadSkeleton(): Promise<Skeleton> {
  const { geometry, details, neckCorners } = await loadSkeletonGeometry();
  const attachments = createAttachments();
  const uniforms = {
    attachmentPosition: { value: attachments.position },
    attachmentOrientation: { value: attachments.orientation },
    boneScale: { value: new Vector3(1, 1, 1) },
    discColour: { value: new Color() },
  };
  const depth = createSkeletonDepthMaterial(uniforms);
  const material = createSkeletonMaterial(uniforms);
  const neck = createNeckMaterial(uniforms);
  const object = new Group();
  // invisible until it has a pose
  object.visible = false;
  // two groups of the geometry: the neck, which is seen through the jaw, and the rest
  const nothing = new MeshBasicMaterial({ visible: false });
  const laidDown = new Mesh(geometry, [nothing, depth]);
  for (const mesh of [laidDown, new Mesh(geometry, [neck, material])]) {
    mesh.frustumCulled = false;
    mesh.receiveShadow = mesh !== laidDown;
    mesh.renderOrder = RENDER_ORDER;
    object.add(mesh);
  }
  const setDetail = (level: number) => {
    // at low quality, bones show through each other
    laidDown.visible = level < COARSEST;
    const corners = details[level]!;
    const ofNeck = neckCorners[level]!;
    geometry.setIndex(corners);
    geometry.clearGroups();
    geometry.addGroup(0, ofNeck, 0);
    geometry.addGroup(ofNeck, corners.count - ofNeck, 1);
  };
  setDetail(0);
  return {
    object,
    update(pose, lying, strength, discWear) {
      attachments.update(pose, lying);
      object.visible = strength > 0;
      uniforms.boneScale.value.copy(pose.boneScale);
      material.uniforms.strength!.value = strength;
      uniforms.discColour.value.lerpColors(PEARL, AMBER, WORN_SHARE * discWear);
    },
    setLook(glass) {
      material.uniforms.glass!.value.set(glass);
    },
    setDetail,
    dispose() {
      geometry.dispose();
      depth.dispose();
      material.dispose();
      neck.dispose();
    },
  };
}
