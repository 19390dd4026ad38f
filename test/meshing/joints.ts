/** Bones that touch, and how deep and how far apart they are in a pose: vertices of one bone's committed mesh in the other's solid. */
import { readFileSync } from 'node:fs';
import { Quaternion, Vector3 } from 'three';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { boneSolid } from '../../src/meshing/bones.ts';
import { landmarks } from '../../src/meshing/landmarks.ts';
import { AXIS, lowerNeckFacet } from '../../src/meshing/neckTables.ts';
import type { Point, Solid } from '../../src/meshing/primitives.ts';
import { RIB_LEVELS, ribLandmarks } from '../../src/meshing/rib.ts';
import { fromChest, placeOf } from '../../src/meshing/standing.ts';
import { getBoneBelow, NECK_BONES } from '../../src/meshing/standingNeck.ts';
import { vertebraShape } from '../../src/meshing/tables.ts';
import { type BoneMesh, readGlb } from '../../src/runtime/files/readGlb.ts';
import { ATTACHMENTS, type Attachments } from '../../src/scene/bones/attachments.ts';
import { type Hanging, hang } from '../../src/scene/bones/hanging.ts';

/** Weight of the body below which a vertex belongs to the arch. */
const ARCH = 0.02;

export interface Joint {
  readonly name: string;
  readonly mesh: BoneMesh;
  readonly hanging: Hanging;
  /** What it meets, by attachment. */
  readonly neighbours: readonly { readonly attachment: number; readonly solid: Solid }[];
  /** Vertices that may not go into a neighbour. */
  readonly near: readonly number[];
  /** Faces that stay close to a neighbour: vertices of each. */
  readonly faces: readonly (readonly number[])[];
}

/** What bones do at one moment, mm of the reference adult. */
export interface Meeting {
  readonly overlapMm: number;
  /** The widest of the faces' gaps; −∞ without faces. */
  readonly gapMm: number;
}

async function readMeshes(): Promise<ReadonlyMap<string, BoneMesh>> {
  const read = (file: string) => readGlb(Uint8Array.from(readFileSync(`models/meshes/${file}.glb`)).buffer);
  return new Map([...(await read('spine')), ...(await read('skeleton'))].map((mesh) => [mesh.name, mesh]));
}

const pointOf = ({ positions }: BoneMesh, i: number): Point => [
  1000 * positions[3 * i]!,
  1000 * positions[3 * i + 1]!,
  1000 * positions[3 * i + 2]!,
];
const select = (mesh: BoneMesh, within: (p: Point, i: number) => boolean): number[] =>
  [...mesh.body.keys()].filter((i) => within(pointOf(mesh, i), i));
const ball = (mesh: BoneMesh, [x, y, z]: Point, radiusMm: number): number[] =>
  select(mesh, (p) => Math.hypot(p[0] - x, p[1] - y, p[2] - z) < radiusMm);
const mirroredPoint = ([x, y, z]: Point): Point => [x, y, -z];
const bothSides = (mesh: BoneMesh, centre: Point, radiusMm: number): number[][] =>
  [centre, mirroredPoint(centre)].map((at) => ball(mesh, at, radiusMm));

const neighbour = (name: string, attachment = name) => ({
  attachment: ATTACHMENTS.indexOf(attachment),
  solid: boneSolid(name).solid,
});

/** T1 … L5 on the bone below: arches and their facets. */
function spineJoints(meshes: ReadonlyMap<string, BoneMesh>): Joint[] {
  return LEVELS.map((level, i) => {
    const mesh = meshes.get(level)!;
    const below = LEVELS[i + 1] ?? 'sacrum';
    const arch = new Set(select(mesh, (_, k) => mesh.body[k]! <= ARCH));
    const { centre } = landmarks(vertebraShape(level)).lowerFacet;
    return {
      name: `${level} on ${below}`,
      mesh,
      hanging: hang(mesh),
      neighbours: [neighbour(below)],
      near: [...arch],
      faces: bothSides(mesh, centre, 7).map((face) => face.filter((k) => arch.has(k))),
    };
  });
}

