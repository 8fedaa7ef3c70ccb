import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import { votes } from "../../../results/rules/decide.js";
import type { VoteRow } from "../../../results/rules/votes.js";
import { eachStrategy, inSentence, longFrom, mostly } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { movesColumns, movesNotes } from "./moves.js";

export const votesOutput = output<VoteRow>({
  title: "Who signs",
  answers: "What each agency gains or loses under each regime, whether its consent is needed, and whether it agrees.",
  takes: ["figure", "horizonYears", "blame"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text", 0.4],
    party: ["party", "text", dataOnly],
    name: ["who", "text"],
    isAsked: ["asked for money", "yesNo", 3],
    maySpend: ["may spend", "yesNo", 6],
    isNeeded: ["needed", "yesNo"],
    gain: ["net after the rules", "besideLargest"],
    outlay: ["commits", "besideLargest", 2],
    hurdle: ["least net it wants", "besideLargest", 4],
    agrees: ["agrees if asked", "yesNo", dataOnly],
    vote: ["agrees", "text"],
    sidePayment: ["needs to agree", "besideLargest"],
    ...movesColumns,
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofOptions: true,
  // Who refuses under which regimes, and what each would need to agree.
  finding: (rows, simulation) => eachStrategy(rows, simulation, (own) => votesOf(own, rows)),
  net: { of: "all agencies together" },
  rows: (simulation, options, regimes, stop) => votes(simulation, regimes, { ...options, ...stop }),
  after: movesNotes,
});

const votesOf = (own: readonly VoteRow[], all: readonly VoteRow[]): string => {
  const regimes = [...new Set(own.map(({ regime }) => regime))];
  const against = own.filter(({ isNeeded, agrees }) => isNeeded && !agrees);
  const alike = grouped(
    grouped(against, ({ regime }) => regime),
    ([, refusals]) =>
      listed(
        refusals.map(
          ({ name, sidePayment }, at) =>
            `${inSentence(name)}${at === 0 ? " would need" : ""} ${roundedPounds(sidePayment)}`,
        ),
      ),
  );
  const isLong = regimes.length * new Set(all.map(({ strategy }) => strategy)).size > longFrom && alike.size > 1;
  if (isLong) return shortly(against, regimes.length);
  if (alike.size === 0) return `nobody refuses under any of ${regimes.length} funding rules`;
  return [...alike].map(([refusal, under]) => `under ${mostly(under.map(([regime]) => regime))} ${refusal}`).join("; ");
};

/** Beside many strategies: under how many rules somebody refuses, who, and what that would need. */
const shortly = (against: readonly VoteRow[], regimes: number): string => {
  const refused = new Set(against.map(({ regime }) => regime)).size;
  const needs = [...new Set(against.map(({ name }) => name))].map((name, at) => {
    const pounds = against.filter((row) => row.name === name).map(({ sidePayment }) => sidePayment);
    const [least, most] = [smallestOf(pounds), largestOf(pounds)].map(roundedPounds);
    return `${inSentence(name)}${at === 0 ? " would need" : ""} ${least === most ? least : `${least} to ${most}`}`;
  });
  return `refused under ${refused} of ${regimes} funding rules: ${mostly(needs)}`;
};
