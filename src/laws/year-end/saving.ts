import { carryForward } from "../../funding/year-end/carry-forward.js";
import { outturnPlus } from "../../funding/year-end/outturn-plus.js";
import { ratchet } from "../../funding/year-end/ratchet.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import { aPennyAParty } from "../law.js";
import { moreOrLess, penceText } from "../story.js";
import { deviation, years } from "../worlds/years.js";
import { gained, overYears, powerOf, powersAfter, tellYear, type YearEndLaw } from "./path.js";

type By = { readonly by: number };

const keepsAll = { name: "full carry-forward", rule: carryForward({}) };

const savingIsNeverPunished: YearEndLaw<By> = {
  id: "saving-is-never-punished",
  number: "L19a",
  alias: "no penalty for saving, over H years",
  says: "Whoever leaves money unspent never has less to spend over the years after, however many one counts.",
  formula: "Σ over H years of power(s − u) ≥ Σ power(s), for H = 1, 2, 5, 10 and all between",
  matters: "To the manager who could prevent something: the minister's dilemma begins where this fails.",
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const sums = gained(powersAfter(rule, year), powersAfter(rule, { ...year, spent: year.spent - by }));
    const at = sums.findIndex((sum) => sum < 0);
    return at < 0 ? undefined : overYears(sums, at);
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: {
    name: "ratchet ½, the cash kept",
    rule: ratchet({ share: 0.5, of: carryForward({}) }),
  },
};

const savingPays: YearEndLaw<By> = {
  id: "saving-pays",
  number: "L19b",
  alias: "retention of at least θ = ½",
  says: "Of a pound left unspent, at least half may be spent next year.",
  formula: "power′(s − u) − power′(s) ≥ ½·u",
  matters: "To whoever must put effort into saving: not being punished is no reason to try.",
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const more = powerOf(rule({ ...year, spent: year.spent - by })) - powerOf(rule(year));
    return more >= by / 2
      ? undefined
      : `In the next year it may spend ${moreOrLess(more)}, where half of what it saved is ${penceText(by / 2)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: { name: "use it or lose it", rule: useItOrLoseIt },
};

const overspendingIsNotRewarded: YearEndLaw<By> = {
  id: "overspending-is-not-rewarded",
  number: "L20",
  alias: "no reward for overspending, over H years",
  says: "Whoever overspends never has more to spend over the years after.",
  formula: "Σ over H years of power(s) ≥ Σ power(s + o), for H = 1, 2, 5, 10 and all between",
  matters: "To those who kept within their budgets, and to whoever bails out the others.",
  worlds: years,
  changes: deviation,
  broken(rule, year, { by }) {
    const sums = gained(powersAfter(rule, year), powersAfter(rule, { ...year, spent: year.spent + by }));
    const at = sums.findIndex((sum) => sum > 0);
    return at < 0 ? undefined : overYears(sums, at);
  },
  tell: tellYear((by) => `spends ${penceText(by)} more than that`),
  keeps: { name: "use it or lose it", rule: useItOrLoseIt },
  breaks: { name: "outturn plus 2 %", rule: outturnPlus({ growth: 0.02 }) },
};

const timingDoesNotMatter: YearEndLaw<By> = {
  id: "when-it-is-spent-does-not-matter",
  number: "L21",
  alias: "timing neutrality (path independence)",
  says: "The same spending, some of it a year later, leaves everybody where they were.",
  formula: "shift δ from one year to the next ⇒ the same base, reserve and total surrendered",
  matters: "To good buying: nobody should hurry in March or wait for April.",
  allows: aPennyAParty,
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const second = rule(year);
    const later = Math.max(0, powerOf(second));
    const after = (first: number, next: number) => {
      const one = rule({ ...year, spent: first });
      const two = rule({ base: one.base, reserve: one.reserve, spent: next });
      return { power: powerOf(two), surrendered: one.surrendered + two.surrendered };
    };
    const [steady, shifted] = [after(year.spent, later), after(year.spent - by, later + by)];
    if (Math.abs(steady.power - shifted.power) > 2)
      return `Two years later it may spend ${moreOrLess(shifted.power - steady.power)} than if it had spent the same in time.`;
    const more = shifted.surrendered - steady.surrendered;
    return Math.abs(more) > 2
      ? `Over the two years ${moreOrLess(more)} is given back than if it had spent the same in time.`
      : undefined;
  },
  tell: tellYear((by) => `spends ${penceText(by)} of it a year late`),
  keeps: keepsAll,
  breaks: { name: "use it or lose it", rule: useItOrLoseIt },
};

/** Laws of how a year ends that say whether saving is worth a manager's while. */
export const saving: readonly YearEndLaw[] = [
  savingIsNeverPunished,
  savingPays,
  overspendingIsNotRewarded,
  timingDoesNotMatter,
];
