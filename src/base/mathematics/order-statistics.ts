import { quantile, sum } from "./statistics.js";

/**
 * A copy of some numbers, in which those at some places (from 0, ascending) are where a sort puts them: none before is
 * larger, none after is smaller. NaN comes last.
 */
export const orderedAt = (numbers: ArrayLike<number>, places: readonly number[]): Float64Array => {
  const values = Float64Array.from(numbers);
  if (Number.isNaN(sum(values))) return values.sort(); // NaN is in order only in a sort
  let from = 0;
  for (const place of places) {
    placeOne(values, place, from);
    from = place;
  }
  return values;
};

/**
 * The quantiles of some numbers: the value that a share of them is below, for each share. A quantile reads two
 * neighbours of a sort, so only these are put in their places.
 * @param numbers in any unit, in any order; they do not change
 * @param shares shares, limited to 0 to 1
 * @returns the quantiles, in the unit of the numbers; NaN of no numbers
 * @example quantilesOf([40, 10, 30, 20], [0, 0.5]) // => [10, 25]
 */
export const quantilesOf = (numbers: ArrayLike<number>, shares: readonly number[]): readonly number[] => {
  const last = numbers.length - 1;
  const places = shares.flatMap((share) => {
    const before = Math.floor(Math.min(1, Math.max(0, share)) * last);
    return [before, Math.min(before + 1, last)];
  });
  const ordered = orderedAt(
    numbers,
    places.sort((a, b) => a - b),
  );
  return shares.map((share) => quantile(ordered, share));
};

/** Puts a value in its place of a sort (quickselect, Hoare 1961). Those before `from` are in front of it already. */
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
