import { paybackTime } from "../../base/appraisal/appraisal.js";
import { orderedAt } from "../../base/mathematics/order-statistics.js";
import { sum } from "../../base/mathematics/statistics.js";
import { halfPenny } from "../../engine/rounding.js";
import { type DrawsReader, exactly } from "./draws-reader.js";

/** When some agencies together have paid back their costs, over the draws. */
export interface Payback {
  /**
   * The median of the first model year from which cumulative net stays 0 or more. Null if most draws never pay back, or
   * no net is more than half a penny.
   */
  readonly year: number | null;
  /** The share of draws (0 to 1) that never pay back. */
  readonly never: number;
}

/** The payback of net by year (from 0): one column per year, pounds per draw. */
export const paybackOf = (byYear: readonly Float64Array[], { countsOf }: DrawsReader = exactly): Payback => {
  const never = byYear.length + 1;
  const draws = countsOf(
    yearsBack(byYear).map((year) => Math.min(year, never)),
    never,
  );
  const all = sum(draws);
  if (draws[0] === all) return { year: null, never: 0 };
  let [year, paidBack] = [1, draws[0] + draws[1]];
  while (paidBack < all / 2) paidBack += draws[++year];
  return { year: year < never ? year : null, never: draws[never] / all };
};

/**
 * The median time of payback in years from the start, with each year's net spread evenly over the year. Null if most
 * draws never pay back, or no net is more than half a penny.
 */
export const paybackTimeOf = (byYear: readonly Float64Array[]): number | null => {
  const years = yearsBack(byYear);
  if (years.every((year) => year === 0)) return null;
  const times = years.map((back, draw) => {
    if (back === Number.POSITIVE_INFINITY) return back;
    const year = Math.max(1, back);
    // If less than half a penny is still missing, the end of the year counts.
    return paybackTime(byYear.slice(0, year).map((net) => net[draw])) ?? year;
  });
  return medianOf(times);
};

/**
 * The first model year of each draw from which cumulative net stays 0 or more. 0 if no net is more than half a penny,
 * and infinity if there is no such year.
 */
const yearsBack = (byYear: readonly Float64Array[]): Float64Array => {
  const years = new Float64Array(byYear[0].length);
  for (let draw = 0; draw < years.length; draw++) {
    let [behindUntil, sum, isActive] = [0, 0, false];
    for (let index = 0; index < byYear.length; index++) {
      const net = byYear[index][draw];
      sum += net;
      if (Math.abs(net) > halfPenny) isActive = true;
      if (sum < -halfPenny) behindUntil = index + 1;
    }
    if (isActive) years[draw] = behindUntil < byYear.length ? behindUntil + 1 : Number.POSITIVE_INFINITY;
  }
  return years;
};

/** The time by which half of the draws have paid back: always the time of one draw, never the mean of two. */
const medianOf = (draws: Float64Array): number | null => {
  const half = Math.ceil(draws.length / 2) - 1;
  const median = orderedAt(draws, [half])[half];
  return Number.isFinite(median) ? median : null;
};
