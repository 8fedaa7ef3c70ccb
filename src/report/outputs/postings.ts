import { type PostingRow, postings } from "../../results/postings.js";
import { output } from "../output.js";
import { noRegime } from "./settle.js";

export const postingsOutput = output<PostingRow>({
  title: "Postings",
  answers: "The payments that funding rules make in the central run: who pays, who receives, and why.",
  takes: ["year"],
  columns: {
    regime: ["regime", "text", 0.4],
    strategy: ["strategy", "text", 0.5],
    year: ["year", "year"],
    family: ["by", "text", 12],
    from: ["from", "text", 13],
    to: ["to", "text", 13],
    pounds: ["pounds", "pounds", 13],
    why: ["why", "text", 13],
    says: ["what moves", "text"],
    upperBound: ["upper bound", "mark", 14],
  },
  rows: (simulation, { regimes = Object.keys(simulation.scenario.regimes), ...options }) =>
    regimes.flatMap((regime) =>
      simulation.settings.strategies.flatMap((strategy) => postings(simulation, regime, { ...options, strategy })),
    ),
  empty: `${noRegime}, or their rules move nothing`,
});
