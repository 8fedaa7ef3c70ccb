import { betaSides } from "./beta-function.js";
import { deviance, gammaCdf, stirlingError } from "./gamma-function.js";

/**
 * The Poisson probability of a count: the probability of exactly `count` independent events, if `mean` are expected.
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
 * The probability of more than `count` events under a Poisson distribution. It is the share of a gamma of shape
 * count + 1 below the mean.
 * @param count a whole number; 1 below 0
 * @param mean 0 or more
 * @returns a probability, 0 to 1; small ones are as exact as large ones
 * @example poissonAbove(0, 1) // => 0.6321205588285577
 */
export const poissonAbove = (count: number, mean: number): number => (count < 0 ? 1 : gammaCdf(mean, count + 1));

/**
 * The probability of more than `count` events under a negative binomial distribution: Poisson counts of people whose
 * means are gamma distributed. It is the share of a beta of (shape, count + 1) above shape / (shape + mean).
 * @param count a whole number; 1 below 0
 * @param mean the mean over all people, 0 or more
 * @param shape the shape of the gamma, above 0: small if few people have most events; infinite gives a Poisson
 * @returns a probability, 0 to 1; small ones are as exact as large ones
 * @example negativeBinomialAbove(0, 1, 1) // => 0.5
 */
export const negativeBinomialAbove = (count: number, mean: number, shape: number): number => {
  if (count < 0) return 1;
  return shape === Infinity ? gammaCdf(mean, count + 1) : betaSides(shape / (shape + mean), shape, count + 1).above;
};

/** The least count for which `holds` is true. `holds` must stay true for every larger count. */
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
