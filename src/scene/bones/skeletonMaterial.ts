import { Color, MeshBasicMaterial, MeshStandardMaterial, type MeshStandardMaterialParameters } from 'three';
import { ATTACHMENTS } from './attachments.ts';
import type { PoseUniforms } from './boneMaterial.ts';
import { DISC_COLOUR } from './discs.ts';
import { patchShader } from './patchShader.ts';

const placeGlsl = /* glsl */ `
attribute vec4 marks;
attribute vec3 otherPosition;
uniform vec4 attachmentPosition[${ATTACHMENTS.length}];
uniform vec4 attachmentOrientation[${ATTACHMENTS.length}];
uniform vec3 boneScale;
vec3 carried(int attachment, vec3 p) {
  vec4 q = attachmentOrientation[attachment];
  return p + 2.0 * cross(q.xyz, cross(q.xyz, p) + q.w * p);
}
vec3 placedAt() {
  int own = int(marks.x + 0.5);
  int other = int(marks.y + 0.5);
  vec3 there = carried(own, position * boneScale) + attachmentPosition[own].xyz;
  vec3 elsewhere = carried(other, otherPosition * boneScale) + attachmentPosition[other].xyz;
  return mix(elsewhere, there, marks.z / 255.0);
}
`;

/** Material of the bones round the spine, translucent as on a radiograph, so that the spine is seen through them. */
export const createSkeletonMaterial = (uniforms: PoseUniforms): MeshStandardMaterial =>
  createBoneMaterial(uniforms, { transparent: true, depthWrite: false });

/** Material of the neck, like the spine's; a part attached to two of its bones is a disc. */
export function createNeckMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = createBoneMaterial(uniforms);
  material.defines!.NECK = '';
  return material;
}

function createBoneMaterial(
  uniforms: PoseUniforms,
  more: MeshStandardMaterialParameters = {},
): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: new Color('#d9ccb0'),
    roughness: 0.7,
    metalness: 0,
    ...more,
  });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, { discColour: { value: new Color(DISC_COLOUR) } });
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${placeGlsl}\nvarying float vOpen;\nvarying float vDisc;`],
      [
        '#include <beginnormal_vertex>',
        'vec3 objectNormal = normalize(carried(int(marks.x + 0.5), normal / boneScale));\nvOpen = marks.w / 255.0;\nvDisc = abs(marks.x - marks.y);',
      ],
      ['#include <begin_vertex>', 'vec3 transformed = placedAt();'],
    ]);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      [
        '#include <common>',
        '#include <common>\nuniform vec3 discColour;\nvarying float vOpen;\nvarying float vDisc;',
      ],
      [
        '#include <color_fragment>',
        `#ifdef NECK\nif (vDisc > 0.5) diffuseColor.rgb = discColour;\n#endif\ndiffuseColor.rgb *= pow(vec3(mix(1.0, vOpen, 0.85)), vec3(0.95, 1.1, 1.3));`,
      ],
    ]);
  };
  return material;
}

/** Material that draws their depth first, so that they appear as one surface. */
export function createSkeletonDepthMaterial(uniforms: PoseUniforms): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ colorWrite: false, transparent: true });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = patchShader(shader.vertexShader, [
      ['#include <common>', `#include <common>\n${placeGlsl}`],
      ['#include <begin_vertex>', 'vec3 transformed = placedAt();'],
    ]);
  };
  return material;
}
