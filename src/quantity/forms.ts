import * as z from "zod";
import { recordOf } from "../base/records.js";
import { strictObject } from "../base/strict-object.js";
import { familyNames, type ParameterName, parameterNames } from "./distributions/index.js";

const numberOrPercent = z.union([z.number(), z.string()]).describe("A number, or a percentage such as 32%.");
const text = z.string().max(2000);

/** A text of a few words. */
export const wordForm = z.string().max(200);

/** A year of prices: 2024/25, or the calendar year 2024. */
export const priceYearForm = z
  .union([wordForm.meta({ pattern: "^\\d{4}(/\\d{2})?$" }), z.number()])
  .describe("The year whose prices the figure is in: 2024/25, or the calendar year 2024.");

/** Where a number comes from: the keys of any value, line or service. */
export const provenanceForms = {
  source: wordForm.describe("The name of an entry of sources, or the word assumption.").optional(),
  priceYear: priceYearForm.optional(),
  grade: z.int().min(1).max(6).describe("The grade of the evidence, 1 (best) to 6.").optional(),
  note: text.describe("Anything a reader should know.").optional(),
};

const valueProvenance = {
  label: wordForm.describe("What the number is, in a few words: share of falls on the treated network.").optional(),
  unit: text.describe("What the number counts or measures.").optional(),
  ...provenanceForms,
};

const parameterForm = (name: ParameterName) =>
  numberOrPercent.describe(`A parameter of the distribution: ${name}.`).optional();

const parameterForms = recordOf(parameterNames, parameterForm);

const rangeForm = strictObject({
  value: numberOrPercent.describe(
    "The value of the central run. If no distribution is named, it is the median. Or a formula.",
  ),
  low: numberOrPercent
    .describe(
      "The 2.5th percentile, or the lower bound for uniform, triangular and pert. 0% of a share is such a bound, " +
        "and 0 of what is never below 0.",
    )
    .optional(),
  high: numberOrPercent
    .describe(
      "The 97.5th percentile, or the upper bound for uniform, triangular and pert. 100% of a share is such a bound.",
    )
    .optional(),
  distribution: z
    .enum(familyNames)
    .describe(
      "By default two-piece; or pert, for a low of 0 that nothing can be below, and for a share whose high is 100%.",
    )
    .optional(),
  ...parameterForms,
  ...valueProvenance,
}).describe("A value with its range.");

const picks = {
  beyond: z.number().describe("The value of every cycle after the trace ends.").optional(),
  pick: z
    .union([text, z.number()])
    .describe("each-year (a new trace every model year, the default), once, or the name of a trace.")
    .optional(),
  apart: z
    .boolean()
    .describe("True: draws its year independently, even if another quantity has traces of the same names.")
    .optional(),
};

const tracesForm = strictObject({
  traces: z.record(z.string(), z.array(z.number()).min(1)).describe("Observed years by name, one value per cycle."),
  ...picks,
  ...valueProvenance,
}).describe("Observed years; each run picks among them.");

const fileForm = strictObject({
  file: text.describe("A CSV file beside the scenario."),
  trace: text.describe("The column that names the trace."),
  column: text.describe("The column of the values, one row per cycle."),
  ...picks,
  ...valueProvenance,
}).describe("Observed years from a CSV file beside the scenario.");

const fileStepsForm = strictObject({
  file: text.describe("A CSV file beside the scenario."),
  of: numberOrPercent.describe("The formula that the steps depend on, such as 2019 + year, or 60 + t."),
  from: text.describe("The column of the numbers that values hold from: years such as 2020/21, ages such as 65-69."),
  column: text.describe("The column of the values, one row each."),
  ...valueProvenance,
}).describe("A series of years, or a table by age, from a CSV file beside the scenario: a step function.");

const stepsForm = strictObject({
  of: numberOrPercent.describe("The formula that the steps depend on, such as 60 + t."),
  steps: z.record(z.string(), z.number()).describe("The value from each number on: { 0: 0.001, 65: 0.019 }."),
  ...valueProvenance,
}).describe("A step function of a formula.");

/** The schema of a number, in every form that a scenario may write. */
export const quantityForm = z
  .union([z.number(), z.string(), rangeForm, tracesForm, fileForm, stepsForm, fileStepsForm])
  .meta({ id: "quantity", description: "A number, a percentage, a formula, a range, traces, or steps." });

/** A number as a scenario writes it. */
export type QuantityForm = z.input<typeof quantityForm>;
