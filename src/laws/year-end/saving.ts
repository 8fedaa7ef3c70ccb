import { carryForward } from "../../funding/year-end/carry-forward.js";
import { ratchet } from "../../funding/year-end/ratchet.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import { pennyPerParty } from "../law.js";
import { moreOrLessText, penceText } from "../story.js";
import { deviation, type Later, overspends, spentInFull, twoDeviations, years } from "../worlds/years.js";
import { canLeave, departureOf, keepsAll, overYears, spendable, tellYear, type YearEndLaw } from "./path.js";

type By = { readonly by: number };
type Twice = By & { readonly again: number };

const savingIsNeverPunished: YearEndLaw<Twice> = {
  id: "saving-is-never-punished",
  alias: "no penalty for saving, over all years",
  says: "An agency that leaves money unspent, in one year or two, never has less to spend in total afterwards.",
  formula: "Σ over H years of power(s − u) ≥ Σ power(s), for every H",
  matters: "To a manager who could prevent something: if this law fails, the minister's dilemma begins.",
  allows: "a penny a year",
  worlds: years,
  changes: twoDeviations,
  when: (year, { by, again }) => canLeave(year, { by }) && again <= year.base,
  broken(rule, year, { by, again }, unit) {
    const { sums, eachYear } = departureOf(rule, year, again === 0 ? [-by] : [-by, -again]);
    const second = again === 0 ? "" : `A year later it leaves ${penceText(again)} more unspent. `;
    const at = sums.findIndex((sum, years) => sum < -(years + 1) * unit);
    if (at >= 0) return second + overYears(sums, at);
    if (eachYear >= -unit) return undefined;
    return `${second}${overYears(sums, 0)} In the end it may spend ${moreOrLessText(eachYear)} in every year.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: {
    name: "ratchet ½, with full carry-forward",
    rule: ratchet({ share: 0.5, of: carryForward({}) }),
  },
};

const savingPays: YearEndLaw<By> = {
  id: "saving-pays",
  alias: "retention of at least θ = ½",
  says: "At least half of any money left unspent may be spent in the next year.",
  formula: "power′(s − u) − power′(s) ≥ ½·u",
  matters: "To managers who must work to save: the absence of a penalty is not a reason to try.",
  allows: "a penny",
  worlds: years,
  changes: deviation,
  when: canLeave,
  broken(rule, given, { by }, unit) {
    const year = spentInFull(given);
    const more = spendable(rule({ ...year, spent: year.spent - by })) - spendable(rule(year));
    return more >= by / 2 - unit
      ? undefined
      : `In the next year it may spend ${moreOrLessText(more)}; half of what it saved is ${penceText(by / 2)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: { name: "use it or lose it", rule: useItOrLoseIt },
};

const overspendingIsNotRewarded: YearEndLaw<Twice & { readonly later: Later }> = {
  id: "overspending-is-not-rewarded",
  alias: "no reward for overspending, in total spending",
  says: "An agency that overspends, in one year or two, is given no more in all than one that keeps to its budget.",
  formula: "Σ (base′ − surrendered) after s + o ≤ Σ (base′ − surrendered) after s, in the end",
  matters: "To agencies that stay within their budgets, and to the funder that bails out the others.",
  allows: pennyPerParty,
  worlds: years,
  changes: overspends,
  broken(rule, year, { by, again, later }, unit) {
    const { sums, given, eachYear } = departureOf(rule, year, again === 0 ? [by] : [by, again], later);
    const twice = again === 0 ? "" : `A year later it overspends by ${penceText(again)} again. `;
    const second = later === "all" ? twice : `${twice}Later it spends its budget, and pays nothing back. `;
    if (eachYear > 0) return `${second}In the end it may spend ${moreOrLessText(eachYear)} in every year.`;
    if (given <= 2 * unit) return undefined;
    const next = `${second}${overYears(sums, 0)}`;
    return `${next} In all it is given ${moreOrLessText(given)}, which it never pays back.`;
  },
  tell: tellYear((by) => `spends ${penceText(by)} more than that`),
  keeps: { name: "use it or lose it", rule: useItOrLoseIt },
  breaks: {
    name: "a bail-out: the centre pays every overspend",
    rule: ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      return { base, reserve: Math.max(0, left), surrendered: Math.min(0, left) };
    },
  },
};

const timingDoesNotMatter: YearEndLaw<By> = {
  id: "when-it-is-spent-does-not-matter",
  alias: "timing neutrality (path independence)",
  says: "Spending some money a year later changes neither what may be spent afterwards nor the total given back.",
  formula: "shift δ from one year to the next ⇒ the same base + reserve and total surrendered",
  matters: "To good purchasing: no buyer should hurry in March or wait for April.",
  allows: pennyPerParty,
  worlds: years,
  changes: deviation,
  when: canLeave,
  broken(rule, given, { by }, unit) {
    const year = spentInFull(given);
    const second = rule(year);
    const later = Math.max(0, spendable(second));
    const after = (first: number, next: number) => {
      const one = rule({ ...year, spent: first });
      const two = rule({ base: one.base, reserve: one.reserve, spent: next });
      return { power: spendable(two), surrendered: one.surrendered + two.surrendered };
    };
    const [steady, shifted] = [after(year.spent, later), after(year.spent - by, later + by)];
    const change = shifted.power - steady.power;
    if (Math.abs(change) > 2 * unit)
      return `Two years later it may spend ${moreOrLessText(change)} than if it had spent on time.`;
    const more = shifted.surrendered - steady.surrendered;
    return Math.abs(more) > 2 * unit
      ? `Over the two years, ${moreOrLessText(more)} is given back than if it had spent on time.`
      : undefined;
  },
  tell: tellYear((by) => `spends ${penceText(by)} of it a year late`),
  keeps: keepsAll,
  breaks: { name: "use it or lose it", rule: useItOrLoseIt },
};

/** Laws of year ends about whether saving pays. */
export const saving: readonly YearEndLaw[] = [
  savingIsNeverPunished,
  savingPays,
  overspendingIsNotRewarded,
  timingDoesNotMatter,
];
