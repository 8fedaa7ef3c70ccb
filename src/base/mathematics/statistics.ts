import { square } from "./power.js";
/**
 * The sum of some numbers, added from first to last.
 * @param values in any unit
 * @returns the sum, in the same unit; 0 of no values
 * @example sum([1, 2, 6]) // => 9
 */
export const sum = (values: ArrayLike<number>): number => sumBetween(values, 0, values.length);

/**
 * The mean of some numbers. The headline of a run is the mean of its draws.
 * @param values in any unit
 * @returns the mean, in the same unit; NaN of no values
 * @example mean([1, 2, 6]) // => 3
 */
export const mean = (values: ArrayLike<number>): number => meanBetween(values, 0, values.length);

/** The mean of the numbers from one place up to another. */
export const meanBetween = (values: ArrayLike<number>, from: number, to: number): number =>
  sumBetween(values, from, to) / (to - from);

const sumBetween = (values: ArrayLike<number>, from: number, to: number): number => {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i];
  return total;
};

/**
 * The sample standard deviation, with n − 1 as the divisor: the spread of values about their mean.
 * @param values in any unit
 * @returns the standard deviation, in the same unit; NaN of fewer than two values
 * @example standardDeviation([1, 2, 6]) // => 2.6457513110645907
 */
export const standardDeviation = (values: ArrayLike<number>): number => {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += square(values[i] - centre);
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
};

/**
 * A sorted copy of some numbers, smallest first, for `quantile`. A Float64Array sorts ten times faster than an array.
 * @param values in any unit; they do not change
 * @returns the values sorted, in a new array; NaN comes last
 * @example sorted([3, 1, 2]) // => [1, 2, 3]
 */
export const sorted = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

/**
 * The quantile: the value that a share `p` of the values is below. Type 7 of Hyndman and Fan (1996): straight lines
 * between the sorted values, the default of R and NumPy. For the 5th and 95th percentiles of a run.
 * @param ascending the values, smallest first (see `sorted`)
 * @param p a share, limited to 0 to 1
 * @returns the quantile, in the unit of the values; NaN of no values
 * @example quantile([10, 20, 30, 40], 0.5) // => 25
 */
export const quantile = (ascending: ArrayLike<number>, p: number): number => {
  if (ascending.length === 0) return Number.NaN;
  const position = Math.min(1, Math.max(0, p)) * (ascending.length - 1);
  const before = Math.floor(position);
  const after = Math.min(before + 1, ascending.length - 1);
  // Two equal values are returned directly: the difference of two infinities is NaN.
  if (ascending[before] === ascending[after] || position === before) return ascending[before];
  return ascending[before] + (position - before) * (ascending[after] - ascending[before]);
};

/** Fewer blocks do not show the error of a mean. */
export const fewestBlocks = 8;

/**
 * The Monte Carlo error of a mean: its standard error over other seeds.
 * It is the standard deviation of the means of whole blocks ÷ √blocks. The draws of one block are stratified together,
 * so sd / √draws would be far too large (McKay, Beckman and Conover 1979; Stein 1987).
 * @param values one number per draw, block after block, in any unit
 * @param blockSize draws per block
 * @returns the standard error, in the unit of the values; undefined with fewer than 8 whole blocks
 * @example monteCarloError([1, 1, 3, 3, 1, 1, 3, 3, 1, 1, 3, 3, 1, 1, 3, 3], 2) // => 0.3779644730092272
 */
export const monteCarloError = (values: ArrayLike<number>, blockSize = 256): number | undefined => {
  const blocks = Math.floor(values.length / blockSize);
  if (blocks < fewestBlocks) return undefined;
  const means = Float64Array.from(
    { length: blocks },
    (_, block) => sumBetween(values, block * blockSize, (block + 1) * blockSize) / blockSize,
  );
  return standardDeviation(means) / Math.sqrt(blocks);
};

/**
 * The Monte Carlo error of a share of the draws, such as a chance: √(share × (1 − share) / (draws − 1)).
 * That is the error of one independent draw fewer. Draws by Latin hypercube have no more, and often much less (Owen
 * 1997, SIAM Journal on Numerical Analysis 34:1884).
 * @param share 0 to 1
 * @param draws the number of draws
 * @returns the standard error as a share; undefined if the share is 0 or 1, for which these draws show no error
 * @example shareError(0.5, 257) // => 0.03125
 */
export const shareError = (share: number, draws: number): number | undefined =>
  share > 0 && share < 1 ? Math.sqrt((share * (1 - share)) / (draws - 1)) : undefined;
