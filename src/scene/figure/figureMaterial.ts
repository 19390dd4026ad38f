import { BackSide, Color, FrontSide, LessEqualDepth, MeshBasicMaterial, ShaderMaterial } from 'three';

/**
 * Material that draws the figure's depth first, so that its parts appear as one skin. `transparent` puts it after the discs,
 * which it would hide.
 */
export const createFigureDepthMaterial = () =>
  new MeshBasicMaterial({ colorWrite: false, transparent: true });

/** Share of the far side's strength: seen through the near one, it gives the skin its thickness. */
const FAR_SHARE = 0.4;

/**
 * Material of a skin like glass: visible at its edge and hardly in its middle, a little lighter where light falls on it.
 *
 * @param layer the far side, which is drawn first, or the near one
 */
export function createFigureMaterial(layer: 'far' | 'near'): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      edge: { value: new Color() },
      strength: { value: 0 },
      share: { value: layer === 'far' ? FAR_SHARE : 1 },
    },
    vertexShader: /* glsl */ `
      varying vec3 vNormal;
      varying vec3 vView;
      varying float vLit;
      void main() {
        vec4 seen = modelViewMatrix * vec4(position, 1.0);
        vView = -seen.xyz;
        vNormal = normalMatrix * normal;
        // the key light's direction
        vLit = max(0.0, dot(normal, vec3(0.49, 0.63, 0.60)));
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 edge;
      uniform float strength;
      uniform float share;
      varying vec3 vNormal;
      varying vec3 vView;
      varying float vLit;
      void main() {
        float facing = abs(dot(normalize(vNormal), normalize(vView)));
        float thick = mix(0.06 + 0.07 * vLit, 1.0, pow(1.0 - facing, 2.4));
        gl_FragColor = vec4(edge * (0.85 + 0.3 * vLit), strength * share * thick);
        #include <colorspace_fragment>
      }`,
    side: layer === 'far' ? BackSide : FrontSide,
    transparent: true,
    depthWrite: false,
    depthFunc: LessEqualDepth,
  });
}
