import { gammaCdf, gammaQuantile, logGamma } from "../mathematics/gamma-function.js";
import { power } from "../mathematics/power.js";
import { normalCdf, normalQuantile } from "../mathematics/special.js";
import type { Segment, TopShare } from "./concentration.js";

/** The inequality of an amount between people: its Lorenz curve (Lorenz 1905) and its Gini coefficient. */
export interface Inequality {
  /** The share of the amount that the share `people` with the least have; both 0 to 1. */
  readonly lorenz: (people: number) => number;
  /** 0 if all people have the same, 1 if one person has everything (Gini 1912). */
  readonly gini: number;
}

/**
 * The share of the amount that the people with the most have.
 * @param inequality the Lorenz curve
 * @param top the share of people, 0 to 1
 * @returns a share of the amount, 0 to 1
 * @example
 * const segments = [{ weight: 0.8, multiplier: 0.25 }, { weight: 0.2, multiplier: 4 }];
 * topShareOf(segmentInequality(segments), 0.1) // => 0.4
 */
export const topShareOf = ({ lorenz }: Inequality, top: number): number => 1 - lorenz(1 - top);

/**
 * The inequality of segments of need, if all people in a segment have the same need: a Lorenz curve of straight lines.
 * @param segments shares of the people and multiples of the mean, from the least need to the most
 * @returns the curve and the Gini coefficient. It is a little lower than that of the distribution behind the segments
 * @example segmentInequality([{ weight: 0.8, multiplier: 0.25 }, { weight: 0.2, multiplier: 4 }]).gini // => 0.6
 */
export const segmentInequality = (segments: readonly Segment[]): Inequality => {
  let [below, share, twiceArea] = [0, 0, 0];
  const starts = segments.map(({ weight, multiplier }) => {
    const start = { below, share, weight, multiplier };
    twiceArea += weight * (2 * share + weight * multiplier);
    below += weight;
    share += weight * multiplier;
    return start;
  });
  const lorenz = (people: number): number => {
    const start = starts.findLast((candidate) => candidate.below <= people) ?? starts[0];
    return start.share + Math.min(Math.max(people - start.below, 0), start.weight) * start.multiplier;
  };
  return { lorenz, gini: 1 - twiceArea };
};

/**
 * The inequality of a gamma distribution; it depends on the shape only (McDonald and Jensen 1979).
 * @param shape above 0; 1 is the exponential distribution, and a smaller shape is more unequal
 * @returns the curve and the Gini coefficient
 * @example gammaInequality(1).gini // => 0.5
 */
export const gammaInequality = (shape: number): Inequality => ({
  lorenz: (people) => gammaCdf(gammaQuantile(people, shape), shape + 1),
  gini: Math.exp(logGamma(shape + 0.5) - logGamma(shape + 1)) / Math.sqrt(Math.PI),
});

/**
 * The exponent of the Pareto distribution at which the `top` share of people have a given share of the amount. It is
 * near 1 if few people have nearly all of it. It describes the top only, and does not fit the other people.
 * @param concentration the share of people, above 0 to 1, and their share of the amount
 * @returns alpha, above 1; undefined if the share is not between `top` and 1
 * @example paretoAlpha({ top: 0.2, share: 0.8 }) // => 1.16
 */
export const paretoAlpha = ({ top, share }: TopShare): number | undefined =>
  top > 0 && share > top && share < 1 ? 1 / (1 - Math.log(share) / Math.log(top)) : undefined;

/**
 * The inequality of a Pareto distribution.
 * @param alpha above 1
 * @returns the curve and the Gini coefficient
 * @example paretoInequality(1.5).gini // => 0.5
 */
export const paretoInequality = (alpha: number): Inequality => ({
  lorenz: (people) => 1 - power(1 - people, 1 - 1 / alpha),
  gini: 1 / (2 * alpha - 1),
});

/**
 * The standard deviation of the log of the lognormal distribution at which the `top` share of people have a given share
 * of the amount. It is a description only.
 * @param concentration the share of people, above 0 to 1, and their share of the amount
 * @returns sigma, above 0; undefined if the share is not between `top` and 1
 * @example lognormalSigma({ top: 0.2, share: 0.8 }) // => 1.683
 */
export const lognormalSigma = ({ top, share }: TopShare): number | undefined =>
  top > 0 && share > top && share < 1 ? normalQuantile(share) - normalQuantile(top) : undefined;

/**
 * The inequality of a lognormal distribution (Aitchison and Brown 1957).
 * @param sigma the standard deviation of the log, above 0
 * @returns the curve and the Gini coefficient
 * @example lognormalInequality(1).gini // => 0.5205
 */
export const lognormalInequality = (sigma: number): Inequality => ({
  lorenz: (people) => normalCdf(normalQuantile(people) - sigma),
  gini: 2 * normalCdf(sigma / Math.SQRT2) - 1,
});
