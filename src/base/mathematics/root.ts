/** A function at one point: its value and its slope. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/**
 * The root of a rising function by Newton's method within a shrinking bracket. A step that leaves the bracket, or is
 * NaN, becomes a bisection. For functions with a known slope, such as distribution functions. Press et al. (2007),
 * Numerical Recipes, section 9.4.
 * @param evaluate the function, rising from `low` to `high`, and its slope
 * @param start the first guess, in the unit of the root
 * @param low the lower end of a bracket of the root
 * @param high its upper end
 * @returns the root to about 1e-12; the nearer end of the bracket if the function does not cross 0 inside it
 * @example newtonRoot((x) => ({ value: x * x - 2, slope: 2 * x }), 1, 0, 2) // => 1.41421356237
 */
export const newtonRoot = (
  evaluate: (point: number) => ValueAndSlope,
  start: number,
  low: number,
  high: number,
): number => {
  let [below, above] = [low, high];
  let point = start > low && start < high ? start : (low + high) / 2;
  for (let iteration = 0; iteration < 300; iteration++) {
    const { value, slope } = evaluate(point);
    if (value === 0) return point;
    if (value > 0) above = point;
    else below = point;
    const newton = point - value / slope;
    const next = newton >= below && newton <= above ? newton : (below + above) / 2;
    const step = Math.abs(next - point);
    point = next;
    // Newton's error is squared at each step, so a step below 1e-9 leaves an error near the precision of the numbers.
    if (step <= 1e-9) return point;
  }
  return point;
};

/**
 * The root of a rising or falling function by false position with the Illinois halving (Dowell and Jarratt 1971).
 * For nearly straight functions without a known slope, such as a fit on a log scale.
 * @param evaluate the function; its signs at `low` and `high` differ
 * @param low the lower end of a bracket of the root
 * @param high its upper end
 * @returns the root to about 1e-13; undefined if the function has the same sign at both ends
 * @example illinoisRoot((x) => x * x - 2, 0, 2) // => 1.41421356237
 */
export const illinoisRoot = (evaluate: (point: number) => number, low: number, high: number): number | undefined => {
  let [left, right, leftValue, rightValue] = [low, high, evaluate(low), evaluate(high)];
  if (leftValue === 0) return low;
  if (rightValue === 0) return high;
  if (!(leftValue * rightValue < 0)) return undefined;
  for (let iteration = 0; iteration < 200; iteration++) {
    const point = (left * rightValue - right * leftValue) / (rightValue - leftValue);
    const value = evaluate(point);
    // `right` is always the newest point. If the left end stays, its value is halved, so that it moves in the end.
    if (value * rightValue < 0) [left, leftValue] = [right, rightValue];
    else leftValue /= 2;
    const step = Math.abs(point - right);
    [right, rightValue] = [point, value];
    if (value === 0 || step <= 1e-14 * Math.max(1, Math.abs(point))) return point;
  }
  return right;
};
