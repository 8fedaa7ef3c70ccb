import * as z from "zod";
import { reportError, reportWarning } from "../../quantity/context.js";
import { defaultQuantity, operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import type { ScenarioReading } from "../reading.js";

/** How a cost behaves when volume falls, as a service may state it. */
export const behaviourForms = {
  cashable: quantityForm
    .describe("The share of the cost that falls at once when volume falls; the rest is fixed.")
    .optional(),
  split: z
    .strictObject({
      variable: quantityForm.describe("The share that falls with each contact."),
      semiFixed: quantityForm.describe("The share that falls in steps, as when a ward closes."),
      fixed: quantityForm.describe("The share that stays while the service does: what the others leave.").optional(),
    })
    .describe("The shares of the cost that fall at once, in steps, and never; instead of cashable.")
    .optional(),
};

/** What a service says of how its cost behaves. */
type BehaviourForm = { readonly [Key in keyof typeof behaviourForms]?: z.output<(typeof behaviourForms)[Key]> };

/** The shares of a cost: falling with each contact, in steps, and with the whole service alone. They sum to 1. */
export type Shares = Readonly<Record<"variable" | "semiFixed" | "fixed", Quantity>>;

/** Where a cashable share is read: the service or line, the agency that saves, and what the share inherits. */
export interface CashablePlace {
  readonly address: string;
  readonly agency: string;
  readonly inherits: Provenance;
}

/** Reads the share of a saving that is cash: its own, else what the agency says of all its savings; never assumed in silence. */
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

/**
 * Sugar: what is cashable is the variable share of a cost, and the rest is fixed. Reads the shares of a cost, of which a split states the semi-fixed
 * one as well; where the service has no step to fall by, it counts as fixed.
 */
export const readCostShares = (
  { cashable, split }: BehaviourForm,
  place: CashablePlace,
  hasStep: boolean,
  reading: ScenarioReading,
): Shares => {
  const { address, inherits } = place;
  const none = defaultQuantity(`${address}.split.semiFixed`, 0, "share");
  if (split === undefined) {
    const variable = readCashable(cashable, place, reading);
    return { variable, semiFixed: none, fixed: restOf(variable) };
  }
  const read = (key: keyof Shares, form: QuantityForm): Quantity =>
    readQuantity(form, { address: `${address}.split.${key}`, bounds: "share", inherits }, reading);
  const [variable, stated] = [read("variable", split.variable), read("semiFixed", split.semiFixed)];
  const fixed = split.fixed === undefined ? undefined : read("fixed", split.fixed);
  checkSum([variable, stated], fixed, `${address}.split`, reading);
  if (stated.expression !== 0 && !hasStep)
    reportWarning(
      reading,
      stated.address,
      "A semi-fixed share with no step to fall by counts as fixed.",
      "Write step: 15 places on the service (and its capacity), or write it as part of fixed.",
    );
  return hasStep
    ? { variable, semiFixed: stated, fixed: restOf(variable, stated) }
    : { variable, semiFixed: none, fixed: restOf(variable) };
};

/** The shares of what is in no budget: all of it goes with the contact. */
export const allVariable = (address: string): Shares => {
  const variable = defaultQuantity(`${address}.cashable`, 1, "share");
  return { variable, semiFixed: defaultQuantity(`${address}.split.semiFixed`, 0, "share"), fixed: restOf(variable) };
};

/** What other shares leave of the whole: no number of its own, since it follows from them. */
const restOf = (first: Quantity, ...others: readonly Quantity[]): Quantity => ({
  ...defaultQuantity(`${first.address} rest`, 1, "share"),
  expression: [first, ...others].reduce<Quantity["expression"]>(
    (rest, quantity) => operation("subtract", rest, { kind: "quantity", quantity }),
    1,
  ),
  written: `what ${others.length === 0 ? "it leaves" : "they leave"}`,
});

const checkSum = (
  shares: readonly Quantity[],
  fixed: Quantity | undefined,
  address: string,
  reading: ScenarioReading,
): void => {
  const sum = [...shares, ...(fixed ? [fixed] : [])].reduce(
    (total, share) => total + (plainValue(share) ?? Number.NaN),
    0,
  );
  if (fixed && typeof fixed.expression !== "number")
    reportError(
      reading,
      fixed.address,
      "The fixed share is what the others leave, so it has no range or formula of its own.",
      "Leave fixed out, or write a plain share.",
    );
  else if (fixed ? !(Math.abs(sum - 1) <= 1e-9) : sum > 1 + 1e-9)
    reportError(
      reading,
      address,
      fixed
        ? `Variable, semi-fixed and fixed shares sum to 100%; these sum to ${sumText(sum)}.`
        : `Variable and semi-fixed shares sum to at most 100%; these sum to ${sumText(sum)}.`,
      Number.isNaN(sum)
        ? "Leave fixed out: it is what the others leave."
        : "A contact cannot free more than it costs, or less than its parts: mend the shares.",
    );
};

const sumText = (sum: number): string =>
  Number.isNaN(sum) ? "what only a run can tell" : `${Number((sum * 100).toFixed(4))}%`;
