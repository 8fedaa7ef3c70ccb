import { largestOf } from "./mathematics/largest.js";
import { power } from "./mathematics/power.js";

/** Numbers up to this can be summed and multiplied by pence. */
const overflowing = power(2, 512);

/** The most pounds, people or contacts that are counted: £10 million million leaves room for sums in whole pence. */
export const mostCounted = 1e13;

/**
 * Pounds as whole pence. Half a penny is rounded away from 0.
 * @param pounds any number of pounds; a cap that is not stated is an infinite one
 * @returns whole pence
 * @example penceOf(12.345) // => 1235
 */
export const penceOf = (pounds: number): number => rounded(pounds * 100);

/**
 * A share of an amount, in whole pence.
 * @param share any number; 0.25 is a quarter
 * @param pence the amount
 * @returns whole pence; half a penny is rounded away from 0
 * @example shareOf(0.25, 1_01) // => 25
 */
export const shareOf = (share: number, pence: number): number => rounded(share * pence);

/**
 * Splits an amount by weights into whole pence that sum to it, by the largest remainder (Hamilton 1792).
 * Each part is rounded down; the pennies that are left go to the parts with the largest fractions. Equals take turns:
 * of three equal parts the first has the odd penny of 100, the second that of 103.
 * A larger amount can give one part a penny less (the Alabama paradox; Balinski and Young 1982). Every split
 * into whole pence has that fault, or parts more than a penny off.
 * @param pence the amount, whole; an amount below 0 is a loss to split
 * @param weights 0 or more each, finite; if all are 0, they count as equal
 * @returns whole pence for each weight, in order; an empty list of no weights
 * @example splitPence(100, [1, 1, 1]) // => [34, 33, 33]
 */
export const splitPence = (pence: number, weights: readonly number[]): readonly number[] => {
  if (pence === 0 || weights.length === 0) return weights.map(() => 0);
  const parts: number[] = [];
  const size = Math.abs(pence);
  const total = sumOf(weights);
  const scaled = total > overflowing ? scaledDown(weights) : weights;
  const whole = scaled === weights ? total : sumOf(scaled);
  const losses: number[] = [];
  let over = size;
  for (let at = 0; at < weights.length; at++) {
    const quota = whole > 0 ? (size * scaled[at]) / whole : size / weights.length;
    const part = Math.floor(quota);
    parts.push(part);
    // A part with weight 0 gets no penny.
    losses.push(quota > 0 ? quota - part : Number.NEGATIVE_INFINITY);
    over -= part;
  }
  // A turn lasts as many pennies as there are parts, so that within it no part falls as the amount rises.
  if (over > 0) giveOver(over, parts, losses, Math.floor(size / weights.length) % weights.length);
  // Quotas of millions of millions are themselves a penny off; then the parts can sum to too much.
  if (over < 0) parts[parts.indexOf(largestOf(parts))] += over;
  return pence < 0 ? parts.map((part) => 0 - part) : parts;
};

/** An amount in parts that are as equal as whole pence can be. */
export const splitEvenly = (pence: number, parts: number): readonly number[] =>
  splitPence(pence, new Array<number>(parts).fill(1));

const sumOf = (weights: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at];
  return sum;
};

/** Weights of which neither the sum nor one × the pence overflows. */
const scaledDown = (weights: readonly number[]): readonly number[] => {
  const unit = largestOf(weights) / overflowing;
  return unit > 1 ? weights.map((weight) => weight / unit) : weights;
};

type Numbers = number[] | Float64Array;

/**
 * Adds a penny to each of the `over` parts with the largest `losses` (fractions of a penny). Of equals comes first the
 * one at `turn` or next after it.
 */
export const giveOver = (over: number, parts: Numbers, losses: Numbers, turn = 0): void => {
  let left = over;
  // Pennies for every part are added at once, so that no loop counts an amount.
  if (over >= losses.length) {
    let open = 0;
    for (let at = 0; at < losses.length; at++) if (losses[at] > Number.NEGATIVE_INFINITY) open++;
    open ||= losses.length;
    const each = Math.floor(over / open);
    for (let at = 0; at < parts.length; at++) if (losses[at] > Number.NEGATIVE_INFINITY) parts[at] += each;
    left = over - each * open;
  }
  for (; left > 0; left--) {
    let most = turn;
    for (let at = turn + 1; at < losses.length; at++) if (losses[at] > losses[most]) most = at;
    for (let at = 0; at < turn; at++) if (losses[at] > losses[most]) most = at;
    parts[most] += 1;
    losses[most] -= 1;
  }
};

// Rounds away from 0 on both sides, so that a debt is rounded like a claim. 1.005 pounds in binary is slightly below
// 100½ pence, so a number is raised by two of its last bits before it is rounded. Adding 0 turns −0 into 0.
const rounded = (pence: number): number => {
  if (Number.isInteger(pence)) return pence + 0;
  const size = Math.round(Math.abs(pence) * (1 + 2 * Number.EPSILON));
  return pence < 0 ? 0 - size : size;
};
