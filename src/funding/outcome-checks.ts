import { valueWords, wordFrom } from "../base/problems/options.js";
import { didYouMean, ScenarioError } from "../base/problems/problem.js";
import { unreadable } from "../base/problems/readable.js";
import type { Regime } from "./regime.js";
import { type RuleFamily, ruleFamilies, type Stake, type YearClosed } from "./rule.js";
import { netOf } from "./share/gains.js";

// A rule may be a function of the user's own, which TypeScript has not seen. A wrong answer would move wrong money.

const refuse = (address: string, what: string, mend: string): never => {
  throw new ScenarioError([{ severity: "error", address, what, mend }]);
};

/** A number of whole pence that a rule answers. */
export const penceAnswered = (family: RuleFamily, year: number, whose: string, answer: unknown): number =>
  typeof answer === "number" && Number.isInteger(answer)
    ? answer
    : refuse(
        `regime.${family}`,
        `The ${family} rule answers ${valueWords(answer)} for ${whose} in year ${year}, not whole pence.`,
        "A rule answers a finite whole number of pence for each; Math.round and splitting by shares give whole pence.",
      );

/** One number of whole pence for each of some agencies, in their order. */
export const penceEach = (
  family: RuleFamily,
  year: number,
  asked: readonly { readonly agency: string }[],
  answer: unknown,
): readonly number[] => {
  const list: readonly unknown[] = Array.isArray(answer)
    ? answer
    : refuse(
        `regime.${family}`,
        `The ${family} rule answers ${valueWords(answer)} in year ${year}, not a list.`,
        "A rule of this family answers a list with one number of pence for each agency, in order.",
      );
  if (list.length !== asked.length)
    refuse(
      `regime.${family}`,
      `The ${family} rule answers ${list.length} numbers in year ${year}, for ${asked.length} agencies.`,
      "A rule of this family answers one number of pence for each agency, in order.",
    );
  for (let at = 0; at < list.length; at++) penceAnswered(family, year, asked[at].agency, list[at]);
  return answer as readonly number[];
};

/** The pence that a share rule answers, which sum to at most what the agencies gain together. */
export const noMoreThanGained = (
  year: number,
  stakes: readonly Stake[],
  answer: readonly number[],
): readonly number[] => {
  const gain = netOf(stakes);
  let given = 0;
  for (let at = 0; at < answer.length; at++) given += answer[at];
  // Parts may each be rounded to a penny; the treasury pays or takes the odd ones.
  if (given > Math.max(0, gain) + stakes.length)
    refuse(
      "regime.share",
      `The share rule gives out ${pounds(given)} to date in year ${year}, of a gain of ${pounds(gain)}.`,
      "A share rule divides what agencies save less what they pay; it cannot give out more.",
    );
  return answer;
};

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** The end of a year of an agency, in whole pence. */
export const closedYear = (year: number, agency: string, answer: YearClosed): YearClosed => {
  const { base, reserve }: Partial<YearClosed> = answer ?? {};
  if (Number.isInteger(base) && Number.isInteger(reserve)) return answer;
  penceAnswered("yearEnd", year, `the next base of ${agency}`, base);
  penceAnswered("yearEnd", year, `the reserve of ${agency}`, reserve);
  return answer;
};

const deciders = ["each", "all", "treasury"];

/** The keys of a regime whose value is a rule alone; the others hold their rule and its terms. */
const plainFamilies: readonly string[] = ["permit", "share", "yearEnd"];

/** Throws if a regime given as a value is none: TypeScript refuses it, but plain JavaScript may pass it. */
export const soundRegime = (regime: Regime): Regime => {
  const given: unknown = regime;
  const unread = unreadable(given, "A regime");
  if (typeof given === "string")
    return refuse("regime", `A regime under a name of your own is a record of rules, not "${given}".`, mendOfRegime);
  if (unread !== undefined || typeof given !== "object" || given === null || Array.isArray(given))
    return refuse(
      "options.regime",
      unread ?? `A regime is a name or a record of rules, not ${valueWords(given)}.`,
      mendOfRegime,
    );
  const known = ["decides", ...ruleFamilies];
  for (const [key, value] of Object.entries(given)) {
    if (!known.includes(key))
      refuse(`regime.${key}`, `There is no family of rules called ${key}. ${didYouMean(key, known)}`, mendOfRegime);
    const rule: unknown = plainFamilies.includes(key) ? value : Reflect.get(Object(value), "rule");
    if (key !== "decides" && value !== undefined && typeof rule !== "function")
      refuse(`regime.${key}`, `The rule of ${key} is ${valueWords(rule)}, not a function.`, mendOfRegime);
  }
  const undecided = wordFrom(deciders)(regime.decides, "decides");
  if (undecided !== undefined) refuse("regime.decides", undecided, mendOfRegime);
  return regime;
};

const mendOfRegime = 'Write a regime such as { decides: "each", share: rules.share.byBenefit }.';
