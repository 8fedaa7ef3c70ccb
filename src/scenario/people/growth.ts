import { type ReadContext, reportError } from "../../quantity/context.js";
import { type Expression, operation, type Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";

/** How a cohort grows. */
export const growthForms = {
  growth: quantityForm.describe("The share by which it grows from one year's start to the next: 2%.").optional(),
  entrants: quantityForm.describe("How many arrive at each year's start from the second on.").optional(),
};

interface SizeForm {
  readonly size: QuantityForm;
  readonly growth?: QuantityForm | undefined;
  readonly entrants?: QuantityForm | undefined;
}

/** The full years since the start: 0 in the first year. */
const yearsGone: Expression = operation("subtract", { kind: "name", name: "year" }, 1);

/**
 * Reads the number of people of a cohort.
 * Sugar: `growth` and `entrants` become part of the size: size · (1 + growth)^(year − 1) + entrants · (year − 1).
 * So the size changes at each year's start.
 */
export const readCohortSize = (form: SizeForm, cohort: string, context: ReadContext): Quantity => {
  const size = readQuantity(form.size, { address: `cohorts.${cohort}.size`, bounds: "positive" }, context);
  const growth = readGrowth(form.growth, `cohorts.${cohort}.growth`, context);
  const entrants =
    form.entrants === undefined
      ? undefined
      : readQuantity(
          form.entrants,
          { address: `cohorts.${cohort}.entrants`, bounds: "positive", inherits: { unit: "a year" } },
          context,
        );
  return {
    ...size,
    expression: withEntrants(withGrowth(size.expression, growth), entrants),
    written: [
      size.written,
      growth ? `, growing by ${growth.written} a year` : "",
      entrants ? `, and ${entrants.written} more each year` : "",
    ].join(""),
  };
};

const readGrowth = (form: QuantityForm | undefined, address: string, context: ReadContext): Quantity | undefined => {
  if (form === undefined) return undefined;
  const growth = readQuantity(form, { address, bounds: "free", percentIsShare: false }, context);
  const value = plainValue(growth);
  if (value !== undefined && (value < -1 || value > 1))
    reportError(
      context,
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
