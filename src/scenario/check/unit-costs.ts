import { indexYear } from "../../base/appraisal/prices.js";
import { largestOf, smallestOf } from "../../base/mathematics/largest.js";
import { counted, listed } from "../../base/problems/problem.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { keysOfAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import { priceYearOf } from "../money/amount.js";
import { unitCostAt } from "../money/catalogue.js";
import { quantitiesOf } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/** The unit costs a scenario names, with the address that names each first. */
export const unitCostsUsed = (scenario: Scenario, context: ScenarioContext): ReadonlyMap<UnitCost, string> => {
  const used = new Map<UnitCost, string>();
  for (const quantity of quantitiesOf(scenario).values()) {
    const named = unitCostAt(quantity, context);
    if (named && !used.has(named.cost)) used.set(named.cost, named.at);
  }
  return used;
};

/** Reports a unit cost that includes another one. Warns of old figures and doubtful unit costs. */
export const checkUnitCosts = (scenario: Scenario, context: ScenarioContext): void => {
  const used = unitCostsUsed(scenario, context);
  warnOfAge(scenario, context);
  for (const [cost, address] of used) {
    warnOf(cost, address, context);
    for (const [other, place] of used)
      if (includes(cost, other))
        reportError(
          context,
          address,
          `${textOf(cost)} includes ${textOf(other)}, which is at ${place}: what they share would be counted twice.`,
          "Keep one of the two.",
        );
  }
};

const textOf = ({ code, what }: UnitCost): string => `${code} (${what})`;

/** True if a unit cost covers another one, or the other is a part of it: its code begins with that of the whole. */
const includes = ({ code, covers = [] }: UnitCost, other: UnitCost): boolean =>
  other.code !== code && [code, ...covers].some((start) => other.code === start || other.code.startsWith(`${start}.`));

const mostYears = 10;

/** Years by which the prices of a figure are older than those of the results. */
const ageOf = ({ priceYear }: { readonly priceYear: string }, context: ScenarioContext): number =>
  (indexYear(context.priceYear) ?? 0) - (indexYear(priceYear) ?? 0);

/** Warns once of all pounds that are old: unit costs of the catalogue, by code, and figures of the file, by address. */
const warnOfAge = (scenario: Scenario, context: ScenarioContext): void => {
  const old = new Map<string, { readonly address: string; readonly age: number; readonly priceYear: string }>();
  for (const quantity of quantitiesOf(scenario).values()) {
    const priceYear = priceYearOf(quantity, context);
    const age = ageOf({ priceYear }, context);
    const isKnown = context.deflators.index[String(indexYear(priceYear))] !== undefined;
    if (quantity.unit !== "£" || !isKnown || age <= mostYears) continue;
    const named = unitCostAt(quantity, context);
    const address = named?.at ?? quantity.address;
    const name = named?.cost.code ?? keysOfAddress(address).slice(0, -1).join(".");
    if (!old.has(name)) old.set(name, { address, age, priceYear });
  }
  const [first] = old.values();
  if (first === undefined) return;
  const ages = [...old.values()].map(({ age }) => age);
  const [least, most] = [smallestOf(ages), largestOf(ages)];
  const names = [...old].slice(0, mostNames).map(([name, { priceYear }]) => `${name} (${priceYear})`);
  const more = old.size > mostNames ? [`${old.size - mostNames} more`] : [];
  const range = least === most ? `${least}` : `${least} to ${most}`;
  reportWarning(
    context,
    first.address,
    `${counted(old.size, "figure")} ${old.size === 1 ? "is" : "are"} in prices ${range} years older than those ` +
      `of the results: ${listed([...names, ...more])}.`,
    "Uprating mends prices, but not how things were done then. Use newer figures if there are any.",
  );
};

// More names fill a screen.
const mostNames = 12;

/** The reasons to doubt a unit cost, in a few words each. */
export const doubtsOf = (cost: UnitCost, context: ScenarioContext): readonly string[] => {
  const age = ageOf(cost, context);
  return [
    ...(age > mostYears ? [`${age} years old`] : []),
    ...(cost.confidence === "red" ? ["rated red"] : []),
    ...(Object.hasOwn(cost.payers, "Multiple") ? ["paid by nobody knows whom"] : []),
  ];
};

const warnOf = (cost: UnitCost, address: string, context: ScenarioContext): void => {
  if (cost.confidence === "red")
    reportWarning(
      context,
      address,
      `${textOf(cost)} is rated red: its publisher puts little trust in it.`,
      "Write pounds with a range in its place, or a better figure.",
    );
  if (Object.hasOwn(cost.payers, "Multiple"))
    reportWarning(
      context,
      address,
      `The payer of ${textOf(cost)}, or of a part of it, is Multiple: the bodies are not published.`,
      "If the split is known, write pounds by agency in its place; Multiple: none leaves it out.",
    );
};
