/** A sudden step: between which two points, and how high. */
export interface Cliff {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/**
 * Looks for a cliff between two points by bisection: it keeps the half in which the function changes more, until the two are next to each other. A probe at
 * single points would pass over every cliff.
 * @param at what the function is at a point
 * @param apart how far two such values are apart, 0 or more
 * @param nearest how near two points may come: 1 for whole pence
 * @param slack how far apart the function may be at two points so near
 * @returns the cliff, or undefined where the function is smooth there
 * @example cliffBetween(0, 100, (x) => (x < 33 ? 0 : 7), (a, b) => Math.abs(b - a), 1, 0.5) // => { from: 32, to: 33, height: 7 }
 */
export const cliffBetween = <Value>(
  from: number,
  to: number,
  at: (point: number) => Value,
  apart: (low: Value, high: Value) => number,
  nearest: number,
  slack: number,
): Cliff | undefined => {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [at(low), at(high)];
  while (high - low > nearest) {
    const half = (low + high) / 2;
    const middle = nearest >= 1 ? Math.floor(half) : half;
    if (middle <= low || middle >= high) break;
    const atMiddle = at(middle);
    if (apart(atLow, atMiddle) > apart(atMiddle, atHigh)) [high, atHigh] = [middle, atMiddle];
    else [low, atLow] = [middle, atMiddle];
  }
  const height = apart(atLow, atHigh);
  return height > slack ? { from: low, to: high, height } : undefined;
};

/** How far two numbers are apart. */
export const distance = (low: number, high: number): number => Math.abs(high - low);
