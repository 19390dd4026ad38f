/** Positions of the neck's bones on each other and on T1 in neutral standing, reference adult (models/meshing-cervical.json). */
import table from '../../models/meshing-cervical.json' with { type: 'json' };
import { levelIndex } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../core/anatomy/vertebrae.ts';
import { rotateAboutZ } from './landmarks.ts';
import { add, type Point, radians } from './primitives.ts';
import { calcMeanHeightMm, type SagittalPlace, stepOn } from './standingColumn.ts';

/** Bones of the neck from the bottom up. The mechanics has only their mass, on T1. */
export const NECK_BONES = ['C7', 'C6', 'C5', 'C4', 'C3', 'C2', 'C1'] as const;

const getStackRow = (name: string) => table.stack.find(({ disc }) => disc.startsWith(`${name}-`))!;

/** The bone under C2 … C7. */
export const getBoneBelow = (name: string): string => getStackRow(name).disc.split('-')[1]!;

export function getNeckHeightMm(name: string): number {
  if (name === 'T1') return calcMeanHeightMm(REFERENCE_VERTEBRAE[levelIndex('T1')]!);
  return name === 'C2' ? table.axis.heightMm : table.vertebrae.find(({ level }) => level === name)!.heightMm;
}

/** Position of C1 … C7 or the head on the bone below, in that bone's frame. */
export function placeOnBoneBelow(name: string): SagittalPlace {
  if (name === 'head') return toPlace(table.head);
  if (name === 'C1') return toPlace(table.atlasOnAxis);
  const { angleDeg, heightMm, forwardMm } = getStackRow(name);
  // half the bone below, the disc along its own mean direction, half this bone; forward bending is not a backward tilt
  const tilt = -radians(angleDeg) / 2;
  const plate = stepOn(ORIGIN, 0, getNeckHeightMm(getBoneBelow(name)) / 2, tilt);
  return stepOn(stepOn(plate, forwardMm, heightMm, tilt), 0, getNeckHeightMm(name) / 2, 0);
}

const ORIGIN: SagittalPlace = { xMm: 0, yMm: 0, pitchRad: 0 };
const toPlace = ({ xMm, yMm, angleDeg }: typeof table.head): SagittalPlace => ({
  xMm,
  yMm,
  pitchRad: -radians(angleDeg),
});

/** Point of the bone below C2 … C7, in the frame of the bone above. */
export function fromBoneBelow(name: string, p: Point): Point {
  const { xMm, yMm, pitchRad } = placeOnBoneBelow(name);
  return rotateAboutZ(add(p, [xMm, yMm, 0], -1), -pitchRad);
}

/** Point of C2 … C7 in the frame of the bone below. */
export function toBoneBelow(name: string, p: Point): Point {
  const { xMm, yMm, pitchRad } = placeOnBoneBelow(name);
  return add(rotateAboutZ(p, pitchRad), [xMm, yMm, 0]);
}

/** Positions of the neck's bones, from C7 up, and last the head on T1, in its frame. */
export function calcNeutralNeck(): SagittalPlace[] {
  const places = [ORIGIN];
  for (const name of [...NECK_BONES, 'head']) {
    const { xMm, yMm, pitchRad } = placeOnBoneBelow(name);
    places.push(stepOn(places.at(-1)!, xMm, yMm, pitchRad));
  }
  return places.slice(1);
}
