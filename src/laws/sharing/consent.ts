import { power } from "../../base/mathematics/power.js";
import { costOf } from "../../funding/share/gains.js";
import { type Impossibility, pennyPerParty } from "../law.js";
import { capitalised, nameAt, penceText, roundedText } from "../story.js";
import { type Deal, deals, losingDeals, savingOf, surplusOf } from "../worlds/deals.js";
import { which } from "../worlds/worlds.js";
import { benefit, equal, greenLaffont, type SharingLaw, siloed } from "./deal.js";

/** The wrong-pockets trilemma: no rule keeps all three laws. `laws` are the other two. */
const trilemma = (...laws: readonly string[]): Impossibility => ({
  name: "the wrong-pockets trilemma",
  laws,
  says: [
    "if the council pays 1 and two others save 2 each, neither of them is needed and each keeps its 2.",
    "But the gain is only 3, so the council loses its 1.",
  ].join(" "),
});

const noInvestorLoses: SharingLaw = {
  id: "no-investor-loses",
  alias: "individual rationality of investors",
  says: "No agency that pays for a scheme that works for the place ends worse off.",
  formula: "cᵢ > 0 ⇒ xᵢ ≥ 0",
  matters: "To the agency that is asked to pay: this is the wrong-pockets problem itself.",
  worlds: deals,
  broken: (rule, deal) => loser(rule(deal), deal, ({ pays }) => pays > 0),
  impossibleWith: trilemma("surplus-is-shared-out", "only-the-needed-pay"),
  keeps: benefit,
  breaks: siloed,
};

const nobodyLoses: SharingLaw = {
  id: "nobody-loses",
  alias: "individual rationality",
  says: "No agency at all ends worse off from a scheme that works for the place.",
  formula: "xᵢ ≥ 0 for all i",
  matters: "To every signature: an agency that loses has a reason to block the scheme.",
  worlds: deals,
  broken: (rule, deal) => loser(rule(deal), deal, () => true),
  keeps: benefit,
  breaks: {
    name: "equal shares of the savings, while each agency bears its own costs",
    rule: (deal) => deal.map(({ pays }) => Math.round(savingOf(deal) / deal.length) - pays),
  },
};

const loser = (
  positions: readonly number[],
  deal: Deal,
  isProtected: (stake: Deal[number]) => boolean,
): string | undefined => {
  const place = positions.findIndex((position, who) => isProtected(deal[who]) && !(position >= 0));
  if (place < 0) return undefined;
  const loss = `${nameAt(deal, place)} ends ${roundedText(-positions[place])} worse off`;
  return `The place is ${penceText(surplusOf(deal))} better off; ${loss} than if it had done nothing.`;
};

/** What a group can gain alone, in pence: 0 unless every agency that pays is in it. */
const gainAlone = (deal: Deal, isIn: (place: number) => boolean): number => {
  const inside = deal.filter((_, place) => isIn(place));
  return deal.some(({ pays }, place) => pays > 0 && !isIn(place)) ? 0 : Math.max(0, savingOf(inside) - costOf(deal));
};

const noGroupWouldLeave: SharingLaw = {
  id: "no-group-would-leave",
  alias: "core",
  says: "No group of agencies would be better off without the others, doing the scheme alone or doing nothing.",
  formula: "Σ over T of xᵢ ≥ v(T) for every group T",
  matters: "To partnerships: a group that could do better alone will leave one day.",
  worlds: which(deals, (deal) => deal.every(({ saves }) => saves >= 0)),
  allows: pennyPerParty,
  broken(rule, deal, _change, unit) {
    const positions = rule(deal);
    for (let group = 1; group < power(2, deal.length); group++) {
      const isIn = (place: number): boolean => ((group >> place) & 1) === 1;
      const alone = gainAlone(deal, isIn);
      const total = positions.reduce((sum, position, place) => sum + (isIn(place) ? position : 0), 0);
      if (total < alone - deal.length * unit) {
        const names = deal.filter((_, place) => isIn(place)).map(({ agency }) => capitalised(agency));
        const end = `${names.length > 1 ? "end" : "ends"} with ${roundedText(total)}`;
        return `${names.join(" and ")} could have ${penceText(alone)} without the others, but ${end}.`;
      }
    }
    return undefined;
  },
  keeps: benefit,
  breaks: equal,
};

