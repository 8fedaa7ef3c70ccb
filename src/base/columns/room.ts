import {
  addAllScaled,
  addBoth,
  addScaled,
  type Column,
  type Columns,
  columnsSideBySide,
  distanceOf,
  moveShare,
} from "./kernels.js";
import { type QueueColumns, stepQueue } from "./queue-loop.js";
import { takeSums } from "./sums-of-products.js";

/**
 * Columns on one memory, and the loops over them that take most of a run's time. A loop takes only columns of its room,
 * one of them or several side by side.
 */
export interface Room {
  /** Columns of zeros side by side. */
  readonly columns: (count: number) => Columns;
  /** Prepares sums of products. Calling what it returns takes them all. */
  readonly sums: (groups: readonly SumGroup[], columns: Readonly<Record<keyof SumGroup, Columns>>) => () => void;
  /** Prepares out = scale · each column, in their order. `out` may be outside the room. */
  readonly sum: (out: Column, scale: number, columns: readonly Column[]) => () => void;
  /** Moves a share of what is in one column to another: to += from · share and from −= from · share. */
  readonly moveShare: (to: Column, from: Column, share: Column) => void;
  /** out += a */
  readonly addTo: (out: Float64Array, a: Float64Array) => void;
  /** plain += a and scaled += scale · a */
  readonly addBoth: (plain: Float64Array, scaled: Float64Array, scale: number, a: Float64Array) => void;
  /** out = (1 − share) · a + share · b */
  readonly mixInto: (out: Float64Array, a: Float64Array, b: Float64Array, share: number) => void;
  /** out = the larger of out and a */
  readonly raiseTo: (out: Float64Array, a: Float64Array) => void;
  /**
   * out = a · b / divisor, for square matrices of `size` rows, row by row. Rows begin `side` numbers apart, an even
   * number; what is beyond the size is zero.
   */
  readonly multiply: (
    out: Float64Array,
    a: Float64Array,
    b: Float64Array,
    size: number,
    side: number,
    divisor: number,
  ) => void;
  /** Prepares a queue, whose columns are side by side. Calling what it returns takes one cycle. */
  readonly queue: (columns: QueueColumns, isRanked: boolean) => () => void;
}

/**
 * Sums of products of columns, which are given by their places. Sum number s is Σ over k of column a[as[k]] × column
 * b[bs[s][k]]: all sums of a group share the columns a, and each has its own columns b.
 */
export interface SumGroup {
  readonly outs: readonly number[];
  readonly as: readonly number[];
  readonly bs: readonly (readonly number[])[];
}

/** How much a room holds: columns of `width` draws, and the sums that will be taken of them. */
export interface RoomSize {
  readonly columns: number;
  readonly width: number;
  readonly sums?: readonly SumGroup[];
}

/** A room whose loops are JavaScript: the reference. */
export const plainRoom = ({ width }: RoomSize): Room => ({
  columns: (count) => columnsSideBySide(count, width),
  sums: (groups, { as, bs, outs }) => {
    const begins = (places: readonly number[]): Int32Array =>
      Int32Array.from(places, (place) => place * distanceOf(width));
    const sums = groups.map((group) => ({
      outs: group.outs.map((place) => outs.each[place]),
      as: begins(group.as),
      bs: group.bs.map(begins),
    }));
    return () => {
      for (const each of sums) takeSums(each, as.whole, bs.whole);
    };
  },
  sum: (out, scale, columns) => () => {
    out.fill(0);
    addAllScaled(out, scale, columns);
  },
  moveShare,
  addTo: (out, a) => addScaled(out, 1, a),
  addBoth,
  mixInto,
  raiseTo,
  multiply,
  queue: (columns, isRanked) => () => stepQueue(columns, isRanked),
});

const raiseTo = (out: Column, a: Column): void => {
  for (let i = 0; i < out.length; i++) if (out[i] < a[i]) out[i] = a[i];
};

/** out = (1 − share) · a + share · b */
const mixInto = (out: Column, a: Column, b: Column, share: number): void => {
  const rest = 1 - share;
  for (let i = 0; i < out.length; i++) out[i] = rest * a[i] + share * b[i];
};

/** out = a · b / divisor, two columns at a time, whose sums are not in memory while they grow. */
const multiply: Room["multiply"] = (out, a, b, size, side, divisor) => {
  for (let row = 0; row < size * side; row += side)
    for (let column = 0; column < size; column += 2) {
      let sum = 0;
      let next = 0;
      let from = column;
      for (let at = row; at < row + size; at += 2) {
        const one = a[at];
        const other = a[at + 1];
        sum += one * b[from] + other * b[from + side];
        next += one * b[from + 1] + other * b[from + side + 1];
        from += 2 * side;
      }
      out[row + column] = sum / divisor;
      out[row + column + 1] = next / divisor;
    }
};
