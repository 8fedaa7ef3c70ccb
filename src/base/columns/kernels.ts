/**
 * A column: one number per draw. A column of length 1 has the same number for every draw.
 * The loops below work on whole columns; they read a column of length 1 with a stride of 0. No loop allocates. Sums
 * take four draws per turn, which halves their time: most of a run is sums.
 */
export type Column = Float64Array;

/** A loop that computes a column, `out`, from other columns. */
export type Loop = (out: Column, ...columns: Column[]) => void;

/** How far a loop moves on in a column per draw: 0 if it has the same number for every draw. */
export const stride = (column: Column): number => (column.length === 1 ? 0 : 1);

/** The number of one draw, from 0. */
export const at = (column: Column, draw: number): number => column[column.length === 1 ? 0 : draw];

/** Columns side by side in one array, for loops over several of them at once. */
export interface Columns {
  readonly whole: Float64Array;
  readonly each: readonly Column[];
}

/**
 * The distance between columns side by side: a multiple of 4, since some loops take four draws at a time. Long columns
 * have a gap between them. Without it their starts are powers of two apart, and they push each other out of the
 * processor's cache: sums of them take twice the time.
 */
export const distanceOf = (width: number): number => 4 * Math.ceil(width / 4) + (width < 64 ? 0 : 8);

/** `count` columns of zeros side by side, of `width` draws each; in new memory, or in `room` from number `from` on. */
export const columnsSideBySide = (
  count: number,
  width: number,
  room: ArrayBuffer = new ArrayBuffer(8 * count * distanceOf(width)),
  from = 0,
): Columns => {
  const distance = distanceOf(width);
  const columnAt = (place: number) => new Float64Array(room, 8 * (from + place * distance), width);
  if (count === 1) return { whole: columnAt(0), each: [columnAt(0)] };
  const whole = new Float64Array(room, 8 * from, count * distance);
  return { whole, each: Array.from({ length: count }, (_, place) => columnAt(place)) };
};

/** `count` columns of zeros, of `width` draws each. */
export const emptyColumns = (count: number, width: number): readonly Column[] => columnsSideBySide(count, width).each;

/** Fills columns with 0. */
export const clear = (columns: readonly Column[]): void => {
  for (const column of columns) column.fill(0);
};

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
export const multiply = (out: Column, a: Column, b: Column): void => scaledProduct(out, 1, a, b);

/** out = a / b */
export const divide = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = a[j] / b[k];
};

/** out += scale · a · b */
export const addProduct = (out: Column, scale: number, a: Column, b: Column): void => {
  if (b.length === 1) addScaled(out, scale * b[0], a);
  else if (a.length === 1) addScaled(out, scale * a[0], b);
  else {
    let i = 0;
    for (; i + 3 < out.length; i += 4) {
      out[i] += scale * a[i] * b[i];
      out[i + 1] += scale * a[i + 1] * b[i + 1];
      out[i + 2] += scale * a[i + 2] * b[i + 2];
      out[i + 3] += scale * a[i + 3] * b[i + 3];
    }
    for (; i < out.length; i++) out[i] += scale * a[i] * b[i];
  }
};

/** Moves a share of what is in one column to another: to += from · share and from −= from · share. */
export const moveShare = (to: Column, from: Column, share: Column): void => {
  const step = stride(share);
  for (let i = 0, j = 0; i < to.length; i++, j += step) {
    const moving = from[i] * share[j];
    to[i] += moving;
    from[i] -= moving;
  }
};

/** The sum of columns of one length, as a new column; at least one. */
export const sumOfColumns = ([first, ...others]: readonly Column[]): Column => {
  const out = first.slice();
  addAllScaled(out, 1, others);
  return out;
};

/** out += scale · a */
export const addScaled = (out: Column, scale: number, a: Column): void => {
  if (a.length === 1) {
    const same = scale * a[0];
    for (let i = 0; i < out.length; i++) out[i] += same;
    return;
  }
  let i = 0;
  for (; i + 3 < out.length; i += 4) {
    out[i] += scale * a[i];
    out[i + 1] += scale * a[i + 1];
    out[i + 2] += scale * a[i + 2];
    out[i + 3] += scale * a[i + 3];
  }
  for (; i < out.length; i++) out[i] += scale * a[i];
};

