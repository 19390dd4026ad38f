/** From a solid to triangles: sample, simplify, then read normals and attributes off the solid itself. */
import manifoldModule, { type ManifoldToplevel } from 'manifold-3d';
import { MeshoptSimplifier } from 'meshoptimizer';
import type { BoneSolid } from './boneSolid.ts';
import { clamp, type Solid } from './primitives.ts';

/** Spacing of the samples, mm. */
export const SAMPLE_MM = 0.8;
/** Step for the gradient that becomes the normal, mm: below the rounding of a rim. */
const NORMAL_STEP_MM = 0.35;
/** Greatest movement of a surface by the simplifier, mm. */
const SIMPLIFY_ERROR_MM = 0.35;

/** Weight of the body's squared coordinates, 1/mm: an edge of 4 mm strays 0.08 mm in its middle. */
const BODY_FINENESS = 0.02;

export interface BoneMesh {
  readonly name: string;
  /** mm, x anterior, y up, z right. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
  /** 0 … 1 per vertex: weight with which it moves with the vertebral body. */
  readonly body: Float32Array;
  /** 0 … 1 per vertex: light that reaches it from all round, 1 = open. */
  readonly ambient: Float32Array;
}

let loading: Promise<ManifoldToplevel> | undefined;

async function loadManifold(): Promise<ManifoldToplevel> {
  loading ??= manifoldModule().then((module) => {
    module.setup();
    return module;
  });
  await MeshoptSimplifier.ready;
  return loading;
}

export async function meshBone(bone: BoneSolid, sampleMm = bone.sampleMm ?? SAMPLE_MM): Promise<BoneMesh> {
  const { Manifold } = await loadManifold();
  const near = nearSurface(bone.solid);
  const sampled = Manifold.levelSet(
    ([x, y, z]) => -near(x, y, z),
    { min: [...bone.low], max: [...bone.high] },
    sampleMm,
  );
  // islands a few samples large are artefacts of the blends: a bone is one piece
  const pieces = sampled.decompose().sort((a, b) => b.volume() - a.volume());
  const mesh = pieces[0]!.getMesh();
  const dense = Float32Array.from(mesh.vertProperties);
  separateCoincident(dense);
  const indices = simplified(mesh.triVerts, dense, bone);
  for (const piece of pieces) piece.delete();
  sampled.delete();
  const positions = compact(dense, indices);
  const normals = positions.slice();
  forEachVertex(positions, (x, y, z, i) => normals.set(gradient(bone.solid, x, y, z), 3 * i));
  const body = new Float32Array(positions.length / 3);
  const ambient = body.slice();
  forEachVertex(positions, (x, y, z, i) => {
    body[i] = bone.deformWeight(x, y, z);
    ambient[i] = openness(bone.solid, x, y, z, normals.subarray(3 * i, 3 * i + 3));
  });
  return { name: bone.name, positions, normals, indices, body, ambient };
}

/** Cells in which one sample tells whether the surface can pass through, mm: half their diagonal is 2.6 mm. */
const CELL_MM = 3;
/** Distance from the surface beyond which one sample represents its cell, mm; the blends' distances err by less than the rest. */
const CELL_FAR_MM = 5;

/** The solid, but constant over each cell that its surface certainly misses: most samples of a box are far from the bone. */
function nearSurface(solid: Solid): Solid {
  const far = new Map<number, number>();
  return (x, y, z) => {
    const i = Math.floor(x / CELL_MM);
    const j = Math.floor(y / CELL_MM);
    const k = Math.floor(z / CELL_MM);
    const key = ((i + 1024) * 2048 + j + 1024) * 2048 + k + 1024;
    let middle = far.get(key);
    if (middle === undefined) {
      middle = solid((i + 0.5) * CELL_MM, (j + 0.5) * CELL_MM, (k + 0.5) * CELL_MM);
      far.set(key, middle);
    }
    return Math.abs(middle) > CELL_FAR_MM ? middle : solid(x, y, z);
  };
}

/** Separates vertices of two sheets that coincide: the simplifier would merge them and join the sheets. */
function separateCoincident(positions: Float32Array): void {
  const taken = new Set<string>();
  forEachVertex(positions, (x, y, z, i) => {
    let shifted = x;
    while (taken.has(`${shifted},${y},${z}`)) shifted = Math.fround(shifted + SEPARATION_STEP_MM);
    taken.add(`${shifted},${y},${z}`);
    positions[3 * i] = shifted;
  });
}
const SEPARATION_STEP_MM = 1e-3;

/** Number of times that the simplifier is run again, each time with the places locked where it merged two edges into one. */
const RETRIES = 12;
const LOCK_MM = 1.5;

