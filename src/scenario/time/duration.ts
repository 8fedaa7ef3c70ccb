import { counted, nearestName } from "../../base/problems/problem.js";
import { cycleNames, durationPattern, durationYears, periodPattern, periodYears } from "../../base/time.js";
import { coded, type ReadContext, reportError, reportWarning } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import { lastKeyOf } from "../address.js";
import type { ScenarioContext } from "../context.js";
import { durationMeant, endMeant, isBefore, momentMeant } from "./time-meant.js";

/** A length of time such as 6 weeks. */
export const durationForm = wordForm.meta({ pattern: durationPattern.source, examples: ["week", "year", "9 months"] });

/** A moment of the run such as year 2. */
export const momentForm = wordForm.meta({ pattern: periodPattern.source, examples: ["year 1", "month 6"] });

/** Keys whose length of time cannot be left out. */
export const neededLengths: readonly string[] = ["every", "over", "stay", "value"];

/** Reads a length of time such as `6 weeks`, in years. */
export const readDuration = (text: string | undefined, address: string, context: ReadContext): number | undefined => {
  if (text === undefined) return undefined;
  const years = durationYears(text);
  if (years === undefined) refuseDuration(text, address, durationMeant(text), context);
  return years;
};

/** Reads when something ends: after a length of time, or with a part of the run. */
export const readEnd = (text: string | undefined, address: string, context: ScenarioContext): number | null => {
  if (text === undefined) return null;
  const years = periodYears(text)?.to ?? durationYears(text);
  if (years === undefined) refuseDuration(text, address, durationMeant(text) ?? endMeant(text, context.start), context);
  return years ?? null;
};

/** No time, or no end. */
const isNone = new RegExp(
  "^(?:0+(?:\\.0+)?(?:\\s.*)?|none|never|no|n\\/a|nil|-|immediate(?:ly)?|at once|now|for ?ever|(?:to )?(?:the )?end|" +
    "always|indefinite(?:ly)?|permanent(?:ly)?)$",
  "i",
);

const refuseDuration = (text: string, address: string, meant: string | undefined, context: ReadContext): void => {
  const key = lastKeyOf(address);
  const nearest = meant ?? (/\d/.test(text) ? undefined : nearestName(text, cycleNames));
  reportError(
    coded(context, "length-of-time"),
    address,
    `${key}: ${text} is not a length of time.`,
    isNone.test(text.trim()) && !neededLengths.includes(key)
      ? `Leave ${key} out: ${key === "until" ? "without it nothing ends" : "without it there is no such time"}.`
      : nearest === undefined
        ? "Write day, week, month, quarter or year, or a number of them: 9 months."
        : `Write ${nearest}.`,
  );
};

/** Reads a moment such as `year 2`, as the years from the start to its first cycle. */
export const readStart = (
  text: string | undefined,
  address: string,
  context: ScenarioContext,
): { readonly atYears: number } | undefined => {
  const period = periodYears(text ?? "year 1");
  const cycles = (period?.from ?? 0) * context.cyclesPerYear;
  if (period && Math.abs(cycles - Math.round(cycles)) < 1e-6) {
    if (period.from >= context.years)
      reportWarning(
        context,
        address,
        `The run has ${counted(context.years, "year")}: ${text} never comes.`,
        "Write an earlier moment, or a longer time.years.",
      );
    return { atYears: period.from };
  }
  return reportError(
    context,
    address,
    period ? `${text} does not begin with a cycle of this scenario.` : `"${text}" is not a moment of a run.`,
    mendOfMoment(text ?? "", context),
  );
};

const mendOfMoment = (text: string, { start }: ScenarioContext): string => {
  const several = /^(?:every|each) |^years? (\d+) ?(?:-|–|to|,|and) ?(?:year )?(\d+)$/i.exec(text.trim());
  if (several !== null) return `in is once. For every year write every: year${betweenYears(several[1], several[2])}.`;
  const meant = momentMeant(text, start);
  if (meant !== undefined && meant !== text) return `In a run from ${start} that is ${meant}. Write ${meant}.`;
  if (isBefore(text, start)) return `The run begins on ${start}, after that. Write year 1, or an earlier time.start.`;
  return "Write such as year 1, or month 6 if time.cycle is a month or shorter.";
};

const betweenYears = (first: string | undefined, last: string | undefined): string => {
  if (first === undefined) return "";
  return `, ${first === "1" ? "" : `lag: ${counted(Number(first) - 1, "year")}, `}until: year ${last}`;
};
