import { largestOf } from "../../base/largest.js";
import { byBenefit } from "../../funding/share/by-benefit.js";
import { byInvestment } from "../../funding/share/by-investment.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { pennyPerParty } from "../law.js";
import { nameAt, penceText, roundedText } from "../story.js";
import { deals, surplusOf } from "../worlds/deals.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { firstWorseOff, indexIn, inProportion, type SharingLaw, tellDeal, tellTotals, withStake } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };
const equal = { name: "equal shares", rule: equalNet };

const dummy: SharingLaw = {
  id: "dummy",
  alias: "dummy player",
  says: "An agency that pays nothing and saves nothing gets nothing and owes nothing.",
  formula: "bᵢ = cᵢ = 0 ⇒ xᵢ = 0",
  matters: "To the agencies that do the work: a seat at the table is not a stake in the scheme.",
  worlds: deals,
  broken(rule, deal) {
    const position = rule([...deal, { agency: "fire", pays: 0, saves: 0 }])[deal.length];
    if (position === 0) return undefined;
    const charge = `${position > 0 ? "is given" : "is charged"} ${roundedText(Math.abs(position))}`;
    return `Fire neither pays nor saves, yet ${charge}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: equal,
};

const moreHurtsNobody: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "a-larger-saving-hurts-nobody",
  alias: "resource monotonicity",
  says: "If one agency saves more, no agency ends with less.",
  formula: "bⱼ ↑ ⇒ no xᵢ falls",
  matters: "To partners: each should welcome the success of another.",
  allows: pennyPerParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  broken(rule, deal, { who, by }) {
    const [before, after] = [rule(deal), rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))];
    const loser = firstWorseOff(before, after);
    if (loser === undefined) return undefined;
    const [saver, lost] = [nameAt(deal, indexIn(deal, who)), roundedText(before[loser] - after[loser])];
    return `If ${saver} saves ${penceText(by)} more, ${nameAt(deal, loser)} ends with ${lost} less.`;
  },
  tell: tellDeal,
  keeps: equal,
  breaks: {
    name: "the agency that saves most gets the whole gain",
    rule: (deal) => {
      const most = largestOf(deal.map(({ saves }) => saves));
      const winner = deal.findIndex(({ saves }) => saves === most);
      return deal.map((_, place) => (place === winner ? surplusOf(deal) : 0));
    },
  },
};

const ownSavingHelps: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "saving-more-never-costs",
  alias: "own-benefit monotonicity",
  says: "An agency that saves more does not end with less.",
  formula: "bᵢ ↑ ⇒ xᵢ does not fall",
  matters: "To the manager whose bills fall: success should not cost more than failure.",
  allows: pennyPerParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const lost = rule(deal)[place] - rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))[place];
    return lost <= deal.length
      ? undefined
      : `${nameAt(deal, place)} saves ${penceText(by)} more, yet ends with ${roundedText(lost)} less.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: {
    name: "in inverse proportion to savings",
    rule: inProportion(({ saves }) => 1 / (1 + saves)),
  },
};

const noGoldPlating: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-gold-plating",
  alias: "own-cost monotonicity",
  says: "No agency ends with more by spending more on the same thing.",
  formula: "cᵢ ↑ ⇒ xᵢ does not rise",
  matters: "To every agency that shares the bill: rewarded spending grows. Use standard unit costs, not claimed costs.",
  allows: pennyPerParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  when: (deal, { who, by }) => deal[indexIn(deal, who)].pays > 0 && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const gained = rule(withStake(deal, who, ({ pays }) => ({ pays: pays + by })))[place] - rule(deal)[place];
    if (gained <= deal.length) return undefined;
    const spending = `${nameAt(deal, place)} spends ${penceText(by)} more on the same thing`;
    return `${spending}, and ends ${roundedText(gained)} better off for it.`;
  },
  tell: tellTotals,
  keeps: benefit,
  breaks: { name: "by investment", rule: byInvestment },
};

const newPartnersHurtNobody: SharingLaw<{ readonly saves: number }> = {
  id: "a-new-partner-hurts-nobody",
  alias: "population monotonicity",
  says: "If an agency joins that pays nothing and saves 0 or more, no existing partner ends with less.",
  formula: "adding (b ≥ 0, c = 0) ⇒ no xᵢ falls",
  matters: "To places that want more partners: the existing partners should want them too.",
  allows: pennyPerParty,
  worlds: deals,
  changes: worldsOf({ saves: thousands(0, 20) }),
  broken(rule, deal, { saves }) {
    const before = rule(deal);
    const loser = firstWorseOff(before, rule([...deal, { agency: "fire", pays: 0, saves }]).slice(0, deal.length));
    if (loser === undefined) return undefined;
    const end = `${nameAt(deal, loser)} ends with less than ${roundedText(before[loser])}`;
    return `If Fire joins, which pays nothing and saves ${penceText(saves)}, ${end}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: equal,
};

/** Laws of sharing about how gains respond to savings and costs. */
export const fairness: readonly SharingLaw[] = [
  dummy,
  moreHurtsNobody,
  ownSavingHelps,
  noGoldPlating,
  newPartnersHurtNobody,
];
