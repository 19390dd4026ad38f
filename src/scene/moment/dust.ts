import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial } from 'three';
import { levelIndex } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { PoseUniforms } from '../bones/boneMaterial.ts';
import { deformGlsl } from '../bones/deform.glsl.ts';

/** Bone dust at the front of a collapsing body: a function of the playback time, like everything in the picture. */
export interface Dust {
  readonly object: Mesh;
  /** @param still whether nothing may move by itself: then there is none */
  update(trace: Trace, timeS: number, still: boolean): void;
  dispose(): void;
}

/** Number of collapses that may be visible at a time, and grains of each. */
const PUFFS = 4;
const GRAINS = 70;
/** Time for which a puff is visible, s of playback: some three seconds in slow motion. */
export const DUST_S = 0.4;

const vertexShader = /* glsl */ `
attribute vec4 seed;
attribute float puff;
uniform int puffBone[${PUFFS}];
uniform float puffAge[${PUFFS}];
varying vec2 vAt;
varying float vShown;
${deformGlsl}
void main() {
  int n = int(puff + 0.5);
  int bone = puffBone[n];
  float age = puffAge[n];
  vAt = position.xy;
  vShown = 0.0;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (age < 0.0 || age > 1.0) return;
  vec3 size = boneSize[bone].xyz;
  // off the front half of the shell, where its middle gives
  float around = (seed.x - 0.5) * 2.4;
  vec3 out_ = vec3(cos(around), 0.0, sin(around));
  vec3 p = out_ * vec3(size.x, 0.0, size.z) * 1.02 + vec3(0.0, (seed.y - 0.5) * 0.5 * size.y, 0.0);
  float blown = 1.0 - exp(-3.5 * age);
  // air stops a grain within some millimetres, and it sinks
  p += (out_ + vec3(0.0, 0.5 * (seed.z - 0.4), 0.0)) * (0.0015 + 0.0085 * seed.w) * blown;
  vec3 world = rotated(boneOrientation[bone], p) + bonePosition[bone].xyz;
  world.y -= 0.006 * age * age;
  // one in five is a breath of the finest flour, the rest are grains
  bool fine = fract(seed.z * 7.3) < 0.2;
  float halfM = fine ? 0.0016 + 0.0032 * blown : 0.00018 + 0.0003 * seed.w;
  float came = smoothstep(0.0, 0.06, age - 0.12 * seed.y);
  vShown = came * (1.0 - smoothstep(0.35, 1.0, age)) * (fine ? 0.11 : 0.62);
  vec4 eye = viewMatrix * vec4(world, 1.0);
  eye.xy += position.xy * halfM;
  gl_Position = projectionMatrix * eye;
}
`;

const fragmentShader = /* glsl */ `
varying vec2 vAt;
varying float vShown;
void main() {
  float off = dot(vAt, vAt);
  if (off > 1.0 || vShown <= 0.0) discard;
  gl_FragColor = vec4(0.80, 0.73, 0.60, vShown * (1.0 - off));
  #include <colorspace_fragment>
}
`;

export function createDust(uniforms: PoseUniforms): Dust {
  const puffBone = new Int32Array(PUFFS);
  const puffAge = new Float32Array(PUFFS).fill(-1);
  const { bonePosition, boneOrientation, boneSize, boneScale, sectionMap } = uniforms;
  const material = new ShaderMaterial({
    uniforms: {
      ...{ bonePosition, boneOrientation, boneSize, boneScale, sectionMap },
      puffBone: { value: puffBone },
      puffAge: { value: puffAge },
    } as PoseUniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
  });
  const geometry = createGrains();
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = 2;
  object.visible = false;
  return {
    object,
    update({ fractures, collapses }, timeS, still) {
      object.visible = false;
      puffAge.fill(-1);
      let puff = 0;
      for (let n = 0; n < fractures.length; n++) {
        const age = (timeS - collapses[n]!.fromS) / DUST_S;
        if (still || age < 0 || age > 1 || puff === PUFFS) continue;
        puffBone[puff] = levelIndex(fractures[n]!.level);
        puffAge[puff] = age;
        object.visible = true;
        puff++;
      }
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** Geometry of a square for every grain, which its shader rotates towards the camera; seeds from fractional parts of irrational steps. */
function createGrains(): BufferGeometry {
  const corners = 4 * PUFFS * GRAINS;
  const position = new Float32Array(3 * corners);
  const seed = new Float32Array(4 * corners);
  const puff = new Float32Array(corners);
  const index: number[] = [];
  for (let grain = 0; grain < PUFFS * GRAINS; grain++) {
    const seeds = [0.7548776662, 0.5698402909, 0.8191725134, 0.6710436067].map(
      (step) => (step * (grain + 1)) % 1,
    );
    for (let corner = 0; corner < 4; corner++) {
      const at = 4 * grain + corner;
      position.set([corner % 2 ? 1 : -1, corner < 2 ? -1 : 1, 0], 3 * at);
      seed.set(seeds, 4 * at);
      puff[at] = Math.floor(grain / GRAINS);
    }
    const first = 4 * grain;
    index.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('seed', new BufferAttribute(seed, 4));
  geometry.setAttribute('puff', new BufferAttribute(puff, 1));
  geometry.setIndex(index);
  return geometry;
}
