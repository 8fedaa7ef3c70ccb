import * as z from "zod";
import { financialYearFrom } from "../../base/appraisal/prices.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { cycleNames } from "../../base/time.js";
import type { TimeSource } from "../define/scenario.js";
import { isDay } from "./time-meant.js";

/**
 * How much the end of a cycle weighs when its people are counted; its start has the rest. Simpson's rule has one weight
 * for odd and one for even cycles. The mean of both ends has three names: those of the published corrections it is.
 */
const endWeights = {
  start: [0],
  mid: [1 / 2],
  end: [1],
  trapezoid: [1 / 2],
  "life-table": [1 / 2],
  simpson: [2 / 3, 1 / 3],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** When the model starts, for how long it runs, and how long a step is. */
export const timeForm = strictObject({
  start: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
    .refine(isDay, "There is no such day.")
    .meta({ examples: ["2025-10-01"] })
    .describe("The first day, such as 2025-10-01."),
  years: z.int().min(1).max(125).describe("The number of model years to run, 1 to 125."),
  cycle: z.enum(cycleNames).describe("How long one step is."),
  timing: z
    .enum(keysOf(endWeights))
    .default("start")
    .describe(
      "When people are counted: before the moves of a cycle (start, the default), after (end), the mean (mid, " +
        "which is also called trapezoid or life-table), or by Simpson's rule (simpson).",
    ),
  hazards: z
    .enum(["several-moves", "one-move"])
    .default("several-moves")
    .describe(
      "How often a person may move by hazards in a cycle: any number of times (several-moves, the default), " +
        "or at most once in each dimension (one-move).",
    ),
}).describe("When the model starts, for how long it runs, and how long a step is.");

/** When the model starts, for how long it runs, and how long a step is. */
export type Time = { readonly [Key in keyof TimeSource]-?: NonNullable<TimeSource[Key]> };

/** How much the end of a cycle weighs when its people are counted: by odd and even cycles, if they differ. */
export const endWeightsOf = ({ timing }: Pick<Time, "timing">): readonly number[] => endWeights[timing];

/** The label of a model year (from 1): `2025/26`, or `2025` if the model starts with the calendar year. */
export const yearLabel = ({ start }: Time, year: number): string => {
  const first = Number(start.slice(0, 4)) + year - 1;
  return start.slice(5) === "01-01" ? String(first) : financialYearFrom(first);
};
