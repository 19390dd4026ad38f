/** Label with its position, px from the picture's left and top. */
export interface Label {
  shown: boolean;
  wide: number;
  high: number;
  /** Its position on its own, then its final one. */
  left: number;
  top: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Least space between two labels, px. */
const GAP_PX = 2;
/** Number of rounds in which neighbours push each other apart, each by half. */
const ROUNDS = 24;

const meets = (a: Label, left: number, top: number, right: number, bottom: number): boolean =>
  a.left < right + GAP_PX &&
  a.left + a.wide + GAP_PX > left &&
  a.top < bottom + GAP_PX - 1e-6 &&
  a.top + a.high + GAP_PX - 1e-6 > top;

const meetsLabel = (a: Label, b: Label): boolean => meets(a, b.left, b.top, b.left + b.wide, b.top + b.high);

const keepWithin = (label: Label, { left, top, right, bottom }: Box): void => {
  label.left = Math.max(left, Math.min(right - label.wide, label.left));
  label.top = Math.max(top, Math.min(bottom - label.high, label.top));
};

/**
 * Moves labels, in their order from above, so that none covers another or the occupied box and all are within the room, as near to
 * their positions as possible. Allocates nothing.
 *
 * @param taken occupied box; of zero width where there is none
 */
export function placeLabels(labels: readonly Label[], room: Box, taken: Box): void {
  for (const label of labels) if (label.shown) keepWithin(label, room);
  for (let round = 0; round < ROUNDS; round++) spread(labels, room);
  // remaining overlaps are resolved downwards, or upwards where there is no room
  for (let n = 0; n < labels.length; n++) {
    if (!labels[n]!.shown) continue;
    if (!settle(labels, n, taken, room, 1)) settle(labels, n, taken, room, -1);
  }
}

function spread(labels: readonly Label[], room: Box): void {
  let above: Label | null = null;
  for (const label of labels) {
    if (!label.shown) continue;
    if (above && meetsLabel(above, label)) {
      const half = (above.top + above.high + GAP_PX - label.top) / 2;
      above.top -= half;
      label.top += half;
      keepWithin(above, room);
      keepWithin(label, room);
    }
    above = label;
  }
}

/** Moves the n-th label past those before it in one direction; back again, returning false, where that leaves the room. */
function settle(labels: readonly Label[], n: number, taken: Box, room: Box, way: 1 | -1): boolean {
  const label = labels[n]!;
  const before = label.top;
  for (let pass = 0; pass <= n + 1; pass++) {
    let moved = false;
    if (taken.right > taken.left && meets(label, taken.left, taken.top, taken.right, taken.bottom)) {
      label.top = way > 0 ? taken.bottom + GAP_PX : taken.top - label.high - GAP_PX;
      moved = true;
    }
    for (let other = 0; other < n; other++) {
      const placed = labels[other]!;
      if (!placed.shown || !meetsLabel(label, placed)) continue;
      label.top = way > 0 ? placed.top + placed.high + GAP_PX : placed.top - label.high - GAP_PX;
      moved = true;
    }
    if (!moved) break;
  }
  if (label.top >= room.top && label.top + label.high <= room.bottom) return true;
  label.top = before;
  return false;
}
