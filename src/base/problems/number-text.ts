/** The text of a percentage, such as `32%`. */
export const percentPattern = /^[+-]?\d+(\.\d+)?\s*%$/;

/** A percentage as a share: `32%` is 0.32. Undefined if the text is not a percentage. */
export const percentage = (text: string): number | undefined =>
  percentPattern.test(text.trim()) ? Number(text.trim().slice(0, -1)) / 100 : undefined;

/** A share as a file writes it: a number, or a percentage. Undefined if a text is no percentage. */
export const shareIn = (written: number | string): number | undefined =>
  typeof written === "number" ? written : percentage(written);

/** A share as a percentage, rounded to a number of digits: 0.325 is `32.5%`. */
export const percentText = (share: number, digits = 12): string => `${Number((share * 100).toPrecision(digits))}%`;

/** A number's digits with a comma before each three: `1200000` is `1,200,000`. Digits after a point stay. */
export const withThousands = (digits: string): string => {
  const [whole, ...decimals] = digits.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
};
