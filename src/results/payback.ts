import { paybackTime } from "../base/appraisal.js";
import { sorted } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";

/** When some agencies together are no longer behind, over the draws. */
export interface Payback {
  /** Whether anything ever moves: more than half a penny, in any year of any draw. */
  readonly moves: boolean;
  /** The median of the first year from which on the sum of net so far is not negative; null where most draws never pay back, or nothing moves. */
  readonly year: number | null;
  /** The same in years from the start, each year's net spread evenly over it. */
  readonly time: number | null;
  /** The share of draws that never pay back. */
  readonly never: number;
}

/** Payback of columns of net, a column a year: in each draw, the first year in which the sum so far is not negative and stays so. */
export const paybackOf = (byYear: readonly Float64Array[]): Payback => {
  if (!byYear.some((net) => net.some((pounds) => Math.abs(pounds) > halfPenny)))
    return { moves: false, year: null, time: null, never: 0 };
  const flows = new Float64Array(byYear.length);
  const years = new Float64Array(byYear[0].length);
  const times = new Float64Array(years.length);
  for (let draw = 0; draw < years.length; draw++) {
    let behindUntil = 0;
    let sum = 0;
    for (let index = 0; index < byYear.length; index++) {
      flows[index] = byYear[index][draw];
      sum += flows[index];
      if (sum < -halfPenny) behindUntil = index + 1;
    }
    const isBack = behindUntil < byYear.length;
    years[draw] = isBack ? behindUntil + 1 : Number.POSITIVE_INFINITY;
    // Where less than half a penny is still owed, the end of the year is as near as it gets.
    times[draw] = isBack ? (paybackTime(flows.subarray(0, years[draw])) ?? years[draw]) : years[draw];
  }
  return {
    moves: true,
    year: medianOf(years),
    time: medianOf(times),
    never: years.filter((year) => year === Number.POSITIVE_INFINITY).length / years.length,
  };
};

/** By when half of the draws have paid back: the year of one of them, not the mean of two. */
const medianOf = (draws: Float64Array): number | null => {
  const median = sorted(draws)[Math.ceil(draws.length / 2) - 1];
  return Number.isFinite(median) ? median : null;
};
