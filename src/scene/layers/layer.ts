import type { Object3D, PerspectiveCamera, Vector3 } from 'three';
import type { Shown } from '../../runtime/session/session.ts';
import type { Pose } from '../bones/pose.ts';

/** Viewpoint of the picture. */
export interface Viewpoint {
  readonly camera: PerspectiveCamera;
  /** Size of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** Bone in a close view, and its position, world, m. */
  readonly focusLevel: number;
  readonly focusAt: Vector3;
  /** 0 distant view … 1 close view. */
  readonly closeness: number;
}

/** Layer over the spine. It is drawn with one call, and only while it is on. */
export interface SceneLayer {
  readonly object: Object3D;
  /** Sets the run to show. */
  setShown(shown: Shown): void;
  /** @param opacity as a fraction of the layer's own */
  update(pose: Pose, timeS: number, viewpoint: Viewpoint, opacity: number): void;
  /** Called when it is no longer visible. */
  hide?(): void;
  dispose(): void;
}
