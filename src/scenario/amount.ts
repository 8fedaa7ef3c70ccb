import * as z from "zod";
import { indexYear, uprate } from "../base/prices.js";
import { provenanceForms, type QuantityForm, quantityForm } from "../quantity/forms.js";
import type { Provenance, Quantity } from "../quantity/quantity.js";
import { readQuantity } from "../quantity/read.js";
import { reportError } from "../quantity/reading.js";
import { statedAt } from "./address.js";
import { readBetween } from "./expand/between.js";
import { checkPriceYear } from "./money.js";
import { nameForm } from "./names.js";
import { checkName, type ScenarioReading } from "./reading.js";

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

/** Money, and who bears it: `{ hospital: 2615 }`, or `{ total: 6345, between: [council, legalAid] }`. */
export const amountForm = z
  .union([betweenForm, z.record(nameForm, quantityForm).describe("Pounds, by the agency that bears them.")])
  .meta({
    id: "amount",
    description: "Money, and who bears it: { hospital: 2615 }, or { total: 6345, between: [council, legalAid] }.",
  });

/** What one agency bears: pounds in their own price year, and the factor that brings them to the prices of the results. */
export interface Borne {
  readonly agency: string;
  readonly pounds: Quantity;
  readonly uprating: number;
}

/** Reads an amount, sorted by agency. */
export const readAmount = (
  form: z.output<typeof amountForm>,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
): readonly Borne[] => {
  checkBearers(form, address, reading);
  const borne = isBetween(form)
    ? readBetween(form, address, inherits, reading)
    : readBorne(form, address, inherits, reading);
  return borne
    .filter(({ agency }) => reading.agencies.includes(agency))
    .map(({ agency, pounds }) => ({ agency, pounds, uprating: upratingOf(pounds, reading) }))
    .sort((a, b) => (a.agency < b.agency ? -1 : 1));
};

const isBetween = (form: z.output<typeof amountForm>): form is z.output<typeof betweenForm> =>
  Array.isArray((form as { between?: unknown }).between);

/** Reports an amount that names nobody who bears it, or somebody who is not there. */
const checkBearers = (form: z.output<typeof amountForm>, address: string, reading: ScenarioReading): void => {
  const { agencies } = reading;
  if (isBetween(form)) {
    for (const [index, agency] of form.between.entries())
      if (form.between.indexOf(agency) < index)
        reportError(reading, `${address}.between.${index}`, `${agency} stands here twice.`, "Take one out.");
      else checkName(reading, `${address}.between.${index}`, "agency", agency, agencies);
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
) =>
  Object.entries(form).map(([agency, pounds]) => ({
    agency,
    pounds: readQuantity(
      pounds,
      { address: `${address}.${agency}`, bounds: "positive", inherits: { ...inherits, unit: "£" } },
      reading,
    ),
  }));

/** The price year of a figure: the nearest of value, line, service and source, else that of the results. */
export const priceYearOf = ({ priceYear, source }: Provenance, reading: ScenarioReading): string =>
  priceYear ?? (source === undefined ? undefined : reading.sources.get(source)) ?? reading.priceYear;

const upratingOf = (pounds: Quantity, reading: ScenarioReading): number => {
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
      : statedAt("priceYear", pounds.address, reading.written);
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
