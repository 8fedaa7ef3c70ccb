import { carryForward } from "../../funding/year-end/carry-forward.js";
import { outturnPlus } from "../../funding/year-end/outturn-plus.js";
import { ratchet } from "../../funding/year-end/ratchet.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import { pennyPerParty } from "../law.js";
import { moreOrLessText, penceText } from "../story.js";
import { deviation, years } from "../worlds/years.js";
import { overYears, runningDifference, spendable, spendableAfter, tellYear, type YearEndLaw } from "./path.js";

type By = { readonly by: number };

const keepsAll = { name: "full carry-forward", rule: carryForward({}) };

const savingIsNeverPunished: YearEndLaw<By> = {
  id: "saving-is-never-punished",
  alias: "no penalty for saving, over H years",
  says: "An agency that leaves money unspent never has less to spend in total over the next 1 to 10 years.",
  formula: "Σ over H years of power(s − u) ≥ Σ power(s), for H = 1 to 10",
  matters: "To a manager who could prevent something: if this law fails, the minister's dilemma begins.",
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const sums = runningDifference(
      spendableAfter(rule, year),
      spendableAfter(rule, { ...year, spent: year.spent - by }),
    );
    const at = sums.findIndex((sum) => sum < 0);
    return at < 0 ? undefined : overYears(sums, at);
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
  worlds: years,
  changes: deviation,
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const more = spendable(rule({ ...year, spent: year.spent - by })) - spendable(rule(year));
    return more >= by / 2
      ? undefined
      : `In the next year it may spend ${moreOrLessText(more)}; half of what it saved is ${penceText(by / 2)}.`;
  },
  tell: tellYear((by) => `leaves ${penceText(by)} of it unspent`),
  keeps: keepsAll,
  breaks: { name: "use it or lose it", rule: useItOrLoseIt },
};

const overspendingIsNotRewarded: YearEndLaw<By> = {
  id: "overspending-is-not-rewarded",
  alias: "no reward for overspending, over H years",
  says: "An agency that overspends never has more to spend in total over the next 1 to 10 years.",
  formula: "Σ over H years of power(s) ≥ Σ power(s + o), for H = 1 to 10",
  matters: "To agencies that stay within their budgets, and to the funder that bails out the others.",
  worlds: years,
  changes: deviation,
  broken(rule, year, { by }) {
    const sums = runningDifference(
      spendableAfter(rule, year),
      spendableAfter(rule, { ...year, spent: year.spent + by }),
    );
    const at = sums.findIndex((sum) => sum > 0);
    return at < 0 ? undefined : overYears(sums, at);
  },
  tell: tellYear((by) => `spends ${penceText(by)} more than that`),
  keeps: { name: "use it or lose it", rule: useItOrLoseIt },
  breaks: { name: "outturn plus 2 %", rule: outturnPlus({ growth: 0.02 }) },
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
  when: ({ spent }, { by }) => by <= spent,
  broken(rule, year, { by }) {
    const second = rule(year);
    const later = Math.max(0, spendable(second));
    const after = (first: number, next: number) => {
      const one = rule({ ...year, spent: first });
      const two = rule({ base: one.base, reserve: one.reserve, spent: next });
      return { power: spendable(two), surrendered: one.surrendered + two.surrendered };
    };
    const [steady, shifted] = [after(year.spent, later), after(year.spent - by, later + by)];
    const change = shifted.power - steady.power;
    if (Math.abs(change) > 2)
      return `Two years later it may spend ${moreOrLessText(change)} than if it had spent on time.`;
    const more = shifted.surrendered - steady.surrendered;
    return Math.abs(more) > 2
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
