import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { prefix } from "../money/catalogue.js";
import type { Scenario } from "../scenario.js";

/** The scenario with a source for every unit cost it names, so that its readers can find the publication. */
export const withUnitCosts = (
  scenario: Scenario,
  used: readonly UnitCost[],
  doubtsOf: (cost: UnitCost) => readonly string[],
): Scenario => {
  const sources = used.map((cost) => {
    const { code, what, source, licence, priceYear, note } = cost;
    const remarks = { ...(note === undefined ? {} : { note }), doubts: doubtsOf(cost) };
    return [prefix + code, { title: `${what}: ${code}, ${source}`, licence, priceYear, ...remarks }];
  });
  return { ...scenario, sources: { ...scenario.sources, ...Object.fromEntries(sources) } };
};
