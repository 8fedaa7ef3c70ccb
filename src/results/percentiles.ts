import { quantile, sorted } from "../base/statistics.js";

/** The 5th and 95th percentiles of some draws, in the unit of the draws. */
export const percentilesOf = (draws: Float64Array): { readonly p5: number; readonly p95: number } => {
  const ascending = sorted(draws);
  return { p5: quantile(ascending, 0.05), p95: quantile(ascending, 0.95) };
};
