import * as z from "zod";
import { uprate } from "../base/appraisal/prices.js";
import { percentage, percentPattern } from "../base/problems/number-text.js";
import { counted as countOf } from "../base/problems/problem.js";
import { keysOf } from "../base/records.js";
import { strictObject } from "../base/strict-object.js";
import { reportError } from "../quantity/context.js";
import { priceYearForm, wordForm } from "../quantity/forms.js";
import { numberMeant } from "../quantity/number-meant.js";
import { checkName, type ScenarioContext } from "./context.js";
import { errorForm, relativeVarianceOf, spreadForm } from "./interventions/count.js";
import { checkPriceYear } from "./money/price-year.js";
import { nameForm } from "./name-forms.js";
import { assumption } from "./source.js";

/** What may be counted, and the kind of name that it is counted of. */
const measures = {
  contacts: "service",
  people: "cohort or state",
  waiting: "service with a waiting list",
  spend: "agency",
} as const;

const yearsPattern = /^(\d+)(?: to (\d+))?$/;

/** Something that was counted in business as usual. */
export const observedForm = strictObject({
  of: wordForm.describe(
    "What was counted, as formulas name it: contacts.fallAdmission, people.housed, waiting.ward, spend.council.",
  ),
  service: nameForm.describe("For spend: what the agency spent on this service alone.").optional(),
  year: z
    .union([z.int().min(1), wordForm.meta({ pattern: yearsPattern.source, examples: ["1 to 3"] })])
    .describe(
      "The model year that it is of, or several: 1 to 3. Contacts and pounds are their sum; people the mean over the " +
        "time; a waiting list is that at the end.",
    ),
  counted: z
    .union([z.number().min(0), wordForm.meta({ pattern: percentPattern.source })])
    .describe("The contacts, people or pounds that were counted; or a share such as 37%, with outOf."),
  outOf: z.number().positive().describe("The people whose share it is: how many were looked at.").optional(),
  spread: spreadForm
    .describe("Variance over mean: 1 (the default) if events are independent, more if a few people make most.")
    .optional(),
  error: errorForm.describe("The standard error of the figure, as a share of it: 5%. Needed for pounds.").optional(),
  prices: priceYearForm.describe("Pounds in the prices of this year; by default those of the results.").optional(),
  source: wordForm.describe("Where it was counted or published.").optional(),
  note: z.string().max(2000).describe("Anything a reader should know.").optional(),
}).describe("Something that was counted in business as usual: draws count by how well they agree with it.");

type ObservedForm = z.output<typeof observedForm>;

/** Something that was counted, as a run compares it with each draw. */
export interface Observation {
  /** Where the file states it: `observed.falls`. */
  readonly address: string;
  /** What was counted: contacts, people, a waiting list or pounds. */
  readonly measure: keyof typeof measures;
  /** The service, the cohort or state, or the agency. */
  readonly of: string;
  /** Of pounds: the one service they were spent on. Null for all, and for what is not pounds. */
  readonly service: string | null;
  /** The model years it is of, from 1. */
  readonly years: readonly number[];
  /** The contacts, people or pounds (in the prices of the results); a share of 0 to 1 if there is `outOf`. */
  readonly counted: number;
  /** The people of whom it is a share. Null if it is no share. */
  readonly outOf: number | null;
  /** Its variance over the square of it. Null if it is a number of independent events, or a share. */
  readonly relativeVariance: number | null;
  /** As the file writes it: `1240`, `£3100000`, or `37% of 120`. */
  readonly written: string;
  /** The source that it names. Undefined if it names none. */
  readonly source: string | undefined;
}

/** What observations make of the draws of a run. */
export interface Calibration {
  /** The seed of the draws. */
  readonly seed: string;
  /** For each draw of the run, from 0, the draw that it repeats. */
  readonly picks: Float64Array;
  /** How many draws of equal weight would tell as much: (Σw)² ÷ Σw² (Kish 1965). */
  readonly effectiveDraws: number;
  /** What the model gives of each observation before it is weighed: one number per draw, in the unit of `counted`. */
  readonly models: readonly Float64Array[];
}

type Read<Part extends keyof Observation> = Pick<Observation, Part> | undefined;

