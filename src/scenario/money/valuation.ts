import * as z from "zod";
import { uprate } from "../../base/appraisal/prices.js";
import { power } from "../../base/mathematics/power.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { incomeElasticity, outcomeValues } from "../../data/valuations.js";
import { reportError } from "../../quantity/context.js";
import { priceYearForm, wordForm } from "../../quantity/forms.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { assumption } from "../source.js";
import { checkPriceYear } from "./price-year.js";

const amountsForm = z.number().positive();

const pricedForm = strictObject({
  pounds: z.number().min(0).describe("The value of one."),
  priceYear: priceYearForm,
  source: wordForm.describe("The name of an entry of sources, or the word assumption."),
}).describe("A value of your own, with its price year and source.");

/** The values of outcomes in pounds, and the weights of a pound by agency. */
export const valuationForm = strictObject({
  outcomes: z
    .record(nameForm, z.union([wordForm.meta({ enum: Object.keys(outcomeValues) }), pricedForm]))
    .describe(
      "The value of one of an outcome (a service with a worth): " +
        `a dated value (${Object.keys(outcomeValues).join(", ")}), or pounds.`,
    )
    .optional(),
  freed: z
    .number()
    .min(0)
    .max(1)
    .describe(
      "What a freed pound counts where the service states no capacity: 1 by default, an assumption; 0 counts none.",
    )
    .optional(),
  weights: strictObject({
    reference: amountsForm.describe("The income at which a pound has weight 1: the median, in pounds a year."),
    incomes: z
      .record(nameForm, amountsForm)
      .describe(
        "The income of the people behind an agency (households), in pounds a year; other agencies have weight 1.",
      ),
    elasticity: amountsForm
      .describe("By how many per cent a pound is worth less at an income 1% higher; 1.3 by default.")
      .optional(),
  })
    .describe(
      "Distributional weights, (reference / income) ^ elasticity. Results show weighted and unweighted figures.",
    )
    .optional(),
}).describe("What public value counts besides unweighted money; by default nothing.");

/** The value of one of an outcome, in the prices of the results. */
export interface OutcomePrice {
  readonly pounds: number;
  readonly source: string;
}

/** The values of outcomes, and the weights of a pound. */
export interface Valuation {
  /** By service. */
  readonly outcomes: Readonly<Record<string, OutcomePrice>>;
  /** What a freed pound counts where the service states no capacity, 0 to 1. */
  readonly freed: number;
  /** By agency; 1 for an agency that is not in it. Null if the scenario has no weights. */
  readonly weights: Readonly<Record<string, number>> | null;
}

type ValuationForm = z.output<typeof valuationForm>;

const place = "money.valuation";

/** Reads a valuation. By default no outcome has a value and no pound a weight. */
export const readValuation = (form: ValuationForm | undefined, context: ScenarioContext): Valuation => ({
  outcomes: Object.fromEntries(
    Object.entries(form?.outcomes ?? {}).flatMap(([service, value]) => {
      const address = `${place}.outcomes.${service}`;
      const known = checkName(context, address, "outcome", service, context.outcomes, "key");
      const price = readPrice(value, address, context);
      return known && price ? [[service, price]] : [];
    }),
  ),
  freed: form?.freed ?? 1,
  weights: form?.weights === undefined ? null : readWeights(form.weights, context),
});

const readPrice = (
  form: NonNullable<ValuationForm["outcomes"]>[string],
  address: string,
  context: ScenarioContext,
): OutcomePrice | undefined => {
  if (typeof form === "string") {
    const known = keysOf(outcomeValues);
    const name = known.find((each) => each === form);
    checkName(context, address, "dated value", form, known);
    if (name === undefined) return undefined;
    const { pounds, priceYear, source } = outcomeValues[name];
    return { pounds: inResultPrices(pounds, priceYear, address, context), source };
  }
  const { pounds, source } = form;
  const priceYear = String(form.priceYear);
  if (source !== assumption) checkName(context, `${address}.source`, "source", source, [...context.sources.keys()]);
  if (!checkPriceYear(priceYear, `${address}.priceYear`, context)) return undefined;
  return { pounds: inResultPrices(pounds, priceYear, `${address}.priceYear`, context), source };
};

const inResultPrices = (pounds: number, from: string, address: string, context: ScenarioContext): number => {
  const { priceYear: to, deflators: series } = context;
  const converted = from === to ? pounds : uprate(pounds, { from, to, series });
  if (converted === undefined)
    reportError(
      context,
      address,
      `Prices of ${from} cannot be converted to those of ${to}.`,
      "Write pounds in prices of a year within the index.",
    );
  return converted ?? 0;
};

/**
 * Reads the weights of a pound: (reference / income) ^ elasticity.
 * HM Treasury, The Green Book (2022), A3; Layard and others (2008).
 */
const readWeights = (
  { reference, incomes, elasticity = incomeElasticity.value }: NonNullable<ValuationForm["weights"]>,
  context: ScenarioContext,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(incomes).flatMap(([agency, income]) =>
      checkName(context, `${place}.weights.incomes.${agency}`, "agency", agency, context.agencies, "key")
        ? [[agency, power(reference / income, elasticity)]]
        : [],
    ),
  );
