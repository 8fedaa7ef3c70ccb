import * as z from "zod";
import { didYouMean, listed } from "../../base/problems/problem.js";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import { type Expression, operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import { provenanceForms } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { sortedEntries } from "../names.js";
import { perForm } from "../people/per.js";
import { durationForm } from "../time/duration.js";
import type { Effect } from "./change.js";
import { type Change, type Count, changeIn, countForm, countOf, noteOfCount, readChange, spreadForm } from "./count.js";
import { deadweightForms, readRequiredDeadweight } from "./deadweight.js";
import { profileForms, readProfile } from "./timing-form.js";
import { measuredExample, verbForm } from "./verb.js";

const countsForm = z.record(nameForm, countForm);

/** Contacts counted before and after: the people, the length of time, the comparison group, and the counts. */
export const measuredEffectForm = verbForm(
  {
    measured: strictObject({
      per: perForm.describe("116 people: how many people were counted."),
      cohort: nameForm.describe("The cohort, if per does not name it.").optional(),
      every: durationForm.describe("year, 6 months: how long each of the two counts lasted."),
      comparison: z
        .union([z.literal("none"), countsForm])
        .describe(
          "{ arrest: 500 -> 450 }, the counts of a comparison group; or none, and the result is an upper bound.",
        ),
      spread: spreadForm
        .describe("Variance over mean of these counts, unless one states its own; by default they are Poisson.")
        .optional(),
      ...provenanceForms,
    }).describe("Contacts were counted before and after: how many people, how long, and the comparison group."),
    counts: countsForm.describe(
      "{ arrest: 436 -> 236 }, by service, before -> after; { prison: { counted: 9.5 -> 4.2, spells: 20 } }.",
    ),
    ...deadweightForms,
    ...profileForms,
    ...provenanceForms,
  },
  () => `Write it inside ${measuredExample}, or leave it out.`,
).describe("Contacts were counted before and after the intervention.");

/** An effect that was measured, as a scenario writes it. */
export type MeasuredEffectForm = z.output<typeof measuredEffectForm>;

/**
 * Reads what was measured, which is sugar for a cut of each service by 1 − after ÷ before.
 * Both counts are drawn: from Poisson distributions if they are events, from gammas if they are durations or vary more.
 * With a comparison group, its own after ÷ before is what would have happened anyway. A rise is a negative cut.
 */
export const readMeasured = (
  form: MeasuredEffectForm,
  address: string,
  inheritedDeadweight: Quantity | undefined,
  context: ScenarioContext,
): readonly Effect[] => {
  const profile = readProfile(form, address, context);
  const deadweight = readRequiredDeadweight(form.deadweight, address, inheritedDeadweight, context);
  const { measured, counts } = form;
  if (Object.keys(counts).length === 0) {
    const [first = "arrest"] = context.services;
    reportError(context, address, "counts names no service.", `Write counts: { ${first}: 436 -> 236 }.`);
  }
  const { comparison } = measured;
  const inherits = provenanceOf(measured, provenanceOf(form));
  checkComparison(comparison, counts, `${address}.measured.comparison`, context);
  return sortedEntries(counts).flatMap(([service, text]) => {
    const place = `${address}.counts.${service}`;
    const known = checkName(context, place, "service", service, context.services, "key");
    const change = readChange(text, measured.spread, place, context);
    const compared = comparison === "none" ? undefined : comparison[service];
    const other =
      compared === undefined
        ? undefined
        : readChange(compared, measured.spread, `${address}.measured.comparison.${service}`, context);
    if (!known || change === undefined) return [];
    const note = [inherits.note ?? [], noteOfCount(text, measured.spread)].flat().join("; ");
    const written = typeof text === "string" ? text : text.counted;
    const cut = cutOf(service, change, other, { address: place, written, inherits: { ...inherits, note } });
    return [{ ...cut, profile, ...(deadweight ? { deadweight } : {}) }];
  });
};

const cutOf = (
  service: string,
  change: Change,
  comparison: Change | undefined,
  { address, written, inherits }: { readonly address: string; readonly written: string; readonly inherits: Provenance },
): Omit<Effect, "profile"> => {
  const own = ratioOf(change, address);
  const ratio = comparison ? operation("divide", own, ratioOf(comparison, `${address}.comparison`, true)) : own;
  return {
    address,
    target: `services.${service}`,
    verb: "cut",
    amount: { ...inherits, address, expression: operation("subtract", 1, ratio), bounds: "free", written },
    ...(comparison ? {} : { upperBound: true as const }),
  };
};

/** After ÷ before. A divisor below one event counts as 1; a duration has no smallest part. */
const ratioOf = ({ before, after }: Change, address: string, divides = false): Expression => {
  const least = ({ relativeVariance }: Count, drawn: Expression): Expression =>
    relativeVariance === undefined ? operation("max", drawn, 1) : drawn;
  const [earlier, later] = [countOf(before, `${address}.before`), countOf(after, `${address}.after`)];
  return operation("divide", divides ? least(after, later) : later, least(before, earlier));
};

/** Reports services counted only among the people reached, or only in the comparison group. */
const checkComparison = (
  comparison: MeasuredEffectForm["measured"]["comparison"],
  counts: MeasuredEffectForm["counts"],
  address: string,
  context: ScenarioContext,
): void => {
  if (comparison === "none") return;
  const missing = Object.keys(counts).filter((service) => !Object.hasOwn(comparison, service));
  if (missing.length > 0)
    reportError(
      context,
      address,
      `The comparison group has no counts of ${listed(missing)}.`,
      `Write ${missing[0]}: before -> after here, too; or write a second effect for it, with comparison: none.`,
    );
  for (const service of Object.keys(comparison))
    if (!Object.hasOwn(counts, service))
      reportError(
        context,
        `${address}.${service}`,
        `${service} was counted only in the comparison group. ${didYouMean(service, Object.keys(counts))}`,
        undefined,
        "key",
      );
  for (const [service, text] of Object.entries(comparison))
    if (changeIn(text, undefined)?.after.number === 0)
      reportError(
        context,
        `${address}.${service}`,
        "The comparison group has a count of 0 after, so what the intervention added is not defined.",
        "Leave this service out, or compare over a longer time.",
      );
};
