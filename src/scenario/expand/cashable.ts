import type { QuantityForm } from "../../quantity/forms.js";
import type { Provenance, Quantity } from "../../quantity/quantity.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import { reportError, reportWarning } from "../../quantity/reading.js";
import type { ScenarioReading } from "../reading.js";

/** Where a cashable share is read: the service or line, the agency that saves, and what the share inherits. */
export interface CashablePlace {
  readonly address: string;
  readonly agency: string;
  readonly inherits: Provenance;
}

/**
 * Sugar for the variable share of a cost, the rest of which is fixed. The share of a saving that is cash: its own, else what the agency says of
 * all its savings; never assumed in silence.
 */
export const readCashable = (
  own: QuantityForm | undefined,
  { address, agency, inherits }: CashablePlace,
  reading: ScenarioReading,
): Quantity => {
  const cashable = own ?? reading.cashableOf.get(agency);
  if (cashable === undefined)
    reportError(
      reading,
      address,
      `Nothing says how much of what ${agency} saves here is cash.`,
      `Write cashable: 15% here, or on agencies.${agency}; an assumption with a range will do.`,
    );
  const place =
    own === undefined ? { address: `agencies.${agency}.cashable` } : { address: `${address}.cashable`, inherits };
  return readQuantity(cashable ?? 0, { ...place, bounds: "share" }, reading);
};

/** The shares of a split as a scenario states them. */
export interface SplitForm {
  readonly variable: QuantityForm;
  readonly semiFixed: QuantityForm;
  readonly fixed: QuantityForm;
}

/** Reads a split, whose three shares sum to 1, to the share that is cash. What falls in steps counts as fixed while services have none. */
export const readSplit = (
  form: SplitForm,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
): Quantity => {
  const read = (key: keyof SplitForm): Quantity =>
    readQuantity(form[key], { address: `${address}.split.${key}`, bounds: "share", inherits }, reading);
  const variable = read("variable");
  const shares = [variable, read("semiFixed"), read("fixed")].map(plainValue);
  const sum = shares.reduce<number>((total, share) => total + (share ?? Number.NaN), 0);
  if (!(Math.abs(sum - 1) <= 1e-9))
    reportError(
      reading,
      `${address}.split`,
      `Variable, semi-fixed and fixed shares sum to 100%; these sum to ${sumText(sum)}.`,
      "A contact cannot free more than it costs, or less than its parts: mend the shares.",
    );
  if (shares[1] !== 0)
    reportWarning(
      reading,
      `${address}.split.semiFixed`,
      "A semi-fixed share with no step to fall by counts as fixed.",
      "Write it as part of fixed, if that is what is meant.",
    );
  return variable;
};

const sumText = (sum: number): string =>
  Number.isNaN(sum) ? "what only a run can tell" : `${Number((sum * 100).toFixed(4))}%`;
