import type { Rule, Stake } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { called, penceText } from "../story.js";
import { type Deal, savingOf } from "../worlds/deals.js";

/** What each ends up with. */
export type Positions = readonly number[];

/** A law of sharing. */
export type SharingLaw<Change = unknown> = ListedLaw<Deal, Positions, Change>;

type Sharing = Rule<Deal, Positions>;

/** Who in a deal a whole number means. */
export const indexIn = (deal: Deal, who: number): number => who % deal.length;

/** A deal in which one stake is another. */
export const withStake = (deal: Deal, who: number, change: (stake: Stake) => Partial<Stake>): Deal =>
  deal.map((stake, place) => (place === indexIn(deal, who) ? { ...stake, ...change(stake) } : stake));

/** A deal in a sentence: who pays and who saves what. */
export const tellDeal = (_rule: Sharing, deal: Deal): string => `${deal.map(stakeText).join("; ")}.`;

const stakeText = ({ agency, pays, saves }: Stake): string =>
  pays === 0 && saves === 0
    ? `${called(agency)} has no part in it`
    : `${called(agency)} pays ${penceText(pays)} and saves ${penceText(saves)}`;

/** A deal in a sentence, where it does not matter who saves: who pays what, and what they save together. */
export const tellTotals = (_rule: Sharing, deal: Deal): string =>
  `${deal
    .filter(({ pays }) => pays > 0)
    .map(({ agency, pays }, at) => `${called(agency)}${at === 0 ? " pays" : ""} ${penceText(pays)}`)
    .join(", ")}; together they save ${penceText(savingOf(deal))}.`;

/** The first whose positions differ by more than a penny a party. */
export const firstDifferingPosition = (first: Positions, second: Positions): number | undefined => {
  const slack = Math.max(first.length, second.length);
  const found = first.findIndex((position, place) => !(Math.abs(position - second[place]) <= slack));
  return found < 0 ? undefined : found;
};

/** The first who has more than a penny a party less than before. */
export const poorer = (before: Positions, after: Positions): number | undefined => {
  const found = before.findIndex((position, place) => !(after[place] >= position - before.length));
  return found < 0 ? undefined : found;
};

/** What is gained, in proportion to something of each, to a fraction of a penny. */
export const inProportion =
  (weightOf: (stake: Stake) => number): Sharing =>
  (deal) => {
    const surplus = deal.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
    const weights = deal.map(weightOf);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (all > 0 ? (surplus * weight) / all : surplus / deal.length));
  };
