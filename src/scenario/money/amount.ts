import * as z from "zod";
import { indexYear, uprate } from "../../base/appraisal/prices.js";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import type { Provenance, Quantity } from "../../quantity/expression.js";
import { provenanceForms, type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { type QuantityPlace, readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { readBetween } from "./between.js";
import { cataloguedAs, readCatalogued, unitCostAt } from "./catalogue.js";
import type { Layer } from "./layer.js";
import { checkPriceYear } from "./price-year.js";

const betweenForm = strictObject({
  total: quantityForm.describe("The whole amount, in pounds."),
  between: z
    .array(nameForm)
    .min(2)
    .describe("The payers, if the split is not published: every split is equally likely."),
  ...provenanceForms,
}).describe("An amount whose split is not published.");

const cataloguedForm = strictObject({
  catalogue: z.string().max(60).describe("The code of a unit cost: HE4.0 (who-saves list costs shows them)."),
  bears: z
    .record(z.string().max(100), z.string().max(60))
    .describe("The agency that bears the part of each published payer: { NHS: hospital }; none leaves a part out."),
}).describe("A published unit cost, by its code.");

/** An amount: pounds by payer, a total between payers, or a published unit cost. */
export const amountForm = z
  .union([
    betweenForm,
    cataloguedForm,
    z.record(nameForm, quantityForm).describe("Pounds, by the agency that pays them."),
  ])
  .meta({
    id: "amount",
    description:
      "Money, and who pays it: { hospital: 2615 }, { total: 6345, between: [council, legalAid] }, or " +
      "{ catalogue: HE4.0, bears: { NHS: hospital } }.",
  });

type AmountForm = z.output<typeof amountForm>;

/** The pounds of one payer, in their own price year. */
export interface PayerAmount {
  readonly agency: string;
  readonly pounds: Quantity;
  /** The factor from their price year to that of the results. */
  readonly uprating: number;
}

/**
 * Reads an amount of a layer, sorted by agency. With `negativeMend`, the advice for a fixed amount below 0, a range or
 * a formula may be below 0: a saving of unknown sign.
 */
export const readAmount = (
  form: AmountForm,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
  layer: Layer = "fiscal",
  negativeMend?: string,
): readonly PayerAmount[] =>
  readParts(form, address, inherits, context, layer, negativeMend)
    .filter(({ agency }) => context.agencies.includes(agency))
    .map(({ agency, pounds }) => ({ agency, pounds, uprating: upratingOf(pounds, context) }))
    .sort((a, b) => (a.agency < b.agency ? -1 : 1));

const readParts = (
  form: AmountForm,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
  layer: Layer,
  negativeMend: string | undefined,
): readonly { readonly agency: string; readonly pounds: Quantity }[] => {
  if (isCatalogued(form)) return readCatalogued(form, address, inherits, context, layer);
  checkPayers(form, address, context);
  if (isBetween(form)) return readBetween(form, address, inherits, context, signOf(negativeMend));
  return lacksPayers(form, context) ? [] : readPounds(form, address, inherits, context, negativeMend);
};

const isBetween = (form: AmountForm): form is z.output<typeof betweenForm> =>
  "between" in form && Array.isArray(form.between);

const isCatalogued = (form: AmountForm): form is z.output<typeof cataloguedForm> =>
  "catalogue" in form && "bears" in form && typeof form.bears === "object";

/** True if an amount names a unit cost, but not its payers. */
const lacksPayers = (form: object, { agencies }: ScenarioContext): form is { readonly catalogue: unknown } =>
  "catalogue" in form && !agencies.includes("catalogue");

/** Reports an amount without payers, or with a payer that does not exist. */
const checkPayers = (
  form: Exclude<AmountForm, z.output<typeof cataloguedForm>>,
  address: string,
  context: ScenarioContext,
): void => {
  const { agencies } = context;
  if (isBetween(form)) {
    for (const [index, agency] of form.between.entries())
      if (form.between.indexOf(agency) < index)
        reportError(context, `${address}.between.${index}`, `${agency} is here twice.`, "Take one out.");
      else checkName(context, `${address}.between.${index}`, "agency", agency, agencies);
    return;
  }
  if (lacksPayers(form, context)) {
    const code = String(form.catalogue);
    reportError(context, address, `This does not state who pays ${code}.`, `Write ${cataloguedAs(code, context)}.`);
    return;
  }
  const names = Object.keys(form);
  const [first = "council", second = "hospital"] = agencies;
  const hasNoPayer = names.length === 0 || names.includes("value");
  if (!hasNoPayer && !names.includes("total"))
    for (const name of names) checkName(context, `${address}.${name}`, "agency", name, agencies, "key");
  else if (!names.some((name) => agencies.includes(name)))
    reportError(
      context,
      address,
      hasNoPayer
        ? "This does not state who pays these pounds."
        : "This does not state between which agencies this total is split.",
      hasNoPayer
        ? `Name the agency that pays: { ${first}: ${names.length === 0 ? 2615 : "{ value: …, low: …, high: … }"} }.`
        : `Name two agencies or more: { total: …, between: [${first}, ${second}] }.`,
    );
};

/** The bounds of an amount: of any sign if there is advice for a fixed one below 0. */
const signOf = (negativeMend: string | undefined): Pick<QuantityPlace, "bounds" | "negativeMend"> => ({
  bounds: negativeMend === undefined ? "positive" : "signed",
  negativeMend,
});

const readPounds = (
  form: Readonly<Record<string, QuantityForm>>,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
  negativeMend: string | undefined,
) =>
  Object.entries(form).map(([agency, pounds]) => ({
    agency,
    pounds: readQuantity(
      pounds,
      { address: `${address}.${agency}`, ...signOf(negativeMend), inherits: { ...inherits, unit: "£" } },
      context,
    ),
  }));

/** The price year of a figure: its own or the inherited one, else that of its source, else that of the results. */
export const priceYearOf = ({ priceYear, source }: Provenance, context: ScenarioContext): string =>
  priceYear ?? (source === undefined ? undefined : context.sources.get(source)) ?? context.priceYear;

/** The factor that brings pounds from their own price year to that of the results. */
export const upratingOf = (pounds: Quantity, context: ScenarioContext): number => {
  const { priceYear: to, deflators: series } = context;
  const from = priceYearOf(pounds, context);
  if (from === to) return 1;
  const factor = uprate(1, { from, to, series });
  if (factor === undefined) reportPriceYear(from, pounds, context);
  return factor ?? 1;
};

const reportPriceYear = (from: string, pounds: Quantity, context: ScenarioContext): void => {
  if (indexYear(context.priceYear) === undefined) return; // That is a problem of money.priceYear.
  const address =
    pounds.priceYear === undefined
      ? `sources.${pounds.source}.priceYear`
      : (unitCostAt(pounds, context)?.at ?? context.statedAt("priceYear", pounds.address));
  if (!checkPriceYear(from, address, context)) return;
  const [first] = Object.keys(context.deflators.index);
  const isOutside = (year: string): boolean =>
    uprate(1, { from: first, to: year, series: context.deflators }) === undefined;
  const what = `Prices of ${from} cannot be converted to those of ${context.priceYear}: the index begins in ${first}.`;
  if (isOutside(context.priceYear)) reportError(context, "money.priceYear", what, `Write a year from ${first} on.`);
  else reportError(context, address, what, `Convert the figure to prices of ${first} or later first, and add a note.`);
};
