import { counted } from "../../base/problems/problem.js";
import { cycleNames, perCalendarYear, periodPattern, periodYears } from "../../base/time.js";
import { type ReadContext, reportError, reportWarning } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { type QuantityForm, wordForm } from "../../quantity/forms.js";
import type { ScenarioContext } from "../context.js";
import { hazardOfShare } from "../time/hazard.js";
import { lengthForm, readLength } from "../time/length-of-time.js";

const unit = cycleNames.join("|");
const ratePattern = new RegExp(`^(\\d+(?:\\.\\d+)?)(%?) an? (${unit})$`);
const toTheEnd = "to the end";

/** A share of people in a length of time: 5% a month. */
export const sharePattern = new RegExp(`^(\\d+(?:\\.\\d+)?%) an? (?:${unit})$`);

/**
 * When people join: between two moments (years from the intervention's start), as many people per year,
 * a share of the people who may join (as a hazard per year), or as soon as there is room.
 */
export type Join =
  | { readonly fromYears: number; readonly toYears: number }
  | { readonly perYear: Quantity }
  | { readonly hazardPerYear: Quantity }
  | "at once";

/** When people join an intervention. */
export const joinForm = wordForm
  .meta({ anyOf: [{ pattern: periodPattern.source }, { pattern: ratePattern.source }] })
  .describe(
    "When they join: month 1, year 1, 20 a month, or 5% a month of the people who may; by default when there is room.",
  );

/** How long people stay in an intervention. */
export const stayForm = lengthForm
  .meta({ examples: ["18 months", toTheEnd] })
  .describe("How long they stay on average: 18 months, or to the end.");

/** Reads the mean stay; null means to the end. */
export const readStay = (form: QuantityForm, address: string, context: ReadContext): Quantity | null => {
  if (typeof form === "string" && form.trim() === toTheEnd) return null;
  const refuse = (text: string, at: string): void =>
    reportError(context, at, `stay: ${text} is not a length of time.`, `Write such as 18 months, or ${toTheEnd}.`);
  return readLength(form, { address, refuse }, context);
};

/** Reads when people join: within a part of the run, or at a rate a year, or a share in a length of time. */
export const readJoin = (text: string, address: string, context: ScenarioContext): Join => {
  const period = periodYears(text);
  if (period) {
    if (period.from >= context.years)
      reportWarning(
        context,
        address,
        `The run has ${counted(context.years, "year")}: ${text} never comes, so no people join.`,
        "Write an earlier part of the run, or a longer time.years.",
      );
    return { fromYears: period.from, toYears: period.to };
  }
  const [, count, percent, unitName] = ratePattern.exec(text.trim()) ?? [];
  const cycle = cycleNames.find((each) => each === unitName);
  if (count === undefined || cycle === undefined) {
    reportError(
      context,
      address,
      `join: ${text} is neither a part of the run nor a rate.`,
      "Write month 1 or year 1 (they join within it), 20 a month, or 5% a month. " +
        "Leave it out if they join when there is room.",
    );
    return "at once";
  }
  const read = { address, bounds: "positive" as const, written: text };
  if (percent !== "") {
    const expression = hazardOfShare(Number(count) / 100, cycle, address, context);
    return { hazardPerYear: { ...read, expression, unit: "a year" } };
  }
  const perYear = Number(count) * perCalendarYear[cycle];
  return { perYear: { ...read, expression: perYear, unit: "people a year" } };
};
