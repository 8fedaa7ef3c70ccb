import { didYouMean, listed, nearestName } from "../../base/problem.js";
import type { Payers, UnitCost } from "../../data/unit-costs/unit-cost.js";
import { reportError } from "../../quantity/context.js";
import type { Provenance, Quantity } from "../../quantity/expression.js";
import { statedAt } from "../address.js";
import { type Layer, layers } from "../layer.js";
import { checkName, type ScenarioReading } from "../reading.js";

/** An amount that names a unit cost, and who in the scenario bears what each published payer pays. */
export interface CataloguedForm {
  readonly catalogue: string;
  readonly bears: Readonly<Record<string, string>>;
}
/** The word for a part that somebody outside the scenario bears, or that is counted elsewhere. */
const leftOut = "none";
export const prefix = "catalogue.";
/** The unit cost a number was made of, and the address that names it; undefined where it was made of none. */
export const unitCostAt = (
  { source, address }: Pick<Quantity, "source" | "address">,
  { unitCosts, written }: Pick<ScenarioReading, "unitCosts" | "written">,
): { readonly cost: UnitCost; readonly at: string } | undefined => {
  const cost = source?.startsWith(prefix) ? unitCosts.get(source.slice(prefix.length)) : undefined;
  if (cost === undefined) return undefined;
  const at = statedAt("catalogue", address, written);
  return at === address ? undefined : { cost, at };
};
/** What a unit cost has of a layer, by who bears it; undefined where nothing is published of it. */
export const payersOf = (
  cost: Pick<UnitCost, "payers" | Exclude<Layer, "fiscal">>,
  layer: Layer,
): Payers | undefined => (layer === "fiscal" ? cost.payers : cost[layer]);
/** Sugar: a unit cost by its code becomes pounds for each who bears a part of it (of a layer), in its own prices and with its source. */
export const readCatalogued = (
  { catalogue, bears }: CataloguedForm,
  address: string,
  { grade, note }: Provenance,
  reading: ScenarioReading,
  layer: Layer,
): readonly { readonly agency: string; readonly pounds: Quantity }[] => {
  const cost = readCode(catalogue, `${address}.catalogue`, reading);
  if (cost === undefined) return [];
  const published = payersOf(cost, layer);
  if (published === undefined) {
    reportLayer(cost, layer, `${address}.catalogue`, reading);
    return [];
  }
  checkBears(cost, Object.keys(published), bears, `${address}.bears`, reading);
  const partsOf = new Map<string, readonly number[]>();
  for (const [payer, pounds] of Object.entries(published)) {
    const agency = Object.hasOwn(bears, payer) ? bears[payer] : leftOut;
    if (agency !== leftOut) partsOf.set(agency, [...(partsOf.get(agency) ?? []), pounds]);
  }
  return [...partsOf].map(([agency, parts]) => ({
    agency,
    pounds: {
      ...(grade === undefined ? {} : { grade }),
      ...(note === undefined ? {} : { note }),
      unit: "£",
      source: prefix + cost.code,
      priceYear: cost.priceYear,
      address: `${address}.${agency}`,
      expression: parts.reduce((sum, part) => sum + part, 0),
      bounds: "positive",
      written: parts.join(" + "),
    },
  }));
};
/** How an amount that names a unit cost is written: `{ catalogue: HE4.0, bears: { NHS: hospital } }`. */
export const cataloguedAs = (code: string, { unitCosts, agencies }: ScenarioReading): string => {
  const payers = Object.keys(unitCosts.get(code)?.payers ?? { NHS: 0 });
  const bears = payers.map((payer, at) => `${payer}: ${agencies[at] ?? agencies.at(-1) ?? "hospital"}`);
  return `{ catalogue: ${code}, bears: { ${bears.join(", ")} } }`;
};
const readCode = (code: string, address: string, reading: ScenarioReading): UnitCost | undefined => {
  const cost = reading.unitCosts.get(code);
  if (cost === undefined)
    reportError(
      reading,
      address,
      `There is no unit cost called ${code}. ${didYouMean(code, [...reading.unitCosts.keys()])}`,
      "who-saves list costs shows them all; write pounds in its place, or bring unit costs of your own.",
    );
  return cost;
};
/** Reports a layer of which a unit cost says nothing. */
const reportLayer = (cost: UnitCost, layer: Layer, address: string, reading: ScenarioReading): void =>
  reportError(
    reading,
    address,
    `No ${layer} value of ${cost.code} (${cost.what}) was published.`,
    `What was published is ${listed(layers.filter((each) => payersOf(cost, each)))}; or write pounds in its place.`,
  );
/** Reports payers nobody stands for, and names that are no payer of this cost or no agency. */
const checkBears = (
  cost: UnitCost,
  payers: readonly string[],
  bears: CataloguedForm["bears"],
  address: string,
  reading: ScenarioReading,
): void => {
  for (const [payer, agency] of Object.entries(bears)) {
    const place = `${address}.${payer}`;
    const known = checkName(reading, place, `payer of ${cost.code}`, payer, payers, "key");
    if (known && agency !== leftOut) checkName(reading, place, "agency", agency, reading.agencies);
  }
  const misspelt = Object.keys(bears).map((name) => (payers.includes(name) ? name : nearestName(name, payers)));
  const missing = payers.filter((payer) => !misspelt.includes(payer));
  const [first = "council"] = reading.agencies;
  if (missing.length > 0)
    reportError(
      reading,
      address,
      `Nothing says who bears what ${listed(missing)} ${missing.length === 1 ? "pays" : "pay"} of ${cost.code} (${cost.what}).`,
      `Write ${missing[0]}: ${first}, or ${missing[0]}: ${leftOut} where it is to be left out.`,
    );
  else if (payers.every((payer) => bears[payer] === leftOut))
    reportError(reading, address, `Every part of ${cost.code} is left out.`, "Name an agency for one of them.");
};
