import { type AcceptabilityRow, acceptability } from "../../../results/uncertainty/acceptability.js";
import { runs, strategyNameIn } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const acceptabilityOutput = output<AcceptabilityRow>({
  title: "Acceptability",
  answers: "How likely each strategy is to be the best, by what one outcome is worth.",
  takes: ["outcome", "of", "willingnessToPay", "figure"],
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    willingnessToPay: ["if one is worth", "pounds"],
    share: ["best in", "share"],
    netBenefit: ["net benefit", "pounds"],
    isBest: ["best on the mean", "mark"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  ofOptions: true,
  finding: (rows, simulation) =>
    [...new Set(rows.map(({ outcome }) => outcome))].map((outcome) => {
      const own = rows.filter((row) => row.outcome === outcome);
      const { name, unit } = simulation.scenario.services[outcome];
      const ends = [own[0], own[own.length - 1]].map(({ willingnessToPay }) => {
        const alike = own.filter((row) => row.willingnessToPay === willingnessToPay);
        const best = alike.find(({ isBest }) => isBest) ?? alike[0];
        const often = best.share === null ? "on the mean" : `on the mean, and in ${runs(best.share)}`;
        return `at ${roundedPounds(willingnessToPay)} ${strategyNameIn(simulation, best.strategy)} is best ${often}`;
      });
      return `${name} (${unit.one}): ${[...new Set(ends)].join("; ")}.`;
    }),
  net: { of: "public", figure: "netAvoided" },
  rows: acceptability,
  empty: "no service has a worth",
});
