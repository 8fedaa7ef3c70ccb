import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";

/** The deadweight of one effect. */
export const deadweightForms = {
  deadweight: quantityForm
    .describe("The share of this change that would have happened anyway, in place of the intervention's.")
    .optional(),
};

/** Reads a deadweight, if one is stated: a share of the change. */
export const readDeadweight = (
  form: QuantityForm | undefined,
  address: string,
  context: ScenarioContext,
): Quantity | undefined =>
  form === undefined ? undefined : readQuantity(form, { address: `${address}.deadweight`, bounds: "share" }, context);

/** Reads the deadweight of an effect: its own, or else that of its intervention. Reports an effect without one. */
export const readRequiredDeadweight = (
  form: QuantityForm | undefined,
  address: string,
  inherited: Quantity | undefined,
  context: ScenarioContext,
): Quantity | undefined => {
  const deadweight = readDeadweight(form, address, context) ?? inherited;
  if (deadweight === undefined) reportDeadweight(address, context);
  return deadweight;
};

/** Reports a change without a deadweight. */
export const reportDeadweight = (address: string, context: ScenarioContext): void =>
  reportError(
    context,
    address,
    "This change does not state how much of it would have happened anyway.",
    "Write deadweight on the intervention or here: 0 with a reason, or a range such as " +
      "{ value: 30%, low: 10%, high: 60%, source: assumption }.",
  );
