import { Group, Mesh, MeshBasicMaterial, Vector3 } from 'three';
import { createAttachments } from './attachments.ts';
import type { Pose } from './pose.ts';
import { loadSkeletonGeometry } from './skeletonGeometry.ts';
import {
  createNeckMaterial,
  createSkeletonDepthMaterial,
  createSkeletonMaterial,
} from './skeletonMaterial.ts';

/** Skull, neck, ribs, girdle, pelvis and the roots of the limbs: they ride on the spine and carry nothing. */
export interface Skeleton {
  readonly object: Group;
  /** Follows the pose. @param opacity 0 … 1; at 0 nothing is drawn */
  update(pose: Pose, lying: boolean, opacity: number): void;
  /** @param level of detail, 0 the finest */
  setDetail(level: number): void;
  dispose(): void;
}

/** The level of detail that a low quality draws. */
const COARSEST = 2;
/** Between the spine's discs and the figure's skin. */
const RENDER_ORDER = 2;

/** Comes after the first view: its bones are as large a file as the spine's. */
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
  // until it has a pose
  object.visible = false;
  // the neck's part of the geometry, and the rest: the neck is seen through the jaw
  const nothing = new MeshBasicMaterial({ visible: false });
  const laidDown = new Mesh(geometry, [nothing, depth]);
  for (const mesh of [laidDown, new Mesh(geometry, [neck, material])]) {
    mesh.frustumCulled = false;
    mesh.receiveShadow = mesh !== laidDown;
    mesh.renderOrder = RENDER_ORDER;
    object.add(mesh);
  }
  const setDetail = (level: number) => {
    // where frames are dear, bones show through each other
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
