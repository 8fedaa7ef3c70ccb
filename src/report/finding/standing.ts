import { levelNames } from "../../results/parties.js";
import type { WhoSavesRow } from "../../results/who-saves.js";
import { roundedPounds } from "../numbers.js";
import { inSentence, isAboutEven, rangeText, runs } from "./words.js";

/** The name of a party within a sentence; a level has no capital. */
export const subjectOf = ({ name }: Pick<WhoSavesRow, "name">): string =>
  Object.values(levelNames).includes(name) ? name.toLowerCase() : inSentence(name);

/** What a party gains or loses, without its name: `lose £84,700 of cash (£68,000 to £91,900), ahead in no run`. */
export const gainClause = (row: WhoSavesRow): string => {
  const { netP5, netP95, chance } = row;
  const certainty = chance === null ? "" : `, ahead in ${runs(chance)}`;
  return `${amountOf(row)}${rangeText(netP5, netP95)}${certainty}${beforeBias(row)}`;
};

/** `lose £84,700 of cash`; about even, at most or at least, and the simulation error of a mean that is uncertain. */
const amountOf = (row: WhoSavesRow): string => {
  const { net, netError, netP95, upperBound } = row;
  if (isAboutEven(row)) return "be about even on average";
  if (Math.abs(net) < 0.5) return "neither gain nor lose cash";
  const bound = upperBound ? (net > 0 ? "at most " : "at least ") : "";
  const isUnknown = netError !== null && netError > 0.1 * Math.abs(net);
  const few = netP95 !== null && net > netP95 ? ", because a few runs of a thousand make the mean" : "";
  const error = isUnknown ? `, give or take ${roundedPounds(netError)} of simulation error${few}` : "";
  return `${net > 0 ? "gain" : "lose"} ${bound}${roundedPounds(Math.abs(net))} of cash${error}`;
};

/** When a party that pays and gains has its money back: `, and have it back in cash by year 3`. */
export const paybackClause = (row: WhoSavesRow): string => {
  const { net, pays, paybackYear, upperBound } = row;
  if (paybackYear === null || paybackYear === 1 || pays < 0.5 || net < 0.5) return "";
  return upperBound || isAboutEven(row) ? "" : `, and have it back in cash by year ${paybackYear}`;
};

const beforeBias = ({ net, optimismBias }: WhoSavesRow): string => {
  if (Math.abs(optimismBias) < 0.5) return "";
  const before = net + optimismBias;
  return `; before optimism bias, ${before > 0 ? "gain" : "lose"} ${roundedPounds(Math.abs(before))}`;
};
