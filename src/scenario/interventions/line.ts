import type * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { amountForm, type PayerAmount, readAmount } from "../money/amount.js";
import type { Layer } from "../money/layer.js";
import { nameForm } from "../name-forms.js";
import { type Per, perForm, readPer } from "../people/per.js";
import type { Reach } from "../people/reach.js";
import { readWhileCounted, whileForm } from "../people/while.js";
import type { Profile, Timing } from "./timing.js";
import { readProfile, readTiming, timingForms } from "./timing-form.js";

/** The people a line of money is counted by. */
export const countedForms = {
  per: perForm
    .describe("person, case, 795 people, worker: the unit it is counted by; by default the intervention as a whole.")
    .optional(),
  cohort: nameForm.describe("The cohort, if per does not name it.").optional(),
  while: whileForm.describe("Only people in this state count, or in one of a list of states.").optional(),
};

/** A line of what an intervention costs. */
export const costForm = strictObject({
  pays: amountForm.describe("What it costs, and who finally pays."),
  to: nameForm.describe("The agency that delivers, if another agency pays it.").optional(),
  ...countedForms,
  ...timingForms,
  ...provenanceForms,
}).describe("A line of what an intervention costs.");

/**
 * The kind of a line of money: a payment, a grant between two agencies, a saving with no service behind it, or a cost
 * that rises elsewhere.
 */
export type LineKind = "pays" | "grants" | "saves" | "costsMore";

/** A line of money: its payers and pounds, the people it is counted by, and its timing. */
export interface Line {
  readonly address: string;
  readonly kind: LineKind;
  readonly layer: Layer;
  /**
   * Pounds by payer. `cashable` is the share of a fiscal saving that is cash. Of a grant, the uprating of the agency
   * that gives it is below 0.
   */
  readonly amounts: readonly (PayerAmount & { readonly cashable?: Quantity })[];
  /** The agency that delivers, if it is not the payer. */
  readonly to?: string;
  /** The people it is counted by; if absent, the line is for the intervention as a whole. */
  readonly per?: Per | "worker";
  /** Only people in these states count: for each dimension, one of the states named. Empty for all people. */
  readonly while: readonly string[];
  readonly timing: Timing;
  /**
   * `joining` times the line from each person's joining; `programme` from the start of the intervention.
   * A line is timed from joining if it counts people the intervention takes in, and does not state `every`.
   */
  readonly clock: "programme" | "joining";
  readonly profile: Profile;
  readonly deadweight?: Quantity;
  /** Measured before and after without a comparison group: the true amount is at most this. */
  readonly upperBound?: true;
}

type LineForm = Omit<z.output<typeof costForm>, "pays" | "to">;

/** Reads the people a line is counted by, and its timing; undefined if the timing is wrong. */
export const readCounted = (
  form: LineForm,
  { address, verb, reach }: LinePlace,
  context: ScenarioContext,
): Pick<Line, "per" | "while" | "timing" | "clock" | "profile"> | undefined => {
  const movers = [...context.cohorts.values()].filter(({ name }) => !reach || name === reach.cohort);
  const timing = readTiming(form, { address, verb }, movers, context);
  const profile = readProfile(form, address, context);
  const per = readLinePer(form, address, reach, context);
  const cohort = typeof per === "object" ? context.cohorts.get(per.cohort) : undefined;
  const states = cohort ? readWhileCounted(form.while, `${address}.while`, cohort, context) : [];
  if (form.while !== undefined) checkWhile(form, address, reach, context);
  const clock = reach && typeof per === "object" && form.every === undefined ? "joining" : "programme";
  const counted = { while: states, clock, profile, ...(per ? { per } : {}) } as const;
  // People join at different times, so what each of them is due every few years is spread over the years.
  const isRenewed = timing && "everyYears" in timing && timing.everyYears > 1 && !(reach && typeof per === "object");
  return timing && { ...counted, timing: isRenewed ? { renewedYears: timing.everyYears } : timing };
};

const readLinePer = (
  form: LineForm,
  address: string,
  reach: Reach | null | undefined,
  context: ScenarioContext,
): Line["per"] => {
  if (form.per === undefined) return undefined;
  if (form.move !== undefined) {
    const what = "A line that is due each time somebody moves counts the people who move, so it has no per.";
    return reportError(context, `${address}.per`, what, "Leave per out, or write every: year in place of move.", "key");
  }
  if (form.per.trim() === "worker") {
    if (!reach?.caseload && !reach?.workers && reach !== undefined)
      reportError(
        context,
        `${address}.per`,
        "This intervention does not state how many workers there are.",
        reach === null
          ? "An intervention that reaches everyone has no workers to count: " +
              "write reaches: { people, who, stay, caseload }, or leave per out."
          : "Write caseload: 10 (people per worker) or workers: 12 under reaches.",
      );
    return "worker";
  }
  const reached = reach ? new Map([...context.units].filter(([name]) => name === reach.cohort)) : context.units;
  return readPer({ ...form, per: form.per }, address, reached, context);
};

/** Reports states on a line that counts no people, or that is timed from each person's joining. */
const checkWhile = (
  form: LineForm,
  address: string,
  reach: Reach | null | undefined,
  context: ScenarioContext,
): void => {
  const refuse = (what: string, mend: string): void => reportError(context, `${address}.while`, what, mend, "key");
  if (form.move !== undefined)
    refuse(
      "A line that is due each time somebody moves counts all who make the move.",
      "Leave while out: the move names the state they leave.",
    );
  else if (form.per === undefined || form.per.trim() === "worker")
    refuse(
      `This line counts ${form.per === undefined ? "no people" : "workers"}, so it has no states of people.`,
      `Write per: person ${form.per === undefined ? "as well" : "in its place"}, or leave while out.`,
    );
  else if (reach && form.every === undefined)
    refuse(
      "A line that is due once per person who joins is due in whatever state the person is by then.",
      "Write every: in place of in:, over: or byYear:; or let reaches name the states they join from.",
    );
};

/** What a line is read with. */
export interface LinePlace {
  readonly address: string;
  /** For problems: `is paid`, `saves`, `costs more`. */
  readonly verb: string;
  /** The people its intervention takes in; null for everyone, undefined if they could not be read. */
  readonly reach: Reach | null | undefined;
}

/** Reads a line of costs. */
export const readCost = (
  form: z.output<typeof costForm>,
  address: string,
  reach: Reach | null | undefined,
  context: ScenarioContext,
): Line | undefined => {
  const counted = readCounted(form, { address, verb: "is paid", reach }, context);
  const amounts = readAmount(form.pays, `${address}.pays`, provenanceOf(form), context);
  if (form.to !== undefined) checkName(context, `${address}.to`, "agency", form.to, context.agencies);
  const to = form.to === undefined ? {} : { to: form.to };
  return counted && { address, kind: "pays", layer: "fiscal", amounts, ...to, ...counted };
};
