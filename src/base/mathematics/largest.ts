/** The largest of some numbers and `atLeast`. Spreading a long list into `Math.max` overflows the stack. */
export const largestOf = (numbers: Iterable<number>, atLeast = Number.NEGATIVE_INFINITY): number => {
  let most = atLeast;
  for (const number of numbers) most = Math.max(most, number);
  return most;
};

/** The smallest of some numbers. */
export const smallestOf = (numbers: Iterable<number>): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) least = Math.min(least, number);
  return least;
};
