import {
  BufferAttribute,
  Color,
  type DataTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  MeshStandardMaterial,
  Vector4,
} from 'three';
import { patchShader } from '../bones/patchShader.ts';

export interface StrandLook {
  /** sRGB colours of a strand at the values 0, ½ and 1. */
  readonly stops: readonly [string, string, string];
  readonly opacity: number;
  /** Width at the ends over that in the middle. */
  readonly taper: number;
  /** Thickness (in the sagittal plane) over width. */
  readonly flatness: number;
  /** Variation of brightness of its fibres about the mean, as a fraction. */
  readonly fibres: number;
  /** Whether strands in front of the focus are removed in a close view. */
  readonly givesWay: boolean;
}

/** Number of rings between two points: a muscle of one straight piece needs them for its belly. */
const ROWS = 4;
/** Number of points in a row of the texture. */
export const ROW_POINTS = 64;
/** Values of a piece: its first point, half the width (m), the strand's value, fraction of the strand that fades out at its end. */
export const PIECE_SIZE = 4;
/** Fraction of a strand over which it emerges from the bone. */
const SOFT_END = 0.03;
/** Distance from the line of sight within which strands in front of the focus are removed in a close view, m. */
const CLEAR_M = 0.08;

/**
 * One ribbon, drawn for every piece between two points of a strand: it faces the viewer and is lit as the round surface that it
 * represents, at a seventh of a tube's triangles. Its position = side (−1, 1), fraction of the way along it.
 */
export function createPieces(count: number) {
  const corners: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (const side of [-1, 1]) corners.push(side, row / (ROWS - 1), 0);
    if (row < ROWS - 1) indices.push(...[0, 1, 2, 1, 3, 2].map((corner) => 2 * row + corner));
  }
  const geometry = new InstancedBufferGeometry();
  geometry.instanceCount = count;
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
  geometry.setIndex(indices);
  const piece = new InstancedBufferAttribute(new Float32Array(PIECE_SIZE * count), PIECE_SIZE);
  piece.setUsage(DynamicDrawUsage);
  geometry.setAttribute('piece', piece);
  return { geometry, piece };
}

const varyings = /* glsl */ `
varying float vValue;
varying float vAlong;
varying float vFading;
varying float vAcross;
varying vec3 vRim;
varying vec3 vCrest;
varying vec3 vPlaced;
`;

const head = (look: StrandLook) => /* glsl */ `
attribute vec4 piece;
uniform highp sampler2D points;
${varyings}

vec4 pointAt(int i) { return texelFetch(points, ivec2(i % ${ROW_POINTS}, i / ${ROW_POINTS}), 0); }

// along the strand at a point, between the pieces that meet there
vec3 wayAt(int i, vec3 piece, vec4 here) {
  vec3 way = normalize(piece);
  if (here.w == 0.0 || here.w == 1.0) return way;
  vec3 before = normalize(here.xyz - pointAt(i - 1).xyz);
  vec3 after = normalize(pointAt(i + 1).xyz - here.xyz);
  return normalize(before + after);
}

// half the width as a fraction of the greatest
float calcBelly(float along) {
  return mix(${look.taper.toFixed(3)}, 1.0, pow(max(0.0, 4.0 * along * (1.0 - along)), 0.7));
}
`;

