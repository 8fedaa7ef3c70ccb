import { largestOf } from "../mathematics/largest.js";
import type { Column } from "./kernels.js";

/**
 * Numbers with named axes; the last axis is the draws. All results are read from cubes.
 * `axes` has each axis and its labels, in order. `data` has `draws` consecutive numbers for each combination of labels.
 * With `rows`, places on the first two axes may share their numbers, or have none: zeros.
 */
export interface Cube<Axis extends string = string> {
  readonly axes: readonly { readonly name: Axis; readonly labels: readonly string[] }[];
  readonly draws: number;
  readonly data: Float64Array;
  /** For each place on the first two axes, in order: which row of the data it has, from 0, or `noRow`. */
  readonly rows?: readonly number[];
}

/** In place of a row: all numbers there are zero. */
export const noRow = -1;

const rowAt = ({ axes, rows }: Cube, first: number, second: number): number => {
  const place = first * axes[1].labels.length + second;
  return rows === undefined ? place : rows[place];
};

/** True if a place on the first two axes has numbers; else all of them are zero. */
export const hasRow = (cube: Cube, first: number, second: number): boolean => rowAt(cube, first, second) !== noRow;

/** True if two places on the first axis share their numbers at a place on the second. */
export const sharesRow = (cube: Cube, second: number, one: number, other: number): boolean =>
  rowAt(cube, one, second) === rowAt(cube, other, second);

/** All numbers at a place on the first two axes, as a window; none if they are zero. */
export const rowIn = (cube: Cube, first: number, second: number): Float64Array => {
  const { axes, draws, data } = cube;
  const size = axes.slice(2).reduce((product, { labels }) => product * labels.length, draws);
  const row = rowAt(cube, first, second);
  return row === noRow ? data.subarray(0, 0) : data.subarray(row * size, (row + 1) * size);
};

/** A cube of zeros. */
export const emptyCube = <Axis extends string>(
  axes: Cube<Axis>["axes"],
  draws: number,
  rows?: readonly number[],
): Cube<Axis> => {
  const sizes = axes.map(({ labels }) => labels.length);
  const many = rows === undefined ? sizes : [largestOf(rows, noRow) + 1, ...sizes.slice(2)];
  const data = new Float64Array(many.reduce((size, each) => size * each, draws));
  return rows === undefined ? { axes, draws, data } : { axes, draws, data, rows };
};

/** All draws at one place (an index per axis, from 0), as a window on the data: writing to it changes the cube. */
export const drawsAt = (cube: Cube, ...place: readonly number[]): Float64Array => drawsFrom(cube, 0, cube.draws, place);

/** At most `many` draws at one place, from draw `from` (from 0), as a window: writing to it changes the cube. */
export const drawsFrom = (cube: Cube, from: number, many: number, place: readonly number[]): Float64Array => {
  const start = startOf(cube, place);
  if (start === noRow) return new Float64Array(Math.min(cube.draws - from, many));
  return cube.data.subarray(start + from, start + Math.min(cube.draws, from + many));
};

/** Where the draws at one place begin in the data of a cube; `noRow` if they are not there. */
export const startOf = ({ axes, draws, rows }: Cube, place: readonly number[]): number => {
  let at = 0;
  for (let axis = 0; axis < axes.length; axis++) {
    const { name, labels } = axes[axis];
    const index = place[axis];
    if (!(index >= 0 && index < labels.length)) throw new RangeError(`No ${name} ${index} in a cube.`);
    at = at * labels.length + index;
    if (axis !== 1 || rows === undefined) continue;
    at = rows[at];
    if (at === noRow) return noRow;
  }
  return at * draws;
};

/** At most `many` draws of a column, from draw `from`, as a window; a column of length 1 stays whole. */
export const windowOn = (column: Column, from: number, many: number): Column =>
  column.length === 1 ? column : column.subarray(from, Math.min(column.length, from + many));
