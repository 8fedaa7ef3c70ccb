import * as z from "zod";
import { provenanceForms, quantityForm } from "../quantity/forms.js";
import { defaultQuantity, type Quantity } from "../quantity/quantity.js";
import { provenanceOf, readQuantity } from "../quantity/read.js";
import { reportError } from "../quantity/reading.js";
import { amountForm, type Borne, readAmount } from "./amount.js";
import { readCashable, readSplit } from "./expand/cashable.js";
import { nameForm } from "./names.js";
import { checkName, type ScenarioReading } from "./reading.js";

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
    cashable: quantityForm
      .describe("The share of the cost that falls at once when volume falls; the rest is fixed.")
      .optional(),
    split: z
      .strictObject({
        variable: quantityForm.describe("The share that falls with each contact."),
        semiFixed: quantityForm.describe("The share that falls in steps, as when a ward closes."),
        fixed: quantityForm.describe("The share that stays while the service does."),
      })
      .describe("The shares of the cost that fall at once, in steps, and never; instead of cashable.")
      .optional(),
    rising: quantityForm.describe("The share of the cost that comes with each contact more; 1 unless said.").optional(),
    ...shared,
  })
  .describe("Something people come to, and what a contact costs whom.");

const outcomeForm = z
  .strictObject({
    worth: nameForm.describe("Who enjoys it: society, or an agency. An outcome costs nothing and saves no cash."),
    ...shared,
  })
  .describe("An outcome: a life year, a job.");

/** Something people come to and what a contact costs whom; or an outcome, and who enjoys it. */
export const serviceForm = z
  .union([costedForm, outcomeForm])
  .describe("Something people come to and what a contact costs whom; or an outcome, and who enjoys it.");

/** What one agency bears of a contact, and the shares of it that fall at once when volume falls, and come with each contact more. */
export type BorneCost = Borne & { readonly variable: Quantity; readonly rising: Quantity };

/** Something people come to: a contact's cost by agency, and whether it was there before the start. */
export interface Service {
  readonly unit: string;
  /** Who enjoys a contact, where it is an outcome (a life year, a job) and no cost: `society` or an agency; null where it is none. */
  readonly worth: string | null;
  readonly costs: readonly BorneCost[];
  readonly history: "steady" | "empty";
}

/** Who enjoys an outcome that is nobody's in particular. */
const society = "society";

/** Reads a service. */
export const readService = (form: z.output<typeof serviceForm>, name: string, reading: ScenarioReading): Service => {
  const address = `services.${name}`;
  return "worth" in form ? readOutcome(form, address, reading) : readCosted(form, address, reading);
};

const readOutcome = (form: z.output<typeof outcomeForm>, address: string, reading: ScenarioReading): Service => {
  if (form.worth !== society)
    checkName(reading, `${address}.worth`, "agency", form.worth, [...reading.agencies, society]);
  return { unit: form.unit, worth: form.worth, costs: [], history: form.history ?? "steady" };
};

const readCosted = (form: z.output<typeof costedForm>, address: string, reading: ScenarioReading): Service => {
  const inherits = provenanceOf(form);
  const borne = form.cost === "none" ? [] : readAmount(form.cost, `${address}.cost`, inherits, reading);
  if (form.cashable !== undefined && form.split !== undefined)
    reportError(
      reading,
      address,
      "A service has cashable or split, not both.",
      "Keep split; cashable is its short form.",
    );
  const { split } = form;
  const variableOf = ({ agency }: Borne): Quantity =>
    split === undefined
      ? readCashable(form.cashable, { address, agency, inherits }, reading)
      : readSplit(split, address, inherits, reading);
  const rising =
    form.rising === undefined
      ? defaultQuantity(`${address}.rising`, 1, "positive")
      : readQuantity(form.rising, { address: `${address}.rising`, bounds: "positive", inherits }, reading);
  const costs = borne.map((cost) => ({ ...cost, variable: variableOf(cost), rising }));
  return { unit: form.unit, worth: null, costs, history: form.history ?? "steady" };
};
