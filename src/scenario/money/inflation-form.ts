import * as z from "zod";
import { indexYear } from "../../base/appraisal/prices.js";
import { percentText, shareIn } from "../../base/problems/number-text.js";
import { assumedInflation } from "../../data/deflators.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import { type Inflation, lastPublishedYear } from "./inflation.js";

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
