import * as z from "zod";
import { provenanceForms } from "../quantity/forms.js";
import type { Quantity } from "../quantity/quantity.js";
import { provenanceOf, readQuantity } from "../quantity/read.js";
import { reportError } from "../quantity/reading.js";
import { amountForm, type Borne, readAmount } from "./amount.js";
import { type Per, perForm, readPer } from "./cohort.js";
import type { EffectForm } from "./effect.js";
import { readCashable } from "./expand/cashable.js";
import { nameForm } from "./names.js";
import { checkName, type ScenarioReading } from "./reading.js";
import { type Profile, readProfile, readTiming, type Timing, timingForms } from "./timing.js";

/** Whom a line of money is counted by. */
export const perForms = {
  per: perForm
    .describe("Per whom: person, case, 795 people; for the intervention as a whole where left out.")
    .optional(),
  cohort: nameForm.describe("The cohort, where per does not name it.").optional(),
};

/** A line of what an intervention costs. */
export const costForm = z
  .strictObject({
    pays: amountForm.describe("What it costs, and who finally bears it."),
    to: nameForm.describe("The agency that delivers, where another pays it.").optional(),
    ...perForms,
    ...timingForms,
    ...provenanceForms,
  })
  .describe("A line of what an intervention costs.");

/** What a line of money is: a payment, a saving with no service behind it, or a cost that rises elsewhere. */
export type LineKind = "pays" | "saves" | "costsMore";

/** A line of money: who bears how much, counted by whom, when, and (of a saving) how much of it is cash. */
export interface Line {
  readonly address: string;
  readonly kind: LineKind;
  readonly amounts: readonly (Borne & { readonly cashable?: Quantity })[];
  readonly to?: string;
  readonly per?: Per;
  readonly timing: Timing;
  readonly profile: Profile;
  readonly deadweight?: Quantity;
}

type LineForm = Omit<z.output<typeof costForm>, "pays" | "to">;

const readCounted = (
  form: LineForm,
  address: string,
  verb: string,
  reading: ScenarioReading,
): Pick<Line, "per" | "timing" | "profile"> | undefined => {
  const timing = readTiming(form, address, verb, reading);
  const profile = readProfile(form, address, reading);
  const per = form.per === undefined ? undefined : readPer({ ...form, per: form.per }, address, reading.units, reading);
  return timing && { timing, profile, ...(per ? { per } : {}) };
};

/** Reads a line of costs. */
export const readCost = (
  form: z.output<typeof costForm>,
  address: string,
  reading: ScenarioReading,
): Line | undefined => {
  const counted = readCounted(form, address, "is paid", reading);
  const amounts = readAmount(form.pays, `${address}.pays`, provenanceOf(form), reading);
  if (form.to !== undefined) checkName(reading, `${address}.to`, "agency", form.to, reading.agencies);
  return counted && { address, kind: "pays", amounts, ...(form.to === undefined ? {} : { to: form.to }), ...counted };
};

/** Reads an effect that is money: a saving (less deadweight, part of it cash), or a cost that rises (all of it cash). */
export const readMoneyEffect = (
  form: EffectForm,
  address: string,
  deadweight: Quantity | undefined,
  reading: ScenarioReading,
): Line | undefined => {
  const kind = form.saves === undefined ? "costsMore" : "saves";
  const counted = readCounted(form, address, kind === "saves" ? "saves" : "costs more", reading);
  const borne = readAmount(form[kind] ?? {}, `${address}.${kind}`, provenanceOf(form), reading);
  const amounts =
    kind === "saves"
      ? borne.map((part) => ({
          ...part,
          cashable: readCashable(
            form.cashable,
            { address, agency: part.agency, inherits: provenanceOf(form) },
            reading,
          ),
        }))
      : borne;
  const own =
    form.deadweight === undefined
      ? undefined
      : readQuantity(form.deadweight, { address: `${address}.deadweight`, bounds: "share" }, reading);
  const held = own ?? (kind === "saves" ? deadweight : undefined);
  if (kind === "saves" && held === undefined) reportDeadweight(address, reading);
  return counted && { address, kind, amounts, ...counted, ...(held ? { deadweight: held } : {}) };
};

/** Says that a change stands without its deadweight. */
export const reportDeadweight = (address: string, reading: ScenarioReading): void =>
  reportError(
    reading,
    address,
    "Nothing says how much of this change would have come anyway.",
    "Write deadweight on the intervention or here: 0 with a reason, or a range such as { value: 30%, low: 10%, high: 60%, source: assumption }.",
  );
