import { type Column, stride } from "./kernels.js";

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

/** out = the smaller of a and b */
export const min = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = Math.min(a[j], b[k]);
};

/** out = a if the condition is not 0, else b */
export const choose = (out: Column, condition: Column, a: Column, b: Column): void => {
  const [step, stepA, stepB] = [stride(condition), stride(a), stride(b)];
  for (let i = 0, h = 0, j = 0, k = 0; i < out.length; i++, h += step, j += stepA, k += stepB)
    out[i] = condition[h] === 0 ? b[k] : Number.isNaN(condition[h]) ? condition[h] : a[j];
};