/** Reads an observation, and reports what is wrong with it. Undefined if it cannot be compared with a run. */
export const readObservation = (
  form: ObservedForm,
  name: string,
  context: ScenarioContext,
): Observation | undefined => {
  const address = `observed.${name}`;
  const { service = null, source, outOf, counted } = form;
  const figure = readFigure(form, address, context);
  const years = readYears(form.year, `${address}.year`, context);
  const count = figure && readCount(form, figure.measure, address, context);
  if (source !== undefined)
    checkName(context, `${address}.source`, "source", source, [...context.sources.keys(), assumption]);
  if (figure === undefined || years === undefined || count === undefined) return undefined;
  const written = `${figure.measure === "spend" ? "£" : ""}${counted}${outOf === undefined ? "" : ` of ${outOf}`}`;
  return { address, ...figure, service, years, ...count, written, source };
};

const isMeasure = (word: string): word is Observation["measure"] => Object.hasOwn(measures, word);

const readFigure = (
  { of: text, service }: ObservedForm,
  address: string,
  context: ScenarioContext,
): Read<"measure" | "of"> => {
  const { lastValues } = context.names;
  const [measure, of = ""] = text.split(".", 2);
  const place = `${address}.of`;
  const fitting = keysOf(measures).find((each) => lastValues.get(each)?.includes(text));
  if (fitting !== undefined)
    return reportError(context, place, `${text} says whose figure, and not which.`, `Write of: ${fitting}.${text}.`);
  if (!isMeasure(measure)) {
    checkName(context, place, "figure", measure, Object.keys(measures));
    return undefined;
  }
  if (service !== undefined) {
    if (measure !== "spend")
      return reportError(
        context,
        `${address}.service`,
        `${text} is not pounds, so it has no service of its own.`,
        "Leave service out.",
      );
    checkName(context, `${address}.service`, "service", service, context.services);
  }
  const known = lastValues.get(measure) ?? [];
  return checkName(context, place, measures[measure], of, known) ? { measure, of } : undefined;
};

const readYears = (
  written: ObservedForm["year"],
  address: string,
  context: ScenarioContext,
): Observation["years"] | undefined => {
  const [, first, last = first] = yearsPattern.exec(String(written)) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!(from >= 1 && to >= from))
    return reportError(
      context,
      address,
      `${written} is no model year.`,
      "Write a year of the run, from 1, such as 2; or the first and the last: 1 to 3.",
    );
  if (to > context.years)
    return reportError(
      context,
      address,
      `The scenario runs for ${countOf(context.years, "year")}; there is no year ${to}.`,
      "Name a year within the run, or raise time.years.",
    );
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/** Reads what was counted, and how sure it is. */
const readCount = (
  { of, counted: written, outOf, spread, error, prices }: ObservedForm,
  measure: Observation["measure"],
  address: string,
  context: ScenarioContext,
): Read<"counted" | "outOf" | "relativeVariance"> => {
  const no = (key: string, what: string, mend: string): undefined =>
    reportError(context, `${address}${key}`, what, mend);
  if ([spread, error, outOf].filter((each) => each !== undefined).length > 1)
    return no("", "Only one of outOf, spread and error can say how sure a figure is.", "Keep one.");
  const share = typeof written === "string" ? percentage(written) : undefined;
  if (typeof written === "string" && share === undefined)
    return no(".counted", `"${written}" is not written as a number.`, `Write ${numberMeant(written) ?? 1240}.`);
  if (outOf !== undefined) {
    const counted = share ?? Number(written) / outOf;
    if (measure !== "people" || context.cohorts.has(of.split(".", 2)[1]))
      return no(
        ".outOf",
        `${of} is no share of people: only those in a state are.`,
        "Leave outOf out, or write of: people.STATE.",
      );
    return counted <= 1
      ? { counted, outOf, relativeVariance: null }
      : no(".counted", `${written} of ${outOf} people is more than all of them.`, "Mend one of the two numbers.");
  }
  if (typeof written === "string")
    return no(
      ".counted",
      `${written} is a share, and it is not said of how many.`,
      "Write outOf: 120, the people who were looked at.",
    );
  if (written === 0 && (error ?? spread) !== undefined)
    return no(".counted", "A count of 0 has no error as a share of it.", "Leave error and spread out.");
  if (measure !== "spend" && prices !== undefined)
    return no(".prices", `${of} is not pounds, so it has no prices.`, "Leave prices out.");
  if (measure === "spend" && error === undefined)
    return no(
      "",
      "Pounds are not counted as events are, so how sure they are is not known.",
      "Write error: 5%, their standard error as a share of them.",
    );
  if (prices !== undefined && !checkPriceYear(String(prices), `${address}.prices`, context)) return undefined;
  const { priceYear: to, deflators: series } = context;
  const counted = prices === undefined ? written : (uprate(written, { from: String(prices), to, series }) ?? written);
  return { counted, outOf: null, relativeVariance: relativeVarianceOf(counted, { spread, error }) ?? null };
};
