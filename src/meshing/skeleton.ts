/** The bones round the spine. Each is drawn in the frame of its attachment (models/meshing-skeleton.json). */
import type { BoneFamily } from './boneSolid.ts';
import { fitBox } from './fitBox.ts';
import { clavicleSolid, scapulaSolid } from './girdle.ts';
import { femurSolid, humerusSolid } from './limbBone.ts';
import { hipSolid } from './pelvis.ts';
import { RIB_LEVELS, ribSolid } from './rib.ts';
import { jawSolid, skullSolid } from './skull.ts';
import { CARTILAGES, cartilageSolid, sternumSolid } from './sternum.ts';

const BUILDERS: BoneFamily = {
  ...Object.fromEntries(RIB_LEVELS.map((level, i) => [`rib-${i + 1}-right`, () => ribSolid(level)])),
  ...Object.fromEntries(CARTILAGES.map((rib) => [`cartilage-${rib}-right`, () => cartilageSolid(rib)])),
  sternum: sternumSolid,
  'clavicle-right': clavicleSolid,
  'scapula-right': scapulaSolid,
  'humerus-right': humerusSolid,
  'hip-right': hipSolid,
  'femur-right': femurSolid,
  skull: skullSolid,
  jaw: jawSolid,
};

export const SKELETON_BONES: BoneFamily = Object.fromEntries(
  Object.entries(BUILDERS).map(([name, build]) => [name, () => fitBox(build())]),
);
