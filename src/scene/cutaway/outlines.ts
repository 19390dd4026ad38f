import {
  type BufferAttribute,
  type BufferGeometry,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  RGFormat,
} from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../core/anatomy/vertebrae.ts';

/** Texels along each side of one body's outlines. */
export const OUTLINE_RASTER = 32;
/** Extent of a raster in the plane of a cut, as multiples of half depth (or half width) and of the height. */
export const OUTLINE_REACH = { out: 1.3, up: 0.75 } as const;
/** Distance of the rear cut behind the body's centre, as a fraction of the half depth; the side cut is in the middle. */
export const CUT_BEHIND = 0.12;
/** Distance of a cut beside the middle, m, where vertices lie. */
const BESIDE_M = 2e-4;
/** Greatest distance stored, mm. */
const FAR_MM = 6;

/** Bodies of the reference adult, in whose size the meshes are made (see `writeBoneSizes`), m. */
const BODIES = REFERENCE_VERTEBRAE.map((bone) => ({
  halfDepthM: (bone.lowerDepthMm + bone.upperDepthMm) / 4000,
  heightM: (bone.anteriorHeightMm + bone.posteriorHeightMm) / 2000,
  halfWidthM: (bone.lowerWidthMm + bone.upperWidthMm) / 4000,
}));

/**
 * Distance to the surface within the two faces cut into each vertebral body, mm, + inside: r on the face that looks
 * to the right (x outwards, y up), g on the face that looks forwards (z outwards, y up). Raster × (raster · 17). The bone's own frame,
 * undeformed.
 *
 * @param corners of all triangles, at the finest level
 */
export function createOutlines(geometry: BufferGeometry, corners: BufferAttribute): DataTexture {
  const texels = new Uint16Array(2 * OUTLINE_RASTER * OUTLINE_RASTER * LEVEL_COUNT);
  const faces = collectCuts(geometry, corners.array);
  for (let level = 0; level < LEVEL_COUNT; level++) {
    const { halfDepthM, heightM, halfWidthM } = BODIES[level]!;
    for (let face = 0; face < 2; face++) {
      const segments = faces[2 * level + face]!;
      const halfM = face === 0 ? halfDepthM : halfWidthM;
      for (let row = 0; row < OUTLINE_RASTER; row++)
        for (let column = 0; column < OUTLINE_RASTER; column++) {
          const out = (((column + 0.5) / OUTLINE_RASTER) * 2 - 1) * OUTLINE_REACH.out * halfM;
          const up = (((row + 0.5) / OUTLINE_RASTER) * 2 - 1) * OUTLINE_REACH.up * heightM;
          const at = (level * OUTLINE_RASTER + row) * OUTLINE_RASTER + column;
          texels[2 * at + face] = DataUtils.toHalfFloat(measure(segments, out, up));
        }
    }
  }
  const map = new DataTexture(texels, OUTLINE_RASTER, OUTLINE_RASTER * LEVEL_COUNT, RGFormat, HalfFloatType);
  map.magFilter = LinearFilter;
  map.minFilter = LinearFilter;
  map.needsUpdate = true;
  return map;
}

/** Lines in which the two cuts meet the surface: segments, four numbers each, per level and face. */
function collectCuts(geometry: BufferGeometry, corners: ArrayLike<number>): number[][] {
  const cuts: number[][] = Array.from({ length: 2 * LEVEL_COUNT }, () => []);
  const points = geometry.getAttribute('position').array;
  const marks = geometry.getAttribute('marks').array;
  const crossing = [0, 0, 0, 0];
  for (let t = 0; t < corners.length; t += 3) {
    const level = marks[4 * corners[t]!]!;
    if (level >= LEVEL_COUNT) continue;
    for (let face = 0; face < 2; face++) {
      const across = face === 0 ? 2 : 0;
      const along = 2 - across;
      const plane = face === 0 ? BESIDE_M : -CUT_BEHIND * BODIES[level]!.halfDepthM;
      let found = 0;
      for (let side = 0; side < 3 && found < 4; side++) {
        const a = 3 * corners[t + side]!;
        const b = 3 * corners[t + ((side + 1) % 3)]!;
        const before = points[a + across]! - plane;
        const after = points[b + across]! - plane;
        if (before * after >= 0) continue;
        const fraction = before / (before - after);
        crossing[found++] = points[a + along]! + fraction * (points[b + along]! - points[a + along]!);
        crossing[found++] = points[a + 1]! + fraction * (points[b + 1]! - points[a + 1]!);
      }
      if (found === 4) cuts[2 * level + face]!.push(...crossing);
    }
  }
  return cuts;
}

/** Distance of a point to an outline, mm, + inside, by the number of times that a ray upwards crosses it. */
function measure(segments: readonly number[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let inside = false;
  for (let at = 0; at < segments.length; at += 4) {
    const ax = segments[at]!;
    const ay = segments[at + 1]!;
    const bx = segments[at + 2]! - ax;
    const by = segments[at + 3]! - ay;
    const fraction = Math.min(1, Math.max(0, ((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by || 1)));
    nearest = Math.min(nearest, Math.hypot(x - ax - fraction * bx, y - ay - fraction * by));
    if (ax > x !== ax + bx > x && ay + ((x - ax) / bx) * by > y) inside = !inside;
  }
  return Math.max(-FAR_MM, Math.min(FAR_MM, (inside ? 1 : -1) * nearest * 1000));
}
