import type { Performance, Rule } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { many, penceText } from "../story.js";

/** A law of payment. */
export type PayLaw<Change = unknown> = ListedLaw<Performance, number, Change>;

type Paying = Rule<Performance, number>;

/** How many are counted in a year, in a sentence. */
export const tellQuantity = (_rule: Paying, { quantity }: Performance): string =>
  `In a year ${many(quantity)} ${quantity === 1 ? "is" : "are"} counted.`;

/** How many are counted and what they cost, in a sentence. */
export const tellCost = (_rule: Paying, { quantity, spent }: Performance): string =>
  `In a year ${many(quantity)} ${quantity === 1 ? "is" : "are"} counted, and ${penceText(spent)} is spent.`;
