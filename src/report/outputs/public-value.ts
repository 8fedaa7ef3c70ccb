import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { outcomesIn } from "../../results/compared.js";
import { type PublicValueRow, publicValue } from "../../results/public-value.js";
import { type MakePage, rowsPage } from "../output.js";

const page = rowsPage<PublicValueRow>(
  {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", 9],
    agency: ["agency", "text", 9.5],
    name: ["for", "text"],
    costs: ["costs", "pounds"],
    cash: ["cash", "pounds", 3.4],
    netCash: ["net cash", "pounds", 1.1],
    cashRatio: ["cash ratio", "ratio", 2.4],
    paybackYear: ["cash payback year", "year", 5],
    fiscal: ["fiscal", "pounds", 1.2],
    economic: ["economic", "pounds", 1.3],
    social: ["social", "pounds", 1.35],
    outcomes: ["outcomes", "pounds", 1.4],
    transfers: ["transfers", "pounds", 1.25],
    publicValue: ["public value", "pounds"],
    netPublicValue: ["net public value", "pounds"],
    netP5: ["net 5th", "pounds", 4.2],
    netP95: ["net 95th", "pounds", 4.3],
    chance: ["chance ahead", "share", 4],
    publicValueRatio: ["public value ratio", "ratio"],
    netWeighted: ["weighted net", "pounds", 3.2],
    optimismBias: ["optimism bias", "pounds", 3.1],
    upperBound: ["upper bound", "mark", 14],
  },
  publicValue,
);

/** The financial case beside public value, and what stands in neither. */
export const publicValuePage: MakePage = (simulation, options) => {
  const { after, ...rest } = page(simulation, options);
  return { ...rest, after: [...after, notes(simulation)] };
};

const notes = ({ scenario }: Simulation): string => {
  const { optimismBias, valuation } = scenario.money;
  const unvalued = outcomesIn(scenario).flatMap(({ outcome }) =>
    Object.hasOwn(valuation.outcomes, outcome) ? [] : [outcome],
  );
  return [
    "Public value is society's; each other row is its part of it. What is backfilled counts at its cost. Ratios are to costs: 1 is break-even.",
    ...(optimismBias === null
      ? ["No optimism bias is taken off."]
      : [
          `Costs are raised and benefits cut by ${optimismBias.name || "the scenario's own table"}${optimismBias.isVerified ? "" : ", whose figures are not verified"}.`,
        ]),
    ...(unvalued.length > 0 ? [`Not in it, since nothing says what one is worth: ${listed(unvalued)}.`] : []),
  ].join(" ");
};
