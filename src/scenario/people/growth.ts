import type { QuantityForm } from "../../quantity/forms.js";
import { quantityForm } from "../../quantity/forms.js";
import type { Expression, Quantity } from "../../quantity/quantity.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import { type Reading, reportError } from "../../quantity/reading.js";

/** By how much a cohort grows. */
export const growthForms = {
  growth: quantityForm.describe("By what share it grows from one year's start to the next: 2%.").optional(),
  entrants: quantityForm.describe("How many more there are at each year's start from the second on.").optional(),
};

interface SizeForm {
  readonly size: QuantityForm;
  readonly growth?: QuantityForm | undefined;
  readonly entrants?: QuantityForm | undefined;
}

const yearsGone: Expression = { apply: "subtract", to: [{ name: "year" }, 1] };

/**
 * Reads how many there are. Sugar: `growth` and `entrants` become part of the size, size · (1 + growth)^(year − 1) + entrants · (year − 1),
 * so that they arrive at each year's start.
 */
export const readCohortSize = (form: SizeForm, cohort: string, reading: Reading): Quantity => {
  const size = readQuantity(form.size, { address: `cohorts.${cohort}.size`, bounds: "positive" }, reading);
  const growth = readGrowth(form.growth, `cohorts.${cohort}.growth`, reading);
  const entrants =
    form.entrants === undefined
      ? undefined
      : readQuantity(
          form.entrants,
          { address: `cohorts.${cohort}.entrants`, bounds: "positive", inherits: { unit: "a year" } },
          reading,
        );
  return {
    ...size,
    expression: withEntrants(withGrowth(size.expression, growth), entrants),
    written: `${size.written}${growth ? `, growing by ${growth.written} a year` : ""}${entrants ? `, and ${entrants.written} more each year` : ""}`,
  };
};

const readGrowth = (form: QuantityForm | undefined, address: string, reading: Reading): Quantity | undefined => {
  if (form === undefined) return undefined;
  const growth = readQuantity(form, { address, bounds: "free", percentIsShare: false }, reading);
  const value = plainValue(growth);
  if (value !== undefined && (value < -1 || value > 1))
    reportError(
      reading,
      address,
      `A growth of ${growth.written} a year is not possible here: it lies between -100% and 100%.`,
      "Write such as 2%, or 0.02; for people who arrive, entrants: 30.",
    );
  return growth;
};

const withGrowth = (size: Expression, growth: Quantity | undefined): Expression =>
  growth === undefined
    ? size
    : {
        apply: "multiply",
        to: [size, { apply: "pow", to: [{ apply: "add", to: [1, { quantity: growth }] }, yearsGone] }],
      };

const withEntrants = (size: Expression, entrants: Quantity | undefined): Expression =>
  entrants === undefined
    ? size
    : { apply: "add", to: [size, { apply: "multiply", to: [{ quantity: entrants }, yearsGone] }] };
