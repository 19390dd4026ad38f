import type { BoneSolid } from './boneSolid.ts';
import type { Point } from './primitives.ts';

const STEP_MM = 5;
/** Half a cell's diagonal, and what the blends may add to a distance. */
const NEAR_MM = 6;

/** The same bone in the smallest box of whole steps round it: rotated boxes have become too wide. */
export function fitBox(bone: BoneSolid): BoneSolid {
  const low = [...bone.high] as [number, number, number];
  const high = [...bone.low] as [number, number, number];
  for (let x = bone.low[0]; x < bone.high[0] + STEP_MM; x += STEP_MM)
    for (let y = bone.low[1]; y < bone.high[1] + STEP_MM; y += STEP_MM)
      for (let z = bone.low[2]; z < bone.high[2] + STEP_MM; z += STEP_MM) {
        if (bone.solid(x, y, z) > NEAR_MM) continue;
        [x, y, z].forEach((c, k) => {
          low[k] = Math.max(bone.low[k]!, Math.min(low[k]!, c - STEP_MM));
          high[k] = Math.min(bone.high[k]!, Math.max(high[k]!, c + STEP_MM));
        });
      }
  return { ...bone, low: low as Point, high: high as Point };
}