// the strand's section is an ellipse: rim = its point on the outline as the eye sees it, crest = its point towards the eye
const body = (look: StrandLook) => /* glsl */ `
int first = int(piece.x + 0.5);
vec4 from = pointAt(first);
vec4 to = pointAt(first + 1);
vec3 way = normalize(mix(wayAt(first, to.xyz - from.xyz, from), wayAt(first + 1, to.xyz - from.xyz, to), position.y));
vec3 axis = mix(from.xyz, to.xyz, position.y);
vAlong = mix(from.w, to.w, position.y);
vValue = piece.z;
vFading = piece.w;
vAcross = position.x;
// width lies across the sagittal plane
vec3 thick = normalize(cross(vec3(0.0, 0.001, 1.0), way));
vec3 wide = cross(way, thick);
vec2 half_ = piece.y * calcBelly(vAlong) * vec2(1.0, ${look.flatness.toFixed(3)});
vec3 across = normalize(cross(way, cameraPosition - axis));
vec2 silhouette = normalize(half_ * vec2(dot(across, wide), dot(across, thick)));
float up = dot(thick * half_.y * silhouette.x - wide * half_.x * silhouette.y, cameraPosition - axis) < 0.0 ? -1.0 : 1.0;
vec3 crest = up * (thick * half_.y * silhouette.x - wide * half_.x * silhouette.y);
vRim = mat3(viewMatrix) * (half_.y * (wide * silhouette.x / half_.x + thick * silhouette.y / half_.y));
vCrest = mat3(viewMatrix) * (up * half_.y * (thick * silhouette.x / half_.y - wide * silhouette.y / half_.x));
// the ribbon lies where the surface is in the mean
vec3 placed = axis + (wide * half_.x * silhouette.x + thick * half_.y * silhouette.y) * position.x + 0.7 * crest;
vPlaced = placed;
vec3 objectNormal = crest;
`;

const colour = (look: StrandLook) => {
  const [rest, half, full] = look.stops.map(calcLinear);
  return /* glsl */ `
diffuseColor.rgb = vValue < 0.5 ? mix(${rest}, ${half}, 2.0 * vValue) : mix(${half}, ${full}, 2.0 * vValue - 1.0);
diffuseColor.rgb *= 1.0 + ${look.fibres.toFixed(3)} * sin(asin(clamp(vAcross, -1.0, 1.0)) * 7.0 + vValue * 3.0);
float ending = smoothstep(0.0, ${SOFT_END}, min(vAlong, 1.0 - vAlong)) * (vFading > 0.0 ? smoothstep(0.0, vFading, 1.0 - vAlong) : 1.0);
vec3 sight = focus.xyz - cameraPosition;
float depth = dot(vPlaced - cameraPosition, sight) / dot(sight, sight);
float off = length(vPlaced - cameraPosition - depth * sight);
float reach = ${look.givesWay ? CLEAR_M.toFixed(4) : '0.0'} * focus.w + 1e-6;
float cleared = (1.0 - smoothstep(0.75 * reach, reach, off)) * (1.0 - smoothstep(0.97, 1.04, depth));
// in grains: a veil would hide the strands behind it
if (cleared > 0.0 && cleared > fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))))) discard;
diffuseColor.a *= ending;
if (diffuseColor.a < 0.01) discard;
`;
};

const calcLinear = (stop: string): string => {
  const { r, g, b } = new Color(stop);
  return `vec3(${[r, g, b].map((part) => part.toFixed(4)).join(', ')})`;
};

export function createStrandMaterial(points: DataTexture, look: StrandLook) {
  const material = new MeshStandardMaterial({ roughness: 0.7, transparent: true, opacity: look.opacity });
  /** Focus of a close view in the world, m; 0 distant view … 1 close view. */
  const uniforms = { focus: { value: new Vector4() } };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, { points: { value: points } });
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${head(look)}`],
      ['#include <beginnormal_vertex>', body(look)],
      ['#include <begin_vertex>', 'vec3 transformed = placed;'],
    ]);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      ['#include <common>', `#include <common>\n${varyings}\nuniform vec4 focus;`],
      ['#include <color_fragment>', colour(look)],
      [
        '#include <normal_fragment_maps>',
        'normal = normalize(vRim * vAcross + vCrest * sqrt(max(0.0, 1.0 - vAcross * vAcross)));',
      ],
    ]);
  };
  // one program per look
  material.customProgramCacheKey = () => `strands ${JSON.stringify(look)}`;
  return { material, uniforms };
}
