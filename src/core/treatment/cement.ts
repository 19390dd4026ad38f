/** Cells of a body that cement can fill, each a layer of a column. Lengths in mm, volumes in ml. */
export interface CementCells {
  /** Centre of each cell, from the body's centre: x anterior, y up, z right. */
  readonly xMm: Float64Array;
  readonly yMm: Float64Array;
  readonly zMm: Float64Array;
  /** Volume that each cell can hold, ml. */
  readonly capacityMl: Float64Array;
  /** Half the body's depth, height and width: the bolus has the body's proportions. */
  readonly halfMm: readonly [number, number, number];
}

/** Position of the needle's tip in front of the centre, as a fraction of the half depth (our assumption). */
const TIP_OFFSET_RATIO = 0.1;

/**
 * Spreads a bolus of cement from the needle's tip: cells fill in the order of their distance, the last one in part.
 *
 * @param filled fraction of each cell that holds cement already
 * @returns the fraction that each cell holds afterwards, and the volume for which there was no room, ml
 */
export function spreadCement(
  cells: CementCells,
  filled: Float64Array,
  volumeMl: number,
): { readonly filled: Float64Array; readonly leakedMl: number } {
  const [a, b, c] = cells.halfMm;
  const distance = cells.xMm.map((x, i) => {
    const dx = x / a - TIP_OFFSET_RATIO;
    const dy = cells.yMm[i]! / b;
    const dz = cells.zMm[i]! / c;
    return dx * dx + dy * dy + dz * dz;
  });
  const order = Array.from(distance.keys()).sort((i, j) => distance[i]! - distance[j]! || i - j);
  const next = filled.slice();
  let left = volumeMl;
  for (const i of order) {
    const room = cells.capacityMl[i]! * (1 - next[i]!);
    if (room <= 0) continue;
    const taken = Math.min(room, left);
    next[i]! += taken / cells.capacityMl[i]!;
    left -= taken;
    if (left <= 0) break;
  }
  return { filled: next, leakedMl: Math.max(0, left) };
}
