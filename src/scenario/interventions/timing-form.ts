import * as z from "zod";
import { percentPattern, shareIn } from "../../base/problems/number-text.js";
import { durationYears, periodYears } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { type QuantityForm, wordForm } from "../../quantity/forms.js";
import { plainValue } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import type { CohortNames } from "../people/cohort-names.js";
import { madeMoveForm, readMadeMove } from "../people/made-move.js";
import { durationForm, momentForm, readDuration, readEnd, readStart } from "../time/duration.js";
import { lengthForm, readLength } from "../time/length-of-time.js";
import { type Lengths, lengthKeys, type Profile, type Timing } from "./timing.js";

const share = z.union([z.number(), wordForm.meta({ pattern: percentPattern.source })]);

/** How an effect comes and goes, from the start of its intervention. */
export const profileForms = {
  lag: lengthForm.describe("The time from the start until it takes effect: 6 months.").optional(),
  ramp: lengthForm.describe("The time it takes to reach its full size.").optional(),
  until: lengthForm.describe("The end of the effect: 2 years, or year 10 (to its end).").optional(),
  halfLife: lengthForm.describe("The time it takes to fall to half, after its full size.").optional(),
  fade: lengthForm
    .describe(
      "The time it takes to fall to half after until, when it is no longer paid for; by default it ends at once.",
    )
    .optional(),
  byYear: z.array(share).min(1).describe("The share of the full size in each year; 0 after the last.").optional(),
};

/** When a line of money is due. */
export const timingForms = {
  every: durationForm
    .describe(
      "The amount is due each week, month, year, …; every: 10 years falls at the start and every ten years after.",
    )
    .optional(),
  in: momentForm.describe("The amount is due once: in year 3 means its first cycle.").optional(),
  over: lengthForm.describe("The amount is spread evenly over this length of time.").optional(),
  move: madeMoveForm
    .describe('The amount is due each time one of the people makes this move: "well -> ill".')
    .optional(),
  ...profileForms,
};

type TimingForm = { readonly [key in keyof typeof timingForms]?: z.output<(typeof timingForms)[key]> };

/** Reads how an effect comes and goes. By default it has its full size from the start and does not end. */
export const readProfile = (form: TimingForm, address: string, context: ScenarioContext): Profile => {
  const all = lengthKeys.flatMap((key) => {
    const stated = form[key];
    if (stated === undefined) return [];
    const refuse = (text: string, at: string): unknown => readEnd(text, at, context);
    const end = key === "until" ? { yearsOf: endYears, refuse } : {};
    return [[key, readLength(stated, { address: `${address}.${key}`, ...end }, context)] as const];
  });
  const read: Lengths = Object.fromEntries(all);
  const years = (key: keyof Lengths): number | null => (read[key] && plainValue(read[key])) ?? null;
  checkFade(form, address, context);
  return {
    lagYears: years("lag") ?? 0,
    rampYears: years("ramp") ?? 0,
    untilYears: years("until"),
    halfLifeYears: years("halfLife"),
    fadeYears: years("fade"),
    lengths: Object.fromEntries(all.filter(([, { isSetting }]) => !isSetting)),
    byYear:
      form.byYear === undefined
        ? null
        : form.byYear.map((entry, index) => readShare(entry, `${address}.byYear.${index}`, context)),
  };
};

/** The years until an end: a length of time, or the end of a part of the run such as year 10. */
const endYears = (text: string): number | undefined => periodYears(text)?.to ?? durationYears(text);

const checkFade = (form: TimingForm, address: string, context: ReadContext): void => {
  if (form.fade === undefined) return;
  const other = form.halfLife === undefined ? "byYear" : "halfLife";
  if (form.until === undefined)
    reportError(
      context,
      `${address}.fade`,
      "fade is how it falls after until, and there is no until.",
      "Write until: the time for which it is paid. If it falls from its full size on, write halfLife in place of fade.",
      "key",
    );
  else if (form[other] !== undefined)
    reportError(context, `${address}.fade`, `fade and ${other} both state how it falls.`, "Leave one out.", "key");
};

/**
 * Reads when a line is due: by exactly one of every, in, over, move and byYear, but byYear may go with every and move.
 * `movers` are the cohorts whose moves it may name.
 */
export const readTiming = (
  form: TimingForm & { readonly cohort?: string | undefined },
  { address, verb }: { readonly address: string; readonly verb: string },
  movers: readonly CohortNames[],
  context: ScenarioContext,
): Timing | undefined => {
  const stated = (["every", "in", "over", "move"] as const).filter((key) => form[key] !== undefined);
  if (stated.length === 0 && form.byYear !== undefined) return { everyYears: 1 };
  if (stated.length !== 1) {
    const what =
      stated.length === 0
        ? `This does not state how often it ${verb}: once, or every year?`
        : `This states both ${stated.join(" and ")}; only one can apply.`;
    return reportError(
      context,
      address,
      what,
      "Write one of in: year 1 (once), every: year, over: 5 years (spread evenly), byYear: [100%, 50%].",
    );
  }
  if (form.move !== undefined) {
    const onMove = readMadeMove(form.move, form.cohort, address, context, movers);
    return onMove && { onMove };
  }
  if (stated[0] === "in" || stated[0] === "over") checkShape(form, address, stated[0], context);
  if (stated[0] === "in") return readStart(form.in, `${address}.in`, context);
  if (stated[0] === "over") return readOver(form.over ?? "", `${address}.over`, context);
  const everyYears = readDuration(form.every, `${address}.every`, context);
  return everyYears === undefined ? undefined : { everyYears };
};

const readOver = (form: QuantityForm, address: string, context: ReadContext): Timing => {
  const over = readLength(form, { address }, context);
  return { overYears: plainValue(over) ?? 1, ...(over.isSetting ? {} : { over }) };
};

/** Reports a profile on a line that is due once or spread evenly. A line that is spread may have a lag. */
const checkShape = (form: TimingForm, address: string, timing: "in" | "over", context: ReadContext): void => {
  const shapes = (["lag", "ramp", "until", "halfLife", "fade", "byYear"] as const).filter(
    (key) => timing === "in" || key !== "lag",
  );
  const shaped = shapes.find((key) => form[key] !== undefined);
  if (shaped === undefined) return;
  const what = `A line that is ${timing === "in" ? "due once" : "spread evenly"} has no ${shaped}.`;
  reportError(context, `${address}.${shaped}`, what, `Leave ${shaped} out, or write every: in place of ${timing}:.`);
};

const readShare = (entry: number | string, address: string, context: ReadContext): number => {
  const value = shareIn(entry);
  // 100 is more often 100% or £100 than a hundred times the full size; 1.5 is half as much again.
  if (value !== undefined && value >= 0 && !(value > 10 && value === entry)) return value;
  reportError(
    context,
    address,
    `Each entry of byYear is a share of the full size, not ${entry}.`,
    "Write byYear: [100%, 100%, 50%].",
  );
  return 0;
};
