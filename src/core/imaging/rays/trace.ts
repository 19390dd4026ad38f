import { finish } from '../../simulation/finish.ts';
import type { Mesh } from './solid.ts';
import { dot, type View } from './view.ts';

/**
 * One ray and the pieces of it that lie in solids: a point of it is `at` + `way` × depth; a piece goes from depth to depth, through the
 * solid that comes first there. Scratch: the next ray overwrites it.
 */
export interface Ray {
  column: number;
  row: number;
  readonly at: [number, number, number];
  readonly way: [number, number, number];
  /** Length of `way`, mm per unit of depth. */
  length: number;
  count: number;
  from: Float64Array;
  to: Float64Array;
  solid: Int32Array;
}

/** Seen triangles: corners in pixels, and depth (parallel rays) or its inverse (a source), which is linear over a triangle's image. */
interface Seen {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly q: Float64Array;
}

function see({ positions }: Mesh, view: View): Seen {
  const { origin, right, down, forward, sourceMm, columns, rows, columnMm, rowMm } = view;
  const count = positions.length / 3;
  const seen = { u: new Float64Array(count), v: new Float64Array(count), q: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const from = [
      positions[3 * i]! - origin[0],
      positions[3 * i + 1]! - origin[1],
      positions[3 * i + 2]! - origin[2],
    ] as const;
    const depth = dot(from, forward);
    const spread = sourceMm === null ? 1 : sourceMm / (sourceMm + depth);
    seen.u[i] = (dot(from, right) * spread) / columnMm + (columns - 1) / 2;
    seen.v[i] = (dot(from, down) * spread) / rowMm + (rows - 1) / 2;
    seen.q[i] = sourceMm === null ? depth : 1 / (sourceMm + depth);
  }
  return seen;
}

/** Triangles that some row of the grid crosses, in the order of their first row. */
function sortByFirstRow(seen: readonly Seen[], solids: readonly Mesh[], { columns, rows }: View) {
  const most = solids.reduce((sum, { triangles }) => sum + triangles.length / 3, 0);
  const first = new Int32Array(most);
  const solid = new Int32Array(most);
  const corner = new Int32Array(most);
  let count = 0;
  const start = new Int32Array(rows + 1);
  solids.forEach(({ triangles }, s) => {
    const { u, v } = seen[s]!;
    for (let k = 0; k < triangles.length; k += 3) {
      const a = v[triangles[k]!]!;
      const b = v[triangles[k + 1]!]!;
      const c = v[triangles[k + 2]!]!;
      const from = Math.max(0, Math.ceil(Math.min(a, b, c)));
      const to = Math.min(rows - 1, Math.ceil(Math.max(a, b, c)) - 1);
      if (from > to) continue;
      // beside the grid: no ray of it meets them
      const low = Math.min(u[triangles[k]!]!, u[triangles[k + 1]!]!, u[triangles[k + 2]!]!);
      const high = Math.max(u[triangles[k]!]!, u[triangles[k + 1]!]!, u[triangles[k + 2]!]!);
      if (high < 0 || low > columns - 1) continue;
      first[count] = from;
      solid[count] = s;
      corner[count++] = k;
      start[from + 1]!++;
    }
  });
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const order = new Int32Array(count);
  const fill = start.slice();
  for (let n = 0; n < count; n++) order[fill[first[n]!]!++] = n;
  return { start, order, solid, corner };
}

/** The trace of all rows at once. @returns rays on which some solid was left open: none, for closed solids */
export const traceRays = (solids: readonly Mesh[], view: View, visit: (ray: Ray) => void): number =>
  finish(traceRows(solids, view, visit));

/** Rows between two signs of progress. */
const PROGRESS_ROWS = 8;

/**
 * Sends a grid of rays through closed solids, row by row, and yields the share of the rows that is done. Where solids overlap, the later in the list comes first. Spans of pixels are half
 * open, and an edge's crossing with a row is computed from its ends in one order, whichever triangle asks: so every ray leaves a solid
 * as often as it enters it. Only + − × ÷ √: every engine gives the same.
 *
 * @returns rays on which some solid was left open: none, for closed solids
 */
