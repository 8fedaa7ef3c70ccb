import { byBenefit } from "../../funding/share/by-benefit.js";
import { byInvestment } from "../../funding/share/by-investment.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { aPennyAParty } from "../law.js";
import { called, penceText } from "../story.js";
import { deals, surplusOf } from "../worlds/deals.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { indexIn, inProportion, poorer, type SharingLaw, tellDeal, tellTotals, withStake } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };
const equal = { name: "equal shares", rule: equalNet };

const dummy: SharingLaw = {
  id: "dummy",
  number: "L7",
  alias: "dummy player",
  says: "An agency that pays nothing and saves nothing gets nothing, and owes nothing.",
  formula: "bᵢ = cᵢ = 0 ⇒ xᵢ = 0",
  matters: "To those who do the work: a seat at the table is no stake in the scheme.",
  worlds: deals,
  broken(rule, deal) {
    const position = rule([...deal, { agency: "fire", pays: 0, saves: 0 }])[deal.length];
    return position === 0
      ? undefined
      : `Fire neither pays nor saves, and ${position > 0 ? "is given" : "is charged"} ${penceText(Math.abs(Math.round(position)))}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: equal,
};

const moreHurtsNobody: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "a-larger-saving-hurts-nobody",
  number: "L9",
  alias: "resource monotonicity",
  says: "When somebody's saving turns out larger, nobody ends with less.",
  formula: "bⱼ ↑ ⇒ no xᵢ falls",
  matters: "To partners: each should be glad of another's success.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  broken(rule, deal, { who, by }) {
    const [before, after] = [rule(deal), rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))];
    const loser = poorer(before, after);
    return loser === undefined
      ? undefined
      : `When ${called(deal[indexIn(deal, who)].agency)} saves ${penceText(by)} more, ${called(deal[loser].agency)} ends with ${penceText(Math.round(before[loser] - after[loser]))} less.`;
  },
  tell: tellDeal,
  keeps: equal,
  breaks: {
    name: "who saves most takes all that is gained",
    rule: (deal) => {
      const most = Math.max(...deal.map(({ saves }) => saves));
      const winner = deal.findIndex(({ saves }) => saves === most);
      return deal.map((_, place) => (place === winner ? surplusOf(deal) : 0));
    },
  },
};

const ownSavingHelps: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "saving-more-never-costs",
  number: "L10a",
  alias: "own-benefit monotonicity",
  says: "Whoever saves more does not end with less.",
  formula: "bᵢ ↑ ⇒ xᵢ does not fall",
  matters: "To the manager whose bills fall: success must not be dearer than failure.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const lost = rule(deal)[place] - rule(withStake(deal, who, ({ saves }) => ({ saves: saves + by })))[place];
    return lost <= deal.length
      ? undefined
      : `${called(deal[place].agency)} saves ${penceText(by)} more, and ends with ${penceText(Math.round(lost))} less.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: {
    name: "the less one saves, the larger one's share",
    rule: inProportion(({ saves }) => 1 / (1 + saves)),
  },
};

const noGoldPlating: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-gold-plating",
  number: "L10b",
  alias: "own-cost monotonicity",
  says: "Nobody ends with more by spending more on the same thing.",
  formula: "cᵢ ↑ ⇒ xᵢ does not rise",
  matters:
    "To whoever shares the bill: a rule that rewards spending gets spending. Standard unit costs mend it, not claimed ones.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  when: (deal, { who, by }) => deal[indexIn(deal, who)].pays > 0 && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const gained = rule(withStake(deal, who, ({ pays }) => ({ pays: pays + by })))[place] - rule(deal)[place];
    return gained <= deal.length
      ? undefined
      : `${called(deal[place].agency)} spends ${penceText(by)} more on the same thing, and ends ${penceText(Math.round(gained))} better off for it.`;
  },
  tell: tellTotals,
  keeps: benefit,
  breaks: { name: "by investment", rule: byInvestment },
};

const newPartnersHurtNobody: SharingLaw<{ readonly saves: number }> = {
  id: "a-new-partner-hurts-nobody",
  number: "L11",
  alias: "population monotonicity",
  says: "When somebody joins who saves and asks for nothing, nobody already there ends with less.",
  formula: "adding (b ≥ 0, c = 0) ⇒ no xᵢ falls",
  matters: "To places that want more partners: those inside should want them too.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ saves: thousands(0, 20) }),
  broken(rule, deal, { saves }) {
    const before = rule(deal);
    const loser = poorer(before, rule([...deal, { agency: "fire", pays: 0, saves }]).slice(0, deal.length));
    if (loser === undefined) return undefined;
    return `When Fire joins, which pays nothing and saves ${penceText(saves)}, ${called(deal[loser].agency)} no longer ends with ${penceText(Math.round(before[loser]))} but with less.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: equal,
};

/** Laws of sharing about who should gain by what. */
export const fairness: readonly SharingLaw[] = [
  dummy,
  moreHurtsNobody,
  ownSavingHelps,
  noGoldPlating,
  newPartnersHurtNobody,
];
