import { byBenefit } from "../../funding/share/by-benefit.js";
import { costOf } from "../../funding/share/gains.js";
import { silo } from "../../funding/share/silo.js";
import { cliffBetween, farthest } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { nameAt, penceText, replacedText, roundedText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { anyDeals, type Deal, neighbours, savingOf } from "../worlds/deals.js";
import { which, whole, worldsOf } from "../worlds/worlds.js";
import { benefit, equal, indexIn, type SharingLaw, siloed, withStake } from "./deal.js";

/** A deal in which an agency is merged with the next one, under its own name; and the indexes of both in `deal`. */
const merged = (deal: Deal, who: number): { readonly deal: Deal; readonly first: number; readonly second: number } => {
  const first = who % (deal.length - 1);
  const { agency, pays, saves } = deal[first];
  const one = { agency, pays: pays + deal[first + 1].pays, saves: saves + deal[first + 1].saves };
  return { deal: [...deal.slice(0, first), one, ...deal.slice(first + 2)], first, second: first + 1 };
};

/** True if no bill rises: a rise in one agency and a saving in the other would cancel in a merger, for every rule. */
const noBillRises = (deal: Deal): boolean => deal.every(({ saves }) => saves >= 0);

const boundariesDoNotMatter: SharingLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-matter",
  alias: "merge–split invariance",
  says: "If two agencies merge, they get the same in total as before, and so does every other agency.",
  formula: "x of the merged agency = xᵢ + xⱼ; all others as before",
  matters: "To reorganisations: no agency should gain by redrawing the map.",
  allows: pennyPerParty,
  worlds: which(anyDeals, noBillRises),
  changes: worldsOf({ who: whole(0, 7) }),
  broken(rule, deal, { who }, unit) {
    const { deal: one, first, second } = merged(deal, who);
    const [separate, together] = [rule(deal), rule(one)];
    const before = separate[first] + separate[second];
    const [names, slack] = [`${nameAt(deal, first)} and ${nameAt(deal, second)}`, deal.length * unit];
    if (Math.abs(together[first] - before) > slack)
      return `${names} end with ${roundedText(before)} separately, and with ${roundedText(together[first])} merged.`;
    const others = separate.filter((_, place) => place !== first && place !== second);
    const after = together.filter((_, place) => place !== first);
    const other = others.findIndex((position, place) => Math.abs(position - after[place]) > slack);
    return other < 0
      ? undefined
      : `If ${names} merge, another agency ends with ${replacedText(after[other], others[other])}.`;
  },
  impossibleWith: {
    name: "the boundary theorem",
    laws: ["no-gold-plating", "some reward for investment"],
    says: "only blends of by benefit and by investment ignore boundaries, and any by-investment part rewards spending.",
  },
  keeps: benefit,
  breaks: equal,
};

const boundariesDoNotDecide: SharingLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-decide",
  alias: "merge–split invariance of the decision",
  says: "If two agencies merge, this does not change whether every agency would sign.",
  formula: "min xᵢ ≥ 0 is the same before and after a merger",
  matters: "To places: prevention should neither need a reorganisation nor be lost in one.",
  worlds: which(neighbours, noBillRises),
  changes: worldsOf({ who: whole(0, 7) }),
  broken(rule, deal, { who }) {
    const refusing = (positions: readonly number[]): number => positions.findIndex((position) => !(position >= 0));
    const { deal: one, first, second } = merged(deal, who);
    const [before, after] = [refusing(rule(deal)), refusing(rule(one))];
    if (before < 0 === after < 0) return undefined;
    const names = `${nameAt(deal, first)} and ${nameAt(deal, second)}`;
    return before < 0
      ? `Every agency would sign, but if ${names} merge, one agency would not.`
      : `${nameAt(deal, before)} would not sign, but if ${names} merge, every agency would.`;
  },
  keeps: benefit,
  breaks: siloed,
};

const noCliffEdge: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "One more penny saved changes what each agency gets by a few pence at most.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tested by bisection",
  matters: "To anyone who measures: at a cliff edge the last penny is worth an argument, or a false report.",
  worlds: anyDeals,
  changes: worldsOf({ who: whole(0, 8), by: change(40) }),
  broken(rule, deal, { who, by }, unit) {
    const place = indexIn(deal, who);
    const positionsAt = (more: number) => rule(withStake(deal, who, ({ saves }) => ({ saves: saves + more })));
    const cliff = cliffBetween(0, by, positionsAt, farthest, 1, (2 * deal.length + 1) * unit);
    if (cliff === undefined) return undefined;
    const [before, after] = [cliff.from, cliff.to].map(positionsAt);
    const jumps = before.findIndex((position, other) => Math.abs(after[other] - position) === cliff.height);
    const share = `the share of ${nameAt(deal, jumps)} jumps by ${roundedText(cliff.height)}`;
    return `If ${nameAt(deal, place)} ${savesText(deal[place].saves + cliff.to)} and not a penny less, ${share}.`;
  },
  keeps: benefit,
  breaks: {
    name: "by benefit if the scheme saves at least twice its cost, else silo",
    rule: (deal) => (savingOf(deal) >= 2 * costOf(deal) ? byBenefit : silo)(deal),
  },
};

const savesText = (pence: number): string => {
  if (pence < 0) return `sees its bills rise by ${penceText(-pence)}`;
  return `saves ${penceText(pence)}`;
};

/** Laws of sharing about boundaries of agencies and thresholds in the rule. */
export const boundaries: readonly SharingLaw[] = [boundariesDoNotMatter, boundariesDoNotDecide, noCliffEdge];
