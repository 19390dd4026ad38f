import { BufferAttribute, BufferGeometry, Color, MeshStandardMaterial } from 'three';
import { LEVEL_COUNT } from '../core/anatomy/levels.ts';
import type { PoseUniforms } from './boneMaterial.ts';
import { BONE_COUNT } from './bones.ts';
import { deformGlsl } from './deform.glsl.ts';

export const DISC_COLOUR = '#86adc4';

const AROUND = 40;
const ROWS = 6;

/** Walls of all discs. position = (x share, height share 0…1, z share) of the space between the two end plates. */
export function createDiscGeometry(): BufferGeometry {
  const ring = AROUND * (ROWS + 1);
  const positions = new Float32Array(LEVEL_COUNT * ring * 3);
  const disc = new Float32Array(LEVEL_COUNT * ring);
  const indices: number[] = [];
  for (let i = 0; i < LEVEL_COUNT; i++) {
    for (let row = 0; row <= ROWS; row++)
      for (let k = 0; k < AROUND; k++) {
        const angle = (k / AROUND) * 2 * Math.PI;
        const at = i * ring + row * AROUND + k;
        // flatter behind than an ellipse, like the end plates
        const power = 2 / (Math.cos(angle) > 0 ? 2.15 : 2.6);
        const x = Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** power;
        const z = Math.sign(Math.sin(angle)) * Math.abs(Math.sin(angle)) ** power;
        positions.set([x, row / ROWS, z], at * 3);
        disc[at] = i;
        if (row === ROWS) continue;
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

const head = /* glsl */ `
attribute float disc;
varying float vHeight;
uniform vec4 boneRim[${BONE_COUNT}];
uniform float discPressure[${LEVEL_COUNT}];
${deformGlsl}

// a point of an end plate's rim in the world; side = −1 lower, +1 upper plate of the bone
vec3 platePoint(int bone, vec2 at, float side) {
  vec2 rim = side < 0.0 ? boneRim[bone].xy : boneRim[bone].zw;
  vec4 size = boneSize[bone];
  vec3 p = vec3(at.x * rim.x, 0.0, at.y * rim.y) * 0.985;
  p.y = side * (size.y * 0.5 + p.x * size.w);
  if (size.y > 0.0) p.y += riseAt(bone, vec3(p.x, side * size.y * 0.5, p.z));
  return turned(boneTurn[bone], p) + bonePosition[bone].xyz;
}
`;

const body = /* glsl */ `
int upperBone = int(disc + 0.5);
int lowerBone = upperBone + 1;
vec3 top = platePoint(upperBone, position.xz, -1.0);
vec3 bottom = platePoint(lowerBone, position.xz, 1.0);
vec3 rise = top - bottom;
float tall = max(length(rise), 1e-4);
vec3 outwards = turned(boneTurn[upperBone], normalize(vec3(position.x / boneRim[upperBone].x, 0.0, position.z / boneRim[upperBone].y)));
outwards = normalize(outwards - rise * (dot(outwards, rise) / (tall * tall)));
// bulges with its pressure, m at the waist of the wall
float bulge = 0.0007 + 0.0011 * clamp(discPressure[upperBone], 0.0, 3.0);
float t = position.y;
vec3 placed = mix(bottom, top, t) + outwards * bulge * 4.0 * t * (1.0 - t);
vec3 objectNormal = normalize(outwards - rise / tall * (4.0 * bulge * (1.0 - 2.0 * t) / tall));
`;

/** Cool translucent cartilage. */
export function createDiscMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: new Color(DISC_COLOUR),
    roughness: 0.38,
    transparent: true,
    opacity: 0.86,
  });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${head}`)
      .replace('#include <beginnormal_vertex>', body)
      .replace('#include <begin_vertex>', 'vec3 transformed = placed;\nvHeight = position.y;');
    // darker where it dips under the rims
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying float vHeight;')
      .replace(
        '#include <color_fragment>',
        'diffuseColor.rgb *= mix(0.5, 1.0, smoothstep(0.0, 0.6, 4.0 * vHeight * (1.0 - vHeight)));',
      );
  };
  return material;
}
