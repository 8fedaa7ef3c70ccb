import * as z from "zod";
import { indexYear, uprate } from "../../base/prices.js";
import { reportError } from "../../quantity/context.js";
import type { Provenance, Quantity } from "../../quantity/expression.js";
import { provenanceForms, type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { statedAt } from "../address.js";
import type { Layer } from "../layer.js";
import { nameForm } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { readBetween } from "./between.js";
import { cataloguedAs, readCatalogued, unitCostAt } from "./catalogue.js";
import { checkPriceYear } from "./price-year.js";

const betweenForm = z
  .strictObject({
    total: quantityForm.describe("The whole amount, in pounds."),
    between: z
      .array(nameForm)
      .min(2)
      .describe("Who bears it, where the split is not published: every split is equally likely."),
    ...provenanceForms,
  })
  .describe("An amount whose split is not published.");

const cataloguedForm = z
  .strictObject({
    catalogue: z.string().max(60).describe("The code of a unit cost: HE4.0 (who-saves list costs shows them)."),
    bears: z
      .record(z.string().max(100), z.string().max(60))
      .describe("Which agency bears what each published payer pays: { NHS: hospital }; none leaves its part out."),
  })
  .describe("A published unit cost, by its code.");

/** Money, and who bears it: `{ hospital: 2615 }`, `{ total: 6345, between: [council, legalAid] }`, or `{ catalogue: HE4.0, bears: { NHS: hospital } }`. */
export const amountForm = z
  .union([
    betweenForm,
    cataloguedForm,
    z.record(nameForm, quantityForm).describe("Pounds, by the agency that bears them."),
  ])
  .meta({
    id: "amount",
    description:
      "Money, and who bears it: { hospital: 2615 }, { total: 6345, between: [council, legalAid] }, or { catalogue: HE4.0, bears: { NHS: hospital } }.",
  });

type AmountForm = z.output<typeof amountForm>;

/** What one agency bears: pounds in their own price year, and the factor that brings them to the prices of the results. */
export interface Borne {
  readonly agency: string;
  readonly pounds: Quantity;
  readonly uprating: number;
}

/** Reads an amount of a layer, sorted by agency. */
export const readAmount = (
  form: AmountForm,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
  layer: Layer = "fiscal",
  negativeMend?: string,
): readonly Borne[] =>
  readParts(form, address, inherits, reading, layer, negativeMend)
    .filter(({ agency }) => reading.agencies.includes(agency))
    .map(({ agency, pounds }) => ({ agency, pounds, uprating: upratingOf(pounds, reading) }))
    .sort((a, b) => (a.agency < b.agency ? -1 : 1));

const readParts = (
  form: AmountForm,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
  layer: Layer,
  negativeMend: string | undefined,
): readonly { readonly agency: string; readonly pounds: Quantity }[] => {
  if (isCatalogued(form)) return readCatalogued(form, address, inherits, reading, layer);
  checkBearers(form, address, reading);
  if (isBetween(form)) return readBetween(form, address, inherits, reading, negativeMend);
  return lacksBears(form, reading) ? [] : readBorne(form, address, inherits, reading, negativeMend);
};

const isBetween = (form: AmountForm): form is z.output<typeof betweenForm> =>
  Array.isArray((form as { between?: unknown }).between);

const isCatalogued = (form: AmountForm): form is z.output<typeof cataloguedForm> =>
  "catalogue" in form && "bears" in form && typeof form.bears === "object";

/** Whether an amount names a unit cost, but not by agency who bears it. */
const lacksBears = (form: object, { agencies }: ScenarioReading): form is { readonly catalogue: unknown } =>
  "catalogue" in form && !agencies.includes("catalogue");

/** Reports an amount that names nobody who bears it, or somebody who is not there. */
const checkBearers = (
  form: Exclude<AmountForm, z.output<typeof cataloguedForm>>,
  address: string,
  reading: ScenarioReading,
): void => {
  const { agencies } = reading;
  if (isBetween(form)) {
    for (const [index, agency] of form.between.entries())
      if (form.between.indexOf(agency) < index)
        reportError(reading, `${address}.between.${index}`, `${agency} stands here twice.`, "Take one out.");
      else checkName(reading, `${address}.between.${index}`, "agency", agency, agencies);
    return;
  }
  if (lacksBears(form, reading)) {
    const code = String(form.catalogue);
    reportError(reading, address, `Nothing says who bears ${code}.`, `Write ${cataloguedAs(code, reading)}.`);
    return;
  }
  const names = Object.keys(form);
  const [first = "council", second = "hospital"] = agencies;
  const unsaid = names.length === 0 || names.includes("value");
  if (!unsaid && !names.includes("total"))
    for (const name of names) checkName(reading, `${address}.${name}`, "agency", name, agencies, "key");
  else if (!names.some((name) => agencies.includes(name)))
    reportError(
      reading,
      address,
      unsaid ? "Nothing says who bears these pounds." : "Nothing says between whom this total is split.",
      unsaid
        ? `Name the agency, and give it the pounds: { ${first}: ${names.length === 0 ? 2615 : "{ value: …, low: …, high: … }"} }.`
        : `Name two agencies or more: { total: …, between: [${first}, ${second}] }.`,
    );
};

const readBorne = (
  form: Readonly<Record<string, QuantityForm>>,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
  negativeMend: string | undefined,
) =>
  Object.entries(form).map(([agency, pounds]) => ({
    agency,
    pounds: readQuantity(
      pounds,
      { address: `${address}.${agency}`, bounds: "positive", inherits: { ...inherits, unit: "£" }, negativeMend },
      reading,
    ),
  }));

/** The price year of a figure: the nearest of value, line, service and source, else that of the results. */
export const priceYearOf = ({ priceYear, source }: Provenance, reading: ScenarioReading): string =>
  priceYear ?? (source === undefined ? undefined : reading.sources.get(source)) ?? reading.priceYear;

/** The factor that brings pounds from their own price year to that of the results. */
export const upratingOf = (pounds: Quantity, reading: ScenarioReading): number => {
  const { priceYear: to, deflators: series } = reading;
  const from = priceYearOf(pounds, reading);
  if (from === to) return 1;
  const factor = uprate(1, { from, to, series });
  if (factor === undefined) reportPriceYear(from, pounds, reading);
  return factor ?? 1;
};

const reportPriceYear = (from: string, pounds: Quantity, reading: ScenarioReading): void => {
  if (indexYear(reading.priceYear) === undefined) return; // told of money.priceYear
  const address =
    pounds.priceYear === undefined
      ? `sources.${pounds.source}.priceYear`
      : (unitCostAt(pounds, reading)?.at ?? statedAt("priceYear", pounds.address, reading.written));
  if (!checkPriceYear(from, address, reading)) return;
  const years = Object.keys(reading.deflators.index);
  const what = `Prices of ${from} cannot be brought to those of ${reading.priceYear}: the index runs from ${years[0]} to ${years.at(-1)}.`;
  reportError(
    reading,
    address,
    what,
    "Bring the figure to prices of a year within the index first, and say so in a note.",
  );
};
