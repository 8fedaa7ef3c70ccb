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

/** out = a, or a / b if b is above 1. Most are not, so that is asked first. */
export const partOf = (out: Column, a: Column, b: Column): void => {
  if (!isAnyAbove(b, 1)) {
    copy(out, a);
    return;
  }
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = b[k] > 1 ? a[j] / b[k] : a[j];
};

const isAnyAbove = (column: Column, most: number): boolean => {
  for (let i = 0; i < column.length; i++) if (column[i] > most) return true;
  return false;
};
