import { atlasSolid } from './atlas.ts';
import { axisSolid } from './axis.ts';
import type { BoneFamily } from './boneSolid.ts';
import { cervicalSolid } from './cervical.ts';
import { CERVICAL_LEVELS } from './neckTables.ts';

export const NECK_BONES: BoneFamily = {
  C1: atlasSolid,
  C2: axisSolid,
  ...Object.fromEntries(CERVICAL_LEVELS.map((level) => [level, () => cervicalSolid(level)])),
};
