import { BufferAttribute, BufferGeometry, Color, MeshStandardMaterial } from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import { MOST_MPA, PRESSURE_STOPS } from '../../scales/pressureScale.ts';
import type { PoseUniforms } from './boneMaterial.ts';
import { BONE_COUNT } from './bones.ts';
import { deformGlsl } from './deform.glsl.ts';
import { patchShader } from './patchShader.ts';

/** Colour of a healthy disc, pearl, and of a worn one, amber: dry, opaque and dull; and how much of that a quite worn one has. */
export const DISC_COLOUR = '#ccd3d2';
export const WORN_COLOUR = '#b07b3c';
export const WORN_SHARE = 0.85;

const AROUND = 44;
/** Powers of its outline, a superellipse: flatter behind, as the end plates are. */
const FRONT_POWER = 2.15;
const BACK_POWER = 2.6;
const ROWS = 5;
/** Radii of the rings of the faces against the end plates, from the wall inwards, as fractions of the rim. */
const FACE_RINGS = [0.93, 0.55, 0.02] as const;

/**
 * Geometry of the walls and faces of all discs. position = (x fraction, height fraction 0…1, z fraction) of the space between the two
 * end plates, on a face within the rim; disc = its index, and ¼ more on a face.
 */
export function createDiscGeometry(): BufferGeometry {
  const radii = [...FACE_RINGS].reverse();
  const rows = [
    ...radii.map((radius) => ({ radius, height: 0, face: 0.25 })),
    ...Array.from({ length: ROWS + 1 }, (_, row) => ({ radius: 1, height: row / ROWS, face: 0 })),
    ...FACE_RINGS.map((radius) => ({ radius, height: 1, face: 0.25 })),
  ];
  const ring = AROUND * rows.length;
  const positions = new Float32Array(LEVEL_COUNT * ring * 3);
  const disc = new Float32Array(LEVEL_COUNT * ring);
  const indices: number[] = [];
  for (let i = 0; i < LEVEL_COUNT; i++) {
    for (const [row, { radius, height, face }] of rows.entries())
      for (let k = 0; k < AROUND; k++) {
        const angle = (k / AROUND) * 2 * Math.PI;
        const at = i * ring + row * AROUND + k;
        const power = 2 / (Math.cos(angle) > 0 ? FRONT_POWER : BACK_POWER);
        const x = Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** power;
        const z = Math.sign(Math.sin(angle)) * Math.abs(Math.sin(angle)) ** power;
        positions.set([radius * x, height, radius * z], at * 3);
        disc[at] = i + face;
        // faces and walls are not joined: a slit under the rim is not seen, a seam behind the bone would be
        if (face !== rows[row + 1]?.face) continue;
        const next = i * ring + row * AROUND + ((k + 1) % AROUND);
        indices.push(at, at + AROUND, next, next, at + AROUND, next + AROUND);
      }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('disc', new BufferAttribute(disc, 1));
  geometry.setIndex(indices);
  return geometry;
}

const stop = (n: number): string => {
  const { r, g, b } = new Color(PRESSURE_STOPS[n]);
  return `vec3(${[r, g, b].map((part) => part.toFixed(4)).join(', ')})`;
};

const head = /* glsl */ `
attribute float disc;
varying float vHeight;
varying vec2 vAround;
varying vec3 vPressed;
uniform float discWear;
uniform vec4 boneRim[${BONE_COUNT}];
uniform float discPressure[${LEVEL_COUNT}];
${deformGlsl}

// colour of a pressure, MPa
vec3 colourOf(float pressure) {
  float at = clamp(pressure / ${MOST_MPA.toFixed(2)}, 0.0, 1.0) * 3.0;
  vec3 low = mix(${stop(0)}, ${stop(1)}, min(at, 1.0));
  return mix(mix(low, ${stop(2)}, clamp(at - 1.0, 0.0, 1.0)), ${stop(3)}, clamp(at - 2.0, 0.0, 1.0));
}

// a point of an end plate in the world; side = −1 lower, +1 upper plate of the bone; hollow as it is made (meshing/body.ts)
vec3 platePoint(int bone, vec2 at, float side) {
  vec2 rim = side < 0.0 ? boneRim[bone].xy : boneRim[bone].zw;
  vec4 size = boneSize[bone];
  vec3 p = vec3(at.x * rim.x, 0.0, at.y * rim.y) * 0.985;
  p.y = side * (size.y * 0.5 + p.x * size.w);
  float inside = max(0.0, 1.0 - dot(at, at));
  // a little off it, so that neither shows through the other
  p.y -= side * ((side < 0.0 ? 1.3e-3 : 0.65e-3) * inside * inside - 2.2e-3 * min(1.0, 5.0 * inside));
  if (size.y > 0.0) p.y += riseAt(bone, vec3(p.x, side * size.y * 0.5, p.z));
  return rotated(boneOrientation[bone], p) + bonePosition[bone].xyz;
}
`;

const body = /* glsl */ `
bool onFace = fract(disc) > 0.1;
int upperBone = int(disc + 0.5);
int lowerBone = upperBone + 1;
vec3 top = platePoint(upperBone, position.xz, -1.0);
vec3 bottom = platePoint(lowerBone, position.xz, 1.0);
vec3 rise = top - bottom;
float tall = max(length(rise), 1e-4);
// the gradient of its own outline, so that no facets are seen
float power = position.x > 0.0 ? ${FRONT_POWER} : ${BACK_POWER};
vec2 gradient = sign(position.xz) * pow(abs(position.xz), vec2(power - 1.0)) / boneRim[upperBone].xy;
vec3 outwards = rotated(boneOrientation[upperBone], normalize(vec3(gradient.x, 0.0, gradient.y)));
outwards = normalize(outwards - rise * (dot(outwards, rise) / (tall * tall)));
// bulges with its pressure, m at the waist of the wall; a worn one is slack, all round and unevenly
float slack = 0.8 + 0.35 * sin(3.0 * atan(position.z, position.x) + 2.3 * disc);
float bulge = 0.0007 + 0.0011 * clamp(discPressure[upperBone], 0.0, 3.0) + 0.0013 * discWear * slack;
vPressed = colourOf(discPressure[upperBone]);
vAround = position.xz;
float t = position.y;
if (onFace) outwards = normalize(rise);
vec3 placed = mix(bottom, top, t) + outwards * bulge * 4.0 * t * (1.0 - t);
vec3 objectNormal = onFace ? outwards * (t < 0.5 ? -1.0 : 1.0) : normalize(outwards - rise / tall * (4.0 * bulge * (1.0 - 2.0 * t) / tall));
`;

const colour = /* glsl */ `
// darker where it dips under the rims
float dip = mix(0.5, 1.0, smoothstep(0.0, 0.6, 4.0 * vHeight * (1.0 - vHeight)));
// its layers show as it dries
float around = atan(vAround.y, vAround.x);
float fissures = smoothstep(0.55, 1.0, sin(34.0 * vHeight + 2.0 * sin(5.0 * around))) * smoothstep(0.3, 1.0, discWear);
vec3 worn = wornColour * (1.0 - 0.35 * fissures);
vec3 own = mix(diffuseColor.rgb, worn, ${WORN_SHARE} * discWear);
diffuseColor.rgb = dip * mix(own, vPressed, discTinted);
diffuseColor.a = discOpacity * mix(diffuseColor.a, 0.97, max(discWear, discTinted));
`;

/** Material of the discs: pearly cartilage, amber and dull where it has dried. */
export function createDiscMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: new Color(DISC_COLOUR),
    roughness: 0.38,
    transparent: true,
    opacity: 0.94,
  });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, { wornColour: { value: new Color(WORN_COLOUR) } });
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${head}`],
      ['#include <beginnormal_vertex>', body],
      ['#include <begin_vertex>', 'vec3 transformed = placed;\nvHeight = position.y;'],
    ]);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      [
        '#include <common>',
        '#include <common>\nuniform vec3 wornColour;\nuniform float discWear;\nuniform float discTinted;\nuniform float discOpacity;\nvarying float vHeight;\nvarying vec2 vAround;\nvarying vec3 vPressed;',
      ],
      ['#include <color_fragment>', colour],
      ['#include <roughnessmap_fragment>', 'float roughnessFactor = mix(roughness, 0.85, discWear);'],
    ]);
  };
  return material;
}
