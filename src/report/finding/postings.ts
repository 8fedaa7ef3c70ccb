import { listed } from "../../base/problem.js";
import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { PostingRow } from "../../results/postings.js";
import { roundedPounds } from "../numbers.js";
import { strategyNameIn } from "./words.js";

/** A longer list names the largest alone. */
const mostClauses = 5;

/** How much each regime moves under each strategy, over all years; of many, the largest. */
export const postingsFinding = (rows: readonly PostingRow[], simulation: Simulation): readonly string[] => {
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
};
