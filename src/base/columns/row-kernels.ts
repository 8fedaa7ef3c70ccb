import { addAllScaled, type Column, copy, type Loop, stride } from "./kernels.js";

// Loops over a row of probabilities: one column for each way out of a state.

/** out = Σ columns */
export const sumInto: Loop = (out, first, ...others) => {
  copy(out, first);
  addAllScaled(out, 1, others);
};

/** out = 1 − Σ columns, or 0 if their sum is above 1 */
export const rest: Loop = (out, ...columns) => {
  out.fill(1);
  addAllScaled(out, -1, columns);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(out[i], 0);
};

/**
 * The row of some rates: their sum, the share who take no way, and the share who take each: its rate, or if the sum is
 * above 1 its part of the sum. Most sums are not, so that is asked first.
 */
export const shareRow = ([sum, stay, ...shares]: readonly Column[], rates: readonly Column[]): void => {
  sumInto(sum, ...rates);
  const isWhole = !isAnyAbove(sum, 1);
  for (let way = 0; way < rates.length; way++)
    if (isWhole) copy(shares[way], rates[way]);
    else partOf(shares[way], rates[way], sum);
  rest(stay, ...shares);
};

/** out = a, or a / b if b is above 1 */
const partOf = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = b[k] > 1 ? a[j] / b[k] : a[j];
};

const isAnyAbove = (column: Column, most: number): boolean => {
  for (let i = 0; i < column.length; i++) if (column[i] > most) return true;
  return false;
};
