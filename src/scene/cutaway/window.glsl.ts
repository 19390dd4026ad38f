import { CUT_BEHIND } from './outlines.ts';

/** Corner of the window cut into a body, at x and z in its own frame, m: what is in front of both is removed. */
export const windowGlsl = /* glsl */ `
vec2 windowCorner(float halfDepth, float opening) {
  return vec2(halfDepth * mix(1.3, ${(-CUT_BEHIND).toFixed(3)}, opening), 0.0002);
}
`;
