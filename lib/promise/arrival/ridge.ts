/** A design matrix of which most entries are zero: row i holds `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export type SparseRows = {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
};

/**
 * The coefficients that minimise sum of weights x (y - row x coefficients)^2 + penalties x coefficients^2, by the normal
 * equations and a Cholesky factor. A column without data gets 0. Every penalty must be above 0.
 */
export function ridge(rows: SparseRows, y: Float64Array, weights: Float64Array, penalties: Float64Array): Float64Array {
  const { gram, moment } = normalEquations(rows, y, weights);
  for (let j = 0; j < rows.width; j += 1)
    gram[j * rows.width + j] = (gram[j * rows.width + j] ?? 0) + (penalties[j] ?? 0);
  factorise(gram, rows.width);
  return solved(gram, moment, rows.width);
}

/** Row i of the design times the coefficients. */
export function fitted(rows: SparseRows, coefficients: Float64Array, i: number): number {
  let sum = 0;
  for (let at = rows.starts[i] ?? 0; at < (rows.starts[i + 1] ?? 0); at += 1) {
    sum += (rows.values[at] ?? 0) * (coefficients[rows.columns[at] ?? 0] ?? 0);
  }
  return sum;
}

type NormalEquations = { readonly gram: Float64Array; readonly moment: Float64Array };

/** Only the lower triangle of the Gram matrix is filled. */
function normalEquations(rows: SparseRows, y: Float64Array, weights: Float64Array): NormalEquations {
  const { starts, columns, values, width } = rows;
  const gram = new Float64Array(width * width);
  const moment = new Float64Array(width);
  for (let i = 0; i + 1 < starts.length; i += 1) {
    const to = starts[i + 1] ?? 0;
    for (let a = starts[i] ?? 0; a < to; a += 1) {
      const column = columns[a] ?? 0;
      const scaled = (values[a] ?? 0) * (weights[i] ?? 0);
      moment[column] = (moment[column] ?? 0) + scaled * (y[i] ?? 0);
      for (let b = starts[i] ?? 0; b < to; b += 1) {
        const other = columns[b] ?? 0;
        if (other > column) continue;
        const cell = column * width + other;
        gram[cell] = (gram[cell] ?? 0) + scaled * (values[b] ?? 0);
      }
    }
  }
  return { gram, moment };
}

/** Replaces the lower triangle by its Cholesky factor, row by row, so that the inner loop reads neighbours. */
function factorise(gram: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    const row = i * width;
    for (let j = 0; j <= i; j += 1) {
      const other = j * width;
      let sum = gram[row + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (gram[row + k] ?? 0) * (gram[other + k] ?? 0);
      gram[row + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (gram[other + j] ?? 1);
    }
  }
}

function solved(factor: Float64Array, moment: Float64Array, width: number): Float64Array {
  const x = Float64Array.from(moment);
  for (let i = 0; i < width; i += 1) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * width + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * width + i] ?? 1);
  }
  for (let i = width - 1; i >= 0; i -= 1) {
    const value = (x[i] ?? 0) / (factor[i * width + i] ?? 1);
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (factor[i * width + k] ?? 0) * value;
  }
  return x;
}
