import type { Parameters } from "../../src/quantity/distributions/distribution.js";

/** A quantile of a distribution that does not come from the code of its family, and its source. */
interface OutsideValue {
  readonly given: Parameters;
  readonly u: number;
  readonly quantile: number;
  readonly source: string;
}

const normalSource =
  "Python 3.11, statistics.NormalDist().inv_cdf(0.9) = 1.2815515655446008, (0.975) = 1.9599639845400536";
const lognormalSource = `2 exp(0.5 z); mean 2 exp(1/8), variance 4 exp(1/4) (exp(1/4) - 1). ${normalSource}`;
const betaSource =
  "The distribution function of beta (2, 3) is 6 x^2 - 8 x^3 + 3 x^4; its mean is 2/5 and its variance 1/25. " +
  "Roots by bisection: 0.06758598648854294 at 0.025, 0.38572756813238945 at 0.5, 0.8058795503167568 at 0.975";
const gammaSource =
  "The distribution function of gamma with shape 2 is 1 - (1 + x) exp(-x); its mean and variance are 2. Roots by " +
  "bisection: 0.2422092785439643 at 0.025, 3.8897201698674286 at 0.9, 5.5716433909388945 at 0.975 (all times 10 here)";

/** One value from outside for each set of parameters of every family, in the order of `parameters`. */
export const outsideValues: Readonly<Record<string, readonly OutsideValue[]>> = {
  "two-piece": [
    {
      given: { value: 10, low: 5, high: 40 },
      u: 0.9,
      quantile: 24.755167465317115,
      source: `Above the median, log x is normal: 10 x 4^(z(0.9) / z(0.975)). ${normalSource}`,
    },
  ],
  normal: [
    { given: { mean: 10, sd: 2 }, u: 0.9, quantile: 12.563103131089202, source: normalSource },
    {
      given: { low: 6.080072030919893, high: 13.919927969080106 },
      u: 0.9,
      quantile: 12.563103131089202,
      source: normalSource,
    },
  ],
  lognormal: [
    { given: { median: 2, sdLog: 0.5 }, u: 0.9, quantile: 3.7959054146694218, source: lognormalSource },
    {
      given: { mean: 2.2662969061336526, sd: 1.2078010664217622 },
      u: 0.9,
      quantile: 3.7959054146694218,
      source: lognormalSource,
    },
    {
      given: { low: 0.7506357148263532, high: 5.328816523105794 },
      u: 0.9,
      quantile: 3.7959054146694218,
      source: lognormalSource,
    },
  ],
  beta: [
    { given: { alpha: 2, beta: 3 }, u: 0.5, quantile: 0.38572756813238945, source: betaSource },
    { given: { mean: 0.4, sd: 0.2 }, u: 0.5, quantile: 0.38572756813238945, source: betaSource },
    {
      given: { low: 0.06758598648854294, high: 0.8058795503167568 },
      u: 0.5,
      quantile: 0.38572756813238945,
      source: betaSource,
    },
  ],
  gamma: [
    { given: { shape: 2, scale: 10 }, u: 0.9, quantile: 38.89720169867429, source: gammaSource },
    { given: { shape: 2, rate: 0.1 }, u: 0.9, quantile: 38.89720169867429, source: gammaSource },
    { given: { mean: 20, sd: Math.sqrt(200) }, u: 0.9, quantile: 38.89720169867429, source: gammaSource },
    {
      given: { low: 2.422092785439643, high: 55.71643390938894 },
      u: 0.9,
      quantile: 38.89720169867429,
      source: gammaSource,
    },
  ],
  uniform: [{ given: { low: 2, high: 4 }, u: 0.25, quantile: 2.5, source: "A quarter of the way from 2 to 4" }],
  triangular: [
    {
      given: { low: 0, value: 1, high: 4 },
      u: 0.75,
      quantile: 4 - Math.sqrt(3),
      source: "The triangle above x has the area (4 - x)^2 / 12, which is 0.25",
    },
  ],
  pert: [
    {
      given: { low: 0, value: 0, high: 10 },
      u: 0.5,
      quantile: 10 * (1 - 0.5 ** 0.2),
      source: "A beta (1, 5), whose distribution function is 1 - (1 - x)^5, times 10",
    },
  ],
  poisson: [
    {
      given: { mean: 2 },
      u: 0.8,
      quantile: 3,
      source: "exp(-2) (1 + 2 + 2) = 0.677 for at most 2, and exp(-2) (1 + 2 + 2 + 4/3) = 0.857 for at most 3",
    },
  ],
};
