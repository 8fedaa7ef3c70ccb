import { paybackTime } from "../base/appraisal.js";
import { sorted, sum } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";

/** When some agencies together have paid back their costs, over the draws. */
export interface Payback {
  /** True if net is more than half a penny, up or down, in some year of some draw. */
  readonly isActive: boolean;
  /**
   * The median of the first model year from which cumulative net stays 0 or more. Null if most draws never pay back, or
   * it is not active.
   */
  readonly year: number | null;
  /** The share of draws (0 to 1) that never pay back. */
  readonly never: number;
}

/** The payback of net by year (from 0): one column per year, pounds per draw. */
export const paybackOf = (byYear: readonly Float64Array[]): Payback => paybackIn(paybackCountsOf(byYear));

/** How many draws have paid back by year. Counts of some draws and of others add up. */
export interface PaybackCounts {
  readonly isActive: boolean;
  /** By the first model year, from 1, from which cumulative net stays 0 or more; the last counts draws without one. */
  readonly draws: readonly number[];
}

/** Counts draws of net by year, one column per year from 0. */
export const paybackCountsOf = (byYear: readonly Float64Array[]): PaybackCounts => {
  const draws = Array.from({ length: byYear.length + 1 }, () => 0);
  for (const year of yearsBack(byYear)) draws[Math.min(year - 1, byYear.length)]++;
  return { isActive: isActive(byYear), draws };
};

/** The counts of the draws of both. */
export const joinPaybackCounts = (a: PaybackCounts, b: PaybackCounts): PaybackCounts => ({
  isActive: a.isActive || b.isActive,
  draws: a.draws.map((count, at) => count + b.draws[at]),
});

/** The payback of draws that were counted. */
export const paybackIn = ({ isActive, draws }: PaybackCounts): Payback => {
  if (!isActive) return { isActive, year: null, never: 0 };
  const all = sum(draws);
  let [year, paidBack] = [1, draws[0]];
  while (paidBack < all / 2) paidBack += draws[year++];
  return { isActive, year: year < draws.length ? year : null, never: draws[draws.length - 1] / all };
};

/**
 * The median time of payback in years from the start, with each year's net spread evenly over the year. Null if most
 * draws never pay back, or no net is more than half a penny.
 */
export const paybackTimeOf = (byYear: readonly Float64Array[]): number | null => {
  if (!isActive(byYear)) return null;
  const times = yearsBack(byYear).map((year, draw) => {
    if (year === Number.POSITIVE_INFINITY) return year;
    // If less than half a penny is still missing, the end of the year counts.
    return paybackTime(byYear.slice(0, year).map((net) => net[draw])) ?? year;
  });
  return medianOf(times);
};

const isActive = (byYear: readonly Float64Array[]): boolean =>
  byYear.some((net) => net.some((pounds) => Math.abs(pounds) > halfPenny));

/** The first model year of each draw from which cumulative net stays 0 or more; infinity if there is none. */
const yearsBack = (byYear: readonly Float64Array[]): Float64Array => {
  const years = new Float64Array(byYear[0].length);
  for (let draw = 0; draw < years.length; draw++) {
    let behindUntil = 0;
    let sum = 0;
    for (let index = 0; index < byYear.length; index++) {
      sum += byYear[index][draw];
      if (sum < -halfPenny) behindUntil = index + 1;
    }
    years[draw] = behindUntil < byYear.length ? behindUntil + 1 : Number.POSITIVE_INFINITY;
  }
  return years;
};

/** The time by which half of the draws have paid back: always the time of one draw, never the mean of two. */
const medianOf = (draws: Float64Array): number | null => {
  const median = sorted(draws)[Math.ceil(draws.length / 2) - 1];
  return Number.isFinite(median) ? median : null;
};
