import type * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { defaultQuantity, operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";

/** The keys for how a cost behaves when volume falls. */
export const behaviourForms = {
  cashable: quantityForm
    .describe("The share of the cost that falls at once when volume falls; the rest is fixed.")
    .optional(),
  split: strictObject({
    variable: quantityForm.describe("The share that falls with each contact."),
    semiFixed: quantityForm.describe("The share that falls in steps, as when a ward closes."),
    fixed: quantityForm.describe("The share that remains as long as the service does: 1 − the others.").optional(),
  })
    .describe("The shares of the cost that fall at once, in steps, and never; instead of cashable.")
    .optional(),
};

/** How the cost of a service behaves, as a scenario writes it. */
type BehaviourForm = { readonly [Key in keyof typeof behaviourForms]?: z.output<(typeof behaviourForms)[Key]> };

/** The shares of a cost that fall with each contact, in steps, and only with the whole service. They sum to 1. */
export type Shares = Readonly<Record<"variable" | "semiFixed" | "fixed", Quantity>>;

/** What a cashable share is read with: the address of its service or line, the agency that saves, its provenance. */
export interface CashablePlace {
  readonly address: string;
  readonly agency: string;
  readonly inherits: Provenance;
}

/** Reads the share of a saving that is cash: its own, else that of the agency for all its savings. One is
 * required, unless nothing can be saved. */
export const readCashable = (
  own: QuantityForm | undefined,
  { address, agency, inherits }: CashablePlace,
  context: ScenarioContext,
): Quantity => {
  const cashable = own ?? context.cashableOf.get(agency);
  if (cashable === undefined && context.isCount) return defaultQuantity(`${address}.cashable`, 0, "share");
  if (cashable === undefined)
    reportError(
      context,
      address,
      `This does not state how much of the saving of ${agency} is cash.`,
      `Write cashable: 15% here, or on agencies.${agency}; an assumption with a range is enough.`,
    );
  const place =
    own === undefined ? { address: `agencies.${agency}.cashable` } : { address: `${address}.cashable`, inherits };
  return readQuantity(cashable ?? 0, { ...place, bounds: "share" }, context);
};

/**
 * Reads the shares of a cost. `cashable` is sugar for a variable share, with the rest fixed.
 * A split states the semi-fixed share as well; if the service has no step, that share counts as fixed.
 */
export const readCostShares = (
  { cashable, split }: BehaviourForm,
  place: CashablePlace,
  hasStep: boolean,
  context: ScenarioContext,
): Shares => {
  const { address, inherits } = place;
  const none = defaultQuantity(`${address}.split.semiFixed`, 0, "share");
  if (split === undefined) {
    const variable = readCashable(cashable, place, context);
    return { variable, semiFixed: none, fixed: restOf(variable) };
  }
  const read = (key: keyof Shares, form: QuantityForm): Quantity =>
    readQuantity(form, { address: `${address}.split.${key}`, bounds: "share", inherits }, context);
  const [variable, stated] = [read("variable", split.variable), read("semiFixed", split.semiFixed)];
  const fixed = split.fixed === undefined ? undefined : read("fixed", split.fixed);
  checkSum([variable, stated], fixed, `${address}.split`, context);
  if (stated.expression !== 0 && !hasStep)
    reportWarning(
      context,
      stated.address,
      "A semi-fixed share with no step to fall by counts as fixed.",
      "Write step: 15 places on the service (and its capacity), or write it as part of fixed.",
    );
  return hasStep
    ? { variable, semiFixed: stated, fixed: restOf(variable, stated) }
    : { variable, semiFixed: none, fixed: restOf(variable) };
};

/** The shares of a cost that is in no budget: all of it falls with each contact. */
export const allVariable = (address: string): Shares => {
  const variable = defaultQuantity(`${address}.cashable`, 1, "share");
  return { variable, semiFixed: defaultQuantity(`${address}.split.semiFixed`, 0, "share"), fixed: restOf(variable) };
};

/** 1 − other shares. It is not a number of its own, since it follows from them. */
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
  context: ScenarioContext,
): void => {
  const sum = [...shares, ...(fixed ? [fixed] : [])].reduce(
    (total, share) => total + (plainValue(share) ?? Number.NaN),
    0,
  );
  if (fixed && typeof fixed.expression !== "number")
    reportError(
      context,
      fixed.address,
      "The fixed share is 1 − the others, so it has no range or formula of its own.",
      "Leave fixed out, or write a plain share.",
    );
  else if (fixed ? !(Math.abs(sum - 1) <= 1e-9) : sum > 1 + 1e-9)
    reportError(
      context,
      address,
      fixed
        ? `Variable, semi-fixed and fixed shares sum to 100%; these sum to ${sumText(sum)}.`
        : `Variable and semi-fixed shares sum to at most 100%; these sum to ${sumText(sum)}.`,
      Number.isNaN(sum)
        ? "Leave fixed out: it is 1 − the others."
        : "The shares of a contact cannot sum to more than its cost, or to less: correct them.",
    );
};

const sumText = (sum: number): string =>
  Number.isNaN(sum) ? "a value known only in a run" : `${Number((sum * 100).toFixed(4))}%`;
