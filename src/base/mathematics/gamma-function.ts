import { newtonRoot } from "./root.js";
import { normalQuantile } from "./special.js";

/**
 * The logarithm of the gamma function, log Γ(x); Γ(n + 1) = n!. Scales the beta and gamma distributions.
 * Lanczos (1964), with the nine coefficients of Godfrey (2001); error about 1e-15 of the larger of 1 and the result.
 * @param x above 0
 * @returns log Γ(x); ∞ at 0, NaN below
 * @example logGamma(5) // => 3.1780538303479458
 */
export const logGamma = (x: number): number => {
  if (x < 0.5) return x < 0 ? Number.NaN : logGamma(x + 1) - Math.log(x);
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i] / (x - 1 + i);
  const shifted = x + 6.5;
  return halfLogTwoPi + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
};

const halfLogTwoPi = Math.log(2 * Math.PI) / 2;
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * The error of Stirling's formula for log Γ(x + 1), about 1 / 12x. It keeps densities exact at large shapes
 * (Loader 2000).
 * @param x above 0
 * @returns log Γ(x + 1) − (x + ½) log x + x − ½ log 2π
 * @example stirlingError(20) // => 0.00416631969199692
 */
export const stirlingError = (x: number): number => {
  if (x < 15) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x;
};

/**
 * The distance of `x` from `mean` in log likelihood: x log(x / mean) + mean − x, exact even if the two are close.
 * It is the exponent of the gamma and beta densities. Loader (2000), Fast and accurate computation of binomial
 * probabilities.
 * @param x above 0
 * @param mean above 0
 * @returns 0 if they are equal, else above 0
 * @example deviance(2, 1) // => 0.3862943611198906
 */
export const deviance = (x: number, mean: number): number => {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * (Math.log(x) - Math.log(mean)) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let power = 2 * x * ratio;
  let sum = (x - mean) * ratio;
  for (let odd = 3, previous = Number.NaN; sum !== previous; odd += 2) {
    power *= ratio * ratio;
    previous = sum;
    sum += power / odd;
  }
  return sum;
};

/** The share of a distribution below a point, and the share above; small shares are as exact as large ones. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

// x^shape e^(−x) / Γ(shape + 1): the first term of the series of the share below. It is also the density on the log
// scale, divided by the shape.
const gammaTermOf = (shape: number): ((x: number) => number) => {
  const [error, root] = [stirlingError(shape), Math.sqrt(2 * Math.PI * shape)];
  return (x) => Math.exp(-error - deviance(shape, x)) / root;
};

const gammaTails = (x: number, shape: number, term: number): Tails => {
  if (x < shape + 1) {
    const below = Math.min(1, term * gammaSeries(x, shape));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, term * shape * gammaFraction(x, shape));
  return { below: 1 - above, above };
};

// 1 + x/(shape + 1) + x²/((shape + 1)(shape + 2)) + … (NIST, Digital Library of Mathematical Functions, 8.11.4).
const gammaSeries = (x: number, shape: number): number => {
  let part = 1;
  let sum = 1;
  for (let k = 1; part > 1e-17 * sum; k++) {
    part *= x / (shape + k);
    sum += part;
  }
  return sum;
};

// The continued fraction of the share above (8.9.2 of the same library), by Lentz's method.
const gammaFraction = (x: number, shape: number): number => {
  let term = x + 1 - shape;
  let upper = Infinity;
  let lower = 1 / term;
  let product = lower;
  for (let k = 1, change = 0; Math.abs(change - 1) > 1e-16 && k < 1e6; k++) {
    const numerator = -k * (k - shape);
    term += 2;
    lower = 1 / (numerator * lower + term);
    upper = term + numerator / upper;
    change = lower * upper;
    product *= change;
  }
  return product;
};

/**
 * The gamma distribution function with scale 1 (the regularised incomplete gamma function): the share below `x`.
 * @param x 0 or more
 * @param shape above 0
 * @returns a probability, 0 to 1, to about 1e-14; 0 for x ≤ 0
 * @example gammaCdf(1, 1) // => 0.6321205588285577
 */
export const gammaCdf = (x: number, shape: number): number => gammaSides(x, shape).below;

/** The share of a gamma distribution with scale 1 below `x`, and the share above. */
export const gammaSides = (x: number, shape: number): Tails => {
  if (x <= 0) return { below: 0, above: 1 };
  return x === Infinity ? { below: 1, above: 0 } : gammaTails(x, shape, gammaTermOf(shape)(x));
};

/**
 * The gamma quantile with scale 1: the value that a share `p` of the distribution is below. For another scale, multiply
 * by it. Newton's method on the log of the smaller tail as a function of log x. That function is concave, so it
 * converges.
 * @param p a probability, 0 to 1
 * @param shape above 0; the work grows with its square root
 * @returns 0 or more, relative error about 1e-12; 0 at p = 0, ∞ at p = 1
 * @example gammaQuantile(0.5, 1) // => 0.6931471805599453
 */
export const gammaQuantile = (p: number, shape: number): number => gammaQuantiles(shape)(p);

/** The gamma quantile of one shape, for many shares: what depends on the shape alone is computed once. */
export const gammaQuantiles = (shape: number): ((p: number) => number) => {
  const termAt = gammaTermOf(shape);
  const startAt = gammaStartOf(shape);
  return (p) => {
    if (p <= 0 || p >= 1) return p <= 0 ? 0 : Infinity;
    const side = p <= 0.5 ? "below" : "above";
    const target = Math.log(p <= 0.5 ? p : 1 - p);
    const evaluate = (logX: number) => {
      const x = Math.exp(logX);
      const term = termAt(x);
      const tail = gammaTails(x, shape, term)[side];
      const excess = Math.log(tail) - target;
      return { value: side === "below" ? excess : -excess, slope: (shape * term) / tail };
    };
    return Math.exp(newtonRoot(evaluate, startAt(p), -745, 709));
  };
};

// The larger of two guesses at log x: the first term of the series, which is never too high; and Wilson and Hilferty
// (1931).
const gammaStartOf = (shape: number): ((p: number) => number) => {
  const [logFactorial, logShape, root] = [logGamma(shape + 1), Math.log(shape), 3 * Math.sqrt(shape)];
  return (p) => {
    const firstTerm = (Math.log(p) + logFactorial) / shape;
    const cubeRoot = 1 - 1 / (9 * shape) + normalQuantile(p) / root;
    return cubeRoot > 0 ? Math.max(firstTerm, logShape + 3 * Math.log(cubeRoot)) : firstTerm;
  };
};
