import { counted, listed } from "../../base/problem.js";
import { isLevel } from "../../results/parties.js";
import type { WhoSavesRow } from "../../results/who-saves.js";
import type { Time } from "../../scenario/time.js";
import { roundedPounds } from "../numbers.js";
import { clip, numberWord, oneLine } from "../words.js";
import { bestOf, type Strategies, widestOf } from "./rows.js";

/** Sentences on one strategy: who would pay, what would be avoided, and who would be better off. */
export const partySentences = (
  rows: readonly WhoSavesRow[],
  risen: number,
  { years }: Time,
  uncertain: boolean,
): string => {
  const over = years === 1 ? "one year" : `${numberWord(years)} years`;
  return `${payment(rows)} over ${over}; ${consequence(widestOf(rows), risen)}. ${standings(rows, uncertain)}.`;
};

const payment = (rows: readonly WhoSavesRow[]): string => {
  const payers = rows.filter(({ level, pays }) => level === "agency" && pays > 0).sort((a, b) => b.pays - a.pays);
  const names = payers.map(({ name }) => clip(oneLine(name), 40));
  const named = names.length > 3 ? [...names.slice(0, 2), `${numberWord(names.length - 2)} others`] : names;
  return names.length === 0
    ? "No agency would pay anything"
    : `${capital(listed(named))} would pay ${roundedPounds(widestOf(rows).pays)}`;
};

/** The cost avoided, and separately the costs that rise elsewhere. `avoided` and `cash` are net of that rise. */
const consequence = ({ cheaper, ...row }: WhoSavesRow, risen: number): string => {
  const [avoided, cash] = [row.avoided + risen, row.cash + risen];
  const dearer = cheaper < 0 ? `higher unit costs would add ${roundedPounds(-cheaper)}` : "";
  const unit = cheaper > 0 ? `lower unit costs would save ${roundedPounds(cheaper)}` : dearer;
  const cost =
    avoided >= 0.005
      ? `${roundedPounds(avoided)} of cost would be avoided, ${partOf(cash, avoided)} of it as cash`
      : avoided <= -0.005
        ? `${roundedPounds(-avoided)} of cost would be added`
        : "no cost would be avoided";
  const more = risen >= 0.5 ? [`${roundedPounds(risen)} would rise elsewhere`] : [];
  const others = [...more, ...(unit === "" ? [] : [unit])];
  return [cost, ...others].join(others.length > 1 ? "; " : ", and ");
};

/** A part of a sum, in pounds; `all` or `nearly all` if both would print as the same pounds. */
const partOf = (part: number, whole: number): string => {
  if (roundedPounds(part) !== roundedPounds(whole)) return roundedPounds(part);
  return whole - part < 0.5 ? "all" : "nearly all";
};

/** The name of a level within a sentence. */
export const subjects = {
  place: "the place",
  public: "the public purse",
  society: "society",
  body: "",
  agency: "",
} as const;

const standings = (rows: readonly WhoSavesRow[], uncertain: boolean): string =>
  rows
    .filter(({ level }) => isLevel(level))
    .map(
      (row, at) =>
        (at === 0 ? `${capital(subjects[row.level])} would be` : subjects[row.level]) + standingOf(row, uncertain),
    )
    .join("; ");

const standingOf = ({ net, chance, ...row }: WhoSavesRow, uncertain: boolean): string =>
  ` ${standing(net)}${besideIt({ net, ...row })}${uncertain && chance !== null ? `, ahead in ${runs(chance)}` : ""}`;

/** What net does not count, in brackets: what is only freed, and the standing before optimism bias. */
const besideIt = ({ net, freed, optimismBias }: Pick<WhoSavesRow, "net" | "freed" | "optimismBias">): string => {
  const beside = [
    ...(freed > Math.max(0.5, 0.001 * Math.abs(net)) ? [`${roundedPounds(freed)} more is only freed`] : []),
    ...(optimismBias >= 0.5 ? [`${standing(net + optimismBias)} before optimism bias`] : []),
  ];
  return beside.length === 0 ? "" : ` (${beside.join("; ")})`;
};

const standing = (net: number): string =>
  Math.abs(net) < 0.5
    ? "neither better nor worse off"
    : `${roundedPounds(Math.abs(net))} ${net > 0 ? "better" : "worse"} off`;

/** A share of the draws in words. */
export const runs = (chance: number): string => {
  if (chance === 0) return "no run";
  if (chance === 1) return "every run";
  if (chance < 0.005) return "fewer than 1 run of 100";
  return chance >= 0.995 ? "more than 99 runs of 100" : `${counted(Math.round(chance * 100), "run")} of 100`;
};

/** A text with a capital first letter. */
export const capital = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

/** A sentence on the best strategy at the widest level. An upper bound is named as one, and is best only if all are. */
export const bestSentence = (strategies: Strategies, uncertain: boolean): string => {
  const best = bestOf(strategies);
  const row = widestOf(strategies.get(best) ?? []);
  const [name, subject] = [clip(best, 40) + (row.upperBound ? ", an upper bound," : ""), subjects[row.level]];
  const bounds = [...strategies.values()].some((rows) => widestOf(rows).upperBound);
  const apart = bounds && !row.upperBound ? "Upper bounds apart, " : "";
  const none = apart === "" ? "None" : "none";
  return row.net >= 0.5
    ? `${apart}${name} leaves ${subject} best off:${standingOf(row, uncertain)}.`
    : `${apart}${none} leaves ${subject} better off; ${name} comes nearest:${standingOf(row, uncertain)}.`;
};

/** How to see the parties of one strategy. */
export const askForOne = (strategies: Strategies): string => {
  const { level } = widestOf([...strategies.values()][0]);
  return `Each row is ${subjects[level]} under one strategy; --strategy NAME shows who pays and who saves.`;
};
