import * as z from "zod";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import type { Layer } from "../layer.js";
import { amountForm, type Borne, readAmount } from "../money/amount.js";
import { nameForm } from "../names.js";
import { type Per, perForm, readPer } from "../people/cohort.js";
import type { Reach } from "../people/reach.js";
import { readWhileCounted, whileForm } from "../people/while.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { type Profile, readProfile, readTiming, type Timing, timingForms } from "./timing.js";

/** Whom a line of money is counted by. */
export const countedForms = {
  per: perForm
    .describe("Per whom: person, case, 795 people, worker; for the intervention as a whole where left out.")
    .optional(),
  cohort: nameForm.describe("The cohort, where per does not name it.").optional(),
  while: whileForm.describe("Only people in this state count; or in one of these, as a list.").optional(),
};

/** A line of what an intervention costs. */
export const costForm = z
  .strictObject({
    pays: amountForm.describe("What it costs, and who finally bears it."),
    to: nameForm.describe("The agency that delivers, where another pays it.").optional(),
    ...countedForms,
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
  readonly layer: Layer;
  readonly amounts: readonly (Borne & { readonly cashable?: Quantity })[];
  readonly to?: string;
  /** For the intervention as a whole where left out. */
  readonly per?: Per | "worker";
  /** Only people in these states count: one of those named of each dimension; all where it is empty. */
  readonly while: readonly string[];
  readonly timing: Timing;
  /** Counted by people an intervention takes in, it follows each from joining, unless it says how often it falls while they are enrolled. */
  readonly clock: "programme" | "joining";
  readonly profile: Profile;
  readonly deadweight?: Quantity;
  /** Measured before and after with nobody to compare with: the truth is at most this. */
  readonly upperBound?: true;
}

type LineForm = Omit<z.output<typeof costForm>, "pays" | "to">;

/** Reads by whom a line is counted, and when it falls; undefined where nothing says when. */
export const readCounted = (
  form: LineForm,
  { address, verb, reach }: LinePlace,
  reading: ScenarioReading,
): Pick<Line, "per" | "while" | "timing" | "clock" | "profile"> | undefined => {
  const timing = readTiming(form, address, verb, reading);
  const profile = readProfile(form, address, reading);
  const per = readLinePer(form, address, reach, reading);
  const cohort = typeof per === "object" ? reading.cohorts.get(per.cohort) : undefined;
  const states = cohort ? readWhileCounted(form.while, `${address}.while`, cohort, reading) : [];
  if (form.while !== undefined) checkWhile(form, address, reach, reading);
  const clock = reach && typeof per === "object" && form.every === undefined ? "joining" : "programme";
  return timing && { while: states, timing, clock, profile, ...(per ? { per } : {}) };
};

const readLinePer = (
  form: LineForm,
  address: string,
  reach: Reach | null | undefined,
  reading: ScenarioReading,
): Line["per"] => {
  if (form.per === undefined) return undefined;
  if (form.per.trim() === "worker") {
    if (!reach?.caseload && !reach?.workers && reach !== undefined)
      reportError(
        reading,
        `${address}.per`,
        "Nothing says how many workers there are.",
        reach === null
          ? "An intervention that reaches everyone has no workers to count: write reaches: { people, who, stay, caseload }, or leave per out."
          : "Write caseload: 10 (people a worker) or workers: 12 under reaches.",
      );
    return "worker";
  }
  const reached = reach ? new Map([...reading.units].filter(([name]) => name === reach.cohort)) : reading.units;
  return readPer({ ...form, per: form.per }, address, reached, reading);
};

/** Reports states on a line that counts nobody, or that follows each joiner wherever they go. */
const checkWhile = (
  form: LineForm,
  address: string,
  reach: Reach | null | undefined,
  reading: ScenarioReading,
): void => {
  const refuse = (what: string, mend: string): void => reportError(reading, `${address}.while`, what, mend, "key");
  if (form.per === undefined || form.per.trim() === "worker")
    refuse(
      `This line counts ${form.per === undefined ? "no people" : "workers"}, so no states of people.`,
      `Write per: person ${form.per === undefined ? "as well" : "in its place"}, or leave while out.`,
    );
  else if (reach && form.every === undefined)
    refuse(
      "What falls once for each who joins falls in whatever state they are by then.",
      "Write every: in place of in:, over: or byYear:; or let reaches name the states they join from.",
    );
};

/** Where a line stands, what it does, and whom its intervention takes in: null where that is everyone, undefined where it could not be read. */
export interface LinePlace {
  readonly address: string;
  readonly verb: string;
  readonly reach: Reach | null | undefined;
}

/** Reads a line of costs. */
export const readCost = (
  form: z.output<typeof costForm>,
  address: string,
  reach: Reach | null | undefined,
  reading: ScenarioReading,
): Line | undefined => {
  const counted = readCounted(form, { address, verb: "is paid", reach }, reading);
  const amounts = readAmount(form.pays, `${address}.pays`, provenanceOf(form), reading);
  if (form.to !== undefined) checkName(reading, `${address}.to`, "agency", form.to, reading.agencies);
  const to = form.to === undefined ? {} : { to: form.to };
  return counted && { address, kind: "pays", layer: "fiscal", amounts, ...to, ...counted };
};
