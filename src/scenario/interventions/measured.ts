import * as z from "zod";
import { didYouMean, listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import { type Expression, operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import { provenanceForms, wordForm } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { durationForm } from "../duration.js";
import { nameForm, sortedEntries } from "../names.js";
import { perForm } from "../people/cohort.js";
import type { Effect } from "./change.js";
import { deadweightForms, readRequiredDeadweight } from "./deadweight.js";
import { profileForms, readProfile } from "./timing.js";
import { measuredExample, verbForm } from "./verb.js";

const changePattern = /^\s*(\d+(?:\.\d+)?)\s*->\s*(\d+(?:\.\d+)?)\s*$/;

const countsForm = z.record(nameForm, wordForm.meta({ pattern: changePattern.source, examples: ["436 -> 236"] }));

/** Contacts counted before and after: the people, the length of time, the comparison group, and the counts. */
export const measuredEffectForm = verbForm(
  {
    measured: z
      .strictObject({
        per: perForm.describe("116 people: how many people were counted."),
        cohort: nameForm.describe("The cohort, if per does not name it.").optional(),
        every: durationForm.describe("year, 6 months: how long each of the two counts lasted."),
        comparison: z
          .union([z.literal("none"), countsForm])
          .describe(
            "{ arrest: 500 -> 450 }, the counts of a comparison group; or none, and the result is an upper bound.",
          ),
        ...provenanceForms,
      })
      .describe("Contacts were counted before and after: how many people, how long, and the comparison group."),
    counts: countsForm.describe("{ arrest: 436 -> 236 }, the counts by service, before -> after."),
    ...deadweightForms,
    ...profileForms,
    ...provenanceForms,
  },
  () => `Write it inside ${measuredExample}, or leave it out.`,
).describe("Contacts were counted before and after the intervention.");

/** An effect that was measured, as a scenario writes it. */
export type MeasuredEffectForm = z.output<typeof measuredEffectForm>;

interface Change {
  readonly before: number;
  readonly after: number;
}

/**
 * Reads what was measured, which is sugar for a cut of each service by 1 − after ÷ before.
 * Both counts are drawn from Poisson distributions.
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
    const change = readChange(text, place, context);
    if (!known || change === undefined) return [];
    const compared = comparison === "none" ? undefined : comparison[service];
    const other =
      compared === undefined ? undefined : readChange(compared, `${address}.measured.comparison.${service}`, context);
    const cut = cutOf(service, change, other, place, text, inherits);
    return [{ ...cut, profile, ...(deadweight ? { deadweight } : {}) }];
  });
};

const cutOf = (
  service: string,
  change: Change,
  comparison: Change | undefined,
  address: string,
  written: string,
  inherits: Provenance,
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

/** After ÷ before. A divisor below one contact counts as 1. */
const ratioOf = ({ before, after }: Change, address: string, divides = false): Expression => {
  const least = (count: Expression): Expression => operation("max", count, 1);
  const later = countOf(after, `${address}.after`);
  return operation("divide", divides ? least(later) : later, least(countOf(before, `${address}.before`)));
};

/** A count as a random input: Poisson with the count as its mean. */
export const countOf = (count: number, address: string): Expression =>
  count === 0 ? 0 : { kind: "range", address, family: "poisson", parameters: { mean: count }, value: count };

/** Reads `436 -> 236`; undefined if the text has another form, or the first count is 0. */
export const changeIn = (text: string): Change | undefined => {
  const [, before, after] = changePattern.exec(text) ?? [];
  return before === undefined || Number(before) === 0 ? undefined : { before: Number(before), after: Number(after) };
};

const readChange = (text: string, address: string, context: ScenarioContext): Change | undefined => {
  const change = changeIn(text);
  if (change !== undefined) return change;
  if (changePattern.test(text))
    reportError(
      context,
      address,
      "The count before is 0, so the change as a share is not defined.",
      "Leave this service out, or count over a longer time.",
    );
  else
    reportError(
      context,
      address,
      `"${text}" is not a count before and a count after.`,
      `Write before -> after in plain digits: ${meantBy(text)}.`,
    );
  return undefined;
};

/** The change that a text probably means: `1,436 to 1,200` is 1436 -> 1200. */
const meantBy = (text: string): string => {
  const better = text.replaceAll(/(\d),(?=\d{3})/g, "$1").replace(/\s*(to|→|=>|–>)\s*/, " -> ");
  return changePattern.test(better) ? better.trim() : "436 -> 236";
};

/** Reports services counted only among the people reached, or only in the comparison group. */
const checkComparison = (
  comparison: "none" | Readonly<Record<string, string>>,
  counts: Readonly<Record<string, string>>,
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
    if (changeIn(text)?.after === 0)
      reportError(
        context,
        `${address}.${service}`,
        "The comparison group has a count of 0 after, so what the intervention added is not defined.",
        "Leave this service out, or compare over a longer time.",
      );
};
