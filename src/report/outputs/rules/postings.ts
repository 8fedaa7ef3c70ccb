import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import { type PostingRow, postings } from "../../../results/rules/postings.js";
import { strategyNameIn } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { noRegime } from "./settle.js";

export const postingsOutput = output<PostingRow>({
  title: "Postings",
  answers: "The payments that funding rules make in the central run: who pays, who receives, and why.",
  takes: ["year"],
  // How much each regime moves under each strategy, over all years; of many, the largest.
  finding: (rows, simulation) => {
    const keys = new Map(rows.map(({ regime, strategy }) => [`${regime}\n${strategy}`, { regime, strategy }]));
    const strategies = new Set(rows.map(({ strategy }) => strategy)).size;
    const moved = [...keys.values()].map(({ regime, strategy }) => {
      const own = rows.filter((row) => row.regime === regime && row.strategy === strategy);
      return { regime, strategy, pounds: sum(own.map(({ pounds }) => pounds)) };
    });
    const largest = moved.toSorted((a, b) => b.pounds - a.pounds).slice(0, mostClauses);
    const clauses = (moved.length > mostClauses ? largest : moved).map(({ regime, strategy, pounds }) => {
      const of = strategies === 1 ? "" : ` for ${strategyNameIn(simulation, strategy)}`;
      return `${roundedPounds(pounds)} under ${regime}${of}`;
    });
    const start = moved.length > mostClauses ? "Most is moved:" : "The rules move";
    return [`${start} ${listed(clauses)}.`];
  },
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

/** A longer list names the largest alone. */
const mostClauses = 5;
