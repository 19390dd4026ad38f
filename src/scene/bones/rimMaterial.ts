import { BackSide, Color, ShaderMaterial, Vector2 } from 'three';
import { windowGlsl } from '../cutaway/window.glsl.ts';
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
      uniform float opening;
      varying float vGone;
      ${windowGlsl}
      void main() {
        vec3 p = position;
        vec3 n = normal;
        placeBone(p, n);
        int bone = int(marks.x + 0.5);
        vec4 back = vec4(-boneOrientation[bone].xyz, boneOrientation[bone].w);
        vec3 local = rotated(back, p - bonePosition[bone].xyz);
        vec2 corner = windowCorner(boneSize[bone].x, opening);
        vGone = min(local.x - corner.x, local.z - corner.y);
        vec4 at = projectionMatrix * viewMatrix * vec4(p, 1.0);
        vec2 out_ = (viewMatrix * vec4(n, 0.0)).xy;
        at.xy += out_ / max(length(out_), 1e-3) * widthPx * 2.0 / picturePx * at.w;
        gl_Position = at;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 rim;
      varying float vGone;
      void main() {
        // what the window has removed has no edge
        if (vGone > 0.0) discard;
        gl_FragColor = vec4(rim, 1.0);
        #include <colorspace_fragment>
      }`,
    side: BackSide,
  });
}
