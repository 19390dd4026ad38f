import { Color, type IUniform, MeshDepthMaterial, MeshStandardMaterial } from 'three';
import { BONE_COUNT } from './bones.ts';
import { deformGlsl } from './deform.glsl.ts';
import { patchShader } from './patchShader.ts';
import type { Pose } from './pose.ts';

/** Uniforms that follow the pose. The arrays are the pose's own, so that writing into them is enough. */
export type PoseUniforms = Record<string, IUniform>;

export function createPoseUniforms(pose: Pose): PoseUniforms {
  return {
    bonePosition: { value: pose.bonePosition },
    boneOrientation: { value: pose.boneOrientation },
    boneSize: { value: pose.boneSize },
    boneRim: { value: pose.boneRim },
    boneCement: { value: pose.boneCement },
    boneScale: { value: pose.boneScale },
    sectionMap: { value: pose.sectionMap },
    discPressure: { value: pose.discPressure },
    /** Disc wear, 0 healthy … 1 worn through; strength of the pressure colours, 0 … 1. */
    discWear: { value: 0 },
    discTinted: { value: 0 },
    /** Factor on the opacity of the discs. */
    discOpacity: { value: 1 },
    /** Linear colour of load over strength, and its strength, 0 … 1. */
    boneTint: { value: new Float32Array(BONE_COUNT * 4) },
    /** Fragility tint, 0 dense bone … 1 fragile: drier and paler. */
    fragilityTint: { value: 0 },
    /** Index of the bone drawn alone; −1: all. */
    alone: { value: -1 },
    /** Opening of the windows cut into the bodies, 0 … 1. */
    opening: { value: 0 },
  };
}

export const placeBoneGlsl = /* glsl */ `
attribute vec4 marks;
uniform float alone;
${deformGlsl}
void placeBone(inout vec3 p, inout vec3 n) {
  int bone = int(marks.x + 0.5);
  // a bone that is not to be drawn has no extent
  if (alone >= 0.0 && abs(marks.x - alone) > 0.5) p = vec3(0.0);
  p *= boneScale;
  n = normalize(n / boneScale);
  deform(bone, marks.y / 255.0, p, n);
  n = rotated(boneOrientation[bone], n);
  p = rotated(boneOrientation[bone], p) + bonePosition[bone].xyz;
}
`;

const vertexHead = /* glsl */ `
${placeBoneGlsl}
varying vec3 vLocal;
varying vec3 vEye;
varying vec2 vMarks;
flat varying int vBone;
`;

const vertexBody = /* glsl */ `
vec3 objectNormal = normal;
vec3 placed = position;
placeBone(placed, objectNormal);
vBone = int(marks.x + 0.5);
vMarks = marks.yz / 255.0;
vec4 back = vec4(-boneOrientation[vBone].xyz, boneOrientation[vBone].w);
vLocal = rotated(back, placed - bonePosition[vBone].xyz);
vEye = rotated(back, cameraPosition - placed);
`;

const fragmentHead = /* glsl */ `
uniform vec4 boneTint[${BONE_COUNT}];
uniform float fragilityTint;
varying vec3 vLocal;
varying vec3 vEye;
varying vec2 vMarks;
flat varying int vBone;

float grain(vec3 p) {
  vec3 i = floor(p);
  vec3 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  vec4 a = vec4(0.0, 57.0, 21.0, 78.0) + dot(i, vec3(1.0, 57.0, 21.0));
  vec4 x0 = fract(sin(a) * 43758.5);
  vec4 x1 = fract(sin(a + 1.0) * 43758.5);
  vec4 x = mix(x0, x1, f.x);
  vec2 y = mix(x.xz, x.yw, f.y);
  return mix(y.x, y.y, f.z);
}
`;

const fragmentColour = /* glsl */ `
{
  float mottle = grain(vLocal * 420.0) * 0.6 + grain(vLocal * 1400.0) * 0.4;
  vec3 bone = mix(diffuseColor.rgb, vec3(0.86, 0.84, 0.80), fragilityTint * 0.55);
  bone *= 1.0 + (mottle - 0.5) * mix(0.10, 0.22, fragilityTint);
  vec4 tint = boneTint[vBone];
  bone = mix(bone, tint.rgb * (0.92 + 0.16 * mottle), tint.a * mix(0.12, 0.92, vMarks.x));
  // light that reached a hollow has passed bone: warmer
  diffuseColor.rgb = bone * pow(vec3(mix(1.0, vMarks.y, 0.85)), vec3(0.95, 1.1, 1.3));
}
`;

/** Material of ivory bone that deforms and takes the tint of its load. */
export function createBoneMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ color: new Color('#e4d5b4'), roughness: 0.62, metalness: 0 });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${vertexHead}`],
      ['#include <beginnormal_vertex>', vertexBody],
      ['#include <begin_vertex>', 'vec3 transformed = placed;'],
    ]);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      ['#include <common>', `#include <common>\n${fragmentHead}`],
      ['#include <color_fragment>', fragmentColour],
    ]);
  };
  return material;
}

/** Material of the bones' depth for the shadow map. */
export function createBoneDepthMaterial(uniforms: PoseUniforms): MeshDepthMaterial {
  const material = new MeshDepthMaterial();
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${placeBoneGlsl}`],
      [
        '#include <begin_vertex>',
        'vec3 placedNormal = normal;\nvec3 transformed = position;\nplaceBone(transformed, placedNormal);',
      ],
    ]);
  };
  return material;
}
