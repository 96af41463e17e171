/**
 * The inverse of a symmetric positive definite matrix of `size` rows, in place and whole (both triangles), by Cholesky:
 * A = L L', then X = L^-1, then X' X. Every step is dot products of contiguous rows, four by four at a time, so that a
 * processor's cache is used well: about size^3 / 2 multiply-adds, and two matrices of 8 bytes an element in memory.
 * Only the lower triangle is read. Throws RangeError when the matrix is not positive definite.
 */
export function invertInPlace(matrix: Float64Array, size: number): void {
  const inverse = new Float64Array(size * size);
  factorise(matrix, size);
  invertFactor(matrix, inverse, size);
  squareInto(inverse, matrix, size);
}

const TILE = 4;

/** `out[4 * r + c]` = the dot product of row `one + r` and row `other + c` from column `from` to `to`, for 4 x 4 rows. */
function tileOfDots(
  a: Float64Array,
  b: Float64Array,
  at: {
    readonly size: number;
    readonly one: number;
    readonly other: number;
    readonly from: number;
    readonly to: number;
  },
  out: Float64Array,
): void {
  const { size, from, to } = at;
  const rows = Math.min(TILE, size - at.one);
  // A row beyond the last is read as the last: its results are not used.
  const last = (size - 1) * size;
  const c0 = at.other * size;
  const [c1, c2, c3] = [Math.min(c0 + size, last), Math.min(c0 + 2 * size, last), Math.min(c0 + 3 * size, last)];
  // Two rows at a time: eight sums stay in registers, and each value that is loaded serves twice or four times.
  for (let r = 0; r < rows; r += 2) {
    const row = (at.one + r) * size;
    const next = Math.min(row + size, last);
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let [t0, t1, t2, t3] = [0, 0, 0, 0];
    for (let k = from; k < to; k += 1) {
      const u = a[row + k] as number;
      const v = a[next + k] as number;
      const b0 = b[c0 + k] as number;
      const b1 = b[c1 + k] as number;
      const b2 = b[c2 + k] as number;
      const b3 = b[c3 + k] as number;
      s0 += u * b0;
      s1 += u * b1;
      s2 += u * b2;
      s3 += u * b3;
      t0 += v * b0;
      t1 += v * b1;
      t2 += v * b2;
      t3 += v * b3;
    }
    out[TILE * r] = s0;
    out[TILE * r + 1] = s1;
    out[TILE * r + 2] = s2;
    out[TILE * r + 3] = s3;
    out[TILE * r + 4] = t0;
    out[TILE * r + 5] = t1;
    out[TILE * r + 6] = t2;
    out[TILE * r + 7] = t3;
  }
}

/** The lower triangle becomes L. */
function factorise(a: Float64Array, size: number): void {
  const dots = new Float64Array(TILE * TILE);
  for (let one = 0; one < size; one += TILE) {
    for (let other = 0; other <= one; other += TILE) {
      tileOfDots(a, a, { size, one, other, from: 0, to: other }, dots);
      for (let i = one; i < Math.min(one + TILE, size); i += 1) {
        for (let j = other; j <= Math.min(other + TILE - 1, i); j += 1) {
          let rest = (a[i * size + j] ?? 0) - (dots[TILE * (i - one) + j - other] ?? 0);
          for (let k = other; k < j; k += 1) rest -= (a[i * size + k] ?? 0) * (a[j * size + k] ?? 0);
          a[i * size + j] = i === j ? rootOf(rest) : rest / (a[j * size + j] ?? 1);
        }
      }
    }
  }
}

function rootOf(pivot: number): number {
  if (!(pivot > 0)) throw new RangeError("The matrix is not positive definite");
  return Math.sqrt(pivot);
}

/** Row `j` of `x` becomes column `j` of L^-1, so that sums over it stay contiguous. */
function invertFactor(l: Float64Array, x: Float64Array, size: number): void {
  const dots = new Float64Array(TILE * TILE);
  for (let one = 0; one < size; one += TILE) {
    for (let other = 0; other <= one; other += TILE) {
      tileOfDots(l, x, { size, one, other, from: other, to: one }, dots);
      for (let i = one; i < Math.min(one + TILE, size); i += 1) {
        const diagonal = l[i * size + i] ?? 1;
        for (let j = other; j <= Math.min(other + TILE - 1, i); j += 1) {
          let sum = i === j ? -1 : (dots[TILE * (i - one) + j - other] ?? 0);
          if (i !== j) for (let k = one; k < i; k += 1) sum += (l[i * size + k] ?? 0) * (x[j * size + k] ?? 0);
          x[j * size + i] = -sum / diagonal;
        }
      }
    }
  }
}

/** `out` = X' X for the lower triangular X whose columns are the rows of `x`. */
function squareInto(x: Float64Array, out: Float64Array, size: number): void {
  const dots = new Float64Array(TILE * TILE);
  for (let one = 0; one < size; one += TILE) {
    for (let other = 0; other <= one; other += TILE) {
      // Columns before a row's own number are zero.
      tileOfDots(x, x, { size, one, other, from: one, to: size }, dots);
      for (let i = one; i < Math.min(one + TILE, size); i += 1) {
        for (let j = other; j < Math.min(other + TILE, size); j += 1) {
          out[i * size + j] = dots[TILE * (i - one) + j - other] ?? 0;
          out[j * size + i] = out[i * size + j] ?? 0;
        }
      }
    }
  }
}
