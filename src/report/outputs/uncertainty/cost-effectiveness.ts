import { type CostEffectivenessRow, costEffectiveness } from "../../../results/uncertainty/cost-effectiveness.js";
import { valueForMoney } from "../../../results/uncertainty/value-for-money.js";
import { firstCapital } from "../../../scenario/names.js";
import { certaintySentences } from "../../finding/certainty.js";
import { gainRange, moreOf } from "../../finding/outcomes.js";
import { namedStrategies } from "../../finding/who-saves.js";
import { strategyNameIn } from "../../finding/words.js";
import { poundsText, roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const costEffectivenessOutput = output<CostEffectivenessRow>({
  title: "Cost-effectiveness",
  answers: "What each strategy costs, the outcomes it gives, and the cost of one more outcome.",
  takes: ["outcome", "of", "figure"],
  // What one more outcome costs along the strategies worth choosing, by outcome, and which are never the best choice.
  finding: (rows, simulation) => {
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
        `${firstCapital(strategyNameIn(simulation, best.strategy))} costs least, ${poundsText(best.cost)}, ` +
          "and no strategy gives more.",
      ];
    });
    return [...found, ...certaintySentences(simulation, namedStrategies(simulation))];
  },
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    cost: ["cost", "pounds"],
    outcomes: ["outcomes", "number"],
    incrementalCost: ["more cost", "pounds", 3],
    incrementalOutcomes: ["more outcomes", "number", 4],
    icer: ["cost of one more", "pounds"],
    status: ["status", "text"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  net: { of: "public", figure: "netAvoided" },
  rows: costEffectiveness,
  empty: "no service has a worth",
});
