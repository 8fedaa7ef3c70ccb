import type { Simulation } from "../../engine/simulate.js";
import { type WhoSavesRow, whoSaves } from "../../results/money/who-saves.js";
import { levelNames } from "../../results/sums/party-names.js";
import { roundedPounds } from "../numbers.js";
import { eachStrategy, inSentence, isAboutEven, rangeText, runs, signedPounds } from "./words.js";

/** The name of a party within a sentence; a level has no capital. */
export const subjectOf = ({ name }: Pick<WhoSavesRow, "name">): string =>
  Object.values(levelNames).includes(name) ? name.toLowerCase() : inSentence(name);

/** What a party gains or loses, without its name: `lose £84,700 of cash (£68,000 to £91,900), ahead in no run`. */
export const gainClause = (row: WhoSavesRow): string => {
  const { netP5, netP95, chance, upperBound } = row;
  const certainty = chance === null ? "" : `, ahead in ${runs(chance)}`;
  const amount = upperBound ? boundOf(row) : amountOf(row) + rangeText(netP5, netP95);
  return `${amount}${certainty}${beforeBias(row)}`;
};

/**
 * `lose at least £71,500 of cash on average, and at least £12,300 at the 95th percentile`. Of an upper bound only the
 * high end is known: its range would say that less may be lost than the least.
 */
const boundOf = ({ net, netP95 }: WhoSavesRow): string => {
  const isSame = netP95 !== null && net > 0 === netP95 > 0;
  const high = netP95 === null ? "" : isSame ? atMost(netP95).replace(/^\w+ /, "") : atMost(netP95);
  return `${atMost(net)} of cash${high === "" ? "" : ` on average, and ${high} at the 95th percentile`}`;
};

/** What an upper bound says of a gain or a loss: `gain at most £100`, `lose at least £100`. */
export const atMost = (pounds: number): string => gainOrLose(pounds, pounds > 0 ? "at most " : "at least ");

/** `lose £84,700 of cash`; about even, and the simulation error of a mean that is uncertain. */
const amountOf = (row: WhoSavesRow): string => {
  const { net, netError, netP95 } = row;
  if (isAboutEven(row)) return "be about even on average";
  if (Math.abs(net) < 0.5) return "neither gain nor lose cash";
  const isUnknown = netError !== null && netError > 0.1 * Math.abs(net);
  const few = netP95 !== null && net > netP95 ? ", because a few runs of a thousand make the mean" : "";
  const error = isUnknown ? `, give or take ${roundedPounds(netError)} of simulation error${few}` : "";
  return `${gainOrLose(net)} of cash${error}`;
};

/** `gain £100`, `lose at least £100`. */
export const gainOrLose = (pounds: number, bound = ""): string =>
  `${pounds < 0 ? "lose" : "gain"} ${bound}${roundedPounds(Math.abs(pounds))}`;

/** What is freed, after its amount: still paid for; with a known capacity, how much of it serves others. */
export const freedClause = (
  { freed, backfilled }: Pick<WhoSavesRow, "freed" | "backfilled">,
  amount: (pounds: number) => string = roundedPounds,
): string =>
  `freed but still paid for${backfilled < 0.005 * freed ? "" : `, ${amount(backfilled)} of it to serve others`}`;

/** When a party that pays and gains has its money back: `, and have it back in cash by year 3`. */
export const paybackClause = (row: WhoSavesRow): string => {
  const { net, pays, paybackYear, upperBound } = row;
  if (paybackYear === null || paybackYear === 1 || pays < 0.5 || net < 0.5) return "";
  return upperBound || isAboutEven(row) ? "" : `, and have it back in cash by year ${paybackYear}`;
};

/** What nets that are after optimism bias were before it, at the widest level. None if the file sets no bias. */
export const beforeBiasNote = (simulation: Simulation): readonly string[] =>
  simulation.scenario.money.optimismBias === null
    ? []
    : eachStrategy(
        whoSaves(simulation),
        simulation,
        (own) => {
          const widest = own[own.length - 1];
          return `${subjectOf(widest)} ${signedPounds(widest.net + widest.optimismBias)}`;
        },
        "Net is after optimism bias. Before it",
      );

const beforeBias = ({ net, optimismBias }: WhoSavesRow): string => {
  if (Math.abs(optimismBias) < 0.5) return "";
  return `; before optimism bias, ${gainOrLose(net + optimismBias)}`;
};
