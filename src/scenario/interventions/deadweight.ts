import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import type { ScenarioReading } from "../reading.js";

/** Reads a deadweight, where there is one: the share of a change that would have come anyway. */
export const readDeadweight = (
  form: QuantityForm | undefined,
  address: string,
  reading: ScenarioReading,
): Quantity | undefined =>
  form === undefined ? undefined : readQuantity(form, { address: `${address}.deadweight`, bounds: "share" }, reading);

/** Says that a change stands without its deadweight. */
export const reportDeadweight = (address: string, reading: ScenarioReading): void =>
  reportError(
    reading,
    address,
    "Nothing says how much of this change would have come anyway.",
    "Write deadweight on the intervention or here: 0 with a reason, or a range such as { value: 30%, low: 10%, high: 60%, source: assumption }.",
  );
