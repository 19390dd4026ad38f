/**
 * The moment matrix of the fascicles, A = arms · Fmax, rows × columns in Nm at full force. A column touches one
 * contiguous stretch of rows, and only that stretch is stored: column k lies from `offset[k]` on.
 */
export interface FascicleMatrix {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly firstRow: Int32Array;
  readonly span: Int32Array;
  readonly offset: Int32Array;
  readonly moment: Float64Array;
}

/** Prices Aᵀλ of full force, one a column, into `out`. */
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

/** Takes A x off `out` (rows, Nm). */
export function subtractMoments(matrix: FascicleMatrix, x: Float64Array, out: Float64Array): void {
  const { columnCount, firstRow, span, offset, moment } = matrix;
  for (let k = 0; k < columnCount; k++) {
    const at = offset[k]!;
    const first = firstRow[k]!;
    const rows = span[k]!;
    const share = x[k]!;
    if (share !== 0) for (let j = 0; j < rows; j++) out[first + j]! -= moment[at + j]! * share;
  }
}

/**
 * Lower triangle of A diag(weight) Aᵀ + diag(extra), rows × rows, into `out`. Neighbours over the same rows (a
 * left and a right fascicle) go in together: the stores are what costs.
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
    const first = firstRow[k]!;
    const rows = span[k]!;
    const at = offset[k]!;
    const own = weight[k]!;
    let row = first * (n + 1);
    if (k + 1 < columnCount && firstRow[k + 1] === first && span[k + 1] === rows) {
      const other = weight[++k]!;
      const beside = offset[k]!;
      if (own === 0 && other === 0) continue;
      for (let r = 0; r < rows; r++, row += n) {
        const pull = own * moment[at + r]!;
        const push = other * moment[beside + r]!;
        for (let c = 0; c <= r; c++) out[row + c]! += pull * moment[at + c]! + push * moment[beside + c]!;
      }
    } else if (own !== 0)
      for (let r = 0; r < rows; r++, row += n) {
        const pull = own * moment[at + r]!;
        for (let c = 0; c <= r; c++) out[row + c]! += pull * moment[at + c]!;
      }
  }
  for (let i = 0; i < n; i++) out[i * (n + 1)]! += extra[i]!;
}
