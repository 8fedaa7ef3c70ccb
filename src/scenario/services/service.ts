import * as z from "zod";
import { reportError } from "../../quantity/context.js";
import { defaultQuantity, type Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { checkCash, type Layer, layerForm } from "../layer.js";
import { amountForm, type Borne, readAmount } from "../money/amount.js";
import { allVariable, behaviourForms, readCostShares, type Shares } from "../money/cashable.js";
import { nameForm } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { type Limits, limitForms, readLimits, unlimited } from "./capacity.js";
import { spendForms } from "./spend.js";

const shared = {
  unit: z.string().max(60).describe("What one contact is called: admission, attendance, week."),
  history: z
    .enum(["steady", "empty"])
    .describe("What was under way before the start: the steady flow, or nothing (a new service).")
    .optional(),
  ...provenanceForms,
};

const costedForm = z
  .strictObject({
    cost: z
      .union([z.literal("none"), amountForm])
      .describe("What one contact costs, and whom; none for a mere junction."),
    layer: layerForm,
    ...behaviourForms,
    ...limitForms,
    rising: quantityForm.describe("The share of the cost that comes with each contact more; 1 unless said.").optional(),
    ...shared,
  })
  .describe("Something people come to, and what a contact costs whom.");

const { unit: _contact, ...besidesUnit } = shared;

const spentForm = z
  .strictObject({
    ...spendForms,
    ...behaviourForms,
    rising: quantityForm.describe("The share of the cost that comes with each contact more; 1 unless said.").optional(),
    ...besidesUnit,
  })
  .describe("Something whose total spend alone is known: one contact a person every so often.");

const outcomeForm = z
  .strictObject({
    worth: nameForm.describe("Who enjoys it: society, or an agency. An outcome costs nothing and saves no cash."),
    ...shared,
  })
  .describe("An outcome: a life year, a job.");

/** Something people come to and what a contact costs whom; or an outcome, and who enjoys it. */
export const serviceForm = z
  .union([costedForm, spentForm, outcomeForm])
  .describe(
    "Something people come to and what a contact costs whom; or what is spent on it in all; or an outcome, and who enjoys it.",
  );

/**
 * What one agency bears of a contact, and the shares of it: the variable one falls with each contact, the semi-fixed one in steps, the fixed one
 * with the whole service (they sum to 1); the rising one comes with each contact more where there is no capacity.
 */
export type BorneCost = Borne & Shares & { readonly rising: Quantity };

/** Something people come to: a contact's cost by agency, how many it can serve, and whether it was there before the start. */
export interface Service extends Limits {
  readonly unit: string;
  /** Who enjoys a contact, where it is an outcome (a life year, a job) and no cost: `society` or an agency; null where it is none. */
  readonly worth: string | null;
  /** What its cost is: of public budgets (fiscal), or what a contact costs the economy or people's lives. */
  readonly layer: Layer;
  readonly costs: readonly BorneCost[];
  readonly history: "steady" | "empty";
}

/** Who enjoys an outcome that is nobody's in particular. */
const society = "society";

/** Reads a service. */
export const readService = (form: z.output<typeof serviceForm>, name: string, reading: ScenarioReading): Service => {
  const address = `services.${name}`;
  if ("worth" in form) return readOutcome(form, address, reading);
  if (!("spend" in form)) return readCosted(form, address, reading);
  // What a contact costs is known once its people are.
  const { spend, every, cohort: _cohort, unit = `person's ${every}`, ...rest } = form;
  return readCosted({ ...rest, cost: spend, unit }, address, reading, `${address}.spend`);
};

const readOutcome = (form: z.output<typeof outcomeForm>, address: string, reading: ScenarioReading): Service => {
  if (form.worth !== society)
    checkName(reading, `${address}.worth`, "agency", form.worth, [...reading.agencies, society]);
  return {
    unit: form.unit,
    worth: form.worth,
    layer: "fiscal",
    costs: [],
    ...unlimited(address, reading),
    history: form.history ?? "steady",
  };
};

const readCosted = (
  form: z.output<typeof costedForm>,
  address: string,
  reading: ScenarioReading,
  costAddress = `${address}.cost`,
): Service => {
  const inherits = provenanceOf(form);
  const { layer = "fiscal" } = form;
  checkCash(layer, form, address, reading);
  const borne = form.cost === "none" ? [] : readAmount(form.cost, costAddress, inherits, reading, layer);
  if (form.cashable !== undefined && form.split !== undefined)
    reportError(
      reading,
      address,
      "A service has cashable or split, not both.",
      "Keep split; cashable is its short form.",
    );
  const hasStep = form.step !== undefined && form.capacity !== undefined;
  const rising =
    form.rising === undefined
      ? defaultQuantity(`${address}.rising`, 1, "positive")
      : readQuantity(form.rising, { address: `${address}.rising`, bounds: "positive", inherits }, reading);
  const costs = borne.map((cost) => ({
    ...cost,
    ...(layer === "fiscal"
      ? readCostShares(form, { address, agency: cost.agency, inherits }, hasStep, reading)
      : allVariable(address)),
    rising,
  }));
  const limits = readLimits(form, address, inherits, reading);
  return { unit: form.unit, worth: null, layer, costs, ...limits, history: form.history ?? "steady" };
};
