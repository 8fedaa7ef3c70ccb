import { activityTariff } from "../../funding/pay/activity-tariff.js";
import type { Performance, Rule } from "../../funding/rule.js";
import { type Family, wrongPence } from "../family.js";
import type { ListedLaw } from "../law.js";
import { amountText, penceText } from "../story.js";
import { mostCases, mostPence } from "../worlds/amounts.js";
import { performances } from "../worlds/payments.js";

/** A law of payment rules. */
export type PayLaw<Change = unknown> = ListedLaw<Performance, number, Change>;

type PayRule = Rule<Performance, number>;

const isOne = (count: number): string => (count === 1 ? "is" : "are");

/** A sentence: how many are counted in a year. The year is named if it is not the first. */
export const tellQuantity = (_rule: PayRule, { year, quantity }: Performance): string =>
  `In year ${year}, ${amountText(quantity)} ${isOne(quantity)} counted.`;

/** A sentence: the year, how many are counted, and the spending. */
export const tellCost = (_rule: PayRule, { year, quantity, spent }: Performance): string =>
  `In year ${year}, ${amountText(quantity)} ${isOne(quantity)} counted, and ${penceText(spent)} is spent.`;

/** A sentence: the year, how many are counted and started, the spending, and a missing report. */
export const tellYearOf = (_rule: PayRule, { year, quantity, started, spent, reported }: Performance): string => {
  const counts = `${amountText(quantity)} ${isOne(quantity)} counted and ${amountText(started)} started`;
  return `In year ${year}, ${counts}, and ${penceText(spent)} is spent${reported ? "" : ", without a report"}.`;
};

/** Payment rules, as their laws see them. */
export const paying: Family<Performance> = {
  worlds: performances,
  fields: {
    year: { unit: "year", least: 1, most: 30 },
    quantity: { unit: "counted", least: 0, most: mostCases },
    started: { unit: "counted", least: 0, most: mostCases },
    spent: { unit: "pence", least: 0, most: mostPence },
  },
  mayLack: ["earlier"],
  tell: (year) => tellYearOf(() => 0, year),
  wrongIn: (_year, answer) => wrongPence("What the rule pays", answer),
};

/** A rule that keeps many laws: a price for each. */
export const tariff = { name: "activity tariff, £1,000 each", rule: activityTariff({ poundsEach: 1000 }) };
