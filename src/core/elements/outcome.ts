import { LAYERS } from '../bone/section.ts';
import { LONGEST_STRAIN } from '../bone/strength.ts';
import type { VoxelBody } from './body.ts';
import { type CurvePoint, calcStiffnessNPerMm, type Press, pressTo } from './collapse.ts';
import { calcUnitStress, strain, stress } from './material.ts';
import { calcGreatestAndLeast, extremes } from './principal.ts';

/** Parts of a body in which yielded bone is counted. */
export type Region = 'front' | 'middle' | 'back' | 'shell' | 'lowerEndPlate' | 'upperEndPlate';

/** A body at one point of its curve. */
export interface Snapshot {
  readonly point: CurvePoint;
  /** Displacements of the grid, mm. */
  readonly movedMm: Float64Array;
  /** Least principal stress of each brick at its middle, MPa (negative in compression), and part of its stiffness that is left. */
  readonly leastStressMPa: Float64Array;
  /** Least principal strain of each brick at its middle (negative in compression). */
  readonly leastStrain: Float64Array;
  readonly left: Float64Array;
  /** Bone that has yielded, as a fraction of each region's bone. */
  readonly yielded: Readonly<Record<Region, number>>;
}

/** What pressing a body showed; its strength is the first peak of the curve, or what it bears shortly after its first yield. */
export interface Outcome {
  readonly strengthN: number;
  readonly stiffnessNPerMm: number;
  readonly curve: readonly CurvePoint[];
  readonly peak: Snapshot;
  readonly end: Snapshot;
}

/**
 * The first peak is over when the force has fallen by this fraction of it, or, as the section's, when the body has shortened by 3 % past
 * its first yield: a body that packs bears ever more.
 */
const FALLEN = 0.02;

/** Part of the stiffness below which bone, or the body, counts as yielded. */
const YIELDED = 0.98;

const tensor = new Float64Array(6);

/** A press at the point of its curve that it has just reached. */
export function takeSnapshot(press: Press, point: CurvePoint): Snapshot {
  const { body, bone, perN } = press;
  const { count, plainMPa, bulgingMPa } = body.bricks;
  const leastStressMPa = new Float64Array(count);
  const leastStrain = new Float64Array(count);
  for (let e = 0; e < count; e++) {
    calcUnitStress(bone, perN, e);
    calcGreatestAndLeast(stress);
    leastStressMPa[e] = point.forceN * (plainMPa[e]! + bulgingMPa[e]!) * extremes.least;
    for (let a = 0; a < 6; a++) tensor[a] = a < 3 ? strain[a]! : strain[a]! / 2;
    calcGreatestAndLeast(tensor);
    leastStrain[e] = point.forceN * extremes.least;
  }
  return {
    point,
    movedMm: perN.map((value) => value * point.forceN),
    leastStressMPa,
    leastStrain,
    left: bone.left.slice(),
    yielded: calcYielded(body, bone.left),
  };
}

function calcYielded(body: VoxelBody, left: Float64Array): Record<Region, number> {
  const { places, core, shell, plate, lowerMm, upperMm, bricks } = body;
  const { grid } = bricks;
  const all = { front: 0, middle: 0, back: 0, shell: 0, lowerEndPlate: 0, upperEndPlate: 0 };
  const yielded = { ...all };
  for (let e = 0; e < bricks.count; e++) {
    const third = Math.floor((LAYERS * (places[3 * e]! + 0.5)) / grid.nx);
    const low = (places[3 * e + 1]! + 0.5) * grid.size.yMm < (lowerMm + upperMm) / 2;
    const count = (region: Region, part: number): void => {
      all[region] += part;
      if (left[e]! < YIELDED) yielded[region] += part;
    };
    count(third === 0 ? 'back' : third === 1 ? 'middle' : 'front', core[e]!);
    count('shell', shell[e]!);
    count(low ? 'lowerEndPlate' : 'upperEndPlate', plate[e]!);
  }
  for (const region of Object.keys(all) as Region[]) yielded[region] /= all[region];
  return yielded;
}

/** Presses a body to a fraction of its height; yields every point of the curve. */
export function* runCollapse(press: Press, fraction: number): Generator<CurvePoint, Outcome> {
  const stiffnessNPerMm = calcStiffnessNPerMm(press);
  const curve: CurvePoint[] = [];
  let peak: Snapshot | null = null;
  let past = false;
  let yieldMm = Number.POSITIVE_INFINITY;
  const longestMm = LONGEST_STRAIN * press.body.section.heightMm;
  for (const point of pressTo(press, fraction)) {
    curve.push(point);
    const highest: number = peak?.point.forceN ?? 0;
    if (point.forceN < YIELDED * stiffnessNPerMm * point.meanMm) yieldMm = Math.min(yieldMm, point.meanMm);
    past ||= point.forceN < (1 - FALLEN) * highest || point.meanMm > yieldMm + longestMm;
    if (!past && point.forceN > highest) peak = takeSnapshot(press, point);
    yield point;
  }
  const end = takeSnapshot(press, curve.at(-1)!);
  return { strengthN: peak!.point.forceN, stiffnessNPerMm, curve, peak: peak!, end };
}
