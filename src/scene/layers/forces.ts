import { BufferAttribute, BufferGeometry, Mesh, MeshStandardMaterial } from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { PoseUniforms } from '../bones/boneMaterial.ts';
import { BONE_COUNT } from '../bones/bones.ts';
import { deformGlsl } from '../bones/deform.glsl.ts';
import { patchShader } from '../bones/patchShader.ts';
import { writeBetweenFrames } from './frames.ts';
import type { SceneLayer } from './layer.ts';

/** Scale of the arrows, the same at all levels: 1 kN is 4 cm. */
const M_PER_N = 0.04 / 1000;
const SHAFT_M = 0.0032;
const HEAD_M = { radius: 0.0075, length: 0.017 };
/** Number and width of lanes, m: arrows longer than a vertebra would overlap in one lane. */
const LANES = 3;
const LANE_M = 0.017;
/** Distance of the first lane from the body's side, and room for the arch behind the body, m. */
const ASIDE_M = 0.014;
const ARCH_M = 0.055;
const SIDES = 12;

/** Rings of an arrow from its tail to its tip. position = cosine and sine round the axis, ring. */
const RINGS = 6;

function createArrows(): BufferGeometry {
  const positions: number[] = [];
  const levels: number[] = [];
  const indices: number[] = [];
  for (let level = 0; level < LEVEL_COUNT; level++)
    for (let ring = 0; ring < RINGS; ring++)
      for (let side = 0; side < SIDES; side++) {
        const angle = (2 * Math.PI * side) / SIDES;
        positions.push(Math.cos(angle), Math.sin(angle), ring);
        levels.push(level);
        if (ring === RINGS - 1) continue;
        const at = (level * RINGS + ring) * SIDES + side;
        const next = (level * RINGS + ring) * SIDES + ((side + 1) % SIDES);
        indices.push(at, next, at + SIDES, next, next + SIDES, at + SIDES);
      }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('level', new BufferAttribute(Float32Array.from(levels), 1));
  geometry.setIndex(indices);
  return geometry;
}

const head = /* glsl */ `
attribute float level;
uniform float compressionN[${LEVEL_COUNT}];
uniform vec4 boneTint[${BONE_COUNT}];
varying vec3 vTint;
${deformGlsl}
`;

// on the picture's right of each body and along its axis; the tip is level with the body's middle
const body = /* glsl */ `
int bone = int(level + 0.5);
vTint = boneTint[bone].rgb;
vec4 orientation = boneOrientation[bone];
vec3 axis = rotated(orientation, vec3(0.0, 1.0, 0.0));
vec3 at = bonePosition[bone].xyz;
vec3 aside = normalize(cross(axis, cameraPosition - at));
vec3 local = rotated(vec4(-orientation.xyz, orientation.w), aside);
float reach = length(local.xz * boneSize[bone].xz) + max(0.0, -local.x) * ${ARCH_M} + ${ASIDE_M};
at += aside * (reach + mod(level, ${LANES}.0) * ${LANE_M});
float long_ = max(compressionN[bone], 0.0) * ${M_PER_N};
float headLong = min(${HEAD_M.length}, 0.6 * long_);
float headWide = ${HEAD_M.radius} * headLong / ${HEAD_M.length};
float shaft = min(${SHAFT_M}, 0.45 * headWide);
int ring = int(position.z + 0.5);
float radius = ring == 0 || ring == 5 ? 0.0 : ring == 4 || ring == 3 ? (ring == 4 ? headWide : shaft) : shaft;
float height = ring <= 1 ? long_ : ring == 5 ? 0.0 : headLong;
vec3 toEye = normalize(cameraPosition - at);
toEye = normalize(toEye - axis * dot(axis, toEye));
vec3 round = aside * position.x + toEye * position.y;
vec3 objectNormal = normalize(round + axis * (ring >= 4 ? -0.4 : ring == 0 ? 2.0 : 0.0));
vec3 placed = at + round * radius + axis * height;
`;

/** Compression of each vertebral body as an arrow along its axis, in the colours of load over strength. */
export default function createForceLayer(uniforms: PoseUniforms): SceneLayer {
  const compressionN = new Float32Array(LEVEL_COUNT);
  const geometry = createArrows();
  const material = new MeshStandardMaterial({ roughness: 0.8, transparent: true });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, { compressionN: { value: compressionN } });
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${head}`],
      ['#include <beginnormal_vertex>', body],
      ['#include <begin_vertex>', 'vec3 transformed = placed;'],
    ]);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      ['#include <common>', '#include <common>\nvarying vec3 vTint;'],
      ['#include <color_fragment>', 'diffuseColor.rgb = vTint;'],
      // readable on its shaded side, too
      ['#include <emissivemap_fragment>', 'totalEmissiveRadiance = 0.25 * vTint;'],
    ]);
  };
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  let shown: Shown | null = null;
  return {
    object,
    setShown(next) {
      shown = next;
    },
    update(_pose, timeS, _viewpoint, opacity) {
      material.opacity = opacity;
      if (shown) writeBetweenFrames(shown.run.trace, shown.run.trace.compressionN, timeS, compressionN);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
