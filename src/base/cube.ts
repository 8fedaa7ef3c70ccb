import type { Column } from "./kernels.js";

/**
 * Numbers with named axes, draws last: the shape every result is read from.
 * `axes` names each axis and its labels in order; `data` holds one run of `draws` numbers for each combination of labels.
 */
export interface Cube<Axis extends string = string> {
  readonly axes: readonly { readonly name: Axis; readonly labels: readonly string[] }[];
  readonly draws: number;
  readonly data: Float64Array;
}

/** An empty cube of zeros. */
export const emptyCube = <Axis extends string>(axes: Cube<Axis>["axes"], draws: number): Cube<Axis> => ({
  axes,
  draws,
  data: new Float64Array(axes.reduce((size, axis) => size * axis.labels.length, draws)),
});

/** The draws at one place of a cube, as a window on its numbers: writing there writes the cube. */
export const drawsAt = (cube: Cube, ...place: readonly number[]): Float64Array => drawsFrom(cube, 0, cube.draws, place);

/** So many draws at one place of a cube from draw `from` on, or as many as there still are: writing there writes the cube. */
export const drawsFrom = (
  { axes, draws, data }: Cube,
  from: number,
  many: number,
  place: readonly number[],
): Float64Array => {
  let at = 0;
  for (let axis = 0; axis < axes.length; axis++) at = at * axes[axis].labels.length + place[axis];
  return data.subarray(at * draws + from, at * draws + Math.min(draws, from + many));
};

/** So many of a column's draws from one on, or as many as there still are; all of a column that is the same for every draw. */
export const windowOn = (column: Column, from: number, many: number): Column =>
  column.length === 1 ? column : column.subarray(from, Math.min(column.length, from + many));
