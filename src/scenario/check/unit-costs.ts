import { indexYear } from "../../base/prices.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { unitCostAt } from "../money/catalogue.js";
import { quantitiesOf } from "../quantities.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** The unit costs a scenario names, and where it first does. */
export const unitCostsUsed = (scenario: Scenario, reading: ScenarioReading): ReadonlyMap<UnitCost, string> => {
  const used = new Map<UnitCost, string>();
  for (const quantity of quantitiesOf(scenario).values()) {
    const made = unitCostAt(quantity, reading);
    if (made && !used.has(made.cost)) used.set(made.cost, made.at);
  }
  return used;
};

/** Unit costs of which one takes in the other; and those that are old, not trusted by who published them, or paid by nobody knows whom. */
export const checkUnitCosts = (scenario: Scenario, reading: ScenarioReading): void => {
  const used = unitCostsUsed(scenario, reading);
  for (const [cost, address] of used) {
    warnOf(cost, address, reading);
    for (const [other, place] of used)
      if (takesIn(cost, other))
        reportError(
          reading,
          address,
          `${named(cost)} takes in ${named(other)}, which stands at ${place}: what they share would be counted twice.`,
          "Keep one of the two.",
        );
  }
};

const named = ({ code, what }: UnitCost): string => `${code} (${what})`;

/** Whether a unit cost takes in another: one of its parts, which begins with its code, or one that it says it covers. */
const takesIn = ({ code, covers = [] }: UnitCost, other: UnitCost): boolean =>
  other.code !== code && [code, ...covers].some((start) => other.code === start || other.code.startsWith(`${start}.`));

const mostYears = 10;

/** How many years older than the results the prices of a unit cost are. */
const ageOf = ({ priceYear }: UnitCost, reading: ScenarioReading): number =>
  (indexYear(reading.priceYear) ?? 0) - (indexYear(priceYear) ?? 0);

/** Why a reader might doubt a unit cost, in a few words each. */
export const doubtsOf = (cost: UnitCost, reading: ScenarioReading): readonly string[] => {
  const age = ageOf(cost, reading);
  return [
    ...(age > mostYears ? [`${age} years old`] : []),
    ...(cost.confidence === "red" ? ["rated red"] : []),
    ...(Object.hasOwn(cost.payers, "Multiple") ? ["paid by nobody knows whom"] : []),
  ];
};

const warnOf = (cost: UnitCost, address: string, reading: ScenarioReading): void => {
  const age = ageOf(cost, reading);
  if (age > mostYears)
    reportWarning(
      reading,
      address,
      `${named(cost)} is in prices of ${cost.priceYear}, ${age} years older than those of the results.`,
      "Uprating mends its prices, not how things were done then: a newer figure is better where there is one.",
    );
  if (cost.confidence === "red")
    reportWarning(
      reading,
      address,
      `${named(cost)} is rated red: who published it puts little trust in it.`,
      "Write pounds with a range in its place, or a better figure.",
    );
  if (Object.hasOwn(cost.payers, "Multiple"))
    reportWarning(
      reading,
      address,
      `Multiple is the payer of ${named(cost)}, or of a part of it: nobody says which bodies that is.`,
      "Where the split is known, write pounds by agency in its place; Multiple: none leaves it out.",
    );
};
