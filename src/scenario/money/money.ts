import * as z from "zod";
import { type Discounting, flatSchedule } from "../../base/appraisal/discounting.js";
import { percentPattern, percentText, shareIn } from "../../base/problems/number-text.js";
import { didYouMean } from "../../base/problems/problem.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { discountSchedules } from "../../data/discount-schedules.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { priceYearForm, wordForm } from "../../quantity/forms.js";
import type { ScenarioContext } from "../context.js";
import type { Inflation } from "./inflation.js";
import { inflationForm } from "./inflation-form.js";
import { type OptimismBias, optimismBiasForm, readOptimismBias } from "./optimism-bias.js";
import { checkPriceYear } from "./price-year.js";
import { readValuation, type Valuation, valuationForm } from "./valuation.js";

const scheduleForm = z
  .union([
    wordForm.meta({ anyOf: [{ enum: Object.keys(discountSchedules) }, { pattern: percentPattern.source }] }),
    z.number(),
  ])
  .describe("The name of a dated schedule (green-book-2026, …), none, or a rate a year such as 3.5%.");

const timedForm = strictObject({
  schedule: scheduleForm,
  by: z.enum(["year", "cycle"]).describe("Discounted by whole years (the default), or by cycles.").optional(),
  from: z
    .enum(["start", "mid", "end"])
    .describe("When in the year or cycle money is counted; by default at its start.")
    .optional(),
}).describe("A schedule with its timing.");

const ratesForm = z.union([scheduleForm, timedForm]);

const discountForm = z.union([
  scheduleForm,
  timedForm,
  strictObject({
    costs: ratesForm.describe("How money is discounted: a schedule, a rate, or { schedule, by, from }."),
    outcomes: ratesForm.describe("How outcomes (services with a worth) are discounted, in the same forms."),
  }).describe("A schedule for costs and another for outcomes."),
]);

/** The prices results are in, and how later years are discounted. */
export const moneyForm = strictObject({
  priceYear: priceYearForm.describe("The year whose prices all results are in, such as 2024/25."),
  discount: discountForm.describe(
    "How later years are discounted: a dated schedule such as green-book-2026, none, a rate such as 3.5%, " +
      "{ schedule, by, from }, or { costs, outcomes } of these.",
  ),
  inflation: inflationForm.optional(),
  optimismBias: optimismBiasForm.optional(),
  valuation: valuationForm.optional(),
}).describe("The prices results are in, how later years are discounted, and how public value is counted.");

/** The prices results are in, and how later years are discounted. */
export interface Money {
  readonly priceYear: string;
  /** How prices rise after the last year of the published index. */
  readonly inflation: Inflation;
  readonly discounting: Discounting;
  /** How outcomes (services with a worth) are discounted. */
  readonly outcomes: Discounting;
  /** The corrections of costs and benefits in public value; null if there are none. */
  readonly optimismBias: OptimismBias | null;
  /** The values of outcomes, and the weights of a pound by agency. */
  readonly valuation: Valuation;
}

/** Reads the money settings. By default costs and outcomes are discounted in the same way. */
export const readMoney = (form: z.output<typeof moneyForm>, context: ScenarioContext): Money => {
  const { discount } = form;
  checkPriceYear(String(form.priceYear), "money.priceYear", context);
  const priceYear = String(form.priceYear);
  const counted = {
    inflation: context.inflation,
    optimismBias: form.optimismBias === undefined ? null : readOptimismBias(form.optimismBias, context),
    valuation: readValuation(form.valuation, context),
  };
  if (typeof discount === "object" && "costs" in discount)
    return {
      ...counted,
      priceYear,
      discounting: readDiscounting(discount.costs, "money.discount.costs", context),
      outcomes: readDiscounting(discount.outcomes, "money.discount.outcomes", context),
    };
  const discounting = readDiscounting(discount, "money.discount", context);
  return { ...counted, priceYear, discounting, outcomes: discounting };
};

/** Reads how costs or outcomes are discounted: by default by the year and from its start. */
const readDiscounting = (form: z.output<typeof ratesForm>, address: string, context: ReadContext): Discounting => {
  const timed = typeof form === "object";
  const { schedule, by = "year", from = "start" } = timed ? form : { schedule: form };
  return { schedule: readSchedule(schedule, timed ? `${address}.schedule` : address, context), by, from };
};

/** How to write a schedule that is called by other words. */
const scheduleMeant = (words: string): string => {
  if (/^(?:no|nil|zero|never|not)\b/i.test(words)) return "Write none.";
  const newest = Object.keys(discountSchedules).findLast((name) => /^green-book-\d+$/.test(name));
  return /green|hmt|treasury|yes|standard|usual|default/i.test(words)
    ? `Write ${newest}, the newest, or the one that the case was written under.`
    : "Write the name of one, none, or a rate a year such as 3.5%.";
};

const readSchedule = (name: string | number, address: string, context: ReadContext): Discounting["schedule"] => {
  const rate = shareIn(name);
  if (rate === undefined) {
    const schedule = keysOf(discountSchedules).find((each) => each === name);
    if (schedule !== undefined) return discountSchedules[schedule];
    const [yearly] = /^[\d.]+\s*%/.exec(String(name)) ?? [];
    const near = didYouMean(String(name), Object.keys(discountSchedules));
    const [what, mend] =
      yearly === undefined
        ? [`There is no discount schedule called ${name}. ${near}`, scheduleMeant(String(name))]
        : [`"${name}" is no rate.`, `Write ${yearly}: a rate is one of a year.`];
    reportError(context, address, what, mend);
    return discountSchedules.none;
  }
  if (rate >= -0.99 && rate <= 1) return flatSchedule(rate);
  reportError(
    context,
    address,
    `A discount rate of ${percentText(rate)} a year is not possible.`,
    "Write such as 3.5%, or 0.035.",
  );
  return discountSchedules.none;
};
