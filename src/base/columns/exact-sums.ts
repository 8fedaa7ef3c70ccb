import { power, square } from "../mathematics/power.js";

/**
 * How many numbers there are, their sum and the sum of their squares, as whole numbers of 2^-64 and 2^-128. Whole
 * numbers add up to the same bits in any order, so sums of parts may be joined as they come.
 */
export interface ExactSums {
  readonly count: number;
  readonly sum: bigint;
  readonly squares: bigint;
}

/** The sums of no numbers. */
export const noSums: ExactSums = { count: 0, sum: 0n, squares: 0n };

/** The sums of the numbers of both. */
export const joinSums = (a: ExactSums, b: ExactSums): ExactSums => ({
  count: a.count + b.count,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});

/** The sums of one number. */
export const sumsOfOne = (number: number): ExactSums => {
  const whole = wholeOf(number);
  return { count: 1, sum: whole, squares: whole * whole };
};

/** The sums of some numbers, which are added as floating-point numbers from first to last. */
export const sumsOfSome = (numbers: ArrayLike<number>): ExactSums => {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < numbers.length; i++) {
    sum += numbers[i];
    squares += square(numbers[i]);
  }
  return { count: numbers.length, sum: wholeOf(sum), squares: wholeOf(squares) << fractionBits };
};

/** The mean of the numbers; NaN of none. */
export const meanIn = ({ count, sum }: ExactSums): number => (Number(sum) * power(2, -64)) / count;

/** The sample standard deviation of the numbers, with n − 1 as the divisor; NaN of fewer than two. */
export const standardDeviationIn = ({ count, sum, squares }: ExactSums): number => {
  const spread = Number(BigInt(count) * squares - sum * sum) * power(2, -128);
  return count < 2 ? Number.NaN : Math.sqrt(Math.max(0, spread) / count / (count - 1));
};

const fractionBits = 64n;

/** A number in whole 2^-64: exact if it is 2^-12 or more, or a multiple. */
const wholeOf = (number: number): bigint => BigInt(Math.round(number * power(2, 64)));
