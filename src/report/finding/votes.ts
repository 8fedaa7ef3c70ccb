import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { VoteRow } from "../../results/votes.js";
import { roundedPounds } from "../numbers.js";
import { eachStrategy, inSentence, mostly } from "./words.js";

/** Who refuses under which regimes, and what each would need to agree. */
export const votesFinding = (rows: readonly VoteRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(rows, simulation, votesOf);

const votesOf = (own: readonly VoteRow[]): string => {
  const regimes = [...new Set(own.map(({ regime }) => regime))];
  const against = own.filter(({ isNeeded, agrees }) => isNeeded && !agrees);
  const alike = new Map<string, string[]>();
  for (const regime of regimes) {
    const refusals = against
      .filter((row) => row.regime === regime)
      .map(({ name, sidePayment }, at) => {
        const needs = at === 0 ? " would need" : "";
        return `${inSentence(name)}${needs} ${roundedPounds(sidePayment)}`;
      });
    if (refusals.length > 0) alike.set(listed(refusals), [...(alike.get(listed(refusals)) ?? []), regime]);
  }
  if (alike.size === 0) return `nobody refuses under any of ${regimes.length} funding rules`;
  return [...alike].map(([refusal, under]) => `under ${mostly(under)} ${refusal}`).join("; ");
};
