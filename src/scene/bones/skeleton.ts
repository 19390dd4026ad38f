import { Group, Mesh, MeshBasicMaterial, Vector3 } from 'three';
import { createAttachments } from './attachments.ts';
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
  /** Follows the pose. @param opacity 0 … 1; at 0 nothing is drawn */
  update(pose: Pose, lying: boolean, opacity: number): void;
  /** @param level of detail, 0 the finest */
  setDetail(level: number): void;
  dispose(): void;
}

/** Level of detail at low quality. */
const COARSEST = 2;
/** Draws after the spine's discs and before the figure's skin. */
const RENDER_ORDER = 2;

/** Loads the skeleton after the first view: its file is as large as the spine's. */
export async function loadSkeleton(): Promise<Skeleton> {
  const { geometry, details, neckCorners } = await loadSkeletonGeometry();
  const attachments = createAttachments();
  const uniforms = {
    attachmentPosition: { value: attachments.position },
    attachmentOrientation: { value: attachments.orientation },
    boneScale: { value: new Vector3(1, 1, 1) },
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
    update(pose, lying, opacity) {
      attachments.update(pose, lying);
      object.visible = opacity > 0;
      uniforms.boneScale.value.copy(pose.boneScale);
      material.opacity = opacity;
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
