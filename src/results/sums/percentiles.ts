import { mean, quantile, standardDeviation, sum } from "../../base/mathematics/statistics.js";
import { halfPenny } from "../../engine/rounding.js";

/** The 5th and 95th percentiles of some draws, in the unit of the draws. */
export const percentilesOf = (draws: Float64Array): { readonly p5: number; readonly p95: number } => {
  const values = draws.slice();
  const last = values.length - 1;
  let from = 0;
  // A quantile reads two neighbours of a sort, so only these are put in their places. NaN is in order only in a sort.
  if (Number.isNaN(sum(values))) values.sort();
  else
    for (const position of [0.05 * last, 0.05 * last + 1, 0.95 * last, 0.95 * last + 1]) {
      const place = Math.floor(position);
      placeOne(values, place, from);
      from = place;
    }
  return { p5: quantile(values, 0.05), p95: quantile(values, 0.95) };
};

/** Puts a value in its place of a sort: none before it is larger, none after it smaller (quickselect, Hoare 1961). */
const placeOne = (values: Float64Array, place: number, from: number): void => {
  let first = from;
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[place];
    let low = first;
    let high = last;
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (pivot < values[high]) high--;
      if (low > high) break;
      const value = values[low];
      values[low++] = values[high];
      values[high--] = value;
    }
    if (high < place) first = low;
    if (place < low) last = high;
  }
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
