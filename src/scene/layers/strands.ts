import { DataTexture, FloatType, type Matrix4, Mesh, RGBAFormat } from 'three';
import { BONE_COUNT } from '../bones/bones.ts';
import type { Pose } from '../bones/pose.ts';
import type { Viewpoint } from './layer.ts';
import {
  createPieces,
  createStrandMaterial,
  PIECE_SIZE,
  ROW_POINTS,
  type StrandLook,
} from './strandShader.ts';

/** A strand of tissue that runs straight from point to point of bones. */
export interface StrandPath {
  /** Bone of each point, by its index in a pose. */
  readonly body: readonly number[];
  /** x, y, z of each point in its bone's frame, m. */
  readonly pointsM: ArrayLike<number>;
  /** Half the width at its thickest, m. */
  readonly radiusM: number;
  /** Fraction of its length over which it fades out at its last point; 0 or none: it ends at its attachment. */
  readonly fadingFraction?: number;
}

/** Many strands in one draw call, nearest first, so that a strand covers what is behind it only once. */
export interface Strands {
  readonly mesh: Mesh;
  /** Points in sequence: position in the world, m, and fraction of the strand's length. */
  readonly points: Float32Array;
  /** First point of each strand in `points`. */
  readonly firstPoint: Int32Array;
  /** Value of each strand's colour, 0 … 1. */
  readonly value: Float32Array;
  /** Positions the strands on the pose's bones. */
  update(pose: Pose, viewpoint: Viewpoint): void;
  /** @param opacity fraction of the look's opacity */
  setOpacity(opacity: number): void;
  dispose(): void;
}

export function createStrands(paths: readonly StrandPath[], look: StrandLook): Strands {
  const pointBody = Int32Array.from(paths.flatMap(({ body }) => [...body]));
  const localM = Float32Array.from(paths.flatMap(({ pointsM }) => Array.from(pointsM)));
  const firstPoint = new Int32Array(paths.length);
  for (let k = 1; k < paths.length; k++) firstPoint[k] = firstPoint[k - 1]! + paths[k - 1]!.body.length;
  const rows = Math.ceil(pointBody.length / ROW_POINTS);
  const points = new Float32Array(4 * ROW_POINTS * rows);
  const texture = new DataTexture(points, ROW_POINTS, rows, RGBAFormat, FloatType);
  const value = new Float32Array(paths.length);

  const pieces = paths.flatMap(({ body }, strand) =>
    body.slice(1).map((_, k) => ({ strand, first: firstPoint[strand]! + k })),
  );
  const pieceFirst = Int32Array.from(pieces, ({ first }) => first);
  const pieceStrand = Int32Array.from(pieces, ({ strand }) => strand);
  const depth = new Float32Array(pieces.length);
  /** Pieces from the nearest to the farthest, in their last order. */
  const order = Int32Array.from(pieces.keys());
  const { geometry, piece } = createPieces(pieces.length);
  const drawn = piece.array as Float32Array;

  const place = ({ bonePosition, boneOrientation }: Pose) => {
    writeMatrices(bonePosition, boneOrientation);
    for (let p = 0, at = 0, out = 0; p < pointBody.length; p++, at += 3, out += 4) {
      const m = 12 * pointBody[p]!;
      const x = localM[at]!;
      const y = localM[at + 1]!;
      const z = localM[at + 2]!;
      for (let i = 0; i < 3; i++) {
        const row = m + 4 * i;
        points[out + i] =
          matrices[row]! * x + matrices[row + 1]! * y + matrices[row + 2]! * z + matrices[row + 3]!;
      }
    }
  };

  /** Writes the fractions of the length; once is enough, though they depend slightly on the pose. */
  const writeFractions = () => {
    for (let k = 0; k < paths.length; k++) {
      const last = firstPoint[k]! + paths[k]!.body.length - 1;
      let way = 0;
      for (let p = firstPoint[k]! + 1; p <= last; p++) {
        way += calcDistance(points, p - 1, p);
        points[4 * p + 3] = way;
      }
      for (let p = firstPoint[k]! + 1; p < last; p++) points[4 * p + 3]! /= way;
      points[4 * last + 3] = 1;
    }
  };

  const sort = (eye: Matrix4) => {
    const x = eye.elements[8]!;
    const y = eye.elements[9]!;
    const z = eye.elements[10]!;
    for (let n = 0; n < pieceFirst.length; n++) {
      const a = 4 * pieceFirst[n]!;
      depth[n] =
        -x * (points[a]! + points[a + 4]!) -
        y * (points[a + 1]! + points[a + 5]!) -
        z * (points[a + 2]! + points[a + 6]!);
    }
    // almost sorted from the frame before
    for (let n = 1; n < order.length; n++) {
      const moved = order[n]!;
      const key = depth[moved]!;
      let to = n - 1;
      while (to >= 0 && depth[order[to]!]! > key) {
        order[to + 1] = order[to]!;
        to--;
      }
      order[to + 1] = moved;
    }
  };

  const { material, uniforms } = createStrandMaterial(texture, look);
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  let measured = false;
  return {
    mesh,
    points,
    firstPoint,
    value,
    update(pose, { camera, focusAt, closeness }) {
      place(pose);
      uniforms.focus.value.set(focusAt.x, focusAt.y, focusAt.z, closeness);
      if (!measured) writeFractions();
      measured = true;
      texture.needsUpdate = true;
      sort(camera.matrixWorld);
      for (let n = 0; n < order.length; n++) {
        const strand = pieceStrand[order[n]!]!;
        const at = PIECE_SIZE * n;
        drawn[at] = pieceFirst[order[n]!]!;
        drawn[at + 1] = paths[strand]!.radiusM;
        drawn[at + 2] = value[strand]!;
        drawn[at + 3] = paths[strand]!.fadingFraction ?? 0;
      }
      piece.needsUpdate = true;
    },
    setOpacity(opacity) {
      material.opacity = opacity * look.opacity;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}

// scratch, so that a frame allocates nothing
const matrices = new Float32Array(12 * BONE_COUNT);

/** Writes three rows of a 3 × 4 matrix per bone. */
function writeMatrices(position: Float32Array, orientation: Float32Array): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const b = 4 * bone;
    const m = 12 * bone;
    const x = orientation[b]!;
    const y = orientation[b + 1]!;
    const z = orientation[b + 2]!;
    const w = orientation[b + 3]!;
    matrices[m] = 1 - 2 * (y * y + z * z);
    matrices[m + 1] = 2 * (x * y - w * z);
    matrices[m + 2] = 2 * (x * z + w * y);
    matrices[m + 3] = position[b]!;
    matrices[m + 4] = 2 * (x * y + w * z);
    matrices[m + 5] = 1 - 2 * (x * x + z * z);
    matrices[m + 6] = 2 * (y * z - w * x);
    matrices[m + 7] = position[b + 1]!;
    matrices[m + 8] = 2 * (x * z - w * y);
    matrices[m + 9] = 2 * (y * z + w * x);
    matrices[m + 10] = 1 - 2 * (x * x + y * y);
    matrices[m + 11] = position[b + 2]!;
  }
}

const calcDistance = (points: Float32Array, a: number, b: number): number =>
  Math.hypot(
    points[4 * a]! - points[4 * b]!,
    points[4 * a + 1]! - points[4 * b + 1]!,
    points[4 * a + 2]! - points[4 * b + 2]!,
  );
