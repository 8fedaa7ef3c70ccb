/**
 * The standard normal quantile: the value that a share `p` of the distribution is below.
 * It turns a uniform draw into a normal one. Wichura (1988), algorithm AS 241 (PPND16), relative error about 1e-16.
 * @param p a probability, 0 to 1
 * @returns standard deviations from the mean; −∞ at 0, ∞ at 1, NaN outside 0 to 1
 * @example normalQuantile(0.975) // => 1.959963984540054
 */
export const normalQuantile = (p: number): number => {
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * polynomial(middleTop, r)) / polynomial(middleBottom, r);
  }
  const tail = fromMiddle < 0 ? p : 1 - p;
  if (tail === 0) return fromMiddle < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const distance =
    r <= 5
      ? polynomial(tailTop, r - 1.6) / polynomial(tailBottom, r - 1.6)
      : polynomial(farTop, r - 5) / polynomial(farBottom, r - 5);
  return fromMiddle < 0 ? -distance : distance;
};

/**
 * The standard normal distribution function: the probability that a normal number is at most `z`.
 * A series near the middle (Marsaglia 2004), and Laplace's continued fraction in the tails. The relative error is about
 * 1e-14 in the lower tail.
 * @param z standard deviations from the mean
 * @returns a probability, 0 to 1; NaN for NaN
 * @example normalCdf(-1.959963984540054) // => 0.025
 */
export const normalCdf = (z: number): number => {
  if (z < -2.5) return normalDensity(z) * tailFraction(-z);
  if (z > 2.5) return 1 - normalDensity(z) * tailFraction(z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
};

const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

// Mills' ratio, the tail ÷ the density: 1 / (z + 1 / (z + 2 / (z + 3 / …))), from its end. 120 terms are enough for
// z > 2.5.
const tailFraction = (z: number): number => {
  let denominator = z;
  for (let k = 120; k > 0; k--) denominator = z + k / denominator;
  return 1 / denominator;
};

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
};

// The coefficients of AS 241, constant term first.
const middleTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];

const middleBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];

const tailTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];

const tailBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];

const farTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];

const farBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];
