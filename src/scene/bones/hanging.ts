import table from '../../../models/meshes/skeleton.json' with { type: 'json' };
import type { BoneMesh } from '../../runtime/files/readGlb.ts';
import { ATTACHMENTS, CHEST, ON_CHEST } from './attachments.ts';

/** Bone of the skeleton between its two attachments; most have only one. */
export interface Hanging {
  readonly attachment: number;
  readonly other: number;
  /** Coordinates in the other attachment's frame, m. */
  readonly otherPositions: Float32Array;
  /** Weight with which a vertex moves with the first attachment, 0 … 1. */
  readonly weight: (vertex: number) => number;
}

/** Positions of the column's bones and the chest, whose frame is that of its table, in neutral standing. */
const COLUMN: Places = { ...table.column, [CHEST]: [0, 0, 0] };
/** Last rib joined to the breastbone; those below end free. */
const LAST_BOUND_RIB = 10;

export function hang(mesh: BoneMesh): Hanging {
  const { name, positions, body } = mesh;
  const rib = Number(/^rib-(\d+)-/.exec(name)?.[1]);
  if (rib <= LAST_BOUND_RIB) return hangBetween(mesh, COLUMN, `T${rib}`, CHEST, calcBackWeight);
  const [, above, below] = /^disc-(\w+)-(\w+)$/.exec(name) ?? [];
  if (above) return hangBetween(mesh, NECK_ON_T1, above, below!, () => (vertex) => body[vertex]!);
  const attachment = getAttachment(name);
  return { attachment, other: attachment, otherPositions: positions, weight: () => 1 };
}

/** Index of a bone's attachment: itself in the neck, otherwise from the table; its own side's hip or shoulder. */
function getAttachment(name: string): number {
  const [, base = name, side] = /^(.*)-(right|left)$/.exec(name) ?? [];
  const tabled =
    (table.attachments as Readonly<Record<string, string>>)[side ? `${base}-right` : base] ?? base;
  const attachment = [tabled === ON_CHEST ? CHEST : tabled, `${tabled}-${side}`]
    .map((one) => ATTACHMENTS.indexOf(one))
    .find((at) => at >= 0);
  if (attachment === undefined) throw new Error(`nothing carries ${name}`);
  return attachment;
}

/** Positions of bones in one frame in neutral standing: x, y, mm, and tilt backwards, rad. */
type Places = Readonly<Record<string, readonly number[]>>;
const NECK_ON_T1: Places = { T1: [0, 0, 0], ...table.neck };

function hangBetween(
  { positions }: BoneMesh,
  places: Places,
  first: string,
  second: string,
  calcWeight: (otherPositions: Float32Array) => Hanging['weight'],
): Hanging {
  const otherPositions = seenFrom(places[second]!, places[first]!, positions);
  return {
    attachment: ATTACHMENTS.indexOf(first),
    other: ATTACHMENTS.indexOf(second),
    otherPositions,
    weight: calcWeight(otherPositions),
  };
}

/** Coordinates, m, of points of one frame in another. */
function seenFrom(
  [toXMm, toYMm, toRad]: readonly number[],
  [xMm, yMm, rad]: readonly number[],
  points: Float32Array,
): Float32Array {
  const rotate = (x: number, y: number, angle: number) => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ];
  const origin = rotate((xMm! - toXMm!) / 1000, (yMm! - toYMm!) / 1000, -toRad!);
  const seen = points.slice();
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = rotate(points[i]!, points[i + 1]!, rad! - toRad!);
    seen[i] = x! + origin[0]!;
    seen[i + 1] = y! + origin[1]!;
  }
  return seen;
}

/** Weight 1 at a rib's head and tubercle, which lie in its vertebra's facets, falling to 0 at its front end. */
function calcBackWeight(positions: Float32Array): (vertex: number) => number {
  let head = 0;
  let front = 0;
  for (let i = 3; i < positions.length; i += 3) {
    if (Math.abs(positions[i + 2]!) < Math.abs(positions[head + 2]!)) head = i;
    if (positions[i]! > positions[front]!) front = i;
  }
  return (vertex) => {
    const t = Math.max(
      0,
      (positions[vertex * 3]! - positions[head]!) / (positions[front]! - positions[head]!),
    );
    return 1 - t * t * (3 - 2 * t);
  };
}
