import { type PostingRow, postings } from "../../results/postings.js";
import { rowsPage } from "../output.js";
import { noRegime } from "./settle.js";

export const postingsPage = rowsPage<PostingRow>(
  {
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
  (simulation, { regimes = Object.keys(simulation.scenario.regimes), year }) =>
    regimes.flatMap((regime) =>
      simulation.settings.strategies.flatMap((strategy) =>
        postings(simulation, regime, { strategy, ...(year === undefined ? {} : { year }) }),
      ),
    ),
  noRegime,
);
