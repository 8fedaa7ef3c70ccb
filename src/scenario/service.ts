import * as z from "zod";
import { provenanceForms, quantityForm } from "../quantity/forms.js";
import { defaultQuantity, type Quantity } from "../quantity/quantity.js";
import { provenanceOf, readQuantity } from "../quantity/read.js";
import { reportError } from "../quantity/reading.js";
import { amountForm, type Borne, readAmount } from "./amount.js";
import { readCashable, readSplit } from "./expand/cashable.js";
import type { ScenarioReading } from "./reading.js";

/** Something people come to, and what a contact costs whom. */
export const serviceForm = z
  .strictObject({
    unit: z.string().max(60).describe("What one contact is called: admission, attendance, week."),
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
    history: z
      .enum(["steady", "empty"])
      .describe("What was under way before the start: the steady flow, or nothing (a new service).")
      .optional(),
    ...provenanceForms,
  })
  .describe("Something people come to, and what a contact costs whom.");

/** What one agency bears of a contact, and the share of it that falls at once when volume falls. */
export type BorneCost = Borne & { readonly variable: Quantity };

/** Something people come to: a contact's cost by agency, the share a rise costs, and whether it was there before the start. */
export interface Service {
  readonly unit: string;
  /** Who enjoys a contact, where it is an outcome (a life year, a job) and no cost: `society` or an agency; null where it is none. */
  readonly worth: string | null;
  readonly costs: readonly BorneCost[];
  readonly rising: Quantity;
  readonly history: "steady" | "empty";
}

/** Reads a service. */
export const readService = (form: z.output<typeof serviceForm>, name: string, reading: ScenarioReading): Service => {
  const address = `services.${name}`;
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
  const costs = borne.map((cost) => ({ ...cost, variable: variableOf(cost) }));
  const rising =
    form.rising === undefined
      ? defaultQuantity(`${address}.rising`, 1, "positive")
      : readQuantity(form.rising, { address: `${address}.rising`, bounds: "positive", inherits }, reading);
  return { unit: form.unit, worth: null, costs, rising, history: form.history ?? "steady" };
};
