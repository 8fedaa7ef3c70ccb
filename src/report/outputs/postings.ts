import { type PostingRow, postings } from "../../results/postings.js";
import { postingsFinding } from "../finding/postings.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { noRegime } from "./settle.js";

export const postingsOutput = output<PostingRow>({
  title: "Postings",
  answers: "The payments that funding rules make in the central run: who pays, who receives, and why.",
  takes: ["year"],
  finding: postingsFinding,
  columns: {
    regime: ["regime", "text", 0.4],
    strategy: ["strategy", "text", 0.5],
    year: ["year", "year"],
    family: ["by", "text", 12],
    from: ["from", "text", dataOnly],
    to: ["to", "text", dataOnly],
    pounds: ["pounds", "pounds", dataOnly],
    why: ["why", "text", dataOnly],
    says: ["what moves", "text"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  beforeBias: true,
  rows: (simulation, options, regimes = Object.keys(simulation.scenario.regimes), stop) =>
    regimes.flatMap((regime) =>
      simulation.settings.strategies.flatMap((strategy) =>
        postings(simulation, regime, { ...options, ...stop, strategy }),
      ),
    ),
  empty: `${noRegime}, or their rules move nothing`,
});
