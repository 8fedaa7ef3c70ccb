import type { Column } from "./kernels.js";

/**
 * Sums of products of columns. Sum number s is Σ over k of column a[k] × column b[s][k]: all sums share the columns a,
 * and each has its own columns b. The columns are side by side in two arrays; `as` and `bs` are offsets into them.
 */
export interface SumsOfProducts {
  readonly outs: readonly Column[];
  readonly as: Int32Array;
  readonly bs: readonly Int32Array[];
}

/**
 * Computes the sums, two at once, four products per pass. Memory limits the speed of such sums: a loop that reads each
 * number once, from few arrays, takes half the time of a loop over nine arrays.
 */
export const takeSums = ({ outs, as, bs }: SumsOfProducts, a: Float64Array, b: Float64Array): void => {
  let sum = 0;
  for (; sum + 1 < outs.length; sum += 2) takeTwo(outs[sum], outs[sum + 1], a, b, as, bs[sum], bs[sum + 1]);
  if (sum < outs.length) takeOne(outs[sum], a, b, as, bs[sum]);
};

const takeOne = (out: Column, a: Float64Array, b: Float64Array, as: Int32Array, bs: Int32Array): void => {
  out.fill(0);
  let at = 0;
  for (; at + 3 < as.length; at += 4)
    addFour(out, a, b, as[at], bs[at], as[at + 1], bs[at + 1], as[at + 2], bs[at + 2], as[at + 3], bs[at + 3]);
  addRest(out, a, b, as, bs, at);
};

const takeTwo = (
  one: Column,
  two: Column,
  a: Float64Array,
  b: Float64Array,
  as: Int32Array,
  ps: Int32Array,
  qs: Int32Array,
): void => {
  one.fill(0);
  two.fill(0);
  let at = 0;
  for (; at + 3 < as.length; at += 4) addFourTwice(one, two, a, b, as, ps, qs, at);
  if (at + 1 < as.length) {
    addTwoTwice(one, two, a, b, as, ps, qs, at);
    at += 2;
  }
  addRest(one, a, b, as, ps, at);
  addRest(two, a, b, as, qs, at);
};

/** Adds the products that passes of four leave over, at most three. */
const addRest = (out: Column, a: Float64Array, b: Float64Array, as: Int32Array, bs: Int32Array, from: number): void => {
  const isPair = from + 1 < as.length;
  if (isPair) addTwo(out, a, b, as[from], bs[from], as[from + 1], bs[from + 1]);
  const last = isPair ? from + 2 : from;
  if (last < as.length) addOne(out, a, b, as[last], bs[last]);
};

const addOne = (out: Column, a: Float64Array, b: Float64Array, a1: number, b1: number): void => {
  for (let i = 0; i < out.length; i++) out[i] += a[a1 + i] * b[b1 + i];
};

const addTwo = (
  out: Column,
  a: Float64Array,
  b: Float64Array,
  a1: number,
  b1: number,
  a2: number,
  b2: number,
): void => {
  for (let i = 0; i < out.length; i++) out[i] += a[a1 + i] * b[b1 + i] + a[a2 + i] * b[b2 + i];
};

const addFour = (
  out: Column,
  a: Float64Array,
  b: Float64Array,
  a1: number,
  b1: number,
  a2: number,
  b2: number,
  a3: number,
  b3: number,
  a4: number,
  b4: number,
): void => {
  for (let i = 0; i < out.length; i++)
    out[i] += a[a1 + i] * b[b1 + i] + a[a2 + i] * b[b2 + i] + a[a3 + i] * b[b3 + i] + a[a4 + i] * b[b4 + i];
};

const addTwoTwice = (
  one: Column,
  two: Column,
  a: Float64Array,
  b: Float64Array,
  as: Int32Array,
  ps: Int32Array,
  qs: Int32Array,
  at: number,
): void => {
  const [a1, a2] = [as[at], as[at + 1]];
  const [p1, p2] = [ps[at], ps[at + 1]];
  const [q1, q2] = [qs[at], qs[at + 1]];
  for (let i = 0; i < one.length; i++) {
    const w = a[a1 + i];
    const x = a[a2 + i];
    one[i] += w * b[p1 + i] + x * b[p2 + i];
    two[i] += w * b[q1 + i] + x * b[q2 + i];
  }
};

const addFourTwice = (
  one: Column,
  two: Column,
  a: Float64Array,
  b: Float64Array,
  as: Int32Array,
  ps: Int32Array,
  qs: Int32Array,
  at: number,
): void => {
  const [a1, a2, a3, a4] = [as[at], as[at + 1], as[at + 2], as[at + 3]];
  const [p1, p2, p3, p4] = [ps[at], ps[at + 1], ps[at + 2], ps[at + 3]];
  const [q1, q2, q3, q4] = [qs[at], qs[at + 1], qs[at + 2], qs[at + 3]];
  for (let i = 0; i < one.length; i++) {
    // Four names: an array of four would be allocated for every draw.
    const w = a[a1 + i];
    const x = a[a2 + i];
    const y = a[a3 + i];
    const z = a[a4 + i];
    one[i] += w * b[p1 + i] + x * b[p2 + i] + y * b[p3 + i] + z * b[p4 + i];
    two[i] += w * b[q1 + i] + x * b[q2 + i] + y * b[q3 + i] + z * b[q4 + i];
  }
};
