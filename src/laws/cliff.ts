import { largestOf } from "../base/mathematics/largest.js";
import { checkArgument, checkFinite, ofKind } from "../base/problems/options.js";
import { pairsOf } from "../base/records.js";

/** A sudden step of a function: the two points it lies between, and its height. */
export interface Cliff {
  /** The point before the step, in the unit of the argument: whole pence for most rules. */
  readonly from: number;
  /** The point after the step, in the same unit. */
  readonly to: number;
  /** How much the value changes between them, in the unit of the value. */
  readonly height: number;
}

/**
 * Looks for a cliff between two points by bisection.
 * It follows the half in which the function changes more, until the two points are `nearest` apart.
 * Probes at single points would step over cliffs. Where neither half changes, only the last few points are looked at.
 * @param at the function: its value at a point
 * @param apart the distance of two values, 0 or more
 * @param nearest the smallest distance of the two points: 1 for whole pence
 * @param slack the largest change between two such points that is not a cliff
 * @returns the cliff, or undefined if the function is smooth there
 * @example
 * const step = (x) => (x < 33 ? 0 : 7);
 * cliffBetween(0, 100, step, (a, b) => Math.abs(b - a), 1, 0.5) // => { from: 32, to: 33, height: 7 }
 */
export const cliffBetween = <Value>(
  from: number,
  to: number,
  at: (point: number) => Value,
  apart: (low: Value, high: Value) => number,
  nearest: number,
  slack: number,
): Cliff | undefined => {
  for (const [argument, number] of pairsOf({ from, to, nearest, slack })) checkFinite(argument, number);
  for (const [argument, asked] of pairsOf({ at, apart })) checkArgument(argument, asked, ofKind("function"));
  let [low, high] = [from, to];
  let [atLow, atHigh] = [at(low), at(high)];
  while (high - low > nearest) {
    const half = (low + high) / 2;
    const middle = nearest >= 1 ? Math.floor(half) : half;
    if (middle <= low || middle >= high) break;
    const atMiddle = at(middle);
    const [before, after] = [apart(atLow, atMiddle), apart(atMiddle, atHigh)];
    if (before > after) [high, atHigh] = [middle, atMiddle];
    else if (before > 0 || after > 0 || high - middle <= fewPoints * nearest) [low, atLow] = [middle, atMiddle];
    else {
      low = high - fewPoints * nearest;
      atLow = at(low);
    }
  }
  const height = apart(atLow, atHigh);
  return height > slack ? { from: low, to: high, height } : undefined;
};

/** The number of last points that are looked at in a stretch in which a function does not change. */
const fewPoints = 16;

/** The distance of two numbers, 0 or more. */
export const distance = (low: number, high: number): number => Math.abs(high - low);

/** The largest distance between two lists of numbers in any one place, 0 or more. */
export const farthest = (low: readonly number[], high: readonly number[]): number =>
  largestOf(low.map((number, place) => Math.abs(high[place] - number)));
