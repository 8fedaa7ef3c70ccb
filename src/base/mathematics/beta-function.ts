import { deviance, logGamma, stirlingError, type Tails } from "./gamma-function.js";
import { newtonRoot } from "./root.js";
import { normalQuantile } from "./special.js";

// x^alpha (1 − x)^beta / B(alpha, beta): the density on the logit scale. `rest` is 1 − x, passed so that it stays
// exact.
const betaTermOf = (alpha: number, beta: number): ((x: number, rest: number) => number) => {
  const total = alpha + beta;
  const error = stirlingError(total) - stirlingError(alpha) - stirlingError(beta);
  const scale = Math.sqrt(alpha / total / (2 * Math.PI)) * Math.sqrt(beta);
  return (x, rest) => scale * Math.exp(error - deviance(alpha, total * x) - deviance(beta, total * rest));
};

const betaTails = (x: number, rest: number, alpha: number, beta: number, term: number): Tails => {
  if (x <= (alpha + 1) / (alpha + beta + 2)) {
    const below = Math.min(1, (term / alpha) * betaFraction(x, alpha, beta));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, (term / beta) * betaFraction(rest, beta, alpha));
  return { below: 1 - above, above };
};

// NIST, Digital Library of Mathematical Functions, 8.17.22, by Lentz's method (Press et al. 2007, section 6.4).
const betaFraction = (x: number, alpha: number, beta: number): number => {
  const total = alpha + beta;
  let upper = 1;
  let lower = 1 / notZero(1 - (total * x) / (alpha + 1));
  let product = lower;
  for (let k = 1, change = 0; Math.abs(change - 1) > 1e-16 && k < 1e6; k++) {
    const even = (k * (beta - k) * x) / ((alpha + 2 * k - 1) * (alpha + 2 * k));
    lower = 1 / notZero(1 + even * lower);
    upper = notZero(1 + even / upper);
    product *= lower * upper;
    const odd = (-(alpha + k) * (total + k) * x) / ((alpha + 2 * k) * (alpha + 2 * k + 1));
    lower = 1 / notZero(1 + odd * lower);
    upper = notZero(1 + odd / upper);
    change = lower * upper;
    product *= change;
  }
  return product;
};

const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/**
 * The beta distribution function (the regularised incomplete beta function): the share below `x`.
 * @param x 0 to 1
 * @param alpha above 0
 * @param beta above 0
 * @returns a probability, 0 to 1, to about 1e-14; 0 for x ≤ 0, 1 for x ≥ 1
 * @example betaCdf(0.5, 2, 3) // => 0.6875
 */
export const betaCdf = (x: number, alpha: number, beta: number): number => betaSides(x, alpha, beta).below;

/** The share of a beta distribution below `x`, and the share above. */
export const betaSides = (x: number, alpha: number, beta: number): Tails => {
  if (x <= 0) return { below: 0, above: 1 };
  return x >= 1 ? { below: 1, above: 0 } : betaTails(x, 1 - x, alpha, beta, betaTermOf(alpha, beta)(x, 1 - x));
};

/**
 * The beta quantile: the value that a share `p` of the distribution is below.
 * Newton's method on the log of the smaller tail as a function of logit x. That function is concave, so it converges.
 * @param p a probability, 0 to 1
 * @param alpha above 0
 * @param beta above 0; the work grows with the square root of the larger of the two
 * @returns 0 to 1, relative error about 1e-12; 0 at p = 0, 1 at p = 1
 * @example betaQuantile(0.5, 1, 2) // => 0.2928932188134524
 */
export const betaQuantile = (p: number, alpha: number, beta: number): number => betaQuantiles(alpha, beta)(p);

/** The beta quantile of one pair of parameters, for many shares: what depends on them alone is computed once. */
export const betaQuantiles = (alpha: number, beta: number): ((p: number) => number) => {
  const termAt = betaTermOf(alpha, beta);
  return (p) => {
    if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
    const side = p <= 0.5 ? "below" : "above";
    const target = Math.log(p <= 0.5 ? p : 1 - p);
    const evaluate = (logit: number) => {
      const [x, rest] = [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))];
      const term = termAt(x, rest);
      const tail = betaTails(x, rest, alpha, beta, term)[side];
      const excess = Math.log(tail) - target;
      return { value: side === "below" ? excess : -excess, slope: term / tail };
    };
    return 1 / (1 + Math.exp(-newtonRoot(evaluate, betaStart(p, alpha, beta), -745, 745)));
  };
};

// A first guess at logit x: Abramowitz and Stegun (1964), 26.5.22; a power law if a parameter is below 1.
const betaStart = (p: number, alpha: number, beta: number): number => {
  if (alpha < 1 || beta < 1) return powerLawStart(p, alpha, beta);
  const z = normalQuantile(p);
  const lambda = (z * z - 3) / 6;
  const [a, b] = [1 / (2 * alpha - 1), 1 / (2 * beta - 1)];
  const h = 2 / (a + b);
  const w = (z * Math.sqrt(h + lambda)) / h + (b - a) * (lambda + 5 / 6 - 2 / (3 * h));
  return Math.log(alpha / beta) + 2 * w;
};

const powerLawStart = (p: number, alpha: number, beta: number): number => {
  const logBeta = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
  const fromBelow = (Math.log(p) + Math.log(alpha) + logBeta) / alpha;
  const fromAbove = (Math.log(1 - p) + Math.log(beta) + logBeta) / beta;
  return fromBelow <= fromAbove ? fromBelow : -fromAbove;
};
