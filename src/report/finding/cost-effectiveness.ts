import type { Simulation } from "../../engine/simulate.js";
import type { CostEffectivenessRow } from "../../results/cost-effectiveness.js";
import { poundsText, roundedPounds } from "../numbers.js";
import { certaintySentences } from "./certainty.js";
import { moreOf } from "./outcomes.js";
import { namedStrategies } from "./who-saves.js";
import { capital, strategyNameIn } from "./words.js";

/** What one more outcome costs along the strategies worth choosing, by outcome, and which are never the best choice. */
export const costEffectivenessFinding = (
  rows: readonly CostEffectivenessRow[],
  simulation: Simulation,
): readonly string[] => {
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
  const found = outcomes.flatMap((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome);
    const { unit } = simulation.scenario.services[outcome];
    const worth = own.flatMap(({ strategy, icer, incrementalCost, incrementalOutcomes }) =>
      icer === null || incrementalCost === null || incrementalOutcomes === null
        ? []
        : [
            `With ${strategyNameIn(simulation, strategy)} one ${unit.one} costs ${roundedPounds(icer)}: ` +
              `${moreOf(incrementalOutcomes, unit)} for ${roundedPounds(incrementalCost)}`,
          ],
    );
    if (worth.length > 0) return worth.map((clause) => `${clause}.`);
    const [best] = own.filter(({ status }) => status === "frontier");
    return [
      `${capital(strategyNameIn(simulation, best.strategy))} costs least, ${poundsText(best.cost)}, ` +
        "and no strategy gives more.",
    ];
  });
  return [...found, ...certaintySentences(simulation, namedStrategies(simulation))];
};
