import { BackSide, Color, ShaderMaterial, Vector2 } from 'three';
import { type PoseUniforms, placeBoneGlsl } from './boneMaterial.ts';

/** Material of the line round a broken vertebra: its back faces, pushed outwards by the line's width. */
export function createRimMaterial(uniforms: PoseUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      ...uniforms,
      rim: { value: new Color() },
      /** Width of the line, and size of the whole picture, px. */
      widthPx: { value: 2 },
      picturePx: { value: new Vector2(1, 1) },
    },
    vertexShader: /* glsl */ `
      ${placeBoneGlsl}
      uniform float widthPx;
      uniform vec2 picturePx;
      void main() {
        vec3 p = position;
        vec3 n = normal;
        placeBone(p, n);
        vec4 at = projectionMatrix * viewMatrix * vec4(p, 1.0);
        vec2 out_ = (viewMatrix * vec4(n, 0.0)).xy;
        at.xy += out_ / max(length(out_), 1e-3) * widthPx * 2.0 / picturePx * at.w;
        gl_Position = at;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 rim;
      void main() {
        gl_FragColor = vec4(rim, 1.0);
        #include <colorspace_fragment>
      }`,
    side: BackSide,
  });
}
