import { cycleFactors, type Discounting } from "../../base/appraisal/discounting.js";
import { type Cube, emptyCube, noRow, startOf } from "../../base/columns/cube.js";
import type { Column } from "../../base/columns/kernels.js";
import { kept } from "../../base/kept.js";
import type { Scenario } from "../../scenario/scenario.js";

/** Undiscounted (plain), or in present value. */
export type Side = "plain" | "present";

/** Numbers by year, undiscounted and discounted. Years, from 0, are the last axis before the draws. */
export interface YearlyCube {
  readonly plain: Cube;
  /** The numbers that give present values when multiplied by `factors`. */
  readonly present: Cube;
  /** By position on the axis before the years, then by year from 0. */
  readonly factors: readonly (readonly number[])[];
  /**
   * True if `present` is a cube of its own, whose factors are 1. That is so if anything is discounted by the cycle,
   * since a year's sum does not know its cycles. Else `present` is the plain cube, which saves half of the memory.
   */
  readonly isStoredSeparately: boolean;
}

/** How the numbers at one position of the axis before the years are discounted. `isOnce`: they fall at one moment. */
export interface DiscountedAs {
  readonly discounting: Discounting;
  readonly isOnce?: boolean;
}

/** True if anything is discounted by the cycle. If not, present values are read from plain sums of years. */
export const isDiscountedByCycle = ({ money: { discounting, outcomes } }: Pick<Scenario, "money">): boolean =>
  [discounting, outcomes].some(({ by }) => by === "cycle");

/** A yearly cube of zeros, with one way of discounting per position of the axis before the years. */
export const emptyYearlyCube = (
  axes: Cube["axes"],
  draws: number,
  discountedAs: readonly DiscountedAs[],
  rows?: readonly number[],
): YearlyCube => {
  const plain = emptyCube(axes, draws, rows);
  const years = axes[axes.length - 1].labels.length;
  if (discountedAs.some(({ discounting }) => discounting.by === "cycle"))
    return {
      plain,
      present: emptyCube(axes, draws, rows),
      factors: discountedAs.map(() => Array.from({ length: years }, () => 1)),
      isStoredSeparately: true,
    };
  const factorsOf = kept((discounting: Discounting) => cycleFactors(discounting, 1, years));
  const factors = discountedAs.map(({ discounting, isOnce = false }) => [
    ...factorsOf(discounting)[isOnce ? "once" : "flow"],
  ]);
  return { plain, present: plain, factors, isStoredSeparately: false };
};

/** The factor of a side, by position on the axis before the years and year from 0. */
export const factorAt = ({ factors }: YearlyCube, side: Side, place: number, year: number): number =>
  side === "plain" ? 1 : factors[place][year];

/** The cubes to write: the plain one, and the discounted one if it is stored separately. */
export const sidesOf = kept(
  ({ plain, present, isStoredSeparately }: YearlyCube): readonly { readonly side: Side; readonly cube: Cube }[] =>
    isStoredSeparately
      ? [
          { side: "plain", cube: plain },
          { side: "present", cube: present },
        ]
      : [{ side: "plain", cube: plain }],
);

/** Writes a year's numbers, one per draw from draw `from` on. `place` is the position on every axis. */
export const writeYear = (
  { plain, present, isStoredSeparately }: YearlyCube,
  place: readonly number[],
  from: number,
  numbers: Readonly<Record<Side, Column>>,
): void => {
  writeDraws(plain, place, from, numbers.plain);
  if (isStoredSeparately) writeDraws(present, place, from, numbers.present);
};

/** Writes a column at one position of a cube, from draw `from` on. Draws past the end of the cube are left out. */
export const writeDraws = (cube: Cube, place: readonly number[], from: number, column: Column): void => {
  const left = cube.draws - from;
  const start = startOf(cube, place);
  if (start === noRow) throw new RangeError("A cube has no row for what is written.");
  cube.data.set(column.length <= left ? column : column.subarray(0, left), start + from);
};
