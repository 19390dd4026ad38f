import girdle from '../../models/meshing-girdle.json' with { type: 'json' };
import table from '../../models/meshing-skeleton.json' with { type: 'json' };
import { LEVELS } from '../core/anatomy/levels.ts';
import { hipCentreInSacrum } from './pelvis.ts';
import type { Point } from './primitives.ts';
import { chestPlace, fromChest } from './standing.ts';
import { calcNeutralColumn, type SagittalPlace } from './standingColumn.ts';
import { calcNeutralNeck, NECK_BONES } from './standingNeck.ts';

/**
 * Table that the picture needs beside the meshes of models/meshes/skeleton.glb: the attachment of each bone, and the positions of the
 * reference adult's bones in neutral standing (origin, mm, and tilt backwards, rad): T1 … L5 in the frame of T4, the neck and the
 * head on T1. Right hip joint in the sacrum's frame, right shoulder joint in T4's, mm.
 */
export function skeletonTable() {
  const rounded = ({ xMm, yMm, pitchRad }: SagittalPlace) => [xMm, yMm, pitchRad].map(round);
  const column = calcNeutralColumn('T4');
  const [x, y, z] = girdle.shoulderCentreMm as unknown as Point;
  return {
    attachments: Object.fromEntries(table.attachments.map(({ bone, attachment }) => [bone, attachment])),
    hip: hipCentreInSacrum.map(round),
    shoulder: fromChest([x, y, z], chestPlace).map(round),
    column: Object.fromEntries(LEVELS.map((level, i) => [level, rounded(column[i]!)])),
    neck: Object.fromEntries(calcNeutralNeck().map((place, i) => [NECK_BONES[i] ?? 'head', rounded(place)])),
  };
}

const round = (value: number): number => Math.round(1e4 * value) / 1e4;