export function* traceRows(
  solids: readonly Mesh[],
  view: View,
  visit: (ray: Ray) => void,
): Generator<number, number> {
  const { columns, rows, sourceMm } = view;
  const seen = solids.map((solid) => see(solid, view));
  const { start, order, solid: solidOf, corner: cornerOf } = sortByFirstRow(seen, solids, view);
  const active: number[] = [];
  const head = new Int32Array(columns);
  const hits = createHits();
  const ray = createRay();
  const sweep = createSweep(solids.length);
  let open = 0;
  const traceRow = (row: number) => {
    for (let n = start[row]!; n < start[row + 1]!; n++) active.push(order[n]!);
    head.fill(-1);
    hits.count = 0;
    let kept = 0;
    for (const n of active) {
      const s = solidOf[n]!;
      const still = crossRow(seen[s]!, solids[s]!.triangles, cornerOf[n]!, s, row, columns, head, hits);
      if (still) active[kept++] = n;
    }
    active.length = kept;
    for (let column = 0; column < columns; column++) {
      if (head[column]! < 0) continue;
      aim(ray, view, column, row);
      if (!sweep(ray, head[column]!, hits, sourceMm !== null)) open++;
      visit(ray);
    }
  };
  for (let row = 0; row < rows; row++) {
    if (row % PROGRESS_ROWS === 0) yield row / rows;
    traceRow(row);
  }
  return open;
}

/** Where rays of a row meet triangles: lists linked from each column's last hit. */
interface Hits {
  count: number;
  q: Float64Array;
  /** Solid + 1, negative where the ray leaves it. */
  side: Int32Array;
  next: Int32Array;
}

const createHits = (): Hits => ({
  count: 0,
  q: new Float64Array(4096),
  side: new Int32Array(4096),
  next: new Int32Array(4096),
});

function grow(hits: Hits): void {
  const larger = <A extends Float64Array | Int32Array>(from: A, to: A): A => {
    to.set(from);
    return to;
  };
  const size = 2 * hits.q.length;
  hits.q = larger(hits.q, new Float64Array(size));
  hits.side = larger(hits.side, new Int32Array(size));
  hits.next = larger(hits.next, new Int32Array(size));
}

/** Column at which an edge crosses a row; its ends are taken in one order, whoever asks. */
function crossEdge({ u, v }: Seen, a: number, b: number, row: number): number {
  const low = v[a]! < v[b]! || (v[a]! === v[b]! && a < b) ? a : b;
  const high = low === a ? b : a;
  return u[low]! + ((row - v[low]!) * (u[high]! - u[low]!)) / (v[high]! - v[low]!);
}

/** Adds the hits of one triangle's crossing with a row. @returns whether later rows may cross it too */
function crossRow(
  seen: Seen,
  triangles: Uint32Array,
  k: number,
  solid: number,
  row: number,
  columns: number,
  head: Int32Array,
  hits: Hits,
): boolean {
  const { u, v, q } = seen;
  const a = triangles[k]!;
  const b = triangles[k + 1]!;
  const c = triangles[k + 2]!;
  const belowA = v[a]! <= row;
  const belowB = v[b]! <= row;
  const belowC = v[c]! <= row;
  if (belowA && belowB && belowC) return false;
  // the edge that runs down the rows, and the one that runs up: one each
  let falls: number;
  let rises: number;
  if (belowA && !belowB) falls = crossEdge(seen, a, b, row);
  else if (belowB && !belowC) falls = crossEdge(seen, b, c, row);
  else falls = crossEdge(seen, c, a, row);
  if (belowB && !belowA) rises = crossEdge(seen, a, b, row);
  else if (belowC && !belowB) rises = crossEdge(seen, b, c, row);
  else rises = crossEdge(seen, c, a, row);
  const from = Math.max(0, Math.ceil(Math.min(falls, rises)));
  const to = Math.min(columns - 1, Math.ceil(Math.max(falls, rises)) - 1);
  if (from <= to) {
    const ub = u[b]! - u[a]!;
    const vb = v[b]! - v[a]!;
    const uc = u[c]! - u[a]!;
    const vc = v[c]! - v[a]!;
    const area = ub * vc - uc * vb;
    const qb = q[b]! - q[a]!;
    const qc = q[c]! - q[a]!;
    const slopeU = area === 0 ? 0 : (qb * vc - qc * vb) / area;
    const slopeV = area === 0 ? 0 : (qc * ub - qb * uc) / area;
    const base = q[a]! + slopeV * (row - v[a]!);
    // by the crossings and not by the area, whose sign rounding may turn
    const side = falls < rises ? solid + 1 : -(solid + 1);
    for (let column = from; column <= to; column++) {
      if (hits.count === hits.q.length) grow(hits);
      const at = hits.count++;
      hits.q[at] = base + slopeU * (column - u[a]!);
      hits.side[at] = side;
      hits.next[at] = head[column]!;
      head[column] = at;
    }
  }
  return true;
}

