import * as z from "zod";
import { uprate } from "../../base/prices.js";
import { incomeElasticity, outcomeValues } from "../../data/valuations.js";
import { reportError } from "../../quantity/context.js";
import { priceYearForm, wordForm } from "../../quantity/forms.js";
import { isMap } from "../issues/value.js";
import { nameForm } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { assumption } from "../source.js";
import { checkPriceYear } from "./price-year.js";

const amountsForm = z.number().positive();

const pricedForm = z
  .strictObject({
    pounds: z.number().min(0).describe("What one of it is worth."),
    priceYear: priceYearForm,
    source: wordForm.describe("The name of an entry of sources, or the word assumption."),
  })
  .describe("A value of your own, with its prices and source.");

/** What outcomes are worth in pounds, and how much more a pound is worth to some than to others. */
export const valuationForm = z
  .strictObject({
    outcomes: z
      .record(nameForm, z.union([wordForm.meta({ enum: Object.keys(outcomeValues) }), pricedForm]))
      .describe(
        `What one of an outcome (a service with a worth) is worth: a dated value (${Object.keys(outcomeValues).join(", ")}), or pounds.`,
      )
      .optional(),
    weights: z
      .strictObject({
        reference: amountsForm.describe("The income a pound is measured by: the median, in pounds a year."),
        incomes: z
          .record(nameForm, amountsForm)
          .describe("The income of those behind an agency (households), in pounds a year; all others weigh 1."),
        elasticity: amountsForm
          .describe("By how many per cent a pound is worth less to whoever has 1% more; 1.3 unless said.")
          .optional(),
      })
      .describe("Distributional weights, (reference / income) ^ elasticity, shown beside the unweighted figure.")
      .optional(),
  })
  .describe("What public value counts besides money as it is; nothing, unless said.");

/** What one of an outcome is worth, in the prices of the results. */
export interface OutcomePrice {
  readonly pounds: number;
  readonly source: string;
}

/** What outcomes are worth, by service; and the weight of a pound, by agency (1 where it is not there; null where nobody asked for weights). */
export interface Valuation {
  readonly outcomes: Readonly<Record<string, OutcomePrice>>;
  readonly weights: Readonly<Record<string, number>> | null;
}

type ValuationForm = z.output<typeof valuationForm>;

const place = "money.valuation";

/** Reads a valuation; where there is none, nothing is valued or weighted. */
export const readValuation = (form: ValuationForm | undefined, reading: ScenarioReading): Valuation => ({
  outcomes: Object.fromEntries(
    Object.entries(form?.outcomes ?? {}).flatMap(([service, value]) => {
      const address = `${place}.outcomes.${service}`;
      const known = checkName(reading, address, "outcome", service, outcomesIn(reading), "key");
      const price = readPrice(value, address, reading);
      return known && price ? [[service, price]] : [];
    }),
  ),
  weights: form?.weights === undefined ? null : readWeights(form.weights, reading),
});

/** The services with a worth, as far as their entries say so. */
const outcomesIn = ({ services, written }: ScenarioReading): readonly string[] => {
  const entries = (written as { readonly services?: Readonly<Record<string, unknown>> }).services ?? {};
  return services.filter((name) => isMap(entries[name]) && entries[name].worth !== undefined);
};

const readPrice = (
  form: NonNullable<ValuationForm["outcomes"]>[string],
  address: string,
  reading: ScenarioReading,
): OutcomePrice | undefined => {
  if (typeof form === "string") {
    if (!checkName(reading, address, "dated value", form, Object.keys(outcomeValues))) return undefined;
    const { pounds, priceYear, source } = outcomeValues[form as keyof typeof outcomeValues];
    return { pounds: broughtToPrices(pounds, priceYear, address, reading), source };
  }
  const { pounds, source } = form;
  const priceYear = String(form.priceYear);
  if (source !== assumption) checkName(reading, `${address}.source`, "source", source, [...reading.sources.keys()]);
  if (!checkPriceYear(priceYear, `${address}.priceYear`, reading)) return undefined;
  return { pounds: broughtToPrices(pounds, priceYear, `${address}.priceYear`, reading), source };
};

const broughtToPrices = (pounds: number, from: string, address: string, reading: ScenarioReading): number => {
  const { priceYear: to, deflators: series } = reading;
  const found = from === to ? pounds : uprate(pounds, { from, to, series });
  if (found === undefined)
    reportError(
      reading,
      address,
      `Prices of ${from} cannot be brought to those of ${to}.`,
      "Write pounds in prices of a year within the index.",
    );
  return found ?? 0;
};

/** The weight of a pound: (reference / income) ^ elasticity. HM Treasury, The Green Book (2022), A3; Layard and others (2008). */
const readWeights = (
  { reference, incomes, elasticity = incomeElasticity.value }: NonNullable<ValuationForm["weights"]>,
  reading: ScenarioReading,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(incomes).flatMap(([agency, income]) =>
      checkName(reading, `${place}.weights.incomes.${agency}`, "agency", agency, reading.agencies, "key")
        ? [[agency, (reference / income) ** elasticity]]
        : [],
    ),
  );
