import type { YearClosed } from "../../funding/rule.js";
import { carryForward } from "../../funding/year-end/carry-forward.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import { cliffBetween } from "../cliff.js";
import { aPennyAParty } from "../law.js";
import { moreOrLess, penceText, timesAs } from "../story.js";
import { oneOf, thousands, worldsOf } from "../worlds/worlds.js";
import { deviation, oddYears, years } from "../worlds/years.js";
import { tellYear, type YearEndLaw } from "./path.js";

const keepsAll = { name: "full carry-forward", rule: carryForward({}) };

const noPoundLost: YearEndLaw = {
  id: "no-pound-created-or-lost",
  number: "L1",
  alias: "conservation",
  says: "What was there is spent, carried over or given back: nothing else becomes of it.",
  formula: "base + reserve = spent + reserve′ + surrendered",
  matters: "To every treasurer: the books must balance.",
  worlds: oddYears,
  broken(rule, year) {
    const closed = rule(year);
    const fraction = [closed.base, closed.reserve, closed.surrendered].find((pence) => !Number.isInteger(pence));
    if (fraction !== undefined) return `The rule answers ${fraction}p, which is no whole penny.`;
    const over = closed.reserve + closed.surrendered - (year.base + year.reserve - year.spent);
    return over === 0 ? undefined : `Carried over and given back come to ${moreOrLess(over)} than what was left.`;
  },
  tell: (_rule, { base, reserve, spent }) =>
    `The council has ${penceText(base + reserve)} and spends ${penceText(spent)}.`,
  keeps: keepsAll,
  breaks: {
    name: "what is left is both kept and given back",
    rule: ({ base, reserve, spent }) => {
      const left = Math.max(0, base + reserve - spent);
      return { base, reserve: left, surrendered: left };
    },
  },
};

const noOverdraft: YearEndLaw<{ readonly by: number }> = {
  id: "no-overdraft",
  number: "L3",
  alias: "non-negativity",
  says: "Whoever spends no more than it has owes nothing at the year's end.",
  formula: "spent ≤ base + reserve ⇒ base′, reserve′, surrendered ≥ 0",
  matters: "To the agency that kept within its means.",
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const closed = rule({ ...year, spent: year.spent - by });
    const below = Math.min(closed.base, closed.reserve, closed.surrendered);
    return below >= 0 ? undefined : `It kept within its means, and owes ${penceText(-below)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it`),
  keeps: keepsAll,
  breaks: {
    name: "twice what is left is given back",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      return { base, reserve: -left, surrendered: 2 * left };
    },
  },
};

const sizeDoesNotMatter: YearEndLaw<{ readonly by: number; readonly times: 2 | 10 }> = {
  id: "size-does-not-matter",
  number: "L5",
  alias: "homogeneity",
  says: "A budget ten times as large ends its year in the same proportions.",
  formula: "f(λd) = λ·f(d)",
  matters: "To small agencies, and to all as prices rise.",
  allows: aPennyAParty,
  worlds: years,
  changes: worldsOf({ by: thousands(1, 10), times: oneOf<2 | 10>(2, 10) }),
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, { base, reserve, spent }, { by, times }) {
    const small = rule({ base, reserve, spent: spent - by });
    const large = rule({ base: base * times, reserve: reserve * times, spent: (spent - by) * times });
    const differs = (["base", "reserve", "surrendered"] as const).find(
      (key) => Math.abs(large[key] / times - small[key]) > 1,
    );
    return differs === undefined
      ? undefined
      : `With all amounts ${timesAs(times)} as large, ${penceText(large[differs])} is ${what[differs]}, and not ${penceText(small[differs] * times)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it`),
  keeps: keepsAll,
  breaks: {
    name: "up to £500 is kept",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const kept = Math.min(left, 500_00);
      return { base, reserve: kept, surrendered: left - kept };
    },
  },
};

const what = { base: "the next base", reserve: "carried over", surrendered: "given back" } as const;

const noCliffEdge: YearEndLaw<{ readonly by: number }> = {
  id: "no-cliff-edge",
  number: "L18",
  alias: "continuity",
  says: "A penny more spent never changes by pounds what is kept, given back or had next year.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tried by bisection",
  matters: "To managers in the last week of March.",
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const closedAt = (spent: number): YearClosed => rule({ ...year, spent });
    const farthest = (one: YearClosed, two: YearClosed): number =>
      Math.max(...(["base", "reserve", "surrendered"] as const).map((key) => Math.abs(one[key] - two[key])));
    const cliff = cliffBetween(year.spent - by, year.spent, closedAt, farthest, 1, 4);
    return cliff === undefined
      ? undefined
      : `Between ${penceText(cliff.from)} and ${penceText(cliff.to)} spent, what becomes of the rest jumps by ${penceText(cliff.height)}.`;
  },
  tell: (_rule, { base, reserve }) => `The council may spend ${penceText(base + reserve)}.`,
  keeps: { name: "use it or lose it", rule: useItOrLoseIt },
  breaks: {
    name: "what is left is kept where it is under 5 % of the base, and all given back above",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const kept = left < 0.05 * base ? left : 0;
      return { base, reserve: kept, surrendered: left - kept };
    },
  },
};

/** Laws of how a year ends that keep the books. */
export const books: readonly YearEndLaw[] = [noPoundLost, noOverdraft, sizeDoesNotMatter, noCliffEdge];