const createRay = (): Ray => ({
  column: 0,
  row: 0,
  at: [0, 0, 0],
  way: [0, 0, 0],
  length: 1,
  count: 0,
  from: new Float64Array(512),
  to: new Float64Array(512),
  solid: new Int32Array(512),
});

function aim(ray: Ray, view: View, column: number, row: number): void {
  const { origin, right, down, forward, sourceMm } = view;
  const u = (column - (view.columns - 1) / 2) * view.columnMm;
  const v = (row - (view.rows - 1) / 2) * view.rowMm;
  ray.column = column;
  ray.row = row;
  let square = 0;
  for (let i = 0; i < 3; i++) {
    const aside = u * right[i]! + v * down[i]!;
    ray.at[i] = origin[i]! + (sourceMm === null ? aside : -sourceMm * forward[i]!);
    ray.way[i] = forward[i]! + (sourceMm === null ? 0 : aside / sourceMm);
    square += ray.way[i]! * ray.way[i]!;
  }
  ray.length = Math.sqrt(square);
}

/** Most hits that one ray may have. */
const MOST = 1024;

/** Sorts a ray's hits by depth and writes its pieces. The answer: whether every solid was left as often as entered. */
function createSweep(solidCount: number) {
  const inside = new Int32Array(solidCount);
  const depth = new Float64Array(MOST);
  const side = new Int32Array(MOST);
  const within = new Int32Array(solidCount);
  let held = 0;

  return (ray: Ray, first: number, hits: Hits, inverse: boolean): boolean => {
    let count = 0;
    for (let at = first; at >= 0; at = hits.next[at]!) {
      if (count === MOST) throw new Error('A ray meets too many faces.');
      const d = inverse ? 1 / hits.q[at]! : hits.q[at]!;
      let place = count++;
      while (place > 0 && depth[place - 1]! > d) {
        depth[place] = depth[place - 1]!;
        side[place] = side[place - 1]!;
        place--;
      }
      depth[place] = d;
      side[place] = hits.side[at]!;
    }
    ray.count = 0;
    held = 0;
    for (let n = 0; n < count; n++) {
      if (held > 0 && depth[n]! > depth[n - 1]!) add(ray, depth[n - 1]!, depth[n]!, top());
      const solid = Math.abs(side[n]!) - 1;
      inside[solid]! += side[n]! > 0 ? 1 : -1;
      let listed = 0;
      while (listed < held && within[listed] !== solid) listed++;
      if (inside[solid]! > 0 && listed === held) within[held++] = solid;
      else if (inside[solid]! <= 0 && listed < held) within[listed] = within[--held]!;
    }
    let closed = true;
    for (let n = 0; n < count; n++) {
      const solid = Math.abs(side[n]!) - 1;
      if (inside[solid]! !== 0) closed = false;
      inside[solid] = 0;
    }
    return closed;
  };

  function top(): number {
    let best = within[0]!;
    for (let n = 1; n < held; n++) if (within[n]! > best) best = within[n]!;
    return best;
  }
}

function add(ray: Ray, from: number, to: number, solid: number): void {
  const last = ray.count - 1;
  if (last >= 0 && ray.solid[last] === solid && ray.to[last] === from) {
    ray.to[last] = to;
    return;
  }
  if (ray.count === ray.from.length) throw new Error('A ray has too many pieces.');
  ray.from[ray.count] = from;
  ray.to[ray.count] = to;
  ray.solid[ray.count++] = solid;
}
