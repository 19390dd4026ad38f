import { type Camera, Vector3 } from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { BodyPlacesStore } from '../../runtime/picture/bodyPlaces.ts';
import type { Pose } from '../bones/pose.ts';

/** Least distance between two successive bodies, and from the picture's edges, px. */
const LEAST_STEP_PX = 4;
const EDGE_PX = 90;
/** Change too small for a new layout, px. */
const STILL_PX = 1;

const at = new Vector3();

/** Reports to the panels how high each body is on the stage; null where the column is not upright. */
export function tellLevels(bodyPlaces: BodyPlacesStore, pose: Pose, camera: Camera, height: number): void {
  const { levelY: before } = bodyPlaces.getState();
  const levelY: number[] = [];
  for (let level = 0; level < LEVEL_COUNT; level++) {
    at.fromArray(pose.bonePosition, level * 4).project(camera);
    const y = ((1 - at.y) / 2) * height;
    const least = level === 0 ? EDGE_PX : levelY[level - 1]! + LEAST_STEP_PX;
    if (y < least || y > height - EDGE_PX) {
      if (before) bodyPlaces.setState({ levelY: null });
      return;
    }
    levelY.push(y);
  }
  if (!before || levelY.some((y, i) => Math.abs(y - before[i]!) > STILL_PX)) bodyPlaces.setState({ levelY });
}
