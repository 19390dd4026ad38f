import { Color, LessEqualDepth, MeshBasicMaterial, MeshStandardMaterial, ShaderMaterial } from 'three';
import { ATTACHMENTS } from './attachments.ts';
import type { PoseUniforms } from './boneMaterial.ts';
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

/**
 * Material of the bones round the spine: cool glass as on a radiograph, clear where one looks through it and dense at its edges. It
 * fades where `marks.w` says so (`presence.ts`).
 */
export function createSkeletonMaterial(uniforms: PoseUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, glass: { value: new Color() }, strength: { value: 0 } },
    vertexShader: /* glsl */ `
      ${placeGlsl}
      varying vec3 vNormal;
      varying vec3 vView;
      varying float vPresent;
      void main() {
        vec4 seen = viewMatrix * vec4(placedAt(), 1.0);
        vView = -seen.xyz;
        vNormal = mat3(viewMatrix) * carried(int(marks.x + 0.5), normal / boneScale);
        vPresent = marks.w / 255.0;
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 glass;
      uniform float strength;
      varying vec3 vNormal;
      varying vec3 vView;
      varying float vPresent;
      void main() {
        vec3 normal = normalize(vNormal);
        float edge = 1.0 - abs(dot(normal, normalize(vView)));
        // a little light from above, so that it has form
        float lit = 0.5 + 0.5 * max(0.0, normal.y);
        float dense = mix(${FACING.toFixed(2)}, ${EDGE.toFixed(2)}, edge * edge);
        gl_FragColor = vec4(glass * mix(0.72, 1.08, lit), strength * vPresent * dense);
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
    depthFunc: LessEqualDepth,
  });
}

/** Opacity where the glass faces the camera, and at its edges. */
const FACING = 0.13;
const EDGE = 0.85;

/** Material of the neck, like the spine's; a part attached to two of its bones is a disc. */
export function createNeckMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ color: new Color('#e4d5b4'), roughness: 0.62, metalness: 0 });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
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
        'if (vDisc > 0.5) diffuseColor.rgb = discColour;\ndiffuseColor.rgb *= pow(vec3(mix(1.0, vOpen, 0.85)), vec3(0.95, 1.1, 1.3));',
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
