import { type Camera, Vector3 } from 'three';
import { LEVEL_COUNT, LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { Pose } from '../bones/pose.ts';

/** Distance from a body's middle at which a finger still picks it, px: half of what a finger covers. */
const REACH_PX = 26;

const at = new Vector3();

/** Vertebra whose body is nearest to a point of the picture (px from its upper left corner), if one is near. */
export function findPicked(
  pose: Pose,
  camera: Camera,
  width: number,
  height: number,
  x: number,
  y: number,
): Level | null {
  let picked: Level | null = null;
  let nearest = REACH_PX;
  for (let level = 0; level < LEVEL_COUNT; level++) {
    at.fromArray(pose.bonePosition, level * 4).project(camera);
    const away = Math.hypot(((at.x + 1) / 2) * width - x, ((1 - at.y) / 2) * height - y);
    if (away >= nearest) continue;
    nearest = away;
    picked = LEVELS[level]!;
  }
  return picked;
}
