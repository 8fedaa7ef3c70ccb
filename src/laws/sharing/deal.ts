import type { Rule, Stake } from "../../funding/rule.js";
import { byBenefit } from "../../funding/share/by-benefit.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { silo } from "../../funding/share/silo.js";
import { type Family, wrongList } from "../family.js";
import type { Impossibility, ListedLaw } from "../law.js";
import { withPart } from "../plain.js";
import { capitalised, nameAt, penceText } from "../story.js";
import { mostPence } from "../worlds/amounts.js";
import { anyDeals, type Deal } from "../worlds/deals.js";

/** What each agency ends with in pence, in the order of the deal. */
export type Positions = readonly number[];

/** A law of rules that share a gain. */
export type SharingLaw<Change = unknown> = ListedLaw<Deal, Positions, Change>;

type Sharing = Rule<Deal, Positions>;

/** The Green–Laffont theorem: no rule keeps all three laws. `laws` are the other two. */
export const greenLaffont = (...laws: readonly string[]): Impossibility => ({
  name: "the Green–Laffont theorem",
  laws,
  says: "if two or more agencies gain, a rule that makes honest reports best for each collects too little or too much.",
});

/** The index of an agency in a deal: any whole number modulo the number of agencies. */
export const indexIn = (deal: Deal, who: number): number => who % deal.length;

/** A deal with one stake changed. */
export const withStake = (deal: Deal, who: number, change: (stake: Stake) => Partial<Stake>): Deal =>
  withPart(deal, who, change);

/** What each agency of a deal pays and saves, in words. */
export const tellStakes = (deal: Deal): string => deal.map(stakeText).join("; ");

const stakeText = ({ agency, pays, saves }: Stake): string => {
  if (pays === 0 && saves === 0) return `${capitalised(agency)} has no part in it`;
  const bills = saves < 0 ? `its bills rise by ${penceText(-saves)}` : `saves ${penceText(saves)}`;
  return `${capitalised(agency)} pays ${penceText(pays)} and ${bills}`;
};

/** Rules that share a gain, as their laws see them. */
export const sharing: Family<Deal> = {
  worlds: anyDeals,
  fields: {
    pays: { unit: "pence", least: 0, most: mostPence },
    saves: { unit: "pence", least: -mostPence, most: mostPence },
  },
  lists: "agencies",
  tell: (deal) => `${tellStakes(deal)}.`,
  wrongIn: (deal, answer) =>
    wrongList(deal.length, "agencies", (place) => `What ${nameAt(deal, place)} ends with`, answer),
};

/** Index of the first agency that ends worse off by more than a rounding unit, in pence, per party. */
export const firstWorseOff = (before: Positions, after: Positions, unit: number): number | undefined => {
  const index = before.findIndex((position, place) => !(after[place] >= position - before.length * unit));
  return index < 0 ? undefined : index;
};

/** Shares the gain in proportion to a weight of each stake, each share rounded to a penny by itself. */
export const inProportion =
  (weightOf: (stake: Stake) => number): Sharing =>
  (deal) => {
    const surplus = deal.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
    const weights = deal.map(weightOf);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => Math.round(all > 0 ? (surplus * weight) / all : surplus / deal.length));
  };

/** A rule that keeps many laws: shares by benefit. */
export const benefit = { name: "by benefit", rule: byBenefit };

/** A rule that keeps others: equal shares. */
export const equal = { name: "equal shares", rule: equalNet };

/** No sharing at all. */
export const siloed = { name: "silo", rule: silo };
