import * as z from "zod";
import { defaultQuantity, type Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { upratingOf } from "../money/amount.js";
import type { ScenarioReading } from "../reading.js";

/** What an agency has to spend. */
export const budgetForm = z
  .strictObject({
    perYear: quantityForm.describe("Pounds in the first year."),
    growth: quantityForm
      .describe("By how much it grows from year to year, above prices; not at all unless said.")
      .optional(),
    otherSpending: quantityForm
      .describe(
        "Pounds a year on all that is not modelled here; where left out, the budget is for the modelled services alone.",
      )
      .optional(),
    ...provenanceForms,
  })
  .describe("What an agency has to spend in a year.");

/** What an agency has to spend in the first year, how it grows, and what it spends on all that is not modelled (null: the budget covers the modelled services alone). */
export interface Budget {
  readonly pounds: Quantity;
  readonly uprating: number;
  readonly growth: Quantity;
  readonly other: { readonly pounds: Quantity; readonly uprating: number } | null;
}

/** Reads a budget; null where there is none. */
export const readBudget = (
  form: z.output<typeof budgetForm> | undefined,
  agency: string,
  reading: ScenarioReading,
): Budget | null => {
  if (form === undefined) return null;
  const address = `agencies.${agency}.budget`;
  const inherits = { ...provenanceOf(form), unit: "£" };
  const pounds = readQuantity(form.perYear, { address: `${address}.perYear`, bounds: "positive", inherits }, reading);
  const other =
    form.otherSpending === undefined
      ? null
      : readQuantity(
          form.otherSpending,
          { address: `${address}.otherSpending`, bounds: "positive", inherits },
          reading,
        );
  return {
    pounds,
    uprating: upratingOf(pounds, reading),
    growth:
      form.growth === undefined
        ? defaultQuantity(`${address}.growth`, 0, "free")
        : readQuantity(
            form.growth,
            { address: `${address}.growth`, bounds: "free", percentIsShare: false, inherits: provenanceOf(form) },
            reading,
          ),
    other: other && { pounds: other, uprating: upratingOf(other, reading) },
  };
};
