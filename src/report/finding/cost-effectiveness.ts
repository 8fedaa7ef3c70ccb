import type { Simulation } from "../../engine/simulate.js";
import type { CostEffectivenessRow } from "../../results/cost-effectiveness.js";
import { valueForMoney } from "../../results/value-for-money.js";
import { poundsText, roundedPounds } from "../numbers.js";
import { certaintySentences } from "./certainty.js";
import { gainRange, moreOf } from "./outcomes.js";
import { namedStrategies } from "./who-saves.js";
import { capital, strategyNameIn } from "./words.js";

/** What one more outcome costs along the strategies worth choosing, by outcome, and which are never the best choice. */
export const costEffectivenessFinding = (
  rows: readonly CostEffectivenessRow[],
  simulation: Simulation,
): readonly string[] => {
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
  const gains = valueForMoney(simulation);
  const found = outcomes.flatMap((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome);
    const { unit } = simulation.scenario.services[outcome];
    const worth = own.flatMap(({ strategy, icer, incrementalCost, incrementalOutcomes: more, upperBound }) => {
      if (icer === null || incrementalCost === null || more === null) return [];
      const gain = gains.find((row) => row.strategy === strategy && row.outcome === outcome);
      const isBesideUsual = gain !== undefined && Math.abs(gain.gain - more) <= 1e-9 * Math.abs(more);
      const range = isBesideUsual && !upperBound ? gainRange(gain) : "";
      const [least, most] = upperBound ? ["at least ", "at most "] : ["", ""];
      return [
        `With ${strategyNameIn(simulation, strategy)} one ${unit.one} costs ${least}${roundedPounds(icer)}: ` +
          `${most}${moreOf(more, unit)}${range} for ${roundedPounds(incrementalCost)}`,
      ];
    });
    if (worth.length > 0) return worth.map((clause) => `${clause}.`);
    const [best] = own.filter(({ status }) => status === "frontier");
    return [
      `${capital(strategyNameIn(simulation, best.strategy))} costs least, ${poundsText(best.cost)}, ` +
        "and no strategy gives more.",
    ];
  });
  return [...found, ...certaintySentences(simulation, namedStrategies(simulation))];
};
