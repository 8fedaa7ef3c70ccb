import * as z from "zod";
import { provenanceForms } from "../quantity/forms.js";
import type { Quantity } from "../quantity/quantity.js";
import { provenanceOf } from "../quantity/read.js";
import { amountForm, type Borne, readAmount } from "./amount.js";
import { type Per, perForms, readPer } from "./cohort.js";
import { nameForm } from "./names.js";
import { checkName, type ScenarioReading } from "./reading.js";
import { type Profile, readProfile, readTiming, type Timing, timingForms } from "./timing.js";

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
  /** For the intervention as a whole where left out. */
  readonly per?: Per | "worker";
  /** Only people in these states count: one of those named of each dimension; all where it is empty. */
  readonly while: readonly string[];
  readonly timing: Timing;
  readonly profile: Profile;
  readonly deadweight?: Quantity;
}

type LineForm = Omit<z.output<typeof costForm>, "pays" | "to">;

/** Reads by whom a line is counted, and when it falls; undefined where nothing says when. */
export const readCounted = (
  form: LineForm,
  address: string,
  verb: string,
  reading: ScenarioReading,
): Pick<Line, "per" | "while" | "timing" | "profile"> | undefined => {
  const timing = readTiming(form, address, verb, reading);
  const profile = readProfile(form, address, reading);
  const per = form.per === undefined ? undefined : readPer({ ...form, per: form.per }, address, reading.units, reading);
  return timing && { while: [], timing, profile, ...(per ? { per } : {}) };
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
