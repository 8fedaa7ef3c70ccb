import { type AcceptabilityRow, acceptability } from "../../results/acceptability.js";
import { largest, runs, strategyNameIn } from "../finding/words.js";
import { roundedPounds } from "../numbers.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

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
        const shares = alike.filter(({ share }) => share !== null);
        const best =
          shares.length > 0
            ? largest(shares, ({ share }) => share ?? 0)
            : alike.reduce((most, row) => (row.netBenefit > most.netBenefit ? row : most));
        const often = best.share === null ? "is best on the mean" : `is best in ${runs(best.share)}`;
        return `at ${roundedPounds(willingnessToPay)} ${strategyNameIn(simulation, best.strategy)} ${often}`;
      });
      return `${name} (${unit.one}): ${[...new Set(ends)].join("; ")}.`;
    }),
  net: { of: "public", figure: "netAvoided" },
  rows: acceptability,
  empty: "no service has a worth",
});
