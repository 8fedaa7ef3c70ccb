import { indexYear } from "../../base/prices.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
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

/** Reports a unit cost that includes another one. Warns of unit costs that are old, rated red, or of unknown payers. */
export const checkUnitCosts = (scenario: Scenario, context: ScenarioContext): void => {
  const used = unitCostsUsed(scenario, context);
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

/** Years by which the prices of a unit cost are older than those of the results. */
const ageOf = ({ priceYear }: UnitCost, context: ScenarioContext): number =>
  (indexYear(context.priceYear) ?? 0) - (indexYear(priceYear) ?? 0);

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
  const age = ageOf(cost, context);
  if (age > mostYears)
    reportWarning(
      context,
      address,
      `${textOf(cost)} is in prices of ${cost.priceYear}, ${age} years older than those of the results.`,
      "Uprating mends its prices, but not how things were done then. Use a newer figure if there is one.",
    );
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
