import * as z from "zod";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { cycleNames } from "../../base/time.js";
import { endWeights } from "./time.js";
import { isDay } from "./time-meant.js";

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
