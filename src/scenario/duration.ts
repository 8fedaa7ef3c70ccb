import { counted, nearestName } from "../base/problem.js";
import { cycleNames, durationPattern, durationYears, periodPattern, periodYears } from "../base/time.js";
import { type ReadContext, reportError, reportWarning } from "../quantity/context.js";
import { wordForm } from "../quantity/forms.js";
import type { ScenarioReading } from "./reading.js";

/** A length of time such as 6 weeks. */
export const durationForm = wordForm.meta({ pattern: durationPattern.source, examples: ["week", "year", "9 months"] });

/** A moment of the run such as year 2. */
export const momentForm = wordForm.meta({ pattern: periodPattern.source, examples: ["year 1", "month 6"] });

/** The end of something: a length of time, or a part of the run. */
export const endForm = wordForm.meta({
  anyOf: [{ pattern: durationPattern.source }, { pattern: periodPattern.source }],
});

/** Reads a length of time such as `6 weeks`, in years. */
export const readDuration = (text: string | undefined, address: string, reading: ReadContext): number | undefined => {
  if (text === undefined) return undefined;
  const years = durationYears(text);
  if (years !== undefined) return years;
  const nearest = nearestName(text, cycleNames);
  const meant = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  reportError(
    reading,
    address,
    `${address.split(".").at(-1)}: ${text} is no length of time.${meant}`,
    "Write day, week, month, quarter or year, or so many of them: 9 months.",
  );
  return undefined;
};

/** Reads a moment such as `year 2`: the years from the start to its first cycle. */
export const readStart = (
  text: string | undefined,
  address: string,
  reading: ScenarioReading,
): { readonly atYears: number } | undefined => {
  const period = periodYears(text ?? "year 1");
  const cycles = (period?.from ?? 0) * reading.cyclesPerYear;
  if (period && Math.abs(cycles - Math.round(cycles)) < 1e-6) {
    if (period.from >= reading.years)
      reportWarning(
        reading,
        address,
        `The run has ${counted(reading.years, "year")}: ${text} never comes.`,
        "Write an earlier moment, or a longer time.years.",
      );
    return { atYears: period.from };
  }
  reportError(
    reading,
    address,
    period ? `${text} does not begin with a cycle of this scenario.` : `"${text}" is no moment of a run.`,
    "Write such as year 1, or month 6 where time.cycle is a month or shorter.",
  );
  return undefined;
};
