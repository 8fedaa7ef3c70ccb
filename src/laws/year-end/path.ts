import type { AgencyYear, Rule, YearClosed } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { moreOrLessText, penceText } from "../story.js";

/** A law of year-end rules. */
export type YearEndLaw<Change = unknown> = ListedLaw<AgencyYear, YearClosed, Change>;

type Ending = Rule<AgencyYear, YearClosed>;

/** What an agency may spend in a year, in pence. */
export const spendable = ({ base, reserve }: { readonly base: number; readonly reserve: number }): number =>
  base + reserve;

/** How many years ahead a law looks. It reports the first year that breaks it. */
export const horizon = 10;

/** What may be spent in each following year if every year is spent in full: pence, index 0 is the next year. */
export const spendableAfter = (rule: Ending, year: AgencyYear): readonly number[] => {
  const powers: number[] = [];
  let closed = rule(year);
  while (powers.length < horizon) {
    const power = spendable(closed);
    powers.push(power);
    closed = rule({ base: closed.base, reserve: closed.reserve, spent: Math.max(0, power) });
  }
  return powers;
};

/** How much more `path` has had than `than` in total so far: pence, one number per year. */
export const runningDifference = (than: readonly number[], path: readonly number[]): readonly number[] => {
  let sum = 0;
  return path.map((power, at) => {
    sum += power - than[at];
    return sum;
  });
};

const ordinals = "next second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** A following year in words: `the next year` for index 0, `the third year` for index 2. */
export const yearText = (at: number): string => `the ${ordinals[at]} year`;

/** A sentence: what the council may spend, and how it departs from that. */
export const tellYear =
  (does: (by: number) => string) =>
  (_rule: Ending, { base, reserve }: AgencyYear, { by }: { readonly by: number }): string =>
    `The council may spend ${penceText(base + reserve)}, and ${does(by)}.`;

/** One or two sentences: the difference in the next year, and the total difference by year `at` (index from 0). */
export const overYears = (sums: readonly number[], at: number): string => {
  const difference = sums[0] === 0 ? "as much as" : `${moreOrLessText(sums[0])} than`;
  const next = `In the next year it may spend ${difference} if it had spent exactly its budget.`;
  return at === 0 ? next : `${next} By ${yearText(at)} it has had ${moreOrLessText(sums[at])} in total.`;
};
