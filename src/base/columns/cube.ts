import type { Column } from "./kernels.js";

/**
 * Numbers with named axes; the last axis is the draws. All results are read from cubes.
 * `axes` has each axis and its labels, in order. `data` has `draws` consecutive numbers for each combination of labels.
 */
export interface Cube<Axis extends string = string> {
  readonly axes: readonly { readonly name: Axis; readonly labels: readonly string[] }[];
  readonly draws: number;
  readonly data: Float64Array;
}

/** A cube of zeros. */
export const emptyCube = <Axis extends string>(axes: Cube<Axis>["axes"], draws: number): Cube<Axis> => ({
  axes,
  draws,
  data: new Float64Array(axes.reduce((size, axis) => size * axis.labels.length, draws)),
});

/** All draws at one place (an index per axis, from 0), as a window on the data: writing to it changes the cube. */
export const drawsAt = (cube: Cube, ...place: readonly number[]): Float64Array => drawsFrom(cube, 0, cube.draws, place);

/** At most `many` draws at one place, from draw `from` (from 0), as a window: writing to it changes the cube. */
export const drawsFrom = (cube: Cube, from: number, many: number, place: readonly number[]): Float64Array => {
  const start = startOf(cube, place);
  return cube.data.subarray(start + from, start + Math.min(cube.draws, from + many));
};

/** Where the draws at one place begin in the data of a cube. */
export const startOf = ({ axes, draws }: Cube, place: readonly number[]): number => {
  let at = 0;
  for (let axis = 0; axis < axes.length; axis++) {
    const { name, labels } = axes[axis];
    const index = place[axis];
    if (!(index >= 0 && index < labels.length)) throw new RangeError(`No ${name} ${index} in a cube.`);
    at = at * labels.length + index;
  }
  return at * draws;
};

/** At most `many` draws of a column, from draw `from`, as a window; a column of length 1 stays whole. */
export const windowOn = (column: Column, from: number, many: number): Column =>
  column.length === 1 ? column : column.subarray(from, Math.min(column.length, from + many));
