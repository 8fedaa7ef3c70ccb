import type { AgencyYear, Rule, YearClosed } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { penceText } from "../story.js";

/** A law of how a year ends. */
export type YearEndLaw<Change = unknown> = ListedLaw<AgencyYear, YearClosed, Change>;

type Ending = Rule<AgencyYear, YearClosed>;

/** What may be spent in a year. */
export const powerOf = ({ base, reserve }: { readonly base: number; readonly reserve: number }): number =>
  base + reserve;

/** How long a law that looks ahead looks: the first year that fails is told, so that a manager of one, two, five or ten years finds its own. */
export const horizon = 10;

/** What may be spent in each of the years after one, when all of it is. */
export const powersAfter = (rule: Ending, year: AgencyYear): readonly number[] => {
  const powers: number[] = [];
  let closed = rule(year);
  while (powers.length < horizon) {
    const power = powerOf(closed);
    powers.push(power);
    closed = rule({ base: closed.base, reserve: closed.reserve, spent: Math.max(0, power) });
  }
  return powers;
};

/** What one path of years has had more than another, year by year, all years so far together. */
export const gained = (than: readonly number[], path: readonly number[]): readonly number[] => {
  let sum = 0;
  return path.map((power, at) => {
    sum += power - than[at];
    return sum;
  });
};

const ordinals = "next second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** A year after this one, in words: `the next year`, `the third year`. */
export const yearInWords = (at: number): string => `the ${ordinals[at]} year`;

/** A year that is not spent up, in a sentence. */
export const tellYear =
  (does: (by: number) => string) =>
  (_rule: Ending, { base, reserve }: AgencyYear, { by }: { readonly by: number }): string =>
    `The council may spend ${penceText(base + reserve)}, and ${does(by)}.`;

/** What is left of a saving after some years, in sentences: what the next year brings, and what it comes to by the year told. */
export const overYears = (sums: readonly number[], at: number): string => {
  const moreOrLess = (pence: number): string =>
    pence === 0 ? "as much" : `${penceText(Math.abs(pence))} ${pence > 0 ? "more" : "less"}`;
  const next = `In the next year it may spend ${moreOrLess(sums[0])}${sums[0] === 0 ? " as" : " than"} if it had spent just what it had`;
  return at === 0 ? `${next}.` : `${next}. By ${yearInWords(at)} it has had ${moreOrLess(sums[at])} in all.`;
};
