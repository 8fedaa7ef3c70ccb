import type * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readOptionalQuantity, readQuantity, readQuantityOr } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import { upratingOf } from "../money/amount.js";

/** What an agency has to spend. */
export const budgetForm = strictObject({
  perYear: quantityForm.describe("Pounds in the first year."),
  growth: quantityForm
    .describe("The share by which it grows from year to year, above prices; 0 by default.")
    .optional(),
  otherSpending: quantityForm
    .describe(
      "Pounds a year on spending that is not modelled; by default the budget is for the modelled services alone.",
    )
    .optional(),
  ...provenanceForms,
}).describe("What an agency has to spend in a year.");

/** The budget of an agency, and how it grows. */
export interface Budget {
  /** Pounds in the first year, in prices of their own. */
  readonly pounds: Quantity;
  /** The factor that brings these pounds to the prices of the results. */
  readonly uprating: number;
  /** The share by which it grows from year to year, above prices. */
  readonly growth: Quantity;
  /** Pounds a year on spending that is not modelled; null if the budget covers the modelled services alone. */
  readonly other: { readonly pounds: Quantity; readonly uprating: number } | null;
}

/** Reads a budget; null if there is none. */
export const readBudget = (
  form: z.output<typeof budgetForm> | undefined,
  agency: string,
  context: ScenarioContext,
): Budget | null => {
  if (form === undefined) return null;
  const address = `agencies.${agency}.budget`;
  const inherits = { ...provenanceOf(form), unit: "£" };
  const place = { bounds: "positive", inherits } as const;
  const pounds = readQuantity(form.perYear, { address: `${address}.perYear`, ...place }, context);
  const other = readOptionalQuantity(form.otherSpending, { address: `${address}.otherSpending`, ...place }, context);
  return {
    pounds,
    uprating: upratingOf(pounds, context),
    growth: readQuantityOr(
      0,
      form.growth,
      { address: `${address}.growth`, bounds: "free", percentIsShare: false, inherits: provenanceOf(form) },
      context,
    ),
    other: other && { pounds: other, uprating: upratingOf(other, context) },
  };
};
