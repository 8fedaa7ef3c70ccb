import { power } from "./power.js";
/** A square matrix, row by row, and what `run` makes of it. All arrays are used again in every run. */
export interface MatrixExponential {
  /** A: fill it before each run. */
  readonly matrix: Float64Array;
  /** exp(A) */
  readonly exponential: Float64Array;
  /** ∫ exp(A·s) ds for s from 0 to 1: the mean of the exponential on its way from A·0 to A·1. */
  readonly mean: Float64Array;
  readonly run: () => void;
}

// A series of a matrix with this norm ends after 13 terms. Above it, squaring is cheaper than more terms.
const seriesNorm = 0.5;
// Each squaring doubles the error of rounding, which starts near 1e-16. Beyond this norm no digits may be left.
const largestNorm = 1e9;

/**
 * The exponential of matrices of one size, by scaling and squaring (Higham 2005, "The scaling and squaring method for
 * the matrix exponential revisited"), with a Taylor series in place of his rational function. The matrix is halved
 * until its norm is at most a half. There the series gives the mean M = Σ Aᵏ/(k + 1)!, and exp(A) = I + A·M. Doubling
 * takes them back: M(2A) = (M + exp(A)·M)/2 and exp(2A) = exp(A)².
 * A matrix with a row whose absolute sum is above 1e9, or not a number, has NaN everywhere.
 * @param size the number of rows
 * @returns arrays to fill and to read, and a function that computes the one from the other without allocating
 * @example exponentials(1).exponential.length // => 1
 */
export const exponentials = (size: number): MatrixExponential => {
  const cells = (): Float64Array => new Float64Array(size * size);
  const [matrix, exponential, mean, scaled, product] = [cells(), cells(), cells(), cells(), cells()];
  const run = (): void => {
    const norm = normOf(matrix, size);
    if (!(norm <= largestNorm)) {
      exponential.fill(Number.NaN);
      mean.fill(Number.NaN);
      return;
    }
    const squarings = Math.max(0, Math.ceil(Math.log2(norm / seriesNorm)));
    const scale = power(2, -squarings);
    for (let cell = 0; cell < matrix.length; cell++) scaled[cell] = matrix[cell] * scale;
    mean.fill(0);
    addIdentity(mean, size);
    for (let term = termsFor(norm * scale); term >= 2; term--) {
      multiplyInto(product, scaled, mean, size);
      for (let cell = 0; cell < mean.length; cell++) mean[cell] = product[cell] / term;
      addIdentity(mean, size);
    }
    multiplyInto(exponential, scaled, mean, size);
    addIdentity(exponential, size);
    for (let squaring = 0; squaring < squarings; squaring++) {
      multiplyInto(product, exponential, mean, size);
      for (let cell = 0; cell < mean.length; cell++) mean[cell] = (mean[cell] + product[cell]) / 2;
      multiplyInto(product, exponential, exponential, size);
      exponential.set(product);
    }
  };
  return { matrix, exponential, mean, run };
};

/** The largest sum of absolute values in a row. */
const normOf = (matrix: Float64Array, size: number): number => {
  let norm = 0;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += Math.abs(matrix[row * size + column]);
    // Math.max keeps NaN.
    norm = Math.max(norm, sum);
  }
  return norm;
};

const rounding = power(2, -54);

/** The number of terms after which the rest of the series of a matrix of this norm is below rounding. */
const termsFor = (norm: number): number => {
  let terms = 1;
  for (let next = norm; next > rounding; next *= norm / terms) terms++;
  return terms;
};

const addIdentity = (out: Float64Array, size: number): void => {
  for (let row = 0; row < size; row++) out[row * (size + 1)] += 1;
};

/** out = a · b, four columns at a time, whose sums are not in memory while they grow. */
const multiplyInto = (out: Float64Array, a: Float64Array, b: Float64Array, size: number): void => {
  for (let row = 0; row < size * size; row += size) {
    let column = 0;
    for (; column + 3 < size; column += 4) multiplyFour(out, a, b, size, row, column);
    for (; column < size; column++) out[row + column] = cellOf(a, b, size, row, column);
  }
};

const multiplyFour = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  size: number,
  row: number,
  column: number,
): void => {
  const end = row + size;
  let w = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  let from = column;
  let at = row;
  for (; at + 1 < end; at += 2) {
    const one = a[at];
    const other = a[at + 1];
    const next = from + size;
    w += one * b[from] + other * b[next];
    x += one * b[from + 1] + other * b[next + 1];
    y += one * b[from + 2] + other * b[next + 2];
    z += one * b[from + 3] + other * b[next + 3];
    from = next + size;
  }
  if (at < end) {
    const last = a[at];
    w += last * b[from];
    x += last * b[from + 1];
    y += last * b[from + 2];
    z += last * b[from + 3];
  }
  const place = row + column;
  out[place] = w;
  out[place + 1] = x;
  out[place + 2] = y;
  out[place + 3] = z;
};

const cellOf = (a: Float64Array, b: Float64Array, size: number, row: number, column: number): number => {
  const end = row + size;
  let sum = 0;
  let from = column;
  let at = row;
  for (; at + 1 < end; at += 2) {
    sum += a[at] * b[from] + a[at + 1] * b[from + size];
    from += 2 * size;
  }
  return at < end ? sum + a[at] * b[from] : sum;
};
