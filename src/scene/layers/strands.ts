import {
  BufferAttribute,
  Color,
  DataTexture,
  DynamicDrawUsage,
  FloatType,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Matrix4,
  Mesh,
  MeshStandardMaterial,
  RGBAFormat,
} from 'three';
import { BONE_COUNT } from '../bones.ts';
import type { Pose } from '../pose.ts';

/** A strand of tissue that runs straight from point to point of bones. */
export interface StrandPath {
  /** Bone of each point, as a pose counts them. */
  readonly body: readonly number[];
  /** x, y, z of each point in its bone's frame, m. */
  readonly pointsM: ArrayLike<number>;
  /** Half the width at its thickest, m. */
  readonly radiusM: number;
}

export interface StrandLook {
  /** sRGB colours of a strand whose value is 0, ½ and 1. */
  readonly stops: readonly [string, string, string];
  readonly opacity: number;
  /** Half the width at the ends over that in the middle. */
  readonly taper: number;
  /** Thickness (in the sagittal plane) over width. */
  readonly flatness: number;
}

/** Many strands in one draw call, nearest first, so that one strand veils what is behind it once only. */
export interface Strands {
  readonly mesh: Mesh;
  /** Point after point: place in the world, m, and share of the strand's length. */
  readonly points: Float32Array;
  /** First point of each strand in `points`. */
  readonly firstPoint: Int32Array;
  /** Per strand: what its colour says, 0 … 1. */
  readonly value: Float32Array;
  /** Places the strands on the pose's bones. @param eye the camera's place and axes in the world */
  update(pose: Pose, eye: Matrix4): void;
  dispose(): void;
}

const SIDES = 7;
/** Rings between two points: a muscle of one straight piece needs them for its belly. */
const ROWS = 4;
/** Points in a row of the texture. */
const ROW_POINTS = 64;

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
  /** Pieces from the nearest to the farthest, as they were last. */
  const order = Int32Array.from(pieces.keys());
  const { geometry, piece } = createPieces(pieces.length);
  const drawn = piece.array as Float32Array;

  const place = ({ bonePosition, boneTurn }: Pose) => {
    writeMatrices(bonePosition, boneTurn);
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

  /** Shares of the length depend on where the bones are; once is enough. */
  const writeShares = () => {
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
    // all but sorted from the frame before
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

  const material = createStrandMaterial(texture, look);
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  let measured = false;
  return {
    mesh,
    points,
    firstPoint,
    value,
    update(pose, eye) {
      place(pose);
      if (!measured) writeShares();
      measured = true;
      texture.needsUpdate = true;
      sort(eye);
      for (let n = 0; n < order.length; n++) {
        const strand = pieceStrand[order[n]!]!;
        drawn[3 * n] = pieceFirst[order[n]!]!;
        drawn[3 * n + 1] = paths[strand]!.radiusM;
        drawn[3 * n + 2] = value[strand]!;
      }
      piece.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}

// scratch: a frame allocates nothing
const matrices = new Float32Array(12 * BONE_COUNT);

/** Three rows of a 3 × 4 matrix a bone. */
function writeMatrices(position: Float32Array, turn: Float32Array): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const b = 4 * bone;
    const m = 12 * bone;
    const x = turn[b]!;
    const y = turn[b + 1]!;
    const z = turn[b + 2]!;
    const w = turn[b + 3]!;
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

/**
 * One tube, drawn for every piece between two points of a strand. Its position = cosine and sine round the tube, share of the
 * way along it; `piece` = the first of its two points, half the width (m), the strand's value.
 */
function createPieces(count: number) {
  const corners: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row < ROWS; row++)
    for (let side = 0; side < SIDES; side++) {
      const angle = (2 * Math.PI * side) / SIDES;
      corners.push(Math.cos(angle), Math.sin(angle), row / (ROWS - 1));
      if (row === ROWS - 1) continue;
      const at = row * SIDES + side;
      const next = row * SIDES + ((side + 1) % SIDES);
      indices.push(at, at + SIDES, next, next, at + SIDES, next + SIDES);
    }
  const geometry = new InstancedBufferGeometry();
  geometry.instanceCount = count;
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
  geometry.setIndex(indices);
  const piece = new InstancedBufferAttribute(new Float32Array(3 * count), 3);
  piece.setUsage(DynamicDrawUsage);
  geometry.setAttribute('piece', piece);
  return { geometry, piece };
}

const head = (look: StrandLook) => /* glsl */ `
attribute vec3 piece;
uniform highp sampler2D points;
varying float vValue;
varying float vShare;

vec4 pointAt(int i) { return texelFetch(points, ivec2(i % ${ROW_POINTS}, i / ${ROW_POINTS}), 0); }

// along the strand at a point, between the pieces that meet there
vec3 wayAt(int i, vec3 piece, vec4 here) {
  vec3 way = normalize(piece);
  if (here.w == 0.0 || here.w == 1.0) return way;
  vec3 before = normalize(here.xyz - pointAt(i - 1).xyz);
  vec3 after = normalize(pointAt(i + 1).xyz - here.xyz);
  return normalize(before + after);
}

// half the width as a share of the greatest
float calcBelly(float share) {
  return mix(${look.taper.toFixed(3)}, 1.0, pow(max(0.0, 4.0 * share * (1.0 - share)), 0.7));
}
`;

const body = (look: StrandLook) => /* glsl */ `
int first = int(piece.x + 0.5);
vec4 from = pointAt(first);
vec4 to = pointAt(first + 1);
vec3 way = normalize(mix(wayAt(first, to.xyz - from.xyz, from), wayAt(first + 1, to.xyz - from.xyz, to), position.z));
vShare = mix(from.w, to.w, position.z);
vValue = piece.z;
// width lies across the sagittal plane
vec3 thick = normalize(cross(vec3(0.0, 0.0, 1.0), way));
vec3 wide = cross(way, thick);
vec2 half_ = piece.y * calcBelly(vShare) * vec2(1.0, ${look.flatness.toFixed(3)});
vec3 objectNormal = normalize(wide * position.x / half_.x + thick * position.y / half_.y);
vec3 placed = mix(from.xyz, to.xyz, position.z) + wide * position.x * half_.x + thick * position.y * half_.y;
`;

const calcLinear = (stop: string): string => {
  const { r, g, b } = new Color(stop);
  return `vec3(${[r, g, b].map((part) => part.toFixed(4)).join(', ')})`;
};

function createStrandMaterial(points: DataTexture, look: StrandLook): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.7, transparent: true, opacity: look.opacity });
  const [rest, half, full] = look.stops.map(calcLinear);
  material.onBeforeCompile = (shader) => {
    shader.uniforms.points = { value: points };
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${head(look)}`)
      .replace('#include <beginnormal_vertex>', body(look))
      .replace('#include <begin_vertex>', 'vec3 transformed = placed;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying float vValue;\nvarying float vShare;')
      .replace(
        '#include <color_fragment>',
        `diffuseColor.rgb = vValue < 0.5 ? mix(${rest}, ${half}, 2.0 * vValue) : mix(${half}, ${full}, 2.0 * vValue - 1.0);`,
      );
  };
  // one program a look
  material.customProgramCacheKey = () => `strands ${JSON.stringify(look)}`;
  return material;
}
