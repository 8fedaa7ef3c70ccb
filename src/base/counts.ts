import { betaSides } from "./beta-function.js";
import { deviance, gammaCdf, stirlingError } from "./gamma-function.js";

/**
 * The Poisson probability of a count: how likely so many contacts are where the mean is known and each comes by itself.
 * Loader (2000), Fast and accurate computation of binomial probabilities; relative error about 1e-15.
 * @param count a whole number, 0 or more
 * @param mean 0 or more; at 0 the count is always 0
 * @returns a probability, 0 to 1
 * @example poissonProbability(2, 1) // => 0.18393972058572117
 */
export const poissonProbability = (count: number, mean: number): number => {
  if (mean <= 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
};

/**
 * The chance of more than so many under a Poisson distribution: a gamma of shape count + 1 lies below the mean.
 * @param count a whole number; 1 below 0
 * @param mean 0 or more
 * @returns a probability, 0 to 1, exact where it is small
 * @example poissonAbove(0, 1) // => 0.6321205588285577
 */
export const poissonAbove = (count: number, mean: number): number => (count < 0 ? 1 : gammaCdf(mean, count + 1));

/**
 * The chance of more than so many under a negative binomial: Poisson counts of people whose own means differ as a gamma.
 * A beta of (shape, count + 1) lies above shape / (shape + mean).
 * @param count a whole number; 1 below 0
 * @param mean of all people, 0 or more
 * @param shape of the gamma, above 0: small where few have most of it, and Poisson where it is infinite
 * @returns a probability, 0 to 1, exact where it is small
 * @example negativeBinomialAbove(0, 1, 1) // => 0.5
 */
export const negativeBinomialAbove = (count: number, mean: number, shape: number): number => {
  if (count < 0) return 1;
  return shape === Infinity ? gammaCdf(mean, count + 1) : betaSides(shape / (shape + mean), shape, count + 1).above;
};

/** The least count at which something holds that goes on holding: by doubling, then by halves. */
export const leastCount = (holds: (count: number) => boolean): number => {
  if (holds(0)) return 0;
  let [below, count] = [0, 1];
  while (!holds(count)) [below, count] = [count, 2 * count];
  while (count - below > 1) {
    const middle = Math.floor((below + count) / 2);
    if (holds(middle)) count = middle;
    else below = middle;
  }
  return count;
};
