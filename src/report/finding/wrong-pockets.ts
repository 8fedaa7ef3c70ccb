import type { Simulation } from "../../engine/simulate.js";
import type { WrongPocketsRow } from "../../results/wrong-pockets.js";
import { roundedPounds } from "../numbers.js";
import { agencyRows, eachStrategy, inSentence, mostly } from "./words.js";

/** Who loses, the least transfer that makes up for it, and how far payers are not savers. */
export const wrongPocketsFinding = (rows: readonly WrongPocketsRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(agencyRows(rows), simulation, (own) => {
    const [{ index, leastTransfer, isFeasible }] = own;
    const losers = own.filter(({ net }) => net <= -0.5).sort((a, b) => a.net - b.net);
    const apart = index === null ? "" : `; the index is ${index.toFixed(2)} (1: no payer saves)`;
    if (losers.length === 0) return `nobody would lose, so £0 has to be transferred${apart}`;
    const losses = losers.map(
      ({ name, net }, at) => `${inSentence(name)}${at === 0 ? " would lose" : ""} ${roundedPounds(-net)}`,
    );
    const remedy = isFeasible
      ? `${roundedPounds(leastTransfer)} from agencies that gain would make up for it`
      : "the gains of others are too small to make up for it";
    return `${mostly(losses)}; ${remedy}${apart}`;
  });
