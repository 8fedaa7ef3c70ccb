import * as z from "zod";
import { percentage, percentPattern } from "../../base/number-text.js";
import { periodYears } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import { durationForm, endForm, momentForm, readDuration, readStart } from "../duration.js";
import type { ScenarioReading } from "../reading.js";

const share = z.union([z.number(), wordForm.meta({ pattern: percentPattern.source })]);

/** How an effect comes and goes, on the intervention's own clock. */
export const profileForms = {
  lag: durationForm.describe("Nothing happens before this long after the start: 6 months.").optional(),
  ramp: durationForm.describe("How long it takes to come to its full size.").optional(),
  until: endForm.describe("Nothing happens from here on: 2 years, or year 10 (to its end).").optional(),
  halfLife: durationForm.describe("How long it takes to fall to half, once at its full size.").optional(),
  byYear: z.array(share).min(1).describe("The share of the full size in each year; nothing after the last.").optional(),
};

/** When a line of money falls. */
export const timingForms = {
  every: durationForm.describe("The amount is for each week, month, year, 9 months, …").optional(),
  in: momentForm.describe("The amount falls once, at the first cycle of year 3.").optional(),
  over: durationForm.describe("The amount is spread evenly over this long.").optional(),
  ...profileForms,
};

type TimingForm = { readonly [key in keyof typeof timingForms]?: z.output<(typeof timingForms)[key]> };

/** How an effect or a line comes and goes, in years of the intervention's own clock. */
export interface Profile {
  readonly lagYears: number;
  readonly rampYears: number;
  readonly untilYears: number | null;
  readonly halfLifeYears: number | null;
  readonly byYear: readonly number[] | null;
}

/** When a line of money falls: its amount each so many years, once at a time, or spread over some years. */
export type Timing = { readonly everyYears: number } | { readonly atYears: number } | { readonly overYears: number };

/** Reads how an effect comes and goes; a key left out does nothing. */
export const readProfile = (form: TimingForm, address: string, reading: ReadContext): Profile => {
  const duration = (key: "lag" | "ramp" | "halfLife"): number | undefined =>
    readDuration(form[key], `${address}.${key}`, reading);
  return {
    lagYears: duration("lag") ?? 0,
    rampYears: duration("ramp") ?? 0,
    untilYears:
      form.until === undefined
        ? null
        : (periodYears(form.until)?.to ?? readDuration(form.until, `${address}.until`, reading) ?? null),
    halfLifeYears: duration("halfLife") ?? null,
    byYear:
      form.byYear === undefined
        ? null
        : form.byYear.map((entry, index) => readShare(entry, `${address}.byYear.${index}`, reading)),
  };
};

/** Reads when a line falls: exactly one of every, in, over, or shares by year (which may stand beside every). */
export const readTiming = (
  form: TimingForm,
  address: string,
  verb: string,
  reading: ScenarioReading,
): Timing | undefined => {
  const said = (["every", "in", "over"] as const).filter((key) => form[key] !== undefined);
  if (said.length === 0 && form.byYear !== undefined) return { everyYears: 1 };
  if (said.length !== 1) {
    const what =
      said.length === 0
        ? `Nothing says how often this ${verb}: once, or every year?`
        : `This says both ${said.join(" and ")}; only one can hold.`;
    reportError(
      reading,
      address,
      what,
      "Write one of in: year 1 (once), every: year, over: 5 years (spread evenly), byYear: [100%, 50%].",
    );
    return undefined;
  }
  if (said[0] !== "every") checkShape(form, address, said[0], reading);
  if (said[0] === "in") return readStart(form.in, `${address}.in`, reading);
  const years = readDuration(form[said[0]], `${address}.${said[0]}`, reading);
  if (years === undefined) return undefined;
  return said[0] === "every" ? { everyYears: years } : { overYears: years };
};

/** What falls once, or is spread evenly, has no shape of its own; what is spread may begin later. */
const checkShape = (form: TimingForm, address: string, timing: "in" | "over", reading: ReadContext): void => {
  const shapes = (["lag", "ramp", "until", "halfLife", "byYear"] as const).filter(
    (key) => timing === "in" || key !== "lag",
  );
  const shaped = shapes.find((key) => form[key] !== undefined);
  if (shaped === undefined) return;
  const what = timing === "in" ? `What happens once has no ${shaped}.` : `What is spread evenly has no ${shaped}.`;
  reportError(reading, `${address}.${shaped}`, what, `Leave ${shaped} out, or write every: in place of ${timing}:.`);
};

const readShare = (entry: number | string, address: string, reading: ReadContext): number => {
  const value = typeof entry === "number" ? entry : percentage(entry);
  if (value !== undefined && value >= 0) return value;
  reportError(
    reading,
    address,
    `Each entry of byYear is a share of the full size, not ${entry}.`,
    "Write byYear: [100%, 100%, 50%].",
  );
  return 0;
};
