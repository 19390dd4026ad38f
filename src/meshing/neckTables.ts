/** The neck's tables (models/meshing-cervical.json), and how its bones stand on each other. */
import table from '../../models/meshing-cervical.json' with { type: 'json' };
import { type FacetFrame, facetOnTop, landmarks, rotateAboutZ } from './landmarks.ts';
import { add, type Point, radians } from './primitives.ts';
import { vertebraShape } from './tables.ts';

export type CervicalShape = (typeof table.vertebrae)[number];
export const { axis: AXIS, atlas: ATLAS, atlasOnAxis: ATLAS_ON_AXIS } = table;
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

const heightOf = (level: string): number => {
  if (level === 'T1') return landmarks(vertebraShape('T1')).heightMm;
  return level === 'C2' ? AXIS.heightMm : cervicalShape(level).heightMm;
};

const boneBelow = (level: string): string => table.stack[stackIndex(level)]!.disc.split('-')[1]!;
const stackIndex = (level: string): number =>
  table.stack.findIndex(({ disc }) => disc.startsWith(`${level}-`));

/** A point of the bone below C2 … C7, in the frame of the bone above, as they stand upright. */
export function fromBoneBelow(level: string, p: Point): Point {
  const { angleDeg, heightMm, forwardMm } = table.stack[stackIndex(level)]!;
  const turn = radians(angleDeg);
  const through = rotateAboutZ([-forwardMm, -heightMm, 0], turn / 2);
  const fromPlate = rotateAboutZ(add(p, [0, heightOf(boneBelow(level)) / 2, 0], -1), turn);
  return add(add([0, -heightOf(level) / 2, 0], through), fromPlate);
}

export interface NeckJoints {
  readonly upper: FacetFrame;
  readonly lower: FacetFrame;
}

/** The joint under C2 … C7 in that bone's frame. */
export function lowerNeckFacet(level: string): FacetFrame {
  const facet = upperFacet(boneBelow(level));
  const turn = radians(table.stack[stackIndex(level)]!.angleDeg);
  const turned = (p: Point): Point => rotateAboutZ(p, turn);
  return {
    ...facet,
    centre: fromBoneBelow(level, facet.centre),
    normal: turned(facet.normal),
    up: turned(facet.up),
    across: turned(facet.across),
  };
}

export const neckJoints = (level: string): NeckJoints => ({
  upper: upperFacet(level),
  lower: lowerNeckFacet(level),
});
