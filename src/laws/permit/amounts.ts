import { sum } from "../../base/mathematics/statistics.js";
import { cliffBetween, farthest } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { withPart } from "../plain.js";
import { moreOrLessText, nameAt, penceText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { wishes } from "../worlds/permits.js";
import { whole, worldsOf } from "../worlds/worlds.js";
import { fenced, moneyOf, type PermitLaw, pooled } from "./wishes.js";

const moreHurtsNobody: PermitLaw<{ readonly who: number; readonly more: number }> = {
  id: "more-money-hurts-nobody",
  alias: "resource monotonicity",
  says: "If one agency is given more, the total that may be spent does not fall.",
  formula: "entitledᵢ ↑ ⇒ Σxᵢ does not fall",
  matters: "To partners that share a budget.",
  allows: pennyPerParty,
  worlds: wishes,
  changes: worldsOf({ who: whole(0, 8), more: change(20) }),
  broken(rule, list, { who, more }, unit) {
    const place = who % list.length;
    const richer = withPart(list, who, ({ entitled }) => ({ entitled: entitled + more }));
    const difference = sum(rule(richer)) - sum(rule(list));
    if (difference >= -list.length * unit) return undefined;
    const cause = `If ${nameAt(list, place)} is given ${penceText(more)} more`;
    return `${cause}, all agencies together may spend ${moreOrLessText(difference)}.`;
  },
  keeps: pooled,
  breaks: {
    name: "an agency that is given more than £10,000 may spend nothing",
    rule: (list) => list.map((wish) => (wish.entitled > 10_000_00 ? 0 : Math.min(moneyOf(wish), wish.wished))),
  },
};

const largerWishHurtsNobody: PermitLaw<{ readonly who: number; readonly more: number }> = {
  id: "a-larger-wish-is-never-allowed-less",
  alias: "own-wish monotonicity",
  says: "An agency that wishes to spend more may not spend less.",
  formula: "wishedᵢ ↑ ⇒ xᵢ does not fall",
  matters: "To agencies that say what they need: it should not pay to ask for less.",
  allows: pennyPerParty,
  worlds: wishes,
  changes: worldsOf({ who: whole(0, 8), more: change(20) }),
  broken(rule, list, { who, more }, unit) {
    const place = who % list.length;
    const larger = withPart(list, who, ({ wished }) => ({ wished: wished + more }));
    const less = rule(list)[place] - rule(larger)[place];
    return less <= list.length * unit
      ? undefined
      : `If ${nameAt(list, place)} wishes to spend ${penceText(more)} more, it may spend ${penceText(less)} less.`;
  },
  keeps: fenced,
  breaks: {
    name: "a wish for more than £10,000 is refused",
    rule: (list) =>
      list.map(({ entitled, wished }) => (wished > 10_000_00 ? 0 : Math.max(0, Math.min(entitled, wished)))),
  },
};

const noCliffEdge: PermitLaw<{ readonly who: number; readonly more: number }> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "One more penny given changes what each may spend by a few pence at most.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tested by bisection",
  matters: "To anyone who is a penny short of a threshold.",
  allows: pennyPerParty,
  worlds: wishes,
  changes: worldsOf({ who: whole(0, 8), more: change(40) }),
  broken(rule, list, { who, more }, unit) {
    const place = who % list.length;
    const givenAt = (by: number) => withPart(list, who, ({ entitled }) => ({ entitled: entitled + by }));
    const slack = (2 * list.length + 1) * unit;
    const cliff = cliffBetween(0, more, (by) => rule(givenAt(by)), farthest, 1, slack);
    if (cliff === undefined) return undefined;
    const given = `${penceText(list[place].entitled + cliff.to)} and not a penny less`;
    return `If ${nameAt(list, place)} is given ${given}, what may be spent jumps by ${penceText(cliff.height)}.`;
  },
  keeps: fenced,
  breaks: {
    name: "an agency that is given less than £10,000 may spend nothing",
    rule: (list) => list.map(({ entitled, wished }) => (entitled < 10_000_00 ? 0 : Math.min(entitled, wished))),
  },
};

/** Laws of rules for what money may be spent on, about how it follows what was given and wished. */
export const permitAmounts: readonly PermitLaw[] = [moreHurtsNobody, largerWishHurtsNobody, noCliffEdge];