/** True if an agency pays nothing and the savings of the others cover the cost. */
const isNeedless = (deal: Deal, { pays, saves }: Deal[number]): boolean =>
  pays === 0 && saves > 0 && savingOf(deal) - saves >= costOf(deal);

const onlyTheNeededPay: SharingLaw = {
  id: "only-the-needed-pay",
  alias: "no extortion of beneficiaries (the right to a free ride)",
  says: "An agency that pays nothing is not charged if the savings of the others cover the cost.",
  formula: "cᵢ = 0 and Σ over j≠i of bⱼ ≥ C ⇒ xᵢ ≥ bᵢ",
  matters: "To agencies that only gain: they may ask why they should pay for a scheme that would happen anyway.",
  worlds: which(deals, (deal) => deal.some((stake) => isNeedless(deal, stake))),
  broken(rule, deal) {
    const positions = rule(deal);
    const place = deal.findIndex((stake, who) => isNeedless(deal, stake) && positions[who] < stake.saves);
    if (place < 0) return undefined;
    const charge = roundedText(deal[place].saves - positions[place]);
    return `The others' savings would cover the cost, yet ${nameAt(deal, place)} is charged ${charge}.`;
  },
  impossibleWith: trilemma("surplus-is-shared-out", "no-investor-loses"),
  keeps: siloed,
  breaks: benefit,
};

const goesAhead: SharingLaw = {
  id: "goes-ahead-when-it-is-worth-it",
  alias: "decision efficiency",
  says: "Every agency would sign a scheme that works for the place.",
  formula: "S > 0 ⇒ min xᵢ ≥ 0",
  matters: "To the public: a refusal means prevention that never happens.",
  worlds: deals,
  broken(rule, deal) {
    const positions = rule(deal);
    const refuses = positions.findIndex((position) => !(position >= 0));
    if (refuses < 0) return undefined;
    const loss = `${nameAt(deal, refuses)} would lose ${roundedText(-positions[refuses])} and does not sign`;
    return `The place would gain ${penceText(surplusOf(deal))}, but ${loss}.`;
  },
  impossibleWith: greenLaffont("surplus-is-shared-out", "no-shading"),
  keeps: benefit,
  breaks: siloed,
};

const losersAreMadeWhole: SharingLaw = {
  id: "losers-are-made-whole",
  alias: "compensation of losers",
  says: "No agency whose bills rise ends worse off from a scheme that works for the place.",
  formula: "bᵢ < 0 and S ≥ 0 ⇒ xᵢ ≥ 0",
  matters: "To the hospital that loses income, or the service that others' clients turn to: it can block the scheme.",
  worlds: which(deals, (deal) => deal.some(({ saves }) => saves < 0)),
  broken: (rule, deal) => loser(rule(deal), deal, ({ saves }) => saves < 0),
  keeps: equal,
  breaks: siloed,
};

const lossesEnrichNobody: SharingLaw = {
  id: "a-loss-enriches-nobody",
  alias: "monotone loss sharing",
  says: "If the place loses by a scheme, no agency ends with more than its own savings less what it pays.",
  formula: "S < 0 ⇒ xᵢ ≤ max(0, bᵢ − cᵢ)",
  matters: "To the agencies that bear the loss: a rule should not pay anybody for a failure.",
  allows: pennyPerParty,
  worlds: losingDeals,
  broken(rule, deal, _change, unit) {
    const positions = rule(deal);
    const place = deal.findIndex(
      ({ pays, saves }, who) => positions[who] > Math.max(0, saves - pays) + deal.length * unit,
    );
    if (place < 0) return undefined;
    const gain = `${nameAt(deal, place)} ends ${roundedText(positions[place])} better off`;
    return `The place loses ${penceText(-surplusOf(deal))}; ${gain} than if it had done nothing.`;
  },
  keeps: siloed,
  breaks: {
    name: "the first agency gets twice the loss, the others bear it",
    rule: (deal) => {
      const surplus = surplusOf(deal);
      const rest = Math.round((surplus < 0 ? 3 * surplus : 0) / (deal.length - 1));
      return deal.map((_, place) => (place === 0 ? (surplus < 0 ? -2 * surplus : surplus) : rest));
    },
  },
};

/** Laws of sharing about which agencies would sign. */
export const consent: readonly SharingLaw[] = [
  noInvestorLoses,
  nobodyLoses,
  losersAreMadeWhole,
  lossesEnrichNobody,
  noGroupWouldLeave,
  onlyTheNeededPay,
  goesAhead,
];
