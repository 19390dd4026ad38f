import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import { SECTION_LAYERS, SECTION_RASTER } from '../../core/simulation/results/trace.ts';
import { BONE_COUNT } from './bones.ts';

/**
 * Vertex functions shared by bones, their shadows and the discs. A point of a bone is given in the bone's frame, metres, at the
 * patient's size and undeformed. Crush of a layer moves what is above it down; each end plate takes half of the whole.
 */
export const deformGlsl = /* glsl */ `
uniform vec4 bonePosition[${BONE_COUNT}];
uniform vec4 boneOrientation[${BONE_COUNT}];
uniform vec4 boneSize[${BONE_COUNT}];
uniform vec3 boneScale;
uniform sampler2D sectionMap;

vec3 rotated(vec4 q, vec3 p) { return p + 2.0 * cross(q.xyz, cross(q.xyz, p) + q.w * p); }

// crush of the three layers, m, at x and z as fractions of the half depth and half width
vec3 crushAt(int bone, vec2 at) {
  float cells = ${SECTION_RASTER}.0;
  vec2 cell = clamp((at * 0.5 + 0.5) * cells, 0.5, cells - 0.5);
  return texture2D(sectionMap, vec2(cell.x / cells, (float(bone) * cells + cell.y) / (cells * ${LEVEL_COUNT}.0))).xyz * 1e-3;
}

// height gained by a point
float riseAt(int bone, vec3 p) {
  vec4 size = boneSize[bone];
  vec3 crush = crushAt(bone, p.xz / size.xz);
  vec3 below = clamp((p.y / size.y + 0.5) * ${SECTION_LAYERS}.0 - vec3(0.0, 1.0, 2.0), 0.0, 1.0);
  return 0.5 * (crush.x + crush.y + crush.z) - dot(crush, below);
}

// sideways way out of a point: a crushed layer swells
vec3 bulgeAt(int bone, vec3 p) {
  vec4 size = boneSize[bone];
  vec2 at = p.xz / size.xz;
  float v = p.y / size.y + 0.5;
  vec3 near = max(vec3(0.0), 1.0 - abs(v - vec3(1.0, 3.0, 5.0) / 6.0) * 4.0);
  float out_ = 0.4 * dot(crushAt(bone, at), near * near * (3.0 - 2.0 * near)) * min(1.0, dot(at, at));
  vec2 way = at / max(length(at), 1e-3);
  return vec3(way.x, 0.0, way.y) * out_;
}

// deforms a point of a vertebral body and rotates its normal with it
void deform(int bone, float weight, inout vec3 p, inout vec3 n) {
  if (weight == 0.0 || boneSize[bone].y == 0.0) return;
  float e = 1.5e-3;
  vec3 here = vec3(0.0, riseAt(bone, p), 0.0) + bulgeAt(bone, p);
  vec3 up = vec3(0.0, riseAt(bone, p + vec3(0.0, e, 0.0)), 0.0) + bulgeAt(bone, p + vec3(0.0, e, 0.0));
  vec3 fore = vec3(0.0, riseAt(bone, p + vec3(e, 0.0, 0.0)), 0.0) + bulgeAt(bone, p + vec3(e, 0.0, 0.0));
  vec3 side = vec3(0.0, riseAt(bone, p + vec3(0.0, 0.0, e)), 0.0) + bulgeAt(bone, p + vec3(0.0, 0.0, e));
  mat3 jacobian = mat3(1.0) + weight / e * mat3(fore - here, up - here, side - here);
  p += weight * here;
  n = normalize(transpose(inverse(jacobian)) * n);
}
`;
