/**
 * Trabecular bone as struts of a jittered grid, drawn 2.5 times as coarse as it is, so that it can be seen. A point is given in the
 * body's own frame, undeformed, mm. As bone is lost struts thin and then break, horizontal ones first and vertical ones last.
 */
export const latticeGlsl = /* glsl */ `
const float CELL_MM = 2.3;

float chance(vec3 p) {
  p = fract(p * vec3(0.1031, 0.1030, 0.0973));
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}

// what is left of a strut, mm of radius: those with little luck are lost first
float strutRadius(vec3 cell, float solid, float full, float hold) {
  float luck = chance(cell);
  float kept = smoothstep(-0.12, 0.14, solid * hold - (1.0 - hold * 0.2) * luck + 0.12);
  return full * (0.42 + 0.58 * min(solid, 1.25)) * kept - 0.4 * (1.0 - kept);
}

// distance to a row of struts that run along z of p
float struts(vec3 p, float seed, float segment, float solid, float full, float hold) {
  vec2 cell = floor(p.xy);
  vec2 off = fract(p.xy) - 0.5;
  off += 0.22 * (vec2(chance(vec3(cell, seed)), chance(vec3(cell, seed + 7.0))) - 0.5);
  // a strut's parts between its crossings come and go by themselves
  float along = p.z / segment;
  float here = strutRadius(vec3(cell, floor(along) + seed), solid, full, hold);
  float next = strutRadius(vec3(cell, floor(along) + 1.0 + seed), solid, full, hold);
  float radius = mix(here, next, smoothstep(0.35, 0.65, fract(along)));
  return length(off) * CELL_MM - radius;
}

// distance to bone, mm, - inside it. solid: density over that of a young adult
float lattice(vec3 mm, float solid) {
  vec3 p = mm / CELL_MM;
  p += 0.17 * sin(p.yzx * 1.7 + vec3(0.3, 1.9, 4.1)) + 0.09 * sin(p.zxy * 3.3 + vec3(2.0, 0.7, 1.3));
  float upright = struts(p.xzy, 3.0, 2.0, solid, 0.62, 1.35);
  float deep = struts(p.yzx, 11.0, 1.0, solid, 0.5, 0.9);
  float wide = struts(p.yxz + 0.5, 23.0, 1.0, solid, 0.5, 0.9);
  float nearest = min(deep, wide);
  // they flow into each other
  float h = clamp(0.5 + (nearest - upright) / 0.7, 0.0, 1.0);
  return mix(nearest, upright, h) - 0.35 * h * (1.0 - h);
}
`;
