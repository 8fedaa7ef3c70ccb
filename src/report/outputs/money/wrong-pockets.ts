import { answerLevelOf } from "../../../results/money/answer-level.js";
import { type WrongPocketsRow, wrongPockets } from "../../../results/money/wrong-pockets.js";
import { agencyRows, eachStrategy, inSentence, mostly } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const wrongPocketsOutput = output<WrongPocketsRow>({
  title: "Wrong pockets",
  answers:
    "How far payers are not savers, who loses, and what each would have to pay to even it out (below £0: receive).",
  takes: ["level", "figure"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["of", "text", 0.6],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text"],
    pays: ["pays", "pounds"],
    saves: ["saves", "pounds"],
    net: ["net", "pounds"],
    blocks: ["blocks", "mark", 2],
    sidePayment: ["pays to even out", "pounds"],
    leastPayment: ["pays at least", "pounds", 1],
    leastTransfer: ["least transfer", "pounds", 0.8],
    isFeasible: ["gains reach", "yesNo", 12],
    index: ["index", "ratio", 0.9],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  // Who loses, the least transfer that makes up for it, and how far payers are not savers.
  finding: (rows, simulation) =>
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
    }),
  net: { of: "the answer" },
  rows: (simulation, { level = answerLevelOf(simulation), ...options }) =>
    wrongPockets(simulation, { ...options, level }),
  empty: "no agency is of this level",
});
