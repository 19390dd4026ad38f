/**
 * All bones by name. A name that ends in `-right` stands for its mirror image `-left` too, which is not meshed again.
 */
import { LEVELS } from '../core/anatomy/levels.ts';
import type { BoneFamily, BoneSolid } from './boneSolid.ts';
import { NECK_BONES } from './neck.ts';
import { NECK_DISCS } from './neckDiscs.ts';
import { sacrumSolid } from './sacrum.ts';
import { SKELETON_BONES } from './skeleton.ts';
import { vertebraSolid } from './vertebra.ts';

const SPINE: BoneFamily = {
  ...Object.fromEntries(LEVELS.map((level) => [level, () => vertebraSolid(level)])),
  sacrum: sacrumSolid,
};

const SKELETON: BoneFamily = {
  ...NECK_BONES,
  ...NECK_DISCS,
  ...SKELETON_BONES,
};

/** The files in models/meshes: the spine is needed for the first view, the skeleton comes after it. */
export const FAMILIES = { spine: SPINE, skeleton: SKELETON } as const;

export const BONES: BoneFamily = { ...SPINE, ...SKELETON };

export function boneSolid(name: string): BoneSolid {
  const build = BONES[name];
  if (!build) throw new Error(`no bone is called ${name}; there are ${Object.keys(BONES).join(', ')}`);
  return build();
}
