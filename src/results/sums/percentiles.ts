import { quantilesOf } from "../../base/mathematics/order-statistics.js";
import { mean, standardDeviation } from "../../base/mathematics/statistics.js";
import { halfPenny } from "../../engine/rounding.js";

/** The 5th and 95th percentiles of some draws, in the unit of the draws. */
export const percentilesOf = (draws: Float64Array): { readonly p5: number; readonly p95: number } => {
  const [p5, p95] = quantilesOf(draws, [0.05, 0.95]);
  return { p5, p95 };
};

/** The 5th and 95th percentiles of pounds per draw; null where they differ too little from draw to draw. */
export const rangeOf = (pounds: Float64Array): { readonly p5: number | null; readonly p95: number | null } =>
  isSpread(pounds) ? percentilesOf(pounds) : { p5: null, p95: null };

/** The least spread that is worth a range: the standard deviation as a share of the mean. */
const leastSpread = 0.003;

/** True if pounds differ enough from draw to draw to be worth a range. */
export const isSpread = (pounds: Float64Array): boolean => isWide(standardDeviation(pounds), mean(pounds));

/** True if a standard deviation in pounds is worth a range about a mean. */
export const isWide = (deviation: number, mean: number): boolean =>
  deviation > Math.max(halfPenny, leastSpread * Math.abs(mean));
