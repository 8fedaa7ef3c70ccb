/**
 * The power of a number, with the same bits on every version of Node: those of `**` and `Math.pow` differ between
 * versions, those of `exp` and `log` do not. Whole exponents up to 1,024 are products, so powers of 2 and 10 are exact.
 */
export const power = (base: number, exponent: number): number => {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 1024) return Math.exp(exponent * Math.log(base));
  let product = 1;
  let factor = base;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product *= factor;
    factor *= factor;
  }
  return exponent < 0 ? 1 / product : product;
};

/** The square of a number. */
export const square = (number: number): number => number * number;
