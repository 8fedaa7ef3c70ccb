import * as z from "zod";
import { didYouMean, listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import { type Expression, operation, type Provenance } from "../../quantity/expression.js";
import { provenanceForms, wordForm } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import { durationForm } from "../duration.js";
import { nameForm, sortedEntries } from "../names.js";
import { perForm } from "../people/cohort.js";
import { checkName, type ScenarioReading } from "../reading.js";
import type { Effect } from "./change.js";

const changePattern = /^\s*(\d+(?:\.\d+)?)\s*->\s*(\d+(?:\.\d+)?)\s*$/;

const countsForm = z.record(nameForm, wordForm.meta({ pattern: changePattern.source, examples: ["436 -> 236"] }));

/** What says what was measured: of whom, over how long, beside whom; and the counts before and after. */
export const measuredForms = {
  measured: z
    .strictObject({
      per: perForm.describe("Of how many people the counts were taken: 116 people."),
      cohort: nameForm.describe("The cohort, where per does not name it.").optional(),
      every: durationForm.describe("Over how long, before and after: year, 6 months."),
      comparison: z
        .union([z.literal("none"), countsForm])
        .describe("What happened meanwhile to people like them: { arrest: 500 -> 450 }; or none, and it is a bound."),
      ...provenanceForms,
    })
    .describe("Contacts were counted before and after: of whom, over how long, and beside whom.")
    .optional(),
  counts: countsForm.describe("What was measured, by service: { arrest: 436 -> 236 }, before -> after.").optional(),
};

/** An effect that was measured, as far as it says so. */
export interface MeasuredForm {
  readonly measured?: z.output<(typeof measuredForms)["measured"]>;
  readonly counts?: z.output<(typeof measuredForms)["counts"]>;
}

interface Change {
  readonly before: number;
  readonly after: number;
}

/**
 * Sugar: counts before and after become a cut of each service by 1 − after ÷ before, both drawn as Poisson; with a comparison group its own
 * after ÷ before is what would have come anyway. A rise is a negative cut.
 */
export const readMeasured = (
  { measured, counts, ...effect }: MeasuredForm,
  address: string,
  reading: ScenarioReading,
): readonly Omit<Effect, "profile">[] => {
  if (measured === undefined) return [];
  if (counts === undefined || Object.keys(counts).length === 0) {
    const [first = "arrest"] = reading.services;
    reportError(reading, address, "Nothing says what was counted.", `Write counts: { ${first}: 436 -> 236 }.`);
  }
  const { comparison } = measured;
  const inherits = provenanceOf(measured, provenanceOf(effect));
  checkComparison(comparison, counts ?? {}, `${address}.measured.comparison`, reading);
  return sortedEntries(counts).flatMap(([service, text]) => {
    const place = `${address}.counts.${service}`;
    const known = checkName(reading, place, "service", service, reading.services, "key");
    const change = readChange(text, place, reading);
    if (!known || change === undefined) return [];
    const beside = comparison === "none" ? undefined : comparison[service];
    const other =
      beside === undefined ? undefined : readChange(beside, `${address}.measured.comparison.${service}`, reading);
    return [changeOf(service, change, other, place, text, inherits)];
  });
};

const changeOf = (
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

/** After ÷ before; nothing divides by less than one contact. */
const ratioOf = ({ before, after }: Change, address: string, divides = false): Expression => {
  const least = (count: Expression): Expression => operation("max", count, 1);
  const later = countOf(after, `${address}.after`);
  return operation("divide", divides ? least(later) : later, least(countOf(before, `${address}.before`)));
};

/** A count as it might have been: Poisson with what was counted as its mean. */
export const countOf = (count: number, address: string): Expression =>
  count === 0 ? 0 : { kind: "range", address, family: "poisson", parameters: { mean: count }, value: count };

/** Reads `436 -> 236`; undefined where that is not how it is written, or nothing was there to change. */
export const changeIn = (text: string): Change | undefined => {
  const [, before, after] = changePattern.exec(text) ?? [];
  return before === undefined || Number(before) === 0 ? undefined : { before: Number(before), after: Number(after) };
};

const readChange = (text: string, address: string, reading: ScenarioReading): Change | undefined => {
  const change = changeIn(text);
  if (change !== undefined) return change;
  if (changePattern.test(text))
    reportError(
      reading,
      address,
      "Nothing was counted before, so nobody can say by what share it changed.",
      "Leave this service out, or count over a longer time.",
    );
  else
    reportError(
      reading,
      address,
      `"${text}" is not a count before and one after.`,
      `Write before -> after in plain digits: ${meantBy(text)}.`,
    );
  return undefined;
};

/** The change a text was meant to be: `1,436 to 1,200` is 1436 -> 1200. */
const meantBy = (text: string): string => {
  const better = text.replaceAll(/(\d),(?=\d{3})/g, "$1").replace(/\s*(to|→|=>|–>)\s*/, " -> ");
  return changePattern.test(better) ? better.trim() : "436 -> 236";
};

/** Reports services that were counted, but not in the comparison group, or the other way about. */
const checkComparison = (
  comparison: "none" | Readonly<Record<string, string>>,
  counts: Readonly<Record<string, string>>,
  address: string,
  reading: ScenarioReading,
): void => {
  if (comparison === "none") return;
  const missing = Object.keys(counts).filter((service) => !Object.hasOwn(comparison, service));
  if (missing.length > 0)
    reportError(
      reading,
      address,
      `Nothing says how ${listed(missing)} changed in the comparison group.`,
      `Write ${missing[0]}: before -> after here, too; or make an effect of its own of what was measured with comparison: none.`,
    );
  for (const service of Object.keys(comparison))
    if (!Object.hasOwn(counts, service))
      reportError(
        reading,
        `${address}.${service}`,
        `${service} was counted in the comparison group alone. ${didYouMean(service, Object.keys(counts))}`,
        undefined,
        "key",
      );
  for (const [service, text] of Object.entries(comparison))
    if (changeIn(text)?.after === 0)
      reportError(
        reading,
        `${address}.${service}`,
        "Nothing was left in the comparison group, so nobody can say what the intervention added.",
        "Leave this service out, or compare over a longer time.",
      );
};
