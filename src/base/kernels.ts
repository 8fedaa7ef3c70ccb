/**
 * Loops over columns. A column is one number a draw; a column of length one is the same number for every draw,
 * and the loops step over it with a stride of nothing. Nothing here allocates.
 */
export type Column = Float64Array;

const stride = (column: Column): number => (column.length === 1 ? 0 : 1);

/** out = a + b */
export const add = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = a[j] + b[k];
};

/** out = a − b */
export const subtract = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = a[j] - b[k];
};

/** out = a · b */
export const multiply = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = a[j] * b[k];
};

/** out += scale · a · b */
export const addProduct = (out: Column, scale: number, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] += scale * a[j] * b[k];
};

/** out += scale · a */
export const addScaled = (out: Column, scale: number, a: Column): void => {
  const step = stride(a);
  for (let i = 0, j = 0; i < out.length; i++, j += step) out[i] += scale * a[j];
};

/** out = a, spread over all draws where a is the same for all */
export const copy = (out: Column, a: Column): void => {
  if (a.length === 1) out.fill(a[0]);
  else out.set(a);
};

/** out = f(a) for any function of one number */
export const mapOne =
  (f: (a: number) => number) =>
  (out: Column, a: Column): void => {
    const step = stride(a);
    for (let i = 0, j = 0; i < out.length; i++, j += step) out[i] = f(a[j]);
  };

/** out = f(a, b) for any function of two numbers */
export const mapTwo =
  (f: (a: number, b: number) => number) =>
  (out: Column, a: Column, b: Column): void => {
    const [stepA, stepB] = [stride(a), stride(b)];
    for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = f(a[j], b[k]);
  };

/** out = a where the condition is not 0, else b */
export const choose = (out: Column, condition: Column, a: Column, b: Column): void => {
  const [step, stepA, stepB] = [stride(condition), stride(a), stride(b)];
  for (let i = 0, h = 0, j = 0, k = 0; i < out.length; i++, h += step, j += stepA, k += stepB)
    out[i] = condition[h] !== 0 ? a[j] : b[k];
};
