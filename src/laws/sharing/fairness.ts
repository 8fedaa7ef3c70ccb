import { largestOf } from "../../base/mathematics/largest.js";
import { byInvestment } from "../../funding/share/by-investment.js";
import { pennyPerParty } from "../law.js";
import { nameAt, penceText, roundedText } from "../story.js";
import { agencyNames, change, mostPence } from "../worlds/amounts.js";
import { anyDeals, type Deal, gainingDeals, surplusOf } from "../worlds/deals.js";
import { isWholeIn, thousands, whole, worldsOf } from "../worlds/worlds.js";
import { benefit, equal, firstWorseOff, indexIn, inProportion, type SharingLaw, withStake } from "./deal.js";

const dummy: SharingLaw<{ readonly at: number }> = {
  id: "dummy",
  alias: "dummy player",
  says: "An agency that pays nothing and saves nothing gets nothing and owes nothing.",
  formula: "bᵢ = cᵢ = 0 ⇒ xᵢ = 0",
  matters: "To the agencies that do the work: a seat at the table is not a stake in the scheme.",
  worlds: anyDeals,
  changes: worldsOf({ at: whole(0, 8) }),
  isStill: true,
  broken(rule, deal, { at }, unit) {
    const joined = hasDummy(deal) ? deal : withDummy(deal, at % (deal.length + 1));
    const positions = rule(joined);
    // A rule in whole pounds gives the odd pence to somebody.
    const slack = joined.length * (unit - 1);
    const place = joined.findIndex(
      ({ pays, saves }, who) => pays === 0 && saves === 0 && Math.abs(positions[who]) > slack,
    );
    if (place < 0) return undefined;
    const charge = `${positions[place] > 0 ? "is given" : "is charged"} ${roundedText(Math.abs(positions[place]))}`;
    return `${nameAt(joined, place)} neither pays nor saves, yet ${charge}.`;
  },
  keeps: benefit,
  breaks: equal,
};

const hasDummy = (deal: Deal): boolean => deal.some(({ pays, saves }) => pays === 0 && saves === 0);

/** A deal that another agency joins, under a name that is not in it yet. */
const withDummy = (deal: Deal, at: number, saves = 0): Deal => {
  const agency = agencyNames.find((name) => !deal.some((stake) => stake.agency === name)) ?? "another agency";
  return [...deal.slice(0, at), { agency, pays: 0, saves }, ...deal.slice(at)];
};

const moreHurtsNobody: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "a-larger-saving-hurts-nobody",
  alias: "resource monotonicity",
  says: "If one agency saves more, no agency ends with less.",
  formula: "bⱼ ↑ ⇒ no xᵢ falls",
  matters: "To partners: each should welcome the success of another.",
  allows: pennyPerParty,
  worlds: anyDeals,
  changes: worldsOf({ who: whole(0, 8), by: change(20) }),
  broken(rule, deal, { who, by }, unit) {
    const [before, after] = [rule(deal), rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))];
    const loser = firstWorseOff(before, after, unit);
    if (loser === undefined) return undefined;
    const [saver, lost] = [nameAt(deal, indexIn(deal, who)), roundedText(before[loser] - after[loser])];
    return `If ${saver} saves ${penceText(by)} more, ${nameAt(deal, loser)} ends with ${lost} less.`;
  },
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
  worlds: anyDeals,
  changes: worldsOf({ who: whole(0, 8), by: change(20) }),
  broken(rule, deal, { who, by }, unit) {
    const place = indexIn(deal, who);
    const lost = rule(deal)[place] - rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))[place];
    return lost <= deal.length * unit
      ? undefined
      : `${nameAt(deal, place)} saves ${penceText(by)} more, yet ends with ${roundedText(lost)} less.`;
  },
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
  worlds: gainingDeals,
  changes: worldsOf({ who: whole(0, 8), by: change(20) }),
  when: (deal, { who, by }) => deal[indexIn(deal, who)].pays > 0 && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }, unit) {
    const place = indexIn(deal, who);
    const gained = rule(withStake(deal, who, ({ pays }) => ({ pays: pays + by })))[place] - rule(deal)[place];
    if (gained <= deal.length * unit) return undefined;
    const spending = `${nameAt(deal, place)} spends ${penceText(by)} more on the same thing`;
    return `${spending}, and ends ${roundedText(gained)} better off for it.`;
  },
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
  worlds: anyDeals,
  changes: worldsOf({ saves: { ...change(20), small: thousands(0, 20).small, has: isWholeIn(0, mostPence) } }),
  broken(rule, deal, { saves }, unit) {
    const joined = withDummy(deal, deal.length, saves);
    const before = rule(deal);
    const loser = firstWorseOff(before, rule(joined).slice(0, deal.length), unit);
    if (loser === undefined) return undefined;
    const end = `${nameAt(deal, loser)} ends with less than ${roundedText(before[loser])}`;
    return `If ${nameAt(joined, deal.length)} joins, which pays nothing and saves ${penceText(saves)}, ${end}.`;
  },
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
