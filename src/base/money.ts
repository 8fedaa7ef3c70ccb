/**
 * Pounds as whole pence, half a penny away from nothing.
 * @param pounds any finite number of pounds
 * @returns whole pence
 * @example penceOf(12.345) // => 1235
 */
export const penceOf = (pounds: number): number => rounded(pounds * 100);

/**
 * A share of an amount, in whole pence.
 * @param share any number; 0.25 is a quarter
 * @param pence the amount
 * @returns whole pence, half a penny away from nothing
 * @example shareOf(0.25, 1_01) // => 25
 */
export const shareOf = (share: number, pence: number): number => rounded(share * pence);

/**
 * Splits an amount by weights into whole pence that sum to it: what is over goes, a penny each, to those who would lose most of one, the first
 * of equals first (the largest remainder, Hamilton 1792). With more to split, somebody may get a penny less (the Alabama paradox; Balinski and
 * Young 1982): no split into whole pence is free of both that and of parts a penny off.
 * @param pence the amount, whole; below nothing, it is a loss that is split
 * @param weights 0 or more each, finite; where all are 0, everyone counts the same
 * @returns whole pence for each weight, in their order; nothing is split among nobody
 * @example splitPence(100, [1, 1, 1]) // => [34, 33, 33]
 */
export const splitPence = (pence: number, weights: readonly number[]): readonly number[] => {
  if (pence === 0 || weights.length === 0) return weights.map(() => 0);
  const size = Math.abs(pence);
  // So that neither the sum of weights nor a weight times the pence passes the largest number there is.
  const unit = Math.max(1, Math.max(...weights) / 2 ** 512);
  let whole = 0;
  for (const weight of weights) whole += weight / unit;
  const parts: number[] = [];
  const losses: number[] = [];
  let over = size;
  for (const weight of weights) {
    const quota = whole > 0 ? (size * (weight / unit)) / whole : size / weights.length;
    const part = Math.floor(quota);
    parts.push(part);
    // Whoever has no weight gets no penny.
    losses.push(quota > 0 ? quota - part : Number.NEGATIVE_INFINITY);
    over -= part;
  }
  giveOver(over, parts, losses);
  // Quotas of millions of millions are themselves a penny off: then the parts may be too many.
  for (; over < 0; over++) parts[parts.indexOf(Math.max(...parts))] -= 1;
  return pence < 0 ? parts.map((part) => 0 - part) : parts;
};

/** Gives the pennies that are over, one each, to those who would lose most of one, the first of equals first. */
export const giveOver = (over: number, parts: number[], losses: number[]): void => {
  for (let left = over; left > 0; left--) {
    let most = 0;
    for (let at = 1; at < losses.length; at++) if (losses[at] > losses[most]) most = at;
    parts[most] += 1;
    losses[most] -= 1;
  }
};

// Away from nothing on either side, since a debt is rounded as a claim is. The bits of 1.005 pounds are a hair below 100½ pence: a number is
// moved by two of its last bits before it is rounded. Adding 0 makes −0 a 0: money has one nothing.
const rounded = (pence: number): number => {
  if (Number.isInteger(pence)) return pence + 0;
  const size = Math.round(Math.abs(pence) * (1 + 2 * Number.EPSILON));
  return pence < 0 ? 0 - size : size;
};
