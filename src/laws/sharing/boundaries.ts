import { byBenefit } from "../../funding/share/by-benefit.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { costOf } from "../../funding/share/gains.js";
import { silo } from "../../funding/share/silo.js";
import { cliffBetween } from "../cliff.js";
import { aPennyAParty } from "../law.js";
import { called, penceText } from "../story.js";
import { type Deal, deals, savingOf } from "../worlds/deals.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { indexIn, type SharingLaw, tellDeal, withStake } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };
const equal = { name: "equal shares", rule: equalNet };
const apartAsEver = { name: "silo", rule: silo };

/** A deal in which an agency and the next are one, under the first's name; and where the two stood. */
const merged = (deal: Deal, who: number): { readonly deal: Deal; readonly first: number; readonly second: number } => {
  const first = who % (deal.length - 1);
  const { agency, pays, saves } = deal[first];
  const one = { agency, pays: pays + deal[first + 1].pays, saves: saves + deal[first + 1].saves };
  return { deal: [...deal.slice(0, first), one, ...deal.slice(first + 2)], first, second: first + 1 };
};

const boundariesDoNotMatter: SharingLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-matter",
  number: "L17a",
  alias: "merge–split invariance",
  says: "Two agencies that merge get what they got apart, and so does everybody else.",
  formula: "x of the merged agency = xᵢ + xⱼ; all others as before",
  matters: "To reorganisations: nobody should gain by redrawing the map.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 2) }),
  when: (deal) => deal.length > 1,
  broken(rule, deal, { who }) {
    const { deal: one, first, second } = merged(deal, who);
    const [apart, together] = [rule(deal), rule(one)];
    const before = apart[first] + apart[second];
    const [names, slack] = [`${called(deal[first].agency)} and ${called(deal[second].agency)}`, deal.length];
    if (Math.abs(together[first] - before) > slack)
      return `${names} end with ${penceText(Math.round(before))} apart, and with ${penceText(Math.round(together[first]))} as one.`;
    const others = apart.filter((_, place) => place !== first && place !== second);
    const after = together.filter((_, place) => place !== first);
    const other = others.findIndex((position, place) => Math.abs(position - after[place]) > slack);
    return other < 0
      ? undefined
      : `When ${names} merge, another agency ends with ${penceText(Math.round(after[other]))} and not ${penceText(Math.round(others[other]))}.`;
  },
  tell: tellDeal,
  impossibleWith: {
    name: "the boundary theorem",
    laws: ["no-gold-plating", "some reward for those who invest"],
    says: "only a blend of by benefit and by investment is blind to boundaries, and any part of by investment rewards spending.",
  },
  keeps: benefit,
  breaks: equal,
};

const boundariesDoNotDecide: SharingLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-decide",
  number: "L17b",
  alias: "merge–split invariance of the decision",
  says: "Whether a scheme goes ahead does not hang on which agencies are one.",
  formula: "min xᵢ ≥ 0 is the same before and after a merger",
  matters: "To places: prevention should not need a reorganisation, nor be lost in one.",
  worlds: deals,
  changes: worldsOf({ who: whole(0, 2) }),
  when: (deal) => deal.length > 1,
  broken(rule, deal, { who }) {
    const refusing = (positions: readonly number[]): number => positions.findIndex((position) => !(position >= 0));
    const { deal: one, first, second } = merged(deal, who);
    const [before, after] = [refusing(rule(deal)), refusing(rule(one))];
    if (before < 0 === after < 0) return undefined;
    const names = `${called(deal[first].agency)} and ${called(deal[second].agency)}`;
    return before < 0
      ? `Everybody would sign; once ${names} are one, somebody would not.`
      : `${called(deal[before].agency)} would not sign; once ${names} are one, everybody would.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: apartAsEver,
};

const noCliffEdge: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-cliff-edge",
  number: "L18",
  alias: "continuity",
  says: "A penny more saved never changes by pounds what anybody gets.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tried by bisection",
  matters: "To whoever measures: at a cliff edge the last penny is worth arguing, or cheating, about.",
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 40) }),
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const positionsAt = (more: number) => rule(withStake(deal, who, ({ saves }) => ({ saves: saves + more })));
    const farthest = (before: readonly number[], after: readonly number[]): number =>
      Math.max(...before.map((position, other) => Math.abs(after[other] - position)));
    const cliff = cliffBetween(0, by, positionsAt, farthest, 1, 2 * deal.length + 1);
    return cliff === undefined
      ? undefined
      : `As ${called(deal[place].agency)} saves ${penceText(deal[place].saves + cliff.to)} and not a penny less, somebody's share jumps by ${penceText(Math.round(cliff.height))}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: {
    name: "shared by benefit once a scheme saves twice its cost, and not at all before",
    rule: (deal) => (savingOf(deal) >= 2 * costOf(deal) ? byBenefit : silo)(deal),
  },
};

/** Laws of sharing about lines on the map, and lines in the rule. */
export const boundaries: readonly SharingLaw[] = [boundariesDoNotMatter, boundariesDoNotDecide, noCliffEdge];
