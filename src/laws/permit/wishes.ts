import { ringFenced } from "../../funding/permit/ring-fenced.js";
import { singleBudget } from "../../funding/permit/single-budget.js";
import type { Wish } from "../../funding/rule.js";
import { type Family, wrongList } from "../family.js";
import type { ListedLaw } from "../law.js";
import { nameAt, penceText } from "../story.js";
import { mostPence } from "../worlds/amounts.js";
import { wishes as anyWishes } from "../worlds/permits.js";

/** What may be spent on each wish, in pence. */
export type Permitted = readonly number[];

/** A law of rules for what money may be spent on. */
export type PermitLaw<Change = unknown> = ListedLaw<readonly Wish[], Permitted, Change>;

/** The money there is for a wish, in pence: an overspend that was carried over is none. */
export const moneyOf = ({ entitled }: Wish): number => Math.max(0, entitled);

const wishText = (wish: Wish, isNamed: boolean): string => {
  const { purpose, person, entitled, wished } = wish;
  const [name] = [nameAt([wish], 0)];
  const has = entitled < 0 ? `owes ${penceText(-entitled)}` : `has ${penceText(entitled)}`;
  const money = `${has} for ${purpose}${person === "" ? "" : ` of ${person}`}`;
  return `${isNamed ? name : "it"} ${money} and would spend ${penceText(wished)}`;
};

/** A sentence: what each agency was given for a purpose, and what it would spend on it. */
const tellList = (list: readonly Wish[]): string => {
  const some = list.filter(({ entitled, wished }) => entitled !== 0 || wished > 0);
  if (some.every(({ wished }) => wished === 0)) {
    const given = some.map((wish) => wishText(wish, true)).join("; ");
    return given === "" ? "Nothing was given, and nobody would spend anything." : `${given}.`;
  }
  return `${some.map((wish, at) => wishText(wish, at === 0 || wish.agency !== some[at - 1].agency)).join("; ")}.`;
};

/** Rules for what money may be spent on, as their laws see them. */
export const permitting: Family<readonly Wish[]> = {
  worlds: anyWishes,
  fields: {
    entitled: { unit: "pence", least: -mostPence, most: mostPence },
    wished: { unit: "pence", least: 0, most: mostPence },
  },
  lists: "agencies",
  tell: tellList,
  wrongIn: (list, answer) =>
    wrongList(list.length, "wishes", (place) => `What ${nameAt(list, place)} may spend`, answer),
};

/** A rule that keeps the laws of single agencies. */
export const fenced = { name: "ring-fenced", rule: ringFenced };

/** A rule that keeps the laws of all agencies together. */
export const pooled = { name: "single budget of all", rule: singleBudget({ pooled: "all" }) };
