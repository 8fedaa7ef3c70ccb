import { largestOf } from "../../base/largest.js";
import { listed } from "../../base/problem.js";
import type { PriceOfSilosRow } from "../../results/price-of-silos.js";
import { roundedPounds } from "../numbers.js";
import { mostly } from "./words.js";

/** What could be gained, and what each regime realises of it where all years count and nobody fears blame. */
export const priceOfSilosFinding = (rows: readonly PriceOfSilosRow[]): readonly string[] => {
  const most = largestOf(rows.map(({ horizonYears }) => horizonYears));
  const plain = rows.filter(({ horizonYears, blame }) => horizonYears === most && blame === 0);
  const [{ achievable }] = plain;
  if (achievable < 0.5 && plain.every((row) => row.realised > -0.5))
    return ["No strategy or set of strategies gains anything, so silos cost £0."];
  const realised = new Map<string, readonly string[]>();
  for (const row of plain) {
    const pounds = roundedPounds(row.realised);
    realised.set(pounds, [...(realised.get(pounds) ?? []), row.regime]);
  }
  const clauses = [...realised].map(
    ([pounds, regimes], at) => `${pounds}${at === 0 ? " is realised" : ""} under ${mostly(regimes)}`,
  );
  return [`Of the ${roundedPounds(achievable)} that could be gained, ${listed(clauses)}.`];
};
