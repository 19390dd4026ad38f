/**
 * Moment matrix of the fascicles, A = arms · Fmax, rows × columns in Nm at full force. A column has one contiguous stretch of
 * non-zero rows, and only that stretch is stored: column k begins at `offset[k]`.
 */
export interface FascicleMatrix {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly firstRow: Int32Array;
  readonly span: Int32Array;
  readonly offset: Int32Array;
  readonly moment: Float64Array;
}

/** Writes Aᵀλ, the price of full force of each column, into `out`. */
export function applyTranspose(matrix: FascicleMatrix, lambda: Float64Array, out: Float64Array): void {
  const { columnCount, firstRow, span, offset, moment } = matrix;
  for (let k = 0; k < columnCount; k++) {
    const at = offset[k]!;
    const first = firstRow[k]!;
    const rows = span[k]!;
    let sum = 0;
    for (let j = 0; j < rows; j++) sum += moment[at + j]! * lambda[first + j]!;
    out[k] = sum;
  }
}

/** Subtracts A x from `out` (rows, Nm). */
export function subtractMoments(matrix: FascicleMatrix, x: Float64Array, out: Float64Array): void {
  const { columnCount, firstRow, span, offset, moment } = matrix;
  for (let k = 0; k < columnCount; k++) {
    const at = offset[k]!;
    const first = firstRow[k]!;
    const rows = span[k]!;
    const fraction = x[k]!;
    if (fraction !== 0) for (let j = 0; j < rows; j++) out[first + j]! -= moment[at + j]! * fraction;
  }
}

/**
 * Lower triangle of A diag(weight) Aᵀ + diag(extra), rows × rows, into `out`. Neighbours over the same rows (a left and a right
 * fascicle) are added together, and two rows at once: loads and stores are what takes time.
 */
export function calcNormalMatrix(
  matrix: FascicleMatrix,
  weight: Float64Array,
  extra: Float64Array,
  out: Float64Array,
): void {
  const { rowCount: n, columnCount, firstRow, span, offset, moment } = matrix;
  out.fill(0);
  for (let k = 0; k < columnCount; k++) {
    const rate = weight[k]!;
    if (rate === 0) continue;
    const first = firstRow[k]!;
    const rows = span[k]!;
    const start = first * (n + 1);
    const next = k + 1;
    if (next < columnCount && weight[next] !== 0 && firstRow[next] === first && span[next] === rows) {
      addPair(out, start, n, moment, offset[k]!, rate, offset[next]!, weight[next]!, rows);
      k++;
    } else addColumn(out, start, n, moment, offset[k]!, rate, rows);
  }
  for (let i = 0; i < n; i++) out[i * (n + 1)]! += extra[i]!;
}

/** Adds rate · a aᵀ for one column, from its position `start` on the diagonal of `out`. */
function addColumn(
  out: Float64Array,
  start: number,
  n: number,
  moment: Float64Array,
  at: number,
  rate: number,
  rows: number,
): void {
  let row = start;
  let r = 0;
  for (; r + 1 < rows; r += 2) {
    const below = row + n;
    const pull = rate * moment[at + r]!;
    const pullBelow = rate * moment[at + r + 1]!;
    for (let c = 0; c <= r; c++) {
      const m = moment[at + c]!;
      out[row + c]! += pull * m;
      out[below + c]! += pullBelow * m;
    }
    out[below + r + 1]! += pullBelow * moment[at + r + 1]!;
    row = below + n;
  }
  if (r < rows) {
    const pull = rate * moment[at + r]!;
    for (let c = 0; c <= r; c++) out[row + c]! += pull * moment[at + c]!;
  }
}

/** The same for two columns over the same rows. */
function addPair(
  out: Float64Array,
  start: number,
  n: number,
  moment: Float64Array,
  at: number,
  rate: number,
  beside: number,
  rateBeside: number,
  rows: number,
): void {
  let row = start;
  let r = 0;
  for (; r + 1 < rows; r += 2) {
    const below = row + n;
    const pull = rate * moment[at + r]!;
    const push = rateBeside * moment[beside + r]!;
    const pullBelow = rate * moment[at + r + 1]!;
    const pushBelow = rateBeside * moment[beside + r + 1]!;
    for (let c = 0; c <= r; c++) {
      const m = moment[at + c]!;
      const o = moment[beside + c]!;
      out[row + c]! += pull * m + push * o;
      out[below + c]! += pullBelow * m + pushBelow * o;
    }
    out[below + r + 1]! += pullBelow * moment[at + r + 1]! + pushBelow * moment[beside + r + 1]!;
    row = below + n;
  }
  if (r < rows) {
    const pull = rate * moment[at + r]!;
    const push = rateBeside * moment[beside + r]!;
    for (let c = 0; c <= r; c++) out[row + c]! += pull * moment[at + c]! + push * moment[beside + c]!;
  }
}
