/** The neck's tables (models/meshing-cervical.json), and its facet joints. */
import table from '../../models/meshing-cervical.json' with { type: 'json' };
import { type FacetFrame, facetOnTop, landmarks, rotateAboutZ } from './landmarks.ts';
import type { Point } from './primitives.ts';
import { fromBoneBelow, getBoneBelow, placeOnBoneBelow } from './standingNeck.ts';
import { vertebraShape } from './tables.ts';

export type CervicalShape = (typeof table.vertebrae)[number];
export const { axis: AXIS, atlas: ATLAS, atlasOnAxis: ATLAS_ON_AXIS, head: HEAD_ON_ATLAS } = table;
export const CERVICAL_LEVELS: readonly string[] = table.vertebrae.map(({ level }) => level);

/** Joint space of the neck's facets with their cartilage, mm (source: neck-stack-recalled). */
export const NECK_JOINT_GAP_MM = 2.4;

export function cervicalShape(level: string): CervicalShape {
  const row = table.vertebrae.find((vertebra) => vertebra.level === level);
  if (!row) throw new Error(`models/meshing-cervical.json has no row for ${level}`);
  return row;
}

/** The facet joint over C3 … C7, or over T1, in that bone's own frame. */
function upperFacet(level: string): FacetFrame {
  if (level === 'T1') return landmarks(vertebraShape('T1')).upperFacet;
  const { upperDepthMm, heightMm } = cervicalShape(level);
  const joint = table.joints.find((row) => row.level === level)!;
  return facetOnTop(joint, upperDepthMm, heightMm / 2, 0);
}

export interface NeckJoints {
  readonly upper: FacetFrame;
  readonly lower: FacetFrame;
}

/** The joint under C2 … C7 in that bone's frame. */
export function lowerNeckFacet(level: string): FacetFrame {
  const facet = upperFacet(getBoneBelow(level));
  const { pitchRad } = placeOnBoneBelow(level);
  const rotated = (p: Point): Point => rotateAboutZ(p, -pitchRad);
  return {
    ...facet,
    centre: fromBoneBelow(level, facet.centre),
    normal: rotated(facet.normal),
    up: rotated(facet.up),
    across: rotated(facet.across),
  };
}

export const neckJoints = (level: string): NeckJoints => ({
  upper: upperFacet(level),
  lower: lowerNeckFacet(level),
});
