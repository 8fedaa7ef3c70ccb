import * as z from "zod";
import { financialYearFrom, indexOfPrices, indexYear, type PriceSeries } from "../../base/appraisal/prices.js";
import { percentText, shareIn } from "../../base/problems/number-text.js";
import { assumedInflation, deflators } from "../../data/deflators.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";

const rateForm = z.union([z.number(), wordForm]);

/** How prices rise after the last year of the published index. */
export const inflationForm = z
  .union([
    rateForm,
    z
      .record(wordForm, rateForm)
      .describe("A rate for each year: { 2025/26: 2.5%, 2026/27: 2% }. The last one holds for later years."),
  ])
  .describe(
    "How prices rise per year after the published index ends: a rate such as 2% (the default, an assumption), " +
      "or a rate for each year.",
  );

/** How prices rise after the last year of the published index. Shares per year: 0.02 is 2 %. */
export interface Inflation {
  readonly isStated: boolean;
  /** The rate at which prices rise from the year before, by calendar year. */
  readonly rates: Readonly<Record<string, number>>;
  /** The rate of every other year after the index. */
  readonly beyond: number;
}

const published: PriceSeries = deflators["hm-treasury-2025"];

/** The last calendar year of the published index. */
export const lastPublishedYear = Number(Object.keys(published.index).at(-1));

/** How many years the index is extended: further than any run. */
const yearsBeyond = 200;

/** Reads inflation: by default the assumed rate. */
export const readInflation = (
  form: z.output<typeof inflationForm> | undefined,
  context: Pick<ReadContext, "report">,
): Inflation => {
  if (form === undefined) return { isStated: false, rates: {}, beyond: assumedInflation.rate };
  if (typeof form !== "object")
    return { isStated: true, rates: {}, beyond: readRate(form, "money.inflation", context) };
  const rates = Object.entries(form).map(
    ([year, rate]) => [readYear(year, context), readRate(rate, `money.inflation.${year}`, context)] as const,
  );
  const [, last = assumedInflation.rate] = [...rates].sort(([a], [b]) => a - b).at(-1) ?? [];
  return { isStated: true, rates: Object.fromEntries(rates), beyond: last };
};

/** The calendar year whose rate a key states. A year of the published index is a problem: its prices are known. */
const readYear = (text: string, context: Pick<ReadContext, "report">): number => {
  const year = indexYear(text);
  const address = `money.inflation.${text}`;
  if (year === undefined)
    reportError(context, address, `${text} is not a year.`, "Write a year such as 2026/27, or 2026.", "key");
  else if (year <= lastPublishedYear)
    reportError(
      context,
      address,
      `The prices of ${text} are published: the index ends in ${lastPublishedYear}.`,
      `Take it out, and begin with ${lastPublishedYear + 1}.`,
      "key",
    );
  return year ?? lastPublishedYear + 1;
};

const readRate = (form: number | string, address: string, context: Pick<ReadContext, "report">): number => {
  const rate = shareIn(form);
  if (rate !== undefined && rate > -0.5 && rate <= 0.5) return rate;
  reportError(
    context,
    address,
    rate === undefined
      ? `${form} is not a rate of inflation.`
      : `Inflation of ${percentText(rate)} a year is not plausible.`,
    "Write a share per year, such as 2% or 0.02.",
  );
  return assumedInflation.rate;
};

/**
 * The published index, extended by the rates of inflation. The rate of a year is the rise from the year before, of
 * calendar and of financial years alike.
 */
export const pricesWith = ({ rates, beyond }: Inflation): PriceSeries => {
  const index: Record<string, number> = { ...published.index };
  for (let year = lastPublishedYear + 1; year <= lastPublishedYear + yearsBeyond; year++) {
    const rise = 1 + (rates[year] ?? beyond);
    index[year] = index[year - 1] * rise;
    index[financialYearFrom(year)] = (indexOfPrices({ index }, financialYearFrom(year - 1)) ?? 0) * rise;
  }
  return { ...published, index };
};

/** True if the prices of a year are published, so that inflation has no part in them. */
export const isPublished = (priceYear: string): boolean => indexOfPrices(published, priceYear) !== undefined;

/** Inflation in words: `3% in 2026, 2% a year after 2026`. */
export const inflationText = ({ rates, beyond }: Inflation): string => {
  const stated = Object.entries(rates).map(([year, rate]) => `${percentText(rate)} in ${year}, `);
  return `${stated.join("")}${percentText(beyond)} a year after ${Object.keys(rates).at(-1) ?? lastPublishedYear}`;
};