/** The neck's bones on the one below, the head on the atlas. */
function neckJoints(meshes: ReadonlyMap<string, BoneMesh>): Joint[] {
  const joint = (name: string, below: string, centre: Point, radiusMm: number): Joint => {
    const mesh = meshes.get(name)!;
    const faces = bothSides(mesh, centre, radiusMm);
    return {
      name: `${name} on ${below}`,
      mesh,
      hanging: hang(mesh),
      neighbours: [neighbour(below)],
      near: select(mesh, (p) => Math.hypot(...p) < 60),
      faces,
    };
  };
  return [
    ...NECK_BONES.map((name) =>
      name === 'C1'
        ? joint('C1', 'C2', [AXIS.facetXMm, -8, AXIS.facetZMm], 8)
        : joint(name, getBoneBelow(name), lowerNeckFacet(name).centre, 7),
    ),
    joint('skull', 'C1', [0, 0, 18], 14),
  ];
}

/** Heads of the ribs in the facets of their vertebrae, tubercles on the transverse processes. */
function ribJoints(meshes: ReadonlyMap<string, BoneMesh>): Joint[] {
  return RIB_LEVELS.flatMap((level, i) => {
    const { head, tubercle, headRadiusMm, tubercleRadiusMm } = ribLandmarks(level);
    const place = placeOf(level);
    const above = i >= 1 && i <= 9 ? RIB_LEVELS[i - 1]! : undefined;
    const headAt = fromChest(head, place);
    const own = neighbour(level);
    const bodies = above ? [own, neighbour(above)] : [own];
    return (['right', 'left'] as const).flatMap((side) => {
      const mesh = meshes.get(`rib-${i + 1}-${side}`)!;
      const on = (p: Point): Point => (side === 'right' ? p : mirroredPoint(p));
      const common = { mesh, hanging: hang(mesh), near: ball(mesh, on(headAt), 50) };
      const atHead: Joint = {
        ...common,
        name: `head of rib ${i + 1} ${side}`,
        neighbours: bodies,
        faces: [ball(mesh, on(headAt), headRadiusMm + 2)],
      };
      if (!tubercle) return [atHead];
      const face = ball(mesh, on(fromChest(tubercle, place)), tubercleRadiusMm + 2);
      return [
        atHead,
        { ...common, name: `tubercle of rib ${i + 1} ${side}`, neighbours: [own], near: face, faces: [face] },
      ];
    });
  });
}

export async function createJoints(): Promise<Joint[]> {
  const meshes = await readMeshes();
  return [...spineJoints(meshes), ...neckJoints(meshes), ...ribJoints(meshes)];
}

/** @param scale the patient's bones over the reference adult's */
export function meet(joint: Joint, { position, orientation }: Attachments, scale: Vector3): Meeting {
  const { mesh, hanging, neighbours, near, faces } = joint;
  const frameOf = (attachment: number) => ({
    at: new Vector3().fromArray(position, 4 * attachment),
    q: new Quaternion().fromArray(orientation, 4 * attachment),
  });
  const [own, other] = [frameOf(hanging.attachment), frameOf(hanging.other)];
  const others = neighbours.map(({ attachment, solid }) => ({ ...frameOf(attachment), solid }));
  const distanceOf = (i: number): number => {
    const there = new Vector3().fromArray(mesh.positions, 3 * i).multiply(scale);
    there.applyQuaternion(own.q).add(own.at);
    const elsewhere = new Vector3().fromArray(hanging.otherPositions, 3 * i).multiply(scale);
    elsewhere.applyQuaternion(other.q).add(other.at);
    const world = elsewhere.lerp(there, hanging.weight(i));
    return Math.min(
      ...others.map(({ at, q, solid }) => {
        const p = world.clone().sub(at).applyQuaternion(q.clone().invert()).divide(scale);
        return solid(1000 * p.x, 1000 * p.y, 1000 * p.z);
      }),
    );
  };
  const least = (list: readonly number[]) =>
    list.reduce((best, i) => Math.min(best, distanceOf(i)), Number.POSITIVE_INFINITY);
  return { overlapMm: Math.max(0, -least(near)), gapMm: Math.max(...faces.map(least)) };
}
