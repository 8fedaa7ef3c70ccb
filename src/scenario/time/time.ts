import { financialYearFrom } from "../../base/appraisal/prices.js";
import type { TimeSource } from "../define/scenario.js";

/**
 * How much the end of a cycle weighs when its people are counted; its start has the rest. Simpson's rule has one weight
 * for odd and one for even cycles. The mean of both ends has three names: those of the published corrections it is.
 */
export const endWeights = {
  start: [0],
  mid: [1 / 2],
  end: [1],
  trapezoid: [1 / 2],
  "life-table": [1 / 2],
  simpson: [2 / 3, 1 / 3],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** When the model starts, for how long it runs, and how long a step is. */
export type Time = { readonly [Key in keyof TimeSource]-?: NonNullable<TimeSource[Key]> };

/** How much the end of a cycle weighs when its people are counted: by odd and even cycles, if they differ. */
export const endWeightsOf = ({ timing }: Pick<Time, "timing">): readonly number[] => endWeights[timing];

/** The label of a model year (from 1): `2025/26`, or `2025` if the model starts with the calendar year. */
export const yearLabel = ({ start }: Time, year: number): string => {
  const first = Number(start.slice(0, 4)) + year - 1;
  return start.slice(5) === "01-01" ? String(first) : financialYearFrom(first);
};
