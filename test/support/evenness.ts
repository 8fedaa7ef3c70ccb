/**
 * How far shares are from evenly spread between 0 and 1, times √n: Kolmogorov and Smirnov. It is above 1.95 once in a
 * thousand samples.
 */
export const unevenSpread = (shares: Float64Array): number => {
  const sorted = Float64Array.from(shares).sort();
  const { length } = sorted;
  let furthest = 0;
  for (let index = 0; index < length; index++)
    furthest = Math.max(furthest, Math.abs(sorted[index] - (index + 0.5) / length));
  return furthest * Math.sqrt(length);
};
