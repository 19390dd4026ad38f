/** The sacrum's lateral masses with the alae, right side, mm in the sacrum's frame. */
import table from '../../models/meshing-sacrum.json' with { type: 'json' };
import { clamp, FAR_MM, lerp, type Solid, smoothMax } from './primitives.ts';

type Row = (typeof table.wing)[number];

/** Distance from the midline at which the bodies end and the lateral mass begins, mm: the line of the foramina. */
const INNER_Z_MM = 20;
/** True distance of the surfaces, which lean by up to 40°, over their distance along x. */
const LEAN = 0.8;

/** Row of the table at any height, on smooth curves through the rows (Catmull–Rom). */
function rowAt(y: number): Row {
  const rows = table.wing;
  const i = clamp(rows.findIndex((row) => row.yMm <= y) - 1, 0, rows.length - 2);
  const [b, c] = [rows[i]!, rows[i + 1]!];
  const [a, d] = [rows[Math.max(i - 1, 0)]!, rows[Math.min(i + 2, rows.length - 1)]!];
  const t = clamp((b.yMm - y) / (b.yMm - c.yMm), 0, 1);
  const through = (key: keyof Row): number => {
    const [p, q, r, s] = [a[key], b[key], c[key], d[key]];
    return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
  };
  return {
    yMm: y,
    halfWidthMm: through('halfWidthMm'),
    frontInnerMm: through('frontInnerMm'),
    frontOuterMm: through('frontOuterMm'),
    backInnerMm: through('backInnerMm'),
    backOuterMm: through('backOuterMm'),
  };
}

/** Plate between a front and a rear surface, thick beside the bodies, narrowing forward to an edge at the side. */
export function lateralMass(): Solid {
  const [top, bottom] = [table.wing[0]!.yMm, table.wing.at(-1)!.yMm];
  return (x, y, z) => {
    const ends = Math.max(y - top, bottom - y, 11 - z);
    if (ends > FAR_MM) return ends;
    const row = rowAt(Math.max(y, bottom));
    const t = clamp((z - INNER_Z_MM) / Math.max(row.halfWidthMm - INNER_Z_MM, 8), 0, 1.1);
    const front = x - lerp(row.frontInnerMm, row.frontOuterMm, t * t);
    const back = lerp(row.backInnerMm, row.backOuterMm, t * t) - x;
    const across = smoothMax(front * LEAN, back * LEAN, 4);
    return smoothMax(smoothMax(across, (z - row.halfWidthMm) * LEAN, 4), ends, 4);
  };
}
