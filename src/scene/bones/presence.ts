import type { BoneMesh } from '../../runtime/files/readGlb.ts';

/** Bones of which only the upper part is there: they fade before they end, since a stump reads as an amputation. */
const CUT = /^(humerus|femur)-/;
/** Part of such a bone's length, from its cut end, over which it fades; and the part next to the cut that is not seen at all. */
const FADES = 0.62;
const GONE = 0.08;
/** The head would draw the eye from the spine. */
const HEAD = /^(skull|jaw)$/;
const HEAD_SHARE = 0.5;

/** How present each vertex of a bone round the spine is, 0 … 1. */
export function calcPresence({ name, positions }: BoneMesh): (vertex: number) => number {
  if (HEAD.test(name)) return () => HEAD_SHARE;
  if (!CUT.test(name)) return () => 1;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 1; i < positions.length; i += 3) {
    low = Math.min(low, positions[i]!);
    high = Math.max(high, positions[i]!);
  }
  return (vertex) => {
    const along = (positions[3 * vertex + 1]! - low) / (high - low);
    const t = Math.min(1, Math.max(0, (along - GONE) / (FADES - GONE)));
    return t * t * (3 - 2 * t);
  };
}
