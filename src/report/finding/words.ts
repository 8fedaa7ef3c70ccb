import { counted, listed } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { deciderNames } from "../../results/sums/party-names.js";
import { firstCapital, nameInSentence } from "../../scenario/names.js";
import { namesByKey } from "../labels.js";
import { roundedPounds } from "../numbers.js";
import { numberWord, oneLine, yearsText } from "../words.js";

/** A name within a sentence, in one line. */
export const inSentence = (name: string): string => nameInSentence(oneLine(name));

/** The name of an agency in a sentence. */
export const agencyName = ({ scenario }: Simulation, agency: string): string =>
  inSentence(scenario.agencies[agency]?.name ?? agency);

/** The name of an agency, or of the party that votes for all agencies, within a sentence. */
export const deciderInSentence = (party: string, { scenario }: Simulation): string => {
  const names: Readonly<Record<string, string>> = { ...deciderNames, ...namesByKey(scenario.agencies) };
  return inSentence(names[party]);
};

/** `in one year`, `over five years`. */
export const withinYears = (years: number): string => `${years === 1 ? "in" : "over"} ${yearsText(years)}`;

/** The first names in a list, and how many others there are. */
export const mostly = (names: readonly string[], most = 3): string =>
  listed(names.length > most ? [...names.slice(0, most - 1), `${numberWord(names.length - most + 1)} others`] : names);

/** A finding on more strategies under regimes, or on more payments, than this is in short. */
export const longFrom = 8;

/** A share of the draws in words. */
export const runs = (chance: number): string => {
  if (chance === 0) return "no run";
  if (chance === 1) return "every run";
  if (chance < 0.005) return "fewer than 1 run of 100";
  return chance >= 0.995 ? "more than 99 runs of 100" : `${counted(Math.round(chance * 100), "run")} of 100`;
};

/** Pounds with a plus sign if they are above 0. */
export const signedPounds = (pounds: number): string => (pounds > 0 ? "+" : "") + roundedPounds(pounds);

/** A text without the name of its strategy at its start. */
export const textAfterName = (text: string, name: string): string =>
  text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text;

/** A range in brackets, or nothing. A loss is stated as a loss: `(£68,000 to £91,900)` of −£91,900 to −£68,000. */
export const rangeText = (low: number | null, high: number | null): string => {
  if (low === null || high === null) return "";
  if (low >= 0) return ` (${roundedPounds(low)} to ${roundedPounds(high)})`;
  return high <= 0
    ? ` (${roundedPounds(-high)} to ${roundedPounds(-low)})`
    : ` (${signedPounds(low)} to ${signedPounds(high)})`;
};

/** A share of a pound: `9p`, `less than 1p`, `£1.20`. */
export const shareOfPound = (share: number): string => {
  if (share < 0.01) return "less than 1p";
  return share < 0.995 ? `${(share * 100).toFixed(0)}p` : `£${share.toFixed(2)}`;
};

/** True if a mean is within twice its simulation error, and draws lie on both sides of 0. */
export const isAboutEven = ({ net, netError, netP5, netP95 }: WhoSavesRow): boolean => {
  if (netError === null || netP5 === null || netP95 === null) return false;
  return Math.abs(net) < 2 * netError && netP5 < 0 && netP95 > 0;
};

/** The name of a strategy for readers; `Business as usual` for a key that is no strategy. */
export const strategyNameIn = ({ scenario }: Simulation, key: string): string =>
  Object.hasOwn(scenario.strategies, key) ? scenario.strategies[key].name : "Business as usual";

/** The row whose figure is farthest from 0. */
export const largest = <Row>(rows: readonly Row[], figure: (row: Row) => number): Row =>
  rows.reduce((most, row) => (Math.abs(figure(row)) > Math.abs(figure(most)) ? row : most));

/** The rows that sum no others: a sentence on a sum would say the same twice. */
export const agencyRows = <Row extends { readonly level: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ level }) => level !== "body");

/**
 * A sentence on the rows of each strategy, after its name if there are several. Strategies with the same sentence share
 * it. `lead` begins all sentences, and is printed once.
 */
export const eachStrategy = <Row extends { readonly strategy: string }>(
  rows: readonly Row[],
  simulation: Simulation,
  says: (own: readonly Row[]) => string,
  lead = "",
): readonly string[] => {
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  if (strategies.length === 0) return [];
  const alike = new Map<string, string[]>();
  for (const key of strategies) {
    const name = strategyNameIn(simulation, key);
    const said = says(rows.filter(({ strategy }) => strategy === key));
    const sentence = strategies.length === 1 ? said : textAfterName(said, name);
    alike.set(sentence, [...(alike.get(sentence) ?? []), name]);
  }
  const start = lead === "" ? "" : `${lead}: `;
  if (alike.size === 1) return [...alike.keys()].map((sentence) => `${firstCapital(start + sentence)}.`);
  if (lead === "") return [...alike].map(([sentence, names]) => `${firstCapital(mostly(names, 6))}: ${sentence}.`);
  return [`${start}${[...alike].map(([sentence, names]) => `${sentence} (${mostly(names, 6)})`).join("; ")}.`];
};

/**
 * A mean with its range in brackets: `−£84,700 (−£91,800 to −£74,500)`. Of an upper bound the mean and the 95th
 * percentile are the most it can be, and no low end is known.
 */
export const rangedPounds = (mean: number, low: number | null, high: number | null, isUpperBound: boolean): string => {
  const [middle, least, most] = [mean, low ?? mean, high ?? mean].map(roundedPounds);
  const hasRange = low !== null && high !== null;
  if (!isUpperBound) return middle + (hasRange ? ` (${least} to ${most})` : "");
  return `at most ${middle}${hasRange ? ` on average, and at most ${most} at the 95th percentile` : ""}`;
};
