import { largestOf, smallestOf } from "../../base/mathematics/largest.js";
import { power } from "../../base/mathematics/power.js";
import { roundedPounds } from "../numbers.js";
import { textWidth } from "./drawing.js";
import { sizes } from "./style.js";

/** Where a value is on paper, in pixels, and the values with a line. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** Steps below this are rounding. */
const smallestStep = 1e-9;

/** A scale of values between two ends of a paper, in at most `most` round steps. It always has 0 where `withZero`. */
export const axisOf = (
  values: readonly number[],
  [from, to]: readonly [number, number],
  {
    most = 6,
    withZero = true,
    print = roundedPounds,
  }: {
    readonly most?: number;
    readonly withZero?: boolean;
    readonly print?: (value: number) => string;
  } = {},
): Scale => {
  const all = withZero ? [...values, 0] : values;
  const [low, high] = all.length === 0 ? [0, 1] : [smallestOf(all), largestOf(all)];
  const step = roundStep(Math.max(smallestStep, (high - low) / most || Math.abs(high) || 1));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const at = (value: number): number => from + ((value / step - first) / (last - first)) * (to - from);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { at, ticks: ticks.map((value) => ({ value, text: print(Number(value.toPrecision(12))) })) };
};

/** The most ticks across a width, so that pounds beside each other do not touch. */
export const ticksAcross = (width: number): number =>
  Math.max(1, Math.min(8, Math.floor(width / (textWidth("−£123m", sizes.text) + 16)) - 1));

/** The next step of 1, 2 or 5 times a power of ten. */
const roundStep = (least: number): number => {
  const unit = power(10, Math.floor(Math.log10(least)));
  return ([1, 2, 5, 10].find((times) => times * unit >= least * (1 - 1e-9)) ?? 10) * unit;
};
