import { counted } from "../../base/problem.js";
import {
  type CycleName,
  cycleNames,
  cyclesPerYear,
  durationYears,
  periodPattern,
  periodYears,
} from "../../base/time.js";
import { type ReadContext, reportError, reportWarning } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { wordForm } from "../../quantity/forms.js";
import { durationForm } from "../duration.js";
import type { ScenarioReading } from "../reading.js";

const unit = cycleNames.join("|");
const ratePattern = new RegExp(`^(\\d+(?:\\.\\d+)?) an? (${unit})$`);
const toTheEnd = "to the end";

/** When people join: all between two moments of the intervention's clock, at a rate per year, or when there is room. */
export type Join =
  | { readonly fromYears: number; readonly toYears: number }
  | { readonly perYear: Quantity }
  | "at once";

/** When people join an intervention. */
export const joinForm = wordForm
  .meta({ anyOf: [{ pattern: periodPattern.source }, { pattern: ratePattern.source }] })
  .describe("When they join: month 1, year 1, or 20 a month; as soon as there is room, unless said.");

/** How long people stay in an intervention. */
export const stayForm = wordForm
  .meta({ anyOf: [durationForm.meta() ?? {}, { const: toTheEnd }] })
  .describe("How long they stay on average: 18 months, or to the end.");

/** Reads the mean stay, in years; null: to the end. */
export const readStay = (text: string, address: string, reading: ReadContext): number | null => {
  if (text.trim() === toTheEnd) return null;
  const years = durationYears(text);
  if (years === undefined)
    reportError(reading, address, `stay: ${text} is no length of time.`, `Write such as 18 months, or ${toTheEnd}.`);
  return years ?? null;
};

/** Reads when people join: within a part of the run, or so many a year. */
export const readJoin = (text: string, address: string, reading: ScenarioReading): Join => {
  const period = periodYears(text);
  if (period) {
    if (period.from >= reading.years)
      reportWarning(
        reading,
        address,
        `The run has ${counted(reading.years, "year")}: ${text} never comes, and nobody joins.`,
        "Write an earlier part of the run, or a longer time.years.",
      );
    return { fromYears: period.from, toYears: period.to };
  }
  const [, count, each] = ratePattern.exec(text.trim()) ?? [];
  if (count === undefined) {
    reportError(
      reading,
      address,
      `join: ${text} is neither a part of the run nor a rate.`,
      "Write month 1 or year 1 (they join within it), or 20 a month; leave it out if they join as soon as there is room.",
    );
    return "at once";
  }
  const perYear = Number(count) * cyclesPerYear[each as CycleName];
  return { perYear: { address, expression: perYear, bounds: "positive", unit: "people a year", written: text } };
};
