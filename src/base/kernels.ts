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

/** out = a / b */
export const divide = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = a[j] / b[k];
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

/**
 * out = Σ a · b over pairs of columns, four pairs a pass, since memory is what such sums wait for. Where a column of a pass is of length one,
 * its pairs are added one by one.
 */
export const sumOfProducts = (out: Column, as: readonly Column[], bs: readonly Column[]): void => {
  out.fill(0);
  let pair = 0;
  for (; pair + 3 < as.length; pair += 4)
    if (areFull(out.length, as, pair) && areFull(out.length, bs, pair))
      addFour(
        out,
        as[pair],
        bs[pair],
        as[pair + 1],
        bs[pair + 1],
        as[pair + 2],
        bs[pair + 2],
        as[pair + 3],
        bs[pair + 3],
      );
    else for (let one = pair; one < pair + 4; one++) addProduct(out, 1, as[one], bs[one]);
  for (; pair < as.length; pair++) addProduct(out, 1, as[pair], bs[pair]);
};

const areFull = (length: number, columns: readonly Column[], from: number): boolean => {
  for (let index = from; index < from + 4; index++) if (columns[index].length !== length) return false;
  return true;
};

const addFour = (
  out: Column,
  a: Column,
  p: Column,
  b: Column,
  q: Column,
  c: Column,
  r: Column,
  d: Column,
  s: Column,
): void => {
  for (let i = 0; i < out.length; i++) out[i] += a[i] * p[i] + b[i] * q[i] + c[i] * r[i] + d[i] * s[i];
};

/** out = scale · a · b */
export const scaledProduct = (out: Column, scale: number, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = scale * a[j] * b[k];
};
