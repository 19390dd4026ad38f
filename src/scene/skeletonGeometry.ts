import skeletonUrl from '../../models/meshes/skeleton.glb?url';
import table from '../../models/meshes/skeleton.json' with { type: 'json' };
import { CARRIERS } from './carriers.ts';
import { type MergedBones, mergeBones } from './mergeBones.ts';
import { type BoneMesh, readGlb } from './readGlb.ts';

/** What the breastbone and the fronts of the ribs hang on. */
const CHEST = 'T4';
/** Ribs below this one end free. */
const LAST_BOUND_RIB = 10;

/**
 * All bones but the spine's in one geometry: one draw call, placed in the vertex shader. A vertex hangs on two carriers, in whose
 * frames it is at `position` and `otherPosition`: a rib on its vertebra and, towards its front end, on the chest.
 */
export async function loadSkeletonGeometry(): Promise<MergedBones> {
  const response = await fetch(skeletonUrl);
  if (!response.ok) throw new Error(`the skeleton could not be fetched (${response.status})`);
  const bones = new Map(
    (await readGlb(await response.arrayBuffer())).map((mesh) => [mesh, hang(mesh)] as const),
  );
  // the two carriers, share of the first, ambient
  return mergeBones(
    [...bones.keys()],
    (mesh, i) => {
      const { carrier, other, share } = bones.get(mesh)!;
      return [carrier, other, share(i) * 255, mesh.ambient[i]! * 255];
    },
    { otherPosition: (mesh) => bones.get(mesh)!.otherPositions },
  );
}

interface Hanging {
  readonly carrier: number;
  readonly other: number;
  /** Coordinates in the other carrier's frame, m. */
  readonly otherPositions: Float32Array;
  /** How far a vertex goes with the first carrier, 0 … 1. */
  readonly share: (vertex: number) => number;
}

function hang({ name, positions }: BoneMesh): Hanging {
  const carrier = getCarrier(name);
  const rib = Number(/^rib-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
  if (!(rib <= LAST_BOUND_RIB)) return { carrier, other: carrier, otherPositions: positions, share: () => 1 };
  const otherPositions = positions.map(toPlace(positions, getNeutralPlace(rib)));
  return { carrier, other: CARRIERS.indexOf(CHEST), otherPositions, share: calcBackShare(otherPositions) };
}

/** What a bone hangs on: itself in the neck, else what the table says; its own side's hip or shoulder. */
function getCarrier(name: string): number {
  const [, base = name, side] = /^(.*)-(right|left)$/.exec(name) ?? [];
  const tabled = (table.carriers as Readonly<Record<string, string>>)[side ? `${base}-right` : base] ?? base;
  const carrier = [tabled, `${tabled}-${side}`].map((one) => CARRIERS.indexOf(one)).find((at) => at >= 0);
  if (carrier === undefined) throw new Error(`nothing carries ${name}`);
  return carrier;
}

/** Where a rib's vertebra stands in the chest's frame in neutral standing: mm, mm, rad. */
const getNeutralPlace = (rib: number): readonly number[] =>
  table.column[`T${rib}` as keyof typeof table.column];

/** Coordinates of points, m, drawn in a vertebra's frame, as the chest sees them. */
function toPlace(from: Float32Array, [xMm, yMm, pitchRad]: readonly number[]) {
  const c = Math.cos(pitchRad!);
  const s = Math.sin(pitchRad!);
  return (value: number, i: number): number => {
    if (i % 3 === 2) return value;
    const x = from[i - (i % 3)]!;
    const y = from[i - (i % 3) + 1]!;
    return i % 3 === 0 ? c * x - s * y + xMm! / 1000 : s * x + c * y + yMm! / 1000;
  };
}

/** From 1 at a rib's back to 0 at its front. */
function calcBackShare(positions: Float32Array): (vertex: number) => number {
  let back = Number.POSITIVE_INFINITY;
  let front = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < positions.length; i += 3) {
    back = Math.min(back, positions[i]!);
    front = Math.max(front, positions[i]!);
  }
  return (vertex) => {
    const t = (positions[vertex * 3]! - back) / (front - back);
    return 1 - t * t * (3 - 2 * t);
  };
}
