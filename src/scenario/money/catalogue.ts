import { didYouMean, listed, nearestName } from "../../base/problems/problem.js";
import type { Payers, UnitCost } from "../../data/unit-costs/unit-cost.js";
import { reportError } from "../../quantity/context.js";
import type { Provenance, Quantity } from "../../quantity/expression.js";
import { checkName, type ScenarioContext } from "../context.js";
import { type Layer, layers } from "./layer.js";

/** An amount that names a unit cost, and the agency that bears the part of each published payer. */
export interface CataloguedForm {
  readonly catalogue: string;
  readonly bears: Readonly<Record<string, string>>;
}

/** The word for a part that is paid outside the scenario, or counted elsewhere. */
const leftOut = "none";
export const prefix = "catalogue.";

/** The unit cost a number comes from, and the address that names it; undefined if it comes from none. */
export const unitCostAt = (
  { source, address }: Pick<Quantity, "source" | "address">,
  { unitCosts, statedAt }: Pick<ScenarioContext, "unitCosts" | "statedAt">,
): { readonly cost: UnitCost; readonly at: string } | undefined => {
  const cost = source?.startsWith(prefix) ? unitCosts.get(source.slice(prefix.length)) : undefined;
  if (cost === undefined) return undefined;
  const at = statedAt("catalogue", address);
  return at === address ? undefined : { cost, at };
};

/** Pounds of a unit cost in a layer, by payer; undefined if none are published. */
export const payersOf = (
  cost: Pick<UnitCost, "payers" | Exclude<Layer, "fiscal">>,
  layer: Layer,
): Payers | undefined => (layer === "fiscal" ? cost.payers : cost[layer]);

/** Reads a unit cost by its code, as pounds of a layer by agency. Prices and source are those of the unit cost. */
export const readCatalogued = (
  { catalogue, bears }: CataloguedForm,
  address: string,
  { grade, note }: Provenance,
  context: ScenarioContext,
  layer: Layer,
): readonly { readonly agency: string; readonly pounds: Quantity }[] => {
  const cost = readCode(catalogue, `${address}.catalogue`, context);
  if (cost === undefined) return [];
  const published = payersOf(cost, layer);
  if (published === undefined) {
    reportLayer(cost, layer, `${address}.catalogue`, context);
    return [];
  }
  checkBears(cost, Object.keys(published), bears, `${address}.bears`, context);
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

/** The text of an amount that names a unit cost: `{ catalogue: HE4.0, bears: { NHS: hospital } }`. */
export const cataloguedAs = (code: string, { unitCosts, agencies }: ScenarioContext): string => {
  const payers = Object.keys(unitCosts.get(code)?.payers ?? { NHS: 0 });
  const bears = payers.map((payer, at) => `${payer}: ${agencies[at] ?? agencies.at(-1) ?? "hospital"}`);
  return `{ catalogue: ${code}, bears: { ${bears.join(", ")} } }`;
};

const readCode = (code: string, address: string, context: ScenarioContext): UnitCost | undefined => {
  const cost = context.unitCosts.get(code);
  const nearest = (): string => sameWords(code, context) ?? didYouMean(code, [...context.unitCosts.keys()]);
  if (cost === undefined)
    reportError(
      context,
      address,
      `There is no unit cost called ${code}. ${nearest()}`,
      "who-saves list costs shows them all; write pounds in its place, or bring unit costs of your own.",
    );
  return cost;
};

/** The unit cost whose description has the words of a code: `see-convey` is an ambulance. Undefined if none has. */
const sameWords = (code: string, { unitCosts }: ScenarioContext): string | undefined => {
  const words = /[^.]*$/.exec(code.toLowerCase())?.[0].match(/[a-z]{3,}/g) ?? [];
  const found = [...unitCosts.values()].find(({ what }) => words.every((word) => what.toLowerCase().includes(word)));
  return words.length > 0 && found ? `Did you mean ${found.code} (${found.what})?` : undefined;
};

/** Reports a layer of which a unit cost has no pounds. */
const reportLayer = (cost: UnitCost, layer: Layer, address: string, context: ScenarioContext): void =>
  reportError(
    context,
    address,
    `No ${layer} value of ${cost.code} (${cost.what}) was published.`,
    `Published layers: ${listed(layers.filter((each) => payersOf(cost, each)))}. Or write pounds in its place.`,
  );
/** Reports published payers without an agency, and names that are not a payer of this cost or not an agency. */
const checkBears = (
  cost: UnitCost,
  payers: readonly string[],
  bears: CataloguedForm["bears"],
  address: string,
  context: ScenarioContext,
): void => {
  for (const [payer, agency] of Object.entries(bears)) {
    const place = `${address}.${payer}`;
    const known = checkName(context, place, `payer of ${cost.code}`, payer, payers, "key");
    if (known && agency !== leftOut) checkName(context, place, "agency", agency, context.agencies);
  }
  const misspelt = Object.keys(bears).map((name) => (payers.includes(name) ? name : nearestName(name, payers)));
  const missing = payers.filter((payer) => !misspelt.includes(payer));
  const [first = "council"] = context.agencies;
  if (missing.length > 0)
    reportError(
      context,
      address,
      `This does not state who bears what ${listed(missing)} ${missing.length === 1 ? "pays" : "pay"} of ` +
        `${cost.code} (${cost.what}).`,
      `Write ${missing[0]}: ${first}, or ${missing[0]}: ${leftOut} to leave it out.`,
    );
  else if (payers.every((payer) => bears[payer] === leftOut))
    reportError(context, address, `Every part of ${cost.code} is left out.`, "Name an agency for one of them.");
};
