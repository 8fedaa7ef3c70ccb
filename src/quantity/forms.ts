import * as z from "zod";
import { familyNames, type ParameterName, parameterNames } from "./distributions/index.js";

const numberOrPercent = z.union([z.number(), z.string()]).describe("A number, or a percentage such as 32%.");
const text = z.string().max(2000);

/** A text of a few words. */
export const wordForm = z.string().max(200);

/** A year of prices: 2024/25, or the calendar year 2024. */
export const priceYearForm = z
  .union([wordForm.meta({ pattern: "^\\d{4}(/\\d{2})?$" }), z.number()])
  .describe("The year whose prices the figure is in: 2024/25, or the calendar year 2024.");

/** What any value, line or service may say of where it comes from. */
export const provenanceForms = {
  source: wordForm.describe("The name of an entry of sources, or the word assumption.").optional(),
  priceYear: priceYearForm.optional(),
  grade: z.int().min(1).max(6).describe("The grade of the evidence, 1 (best) to 6.").optional(),
  note: text.describe("Anything a reader should know.").optional(),
};

const valueProvenance = { unit: text.describe("What the number counts or measures.").optional(), ...provenanceForms };

const parameterForm = (name: ParameterName) =>
  numberOrPercent.describe(`A parameter of the distribution: ${name}.`).optional();

const parameterForms = Object.fromEntries(parameterNames.map((name) => [name, parameterForm(name)])) as Readonly<
  Record<ParameterName, ReturnType<typeof parameterForm>>
>;

const rangeForm = z
  .strictObject({
    value: numberOrPercent.describe(
      "The value of the central run: the median, where no distribution is named. Or a formula.",
    ),
    low: numberOrPercent
      .describe("The 2.5th percentile, or the lower bound for uniform, triangular and pert.")
      .optional(),
    high: numberOrPercent
      .describe("The 97.5th percentile, or the upper bound for uniform, triangular and pert.")
      .optional(),
    distribution: z.enum(familyNames).describe("The family drawn from; two-piece unless said.").optional(),
    ...parameterForms,
    ...valueProvenance,
  })
  .describe("A value with its range.");

const picks = {
  beyond: z.number().describe("The value of every cycle after the trace ends.").optional(),
  pick: z
    .union([text, z.number()])
    .describe("each-year (a new one every model year, unless said), once, or the name of a trace.")
    .optional(),
  apart: z.boolean().describe("Picks on its own, even where another quantity has traces of the same names.").optional(),
};

const tracesForm = z
  .strictObject({
    traces: z.record(z.string(), z.array(z.number()).min(1)).describe("Observed years by name, one value a cycle."),
    ...picks,
    ...valueProvenance,
  })
  .describe("Observed years, one of which each run picks.");

const fileForm = z
  .strictObject({
    file: text.describe("A CSV file beside the scenario."),
    trace: text.describe("The column that names the trace."),
    column: text.describe("The column that holds the values, one row a cycle."),
    ...picks,
    ...valueProvenance,
  })
  .describe("Observed years from a CSV file beside the scenario.");

const stepsForm = z
  .strictObject({
    of: numberOrPercent.describe("A formula: what the steps are read by, such as 60 + t."),
    steps: z.record(z.string(), z.number()).describe("From which number on, which value."),
    ...valueProvenance,
  })
  .describe("A step function of a formula.");

/** A number, in every form a scenario may write it. */
export const quantityForm = z
  .union([z.number(), z.string(), rangeForm, tracesForm, fileForm, stepsForm])
  .meta({ id: "quantity", description: "A number, a percentage, a formula, a range, traces, or steps." });

/** A number as a scenario writes it. */
export type QuantityForm = z.input<typeof quantityForm>;
