import { Color, LessEqualDepth, MeshBasicMaterial, ShaderMaterial } from 'three';

/**
 * Material that draws the figure's depth first, so that its parts appear as one skin. `transparent` puts it after the discs,
 * which it would hide.
 */
export const createFigureDepthMaterial = () =>
  new MeshBasicMaterial({ colorWrite: false, transparent: true });

/** Material of a skin that is visible at its edge and hardly in its middle. */
export function createFigureMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { edge: { value: new Color() }, strength: { value: 0 } },
    vertexShader: /* glsl */ `
      varying vec3 vNormal;
      varying vec3 vView;
      void main() {
        vec4 seen = modelViewMatrix * vec4(position, 1.0);
        vView = -seen.xyz;
        vNormal = normalMatrix * normal;
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 edge;
      uniform float strength;
      varying vec3 vNormal;
      varying vec3 vView;
      void main() {
        float facing = abs(dot(normalize(vNormal), normalize(vView)));
        float alpha = strength * mix(0.10, 1.0, pow(1.0 - facing, 2.2));
        gl_FragColor = vec4(edge, alpha);
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
    depthFunc: LessEqualDepth,
  });
}
