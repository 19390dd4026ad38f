import { BufferAttribute, BufferGeometry, Color, DoubleSide, ShaderMaterial, Vector2 } from 'three';
import type { PoseUniforms } from './boneMaterial.ts';
import { BONE_COUNT } from './bones.ts';

/** Points of the line between two vertebrae. */
const STEPS = 6;
/** Way from a body's centre to the tip of its spinous process, m. */
const BEHIND_M = 0.058;
/** Width of the line, px, and dashes per vertebra. */
const WIDTH_PX = 2.2;
const DASHES = 1.6;

/** Geometry of a line down the back, T1 to the sacrum: at = place on it in vertebrae, and its side. */
export function createFormerLineGeometry(): BufferGeometry {
  const count = (BONE_COUNT - 1) * STEPS + 1;
  const at = new Float32Array(4 * count);
  const index: number[] = [];
  for (let n = 0; n < count; n++) {
    at.set([n / STEPS, -1, n / STEPS, 1], 4 * n);
    if (n > 0) index.push(2 * n - 2, 2 * n - 1, 2 * n, 2 * n, 2 * n - 1, 2 * n + 1);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('at', new BufferAttribute(at, 2));
  geometry.setIndex(index);
  return geometry;
}

/** Material of that line, dashed like the outline of a body in the loupe: her back as it was, without fractures. */
export function createFormerLineMaterial({ bonePosition, boneOrientation }: PoseUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: {
      bonePosition: bonePosition!,
      boneOrientation: boneOrientation!,
      edge: { value: new Color() },
      strength: { value: 0 },
      picturePx: { value: new Vector2(1, 1) },
    },
    vertexShader: /* glsl */ `
      attribute vec2 at;
      uniform vec4 bonePosition[${BONE_COUNT}];
      uniform vec4 boneOrientation[${BONE_COUNT}];
      uniform vec2 picturePx;
      varying float vAlong;
      vec3 tip(int n) {
        vec4 q = boneOrientation[n];
        vec3 p = vec3(-${BEHIND_M}, 0.0, 0.0);
        return bonePosition[n].xyz + p + 2.0 * cross(q.xyz, cross(q.xyz, p) + q.w * p);
      }
      // through the tips, smoothly (Catmull and Rom 1974)
      vec4 onLine(float t) {
        int n = int(min(floor(t), ${BONE_COUNT - 2}.0));
        float f = t - float(n);
        vec3 a = tip(max(n - 1, 0));
        vec3 b = tip(n);
        vec3 c = tip(n + 1);
        vec3 d = tip(min(n + 2, ${BONE_COUNT - 1}));
        vec3 p = b + 0.5 * f * (c - a + f * (2.0 * a - 5.0 * b + 4.0 * c - d + f * (3.0 * (b - c) + d - a)));
        return projectionMatrix * viewMatrix * vec4(p, 1.0);
      }
      void main() {
        vec4 here = onLine(at.x);
        vec4 next = onLine(min(at.x + 0.05, ${BONE_COUNT - 1}.0));
        vec4 last = onLine(max(at.x - 0.05, 0.0));
        vec2 way = normalize((next.xy / next.w - last.xy / last.w) * picturePx);
        here.xy += at.y * vec2(-way.y, way.x) * ${WIDTH_PX} / picturePx * here.w;
        vAlong = at.x;
        gl_Position = here;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 edge;
      uniform float strength;
      varying float vAlong;
      void main() {
        if (fract(vAlong * ${DASHES}) > 0.62) discard;
        gl_FragColor = vec4(edge, strength);
        #include <colorspace_fragment>
      }`,
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
  });
}
