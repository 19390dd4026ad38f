import type { Object3D, PerspectiveCamera, Vector3 } from 'three';
import type { Shown } from '../../runtime/session/session.ts';
import type { Pose } from '../bones/pose.ts';

/** From where the picture is seen. */
export interface Viewpoint {
  readonly camera: PerspectiveCamera;
  /** Size of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** The bone that a close view looks at, and where it is, world, m. */
  readonly focusLevel: number;
  readonly focusAt: Vector3;
  /** 0 seen from afar … 1 close. */
  readonly closeness: number;
}

/** What can be laid over the spine. It is drawn with one call, and only while it is wanted. */
export interface SceneLayer {
  readonly object: Object3D;
  /** What is shown from now on. */
  setShown(shown: Shown): void;
  /** @param opacity as a fraction of the layer's own */
  update(pose: Pose, timeS: number, viewpoint: Viewpoint, opacity: number): void;
  /** Called when it is no longer seen. */
  hide?(): void;
  dispose(): void;
}