/**
 * Squares of the coordinates as attributes of the body, three numbers per vertex: no long edge can follow them, so they keep its mesh
 * evenly fine. Flat end plates would otherwise keep too few vertices to show a collapse.
 */
export function evenness(positions: Float32Array, calcWeight: (vertex: number) => number): Float32Array {
  const squares = positions.slice();
  forEachVertex(positions, (x, y, z, i) => {
    const weight = calcWeight(i) * BODY_FINENESS;
    squares.set([weight * x * x, weight * y * y, weight * z * z], 3 * i);
  });
  return squares;
}

/** Simplified mesh, evenly fine on the body. */
function simplified(full: Uint32Array, positions: Float32Array, bone: BoneSolid): Uint32Array {
  const squares = evenness(positions, (i) =>
    bone.deformWeight(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!),
  );
  const locked = new Uint8Array(positions.length / 3);
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    const [indices] = MeshoptSimplifier.simplifyWithAttributes(
      full,
      positions,
      3,
      squares,
      3,
      [1, 1, 1],
      locked,
      Math.min(full.length, bone.triangles * 3),
      SIMPLIFY_ERROR_MM,
      ['ErrorAbsolute'],
    );
    const torn = tornCorners(indices);
    if (torn.length === 0) return indices;
    const reach = LOCK_MM * (1 + attempt / 2);
    const places = torn.map((corner) => positions.subarray(3 * corner, 3 * corner + 3));
    forEachVertex(positions, (x, y, z, i) => {
      if (places.some(([px, py, pz]) => Math.hypot(x - px!, y - py!, z - pz!) < reach)) locked[i] = 1;
    });
  }
  throw new Error(`${bone.name} tears when it is simplified`);
}

/** Drops the vertices no triangle uses; renumbers `indices` in place. */
function compact(dense: Float32Array, indices: Uint32Array): Float32Array {
  const renumbered = new Map<number, number>();
  const kept: number[] = [];
  indices.forEach((old, k) => {
    let fresh = renumbered.get(old);
    if (fresh === undefined) {
      fresh = renumbered.size;
      renumbered.set(old, fresh);
      kept.push(dense[3 * old]!, dense[3 * old + 1]!, dense[3 * old + 2]!);
    }
    indices[k] = fresh;
  });
  return Float32Array.from(kept);
}

function forEachVertex(
  positions: Float32Array,
  visit: (x: number, y: number, z: number, i: number) => void,
): void {
  for (let i = 0; i < positions.length / 3; i++) {
    visit(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!, i);
  }
}

function gradient(solid: Solid, x: number, y: number, z: number): [number, number, number] {
  const e = NORMAL_STEP_MM;
  const gx = solid(x + e, y, z) - solid(x - e, y, z);
  const gy = solid(x, y + e, z) - solid(x, y - e, z);
  const gz = solid(x, y, z + e) - solid(x, y, z - e);
  const length = Math.hypot(gx, gy, gz) || 1;
  return [gx / length, gy / length, gz / length];
}

/**
 * Ambient light by looking along the normal: where the solid comes closer again, light is blocked
 * (I. Quilez, "Free penumbra shadows and AO for raymarching distance fields").
 */
function openness(solid: Solid, x: number, y: number, z: number, [nx, ny, nz]: Float32Array): number {
  let blocked = 0;
  let weight = 0;
  for (const reach of [1, 2, 4, 7, 11]) {
    const free = solid(x + nx! * reach, y + ny! * reach, z + nz! * reach);
    const rayWeight = 1 / Math.sqrt(reach);
    blocked += clamp(1 - free / reach, 0, 1) * rayWeight;
    weight += rayWeight;
  }
  return clamp(1 - (1.1 * blocked) / weight, 0, 1);
}

/** Whether every edge is shared by exactly two triangles that run along it in opposite directions. */
export const isWatertight = (indices: Uint32Array): boolean => tornCorners(indices).length === 0;

/** Ends of all edges that are not. */
function tornCorners(indices: Uint32Array): number[] {
  const uses = new Map<string, number>();
  const key = (a: number, b: number) => `${a},${b}`;
  const eachEdge = (visit: (a: number, b: number) => void) => {
    for (let k = 0; k < indices.length; k += 3)
      for (let c = 0; c < 3; c++) visit(indices[k + c]!, indices[k + ((c + 1) % 3)]!);
  };
  eachEdge((a, b) => uses.set(key(a, b), (uses.get(key(a, b)) ?? 0) + 1));
  const torn: number[] = [];
  eachEdge((a, b) => {
    if (uses.get(key(a, b)) !== 1 || uses.get(key(b, a)) !== 1) torn.push(a, b);
  });
  return torn;
}
