import { type ReadContext, reportError } from "../../quantity/context.js";
import { type Expression, operation, type Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";

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

const yearsGone: Expression = operation("subtract", { kind: "name", name: "year" }, 1);

/**
 * Reads how many there are. Sugar: `growth` and `entrants` become part of the size, size · (1 + growth)^(year − 1) + entrants · (year − 1),
 * so that they arrive at each year's start.
 */
export const readCohortSize = (form: SizeForm, cohort: string, reading: ReadContext): Quantity => {
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

const readGrowth = (form: QuantityForm | undefined, address: string, reading: ReadContext): Quantity | undefined => {
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
    : operation(
        "multiply",
        size,
        operation("pow", operation("add", 1, { kind: "quantity", quantity: growth }), yearsGone),
      );

const withEntrants = (size: Expression, entrants: Quantity | undefined): Expression =>
  entrants === undefined
    ? size
    : operation("add", size, operation("multiply", { kind: "quantity", quantity: entrants }, yearsGone));
