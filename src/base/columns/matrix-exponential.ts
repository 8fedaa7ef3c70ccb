import { power } from "../mathematics/power.js";
import { buildRoom } from "./wasm-room.js";

/** A square matrix, row by row, and what `run` makes of it. All arrays are used again in every run. */
export interface MatrixExponential {
  /** Rows begin this many numbers apart: the size, filled up with zeros to a multiple of four. */
  readonly side: number;
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
 * @example exponentials(5).side // => 8
 */
export const exponentials = (size: number): MatrixExponential => {
  const side = 4 * Math.ceil(size / 4);
  const { columns, multiply } = buildRoom({ columns: 5, width: side * side });
  const [matrix, exponential, mean, scaled, product] = columns(5).each;
  const run = (): void => {
    const norm = normOf(matrix, size, side);
    if (!(norm <= largestNorm)) {
      exponential.fill(Number.NaN);
      mean.fill(Number.NaN);
      return;
    }
    const squarings = Math.max(0, Math.ceil(Math.log2(norm / seriesNorm)));
    const scale = power(2, -squarings);
    for (let cell = 0; cell < matrix.length; cell++) scaled[cell] = matrix[cell] * scale;
    // What is beyond the size must be zero again after a matrix that had no exponential.
    exponential.fill(0);
    mean.fill(0);
    addIdentity(mean, size, side);
    for (let term = termsFor(norm * scale); term >= 2; term--) {
      multiply(product, scaled, mean, size, side, term);
      mean.set(product);
      addIdentity(mean, size, side);
    }
    multiply(exponential, scaled, mean, size, side, 1);
    addIdentity(exponential, size, side);
    for (let squaring = 0; squaring < squarings; squaring++) {
      multiply(product, exponential, mean, size, side, 1);
      for (let cell = 0; cell < mean.length; cell++) mean[cell] = (mean[cell] + product[cell]) / 2;
      multiply(product, exponential, exponential, size, side, 1);
      exponential.set(product);
    }
  };
  return { side, matrix, exponential, mean, run };
};

/** The largest sum of absolute values in a row. */
const normOf = (matrix: Float64Array, size: number, side: number): number => {
  let norm = 0;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += Math.abs(matrix[row * side + column]);
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

const addIdentity = (out: Float64Array, size: number, side: number): void => {
  for (let row = 0; row < size; row++) out[row * (side + 1)] += 1;
};
