import { Color, ShaderMaterial } from 'three';
import { type PoseUniforms, placeBoneGlsl } from './boneMaterial.ts';

/** Material of bones that are only hinted at: a faint edge, as of the neighbours of a vertebra shown alone. */
export function createGhostMaterial(uniforms: PoseUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...uniforms, edge: { value: new Color() }, strength: { value: 0 } },
    vertexShader: /* glsl */ `
      ${placeBoneGlsl}
      varying vec3 vNormal;
      varying vec3 vView;
      void main() {
        vec3 p = position;
        vec3 n = normal;
        placeBone(p, n);
        vec4 seen = viewMatrix * vec4(p, 1.0);
        vView = -seen.xyz;
        vNormal = mat3(viewMatrix) * n;
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 edge;
      uniform float strength;
      varying vec3 vNormal;
      varying vec3 vView;
      void main() {
        float facing = abs(dot(normalize(vNormal), normalize(vView)));
        gl_FragColor = vec4(edge, strength * pow(1.0 - facing, 1.6));
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
  });
}
