import type { Performance, Rule } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { countText, penceText } from "../story.js";

/** A law of payment rules. */
export type PayLaw<Change = unknown> = ListedLaw<Performance, number, Change>;

type PayRule = Rule<Performance, number>;

/** A sentence: how many are counted in a year. */
export const tellQuantity = (_rule: PayRule, { quantity }: Performance): string =>
  `In a year ${countText(quantity)} ${quantity === 1 ? "is" : "are"} counted.`;

/** A sentence: how many are counted in a year, and the spending. */
export const tellCost = (_rule: PayRule, { quantity, spent }: Performance): string =>
  `In a year ${countText(quantity)} ${quantity === 1 ? "is" : "are"} counted, and ${penceText(spent)} is spent.`;
