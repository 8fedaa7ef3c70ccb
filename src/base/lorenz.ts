import type { Segment, TopShare } from "./concentration.js";
import { gammaCdf, gammaQuantile, logGamma } from "./gamma-function.js";
import { normalCdf, normalQuantile } from "./special.js";

/** How unequally something is held: the share of it held by the part of the people with least (Lorenz 1905), and the Gini coefficient. */
export interface Inequality {
  /** The share held by this share of people, those with least; both 0 to 1. */
  readonly lorenz: (people: number) => number;
  /** 0 where all have the same, 1 where one has everything (Gini 1912). */
  readonly gini: number;
}

/**
 * The share that those with the most have.
 * @param inequality how it is held
 * @param top the share of people, 0 to 1
 * @returns the share they hold, 0 to 1
 * @example topShareOf(segmentInequality([{ weight: 0.8, multiplier: 0.25 }, { weight: 0.2, multiplier: 4 }]), 0.1) // => 0.4
 */
export const topShareOf = ({ lorenz }: Inequality, top: number): number => 1 - lorenz(1 - top);

/**
 * The inequality of segments of need, as if all in a segment had the same: a Lorenz curve of straight lines.
 * @param segments shares of the people and multiples of the mean, from the least need to the most
 * @returns the curve and the Gini coefficient, which is a little less than that of the need the segments were cut from
 * @example segmentInequality([{ weight: 0.8, multiplier: 0.25 }, { weight: 0.2, multiplier: 4 }]).gini // => 0.6
 */
export const segmentInequality = (segments: readonly Segment[]): Inequality => {
  let [below, held, twiceArea] = [0, 0, 0];
  const starts = segments.map(({ weight, multiplier }) => {
    const start = { below, held, weight, multiplier };
    twiceArea += weight * (2 * held + weight * multiplier);
    below += weight;
    held += weight * multiplier;
    return start;
  });
  const lorenz = (people: number): number => {
    const start = starts.findLast((candidate) => candidate.below <= people) ?? starts[0];
    return start.held + Math.min(Math.max(people - start.below, 0), start.weight) * start.multiplier;
  };
  return { lorenz, gini: 1 - twiceArea };
};

/**
 * The inequality of a gamma distribution, which its shape alone decides (McDonald and Jensen 1979).
 * @param shape above 0; 1 is the exponential, and the smaller, the fewer have most of it
 * @returns the curve and the Gini coefficient
 * @example gammaInequality(1).gini // => 0.5
 */
export const gammaInequality = (shape: number): Inequality => ({
  lorenz: (people) => gammaCdf(gammaQuantile(people, shape), shape + 1),
  gini: Math.exp(logGamma(shape + 0.5) - logGamma(shape + 1)) / Math.sqrt(Math.PI),
});

/**
 * The exponent of the Pareto distribution of which the top so many hold so much: near 1 where few have nearly all.
 * A description only: it fits nobody but those at the top.
 * @param concentration the share of people, above 0 to 1, and what they hold
 * @returns alpha, above 1; undefined where the share is not between `top` and 1
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
  lorenz: (people) => 1 - (1 - people) ** (1 - 1 / alpha),
  gini: 1 / (2 * alpha - 1),
});

/**
 * The standard deviation of the log of the lognormal distribution of which the top so many hold so much. A description only.
 * @param concentration the share of people, above 0 to 1, and what they hold
 * @returns sigma, above 0; undefined where the share is not between `top` and 1
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
