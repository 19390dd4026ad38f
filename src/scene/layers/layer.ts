import type { Object3D, PerspectiveCamera } from 'three';
import type { Shown } from '../../runtime/session.ts';
import type { Pose } from '../pose.ts';

/** What can be laid over the spine. It is drawn with one call, and only while it is wanted. */
export interface SceneLayer {
  readonly object: Object3D;
  /** What is shown from now on. */
  setShown(shown: Shown): void;
  update(pose: Pose, timeS: number, camera: PerspectiveCamera): void;
  dispose(): void;
}