/** out += scale · each column, in their order: four in a pass, since each pass reads and writes all of `out`. */
export const addAllScaled = (out: Column, scale: number, columns: readonly Column[]): void => {
  let place = 0;
  if (columns.every(({ length }) => length === out.length))
    for (; place + 3 < columns.length; place += 4)
      addFourScaled(out, scale, columns[place], columns[place + 1], columns[place + 2], columns[place + 3]);
  for (; place < columns.length; place++) addScaled(out, scale, columns[place]);
};

const addFourScaled = (out: Column, scale: number, a: Column, b: Column, c: Column, d: Column): void => {
  for (let i = 0; i < out.length; i++) out[i] = out[i] + scale * a[i] + scale * b[i] + scale * c[i] + scale * d[i];
};

/** out += scale · (a · b), the product first */
export const addScaledProduct = (out: Column, scale: number, a: Column, b: Column): void => {
  if (a.length === 1) {
    const [same] = a;
    for (let i = 0; i < out.length; i++) out[i] += scale * (same * b[i]);
    return;
  }
  let i = 0;
  for (; i + 3 < out.length; i += 4) {
    out[i] += scale * (a[i] * b[i]);
    out[i + 1] += scale * (a[i + 1] * b[i + 1]);
    out[i + 2] += scale * (a[i + 2] * b[i + 2]);
    out[i + 3] += scale * (a[i + 3] * b[i + 3]);
  }
  for (; i < out.length; i++) out[i] += scale * (a[i] * b[i]);
};

/** plain += a and scaled += scale · a, in one pass. */
export const addBoth = (plain: Column, scaled: Column, scale: number, a: Column): void => {
  let i = 0;
  for (; i + 3 < plain.length; i += 4) {
    const w = a[i];
    const x = a[i + 1];
    const y = a[i + 2];
    const z = a[i + 3];
    plain[i] += w;
    plain[i + 1] += x;
    plain[i + 2] += y;
    plain[i + 3] += z;
    scaled[i] += scale * w;
    scaled[i + 1] += scale * x;
    scaled[i + 2] += scale * y;
    scaled[i + 3] += scale * z;
  }
  for (; i < plain.length; i++) {
    plain[i] += a[i];
    scaled[i] += scale * a[i];
  }
};

/** out += scale · (a · (b − c)), the difference first */
export const addScaledFall = (out: Column, scale: number, a: Column, b: Column, c: Column): void => {
  const step = stride(a);
  for (let i = 0, j = 0; i < out.length; i++, j += step) out[i] += scale * (a[j] * (b[i] - c[i]));
};

/** out = a; a column of length 1 fills all draws */
export const copy = (out: Column, a: Column): void => {
  if (a.length === 1) out.fill(a[0]);
  else out.set(a);
};

/** out = the larger of a and b */
export const max = (out: Column, a: Column, b: Column): void => {
  const [stepA, stepB] = [stride(a), stride(b)];
  for (let i = 0, j = 0, k = 0; i < out.length; i++, j += stepA, k += stepB) out[i] = Math.max(a[j], b[k]);
};

/** out = scale · a · b */
export const scaledProduct = (out: Column, scale: number, a: Column, b: Column): void => {
  if (b.length === 1) scaled(out, scale * b[0], a);
  else if (a.length === 1) scaled(out, scale * a[0], b);
  else {
    let i = 0;
    for (; i + 3 < out.length; i += 4) {
      out[i] = scale * a[i] * b[i];
      out[i + 1] = scale * a[i + 1] * b[i + 1];
      out[i + 2] = scale * a[i + 2] * b[i + 2];
      out[i + 3] = scale * a[i + 3] * b[i + 3];
    }
    for (; i < out.length; i++) out[i] = scale * a[i] * b[i];
  }
};

/** out = scale · a */
export const scaled = (out: Column, scale: number, a: Column): void => {
  if (a.length === 1) {
    out.fill(scale * a[0]);
    return;
  }
  if (scale === 1 && a.length === out.length) {
    out.set(a);
    return;
  }
  let i = 0;
  for (; i + 3 < out.length; i += 4) {
    out[i] = scale * a[i];
    out[i + 1] = scale * a[i + 1];
    out[i + 2] = scale * a[i + 2];
    out[i + 3] = scale * a[i + 3];
  }
  for (; i < out.length; i++) out[i] = scale * a[i];
};
