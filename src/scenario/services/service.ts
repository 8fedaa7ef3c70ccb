import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantityOr } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { amountForm, type PayerAmount, readAmount } from "../money/amount.js";
import { allVariable, behaviourForms, readCostShares, type Shares } from "../money/cashable.js";
import type { Layer } from "../money/layer.js";
import { checkCash, layerForm } from "../money/layer-form.js";
import { fullNameForm, nameForm } from "../name-forms.js";
import { nameOfKey } from "../names.js";
import { readUnit, type Unit, unitForm } from "../unit.js";
import { type Limits, limitForms, readLimits, unlimited } from "./capacity.js";
import { spendForms } from "./spend.js";

const shared = {
  name: fullNameForm.optional(),
  unit: unitForm(z.string().max(60)).describe(
    "The word for one contact: admission, attendance. Or { one: person who waits, many: people who wait }.",
  ),
  history: z
    .enum(["steady", "empty"])
    .describe("Contacts under way before the start: a steady flow, or empty for a new service.")
    .optional(),
  ...provenanceForms,
};

/** What its spending is for. */
const themeForm = fullNameForm.describe("What it is spent on, such as health: place-count sums by it.").optional();

const costedForm = strictObject({
  cost: z
    .union([z.literal("none"), amountForm])
    .describe("What one contact costs, and who pays; none for a service that only passes contacts on."),
  layer: layerForm,
  ...behaviourForms,
  ...limitForms,
  rising: quantityForm.describe("The share of the cost that each additional contact adds; 1 by default.").optional(),
  theme: themeForm,
  ...shared,
}).describe("A service, what one contact costs, and who pays.");

const { unit: _contact, ...besidesUnit } = shared;

const spentForm = strictObject({
  ...spendForms,
  ...behaviourForms,
  rising: quantityForm.describe("The share of the cost that each additional contact adds; 1 by default.").optional(),
  theme: themeForm,
  ...besidesUnit,
}).describe(
  "A service of which only the total spending is known. It counts one contact per person and length of time.",
);

const outcomeForm = strictObject({
  worth: nameForm.describe("Who enjoys it: society, or an agency. An outcome has no cost and saves no cash."),
  ...shared,
}).describe("An outcome: a life year, a job.");

/** A service and what a contact costs, or an outcome and who enjoys it. */
export const serviceForm = z
  .union([costedForm, spentForm, outcomeForm])
  .describe(
    "A service, by the cost of a contact or the total spending, and who pays. Or an outcome, and who enjoys it.",
  );

/**
 * What one payer pays of a contact, and how that behaves when volume changes.
 * The variable share falls with each contact, the semi-fixed share in steps, the fixed share with the whole service.
 * These three sum to 1. `shareOfRise` is the share that each additional contact adds, if there is no capacity.
 */
export type PayerCost = PayerAmount & Shares & { readonly shareOfRise: Quantity };

/** A service or an outcome: the cost of a contact by payer, its limits, and its contacts before the start. */
export interface Service extends Limits {
  /** Its name for readers: as stated, or the words of its key. */
  readonly name: string;
  /** The words for one contact and for several. */
  readonly unit: Unit;
  /** Who enjoys an outcome (a life year, a job): `society` or an agency. Null for a service with a cost. */
  readonly worth: string | null;
  /** The layer of its cost: fiscal for public budgets, else the economy or people's lives. */
  readonly layer: Layer;
  readonly costs: readonly PayerCost[];
  /** What it is spent on. Null if it states none. */
  readonly theme: string | null;
  readonly history: "steady" | "empty";
}

/** Who enjoys an outcome that belongs to no agency. */
const society = "society";

/** Reads a service. */
export const readService = (form: z.output<typeof serviceForm>, name: string, context: ScenarioContext): Service => {
  const address = `services.${name}`;
  return { name: form.name ?? nameOfKey(name), ...readNamed(form, address, context) };
};

const readNamed = (form: z.output<typeof serviceForm>, address: string, context: ScenarioContext): Nameless => {
  if ("worth" in form) return readOutcome(form, address, context);
  if (!("spend" in form)) return readCosted(form, address, context);
  // The cost of a contact is divided by its people later, when cohorts are known.
  const { spend, every, cohort: _cohort, unit = `person's ${every}`, ...rest } = form;
  return readCosted({ ...rest, cost: spend, unit }, address, context, `${address}.spend`);
};

type Nameless = Omit<Service, "name">;

const readOutcome = (form: z.output<typeof outcomeForm>, address: string, context: ScenarioContext): Nameless => {
  if (form.worth !== society)
    checkName(context, `${address}.worth`, "agency", form.worth, [...context.agencies, society]);
  return {
    unit: readUnit(form.unit),
    worth: form.worth,
    layer: "fiscal",
    costs: [],
    theme: null,
    ...unlimited(address, context),
    history: form.history ?? "steady",
  };
};

const readCosted = (
  form: z.output<typeof costedForm>,
  address: string,
  context: ScenarioContext,
  costAddress = `${address}.cost`,
): Nameless => {
  const unit = readUnit(form.unit);
  const inherits = provenanceOf({ ...form, unit: unit.one });
  const { layer = "fiscal" } = form;
  checkCash(layer, form, address, context);
  const borne = form.cost === "none" ? [] : readAmount(form.cost, costAddress, inherits, context, layer);
  if (form.cashable !== undefined && form.split !== undefined)
    reportError(
      context,
      address,
      "A service has cashable or split, not both.",
      "Keep split; cashable is its short form.",
    );
  const hasStep = form.step !== undefined && form.capacity !== undefined;
  const rising = { address: `${address}.rising`, bounds: "positive", inherits } as const;
  const shareOfRise = readQuantityOr(1, form.rising, rising, context);
  const costs = borne.map((cost) => ({
    ...cost,
    ...(layer === "fiscal"
      ? readCostShares(form, { address, agency: cost.agency, inherits }, hasStep, context)
      : allVariable(address)),
    shareOfRise,
  }));
  const limits = readLimits(form, address, inherits, context);
  return { unit, worth: null, layer, costs, theme: form.theme ?? null, ...limits, history: form.history ?? "steady" };
};
