import { largestOf } from "../../base/mathematics/largest.js";
import type { YearClosed } from "../../funding/rule.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import { cliffBetween } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { moreOrLessText, penceText, timesText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { oneOf, worldsOf } from "../worlds/worlds.js";
import { deviation, oddYears, spentInFull, years } from "../worlds/years.js";
import { canLeave, keepsAll, spendable, tellSpending, tellYear, type YearEndLaw } from "./path.js";

const upTo500: YearEndLaw["breaks"] = {
  name: "carry-forward up to £500",
  rule: ({ base, reserve, spent }) => {
    const left = base + reserve - spent;
    const carried = Math.min(left, 500_00);
    return { base, reserve: carried, surrendered: left - carried };
  },
};

const noPoundLost: YearEndLaw = {
  id: "no-pound-created-or-lost",
  alias: "conservation",
  says: "All money available is spent, carried over or given back, to the penny.",
  formula: "base + reserve = spent + reserve′ + surrendered",
  matters: "To every treasurer: the books must balance.",
  worlds: oddYears,
  broken(rule, year) {
    const closed = rule(year);
    const over = closed.reserve + closed.surrendered - (year.base + year.reserve - year.spent);
    return over === 0
      ? undefined
      : `The carry-over and the money given back add up to ${moreOrLessText(over)} than the money left.`;
  },
  tell: (_rule, year) => tellSpending(year),
  keeps: keepsAll,
  breaks: {
    name: "the underspend is both carried over and given back",
    rule: ({ base, reserve, spent }) => {
      const left = Math.max(0, base + reserve - spent);
      return { base, reserve: left, surrendered: left };
    },
  },
};

const noOverdraft: YearEndLaw<{ readonly by: number }> = {
  id: "no-overdraft",
  alias: "non-negativity",
  says: "An agency that spends no more than it has owes nothing at the end of the year.",
  formula: "spent ≤ base + reserve ⇒ base′, reserve′, surrendered ≥ 0",
  matters: "To the agency that stays within its budget.",
  worlds: years,
  changes: deviation,
  when: canLeave,
  broken(rule, given, { by }) {
    const year = spentInFull(given);
    const closed = rule({ ...year, spent: year.spent - by });
    const below = Math.min(closed.base, closed.reserve, closed.surrendered);
    return below >= 0 ? undefined : `It stays within its budget, yet owes ${penceText(-below)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: {
    name: "twice the underspend is given back",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      return { base, reserve: -left, surrendered: 2 * left };
    },
  },
};

interface Larger {
  readonly by: number;
  readonly times: 2 | 10;
  readonly isOver: boolean;
}

const sizeDoesNotMatter: YearEndLaw<Larger> = {
  id: "size-does-not-matter",
  alias: "homogeneity",
  says: "A budget that is several times as large ends the year in the same proportions.",
  formula: "f(λd) = λ·f(d)",
  matters: "To small agencies, and to every agency as prices rise.",
  allows: pennyPerParty,
  worlds: years,
  changes: worldsOf<Larger>({ by: change(10), times: oneOf<2 | 10>(2, 10), isOver: oneOf(false, true) }),
  when: (year, { by, isOver }) => isOver || canLeave(year, { by }),
  broken(rule, { base, reserve }, { by, times, isOver }, unit) {
    const spent = base + reserve + (isOver ? by : -by);
    const small = rule({ base, reserve, spent });
    const large = rule({ base: base * times, reserve: reserve * times, spent: spent * times });
    const differs = (["base", "reserve", "surrendered"] as const).find(
      (key) => Math.abs(large[key] / times - small[key]) > unit,
    );
    if (differs === undefined) return undefined;
    const [scaled, expected] = [penceText(large[differs]), penceText(small[differs] * times)];
    return `With all amounts ${timesText(times)} as large, ${scaled} is ${amountNames[differs]}, not ${expected}.`;
  },
  tell: (rule, year, size) =>
    tellYear((by) =>
      size.isOver ? `spends ${penceText(by)} more than that` : `leaves ${penceText(by)} of it unspent`,
    )(rule, year, size),
  keeps: keepsAll,
  breaks: upTo500,
};

const amountNames = { base: "the next base", reserve: "carried over", surrendered: "given back" } as const;

const noCliffEdge: YearEndLaw<{ readonly by: number }> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "One more penny spent changes the next base, the carry-over and the money given back by a few pence at most.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tested by bisection",
  matters: "To managers in the last week of March.",
  worlds: years,
  changes: deviation,
  when: canLeave,
  broken(rule, given, { by }, unit) {
    const year = spentInFull(given);
    const closedAt = (spent: number): YearClosed => rule({ ...year, spent });
    const farthest = (one: YearClosed, two: YearClosed): number =>
      largestOf((["base", "reserve", "surrendered"] as const).map((key) => Math.abs(one[key] - two[key])));
    const between = (from: number, to: number) => cliffBetween(from, to, closedAt, farthest, 1, 4 * unit);
    const cliff = between(year.spent - by, year.spent) ?? between(year.spent, Math.max(year.spent, year.base) + by);
    if (cliff === undefined) return undefined;
    const [from, to, height] = [penceText(cliff.from), penceText(cliff.to), penceText(cliff.height)];
    return `Between spending of ${from} and ${to}, the outcome jumps by ${height}.`;
  },
  tell: (_rule, { base, reserve }) => `The council may spend ${penceText(base + reserve)}.`,
  keeps: { name: "use it or lose it", rule: useItOrLoseIt },
  breaks: {
    name: "the underspend is carried over if it is under 5 % of the base, else all given back",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const carried = left < 0.05 * base ? left : 0;
      return { base, reserve: carried, surrendered: left - carried };
    },
  },
};

const boundariesDoNotMatter: YearEndLaw<{ readonly base: number; readonly by: number; readonly again: number }> = {
  id: "boundaries-do-not-matter",
  alias: "merge–split invariance",
  says: "Two agencies that both leave money unspent may spend the same next year, merged or apart.",
  formula: "power′(d₁) + power′(d₂) = power′(d₁ + d₂), for u₁, u₂ ≥ 0",
  matters: "To reorganisations: no agency should gain by redrawing the map.",
  allows: pennyPerParty,
  worlds: years,
  changes: worldsOf({ base: change(40), by: change(10), again: change(10) }),
  when: (year, { base, by, again }) => canLeave(year, { by }) && again <= base,
  broken(rule, given, { base, by, again }, unit) {
    const year = spentInFull(given);
    const one = { ...year, spent: year.spent - by };
    const two = { base, reserve: 0, spent: base - again };
    const both = { base: one.base + base, reserve: one.reserve, spent: one.spent + two.spent };
    const [apart, merged] = [spendable(rule(one)) + spendable(rule(two)), spendable(rule(both))];
    if (Math.abs(apart - merged) <= 2 * unit) return undefined;
    const amounts = `Next year they may spend ${penceText(apart)} separately, and ${penceText(merged)} merged.`;
    return `Another agency with ${penceText(base)} leaves ${penceText(again)}. ${amounts}`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: upTo500,
};

/** Laws of year ends about the books. */
export const books: readonly YearEndLaw[] = [
  noPoundLost,
  noOverdraft,
  sizeDoesNotMatter,
  noCliffEdge,
  boundariesDoNotMatter,
];
