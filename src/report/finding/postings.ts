import { listed } from "../../base/problem.js";
import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { PostingRow } from "../../results/postings.js";
import { roundedPounds } from "../numbers.js";
import { strategyNameIn } from "./words.js";

/** How much each regime moves under each strategy, over all years. */
export const postingsFinding = (rows: readonly PostingRow[], simulation: Simulation): readonly string[] => {
  const keys = new Map(rows.map(({ regime, strategy }) => [`${regime}\n${strategy}`, { regime, strategy }]));
  const strategies = new Set(rows.map(({ strategy }) => strategy)).size;
  const clauses = [...keys.values()].map(({ regime, strategy }) => {
    const own = rows.filter((row) => row.regime === regime && row.strategy === strategy);
    const of = strategies === 1 ? "" : ` for ${strategyNameIn(simulation, strategy)}`;
    return `${roundedPounds(sum(own.map(({ pounds }) => pounds)))} under ${regime}${of}`;
  });
  return [`The rules move ${listed(clauses)}.`];
};
