import { keysOf } from "../../base/records.js";
import type { AgencyYear, Rule, YearClosed } from "../../funding/rule.js";
import { carryForward } from "../../funding/year-end/carry-forward.js";
import { type Family, wrongPence } from "../family.js";
import type { ListedLaw } from "../law.js";
import { moreOrLessText, penceText } from "../story.js";
import { mostPence } from "../worlds/amounts.js";
import { type Later, oddYears } from "../worlds/years.js";

/** A law of year-end rules. */
export type YearEndLaw<Change = unknown> = ListedLaw<AgencyYear, YearClosed, Change>;

type Ending = Rule<AgencyYear, YearClosed>;

/** What an agency has and spends, in words: an overspend carried into the year is named. */
export const tellSpending = ({ base, reserve, spent }: AgencyYear): string => {
  const debt = reserve < 0 ? `, less ${penceText(-reserve)} overspent before` : "";
  const saved = reserve > 0 ? ` and ${penceText(reserve)} saved before` : "";
  return `The council has ${penceText(base)}${saved}${debt}, and spends ${penceText(spent)}.`;
};

const closedNames = {
  base: "The next base",
  reserve: "What is carried over",
  surrendered: "What is given back",
} as const;

const closedKeys = keysOf(closedNames);

/** Rules for the end of the year, as their laws see them. */
export const endingYears: Family<AgencyYear> = {
  worlds: oddYears,
  fields: {
    base: { unit: "pence", least: 0, most: mostPence },
    reserve: { unit: "pence", least: -mostPence, most: mostPence },
    spent: { unit: "pence", least: 0, most: mostPence },
  },
  tell: tellSpending,
  wrongIn: (_year, answer) => {
    if (typeof answer !== "object" || answer === null)
      return "The rule answers no record with the next base, what is carried over and what is given back.";
    const wrong = closedKeys.find((key) => !Number.isInteger(Reflect.get(answer, key)));
    return wrong === undefined ? undefined : wrongPence(closedNames[wrong], Reflect.get(answer, wrong));
  },
};

/** What an agency may spend in a year, in pence. */
export const spendable = ({ base, reserve }: { readonly base: number; readonly reserve: number }): number =>
  base + reserve;

/** True if an agency can leave an amount of what it has unspent. */
export const canLeave = (year: AgencyYear, { by }: { readonly by: number }): boolean => by <= spendable(year);

/** A year that follows: pence that may be spent, and pence that its end brings from the centre, less what goes back. */
interface YearAfter {
  readonly power: number;
  readonly given: number;
}

/** How many years ahead a law looks at most. A path that repeats is not followed further. */
const longest = 60;

/**
 * The years of an agency that departs from its budget in the first years by some amounts (above 0: overspent). Index 0
 * is the first year.
 */
const pathOf = (rule: Ending, first: AgencyYear, departures: readonly number[], later: Later): readonly YearAfter[] => {
  const path: YearAfter[] = [];
  let [base, reserve] = [first.base, first.reserve];
  while (path.length < longest) {
    const power = base + reserve;
    const isOver = path.length >= departures.length;
    const spent = isOver && later === "base" ? base : power + (departures[path.length] ?? 0);
    const closed = rule({ base, reserve, spent: Math.max(0, spent) });
    path.push({ power, given: closed.base - closed.surrendered });
    [base, reserve] = [closed.base, closed.reserve];
  }
  return path;
};

/** How a departure from the budget works out, against keeping to it. */
export interface Departure {
  /** Pence more that may be spent in total, by year after the last departure: index 0 is the first such year. */
  readonly sums: readonly number[];
  /** Pence more that the centre has given in the end; infinite if it gives more in every year. */
  readonly given: number;
  /** Pence more that may be spent in each year in the end. */
  readonly eachYear: number;
}

/** Compares two paths of an agency: one that departs from its budget in its first years, and one that keeps to it. */
export const departureOf = (
  rule: Ending,
  first: AgencyYear,
  departures: readonly number[],
  later: Later = "all",
): Departure => {
  const none = departures.map(() => 0);
  const [steady, path] = [pathOf(rule, first, none, later), pathOf(rule, first, departures, later)];
  let [sum, given] = [0, 0];
  const sums = path.flatMap(({ power }, at) => {
    given += path[at].given - steady[at].given;
    if (at < departures.length) return [];
    sum += power - steady[at].power;
    return [sum];
  });
  const lastYears = path.slice(-3).map(({ power }, at) => power - steady.slice(-3)[at].power);
  const isSteady = lastYears.every((more) => more === lastYears[0]);
  return { sums, given, eachYear: isSteady ? lastYears[0] : 0 };
};

const ordinals = "next second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** A following year in words: `the next year` for index 0, `the third year` for index 2, `year 12` for index 11. */
const yearText = (at: number): string => (at < ordinals.length ? `the ${ordinals[at]} year` : `year ${at + 1}`);

/** A sentence: what the council may spend, and how it departs from that. */
export const tellYear =
  (does: (by: number) => string) =>
  (_rule: Ending, { base, reserve }: AgencyYear, { by }: { readonly by: number }): string => {
    const debt = reserve < 0 ? `, after ${penceText(-reserve)} overspent before` : "";
    const saved = reserve > 0 ? `, ${penceText(reserve)} of it saved before` : "";
    return `The council may spend ${penceText(base + reserve)}${saved}${debt}, and ${does(by)}.`;
  };

/** One or two sentences: the difference in the next year, and the total difference by year `at` (index from 0). */
export const overYears = (sums: readonly number[], at: number): string => {
  const difference = Math.round(sums[0]) === 0 ? "as much as" : `${moreOrLessText(sums[0])} than`;
  const next = `In the next year it may spend ${difference} if it had spent exactly its budget.`;
  return at === 0 ? next : `${next} By ${yearText(at)} it has had ${moreOrLessText(sums[at])} in total.`;
};

/** A rule that keeps many laws: all that is left is carried over. */
export const keepsAll = { name: "full carry-forward", rule: carryForward({}) };
