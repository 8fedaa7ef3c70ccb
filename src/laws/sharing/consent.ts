import { byBenefit } from "../../funding/share/by-benefit.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { costOf } from "../../funding/share/gains.js";
import { silo } from "../../funding/share/silo.js";
import type { Impossibility } from "../law.js";
import { called, penceText } from "../story.js";
import { type Deal, deals, savingOf, surplusOf } from "../worlds/deals.js";
import { type SharingLaw, tellDeal } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };
const equal = { name: "equal shares", rule: equalNet };
const apartAsEver = { name: "silo", rule: silo };

/** The wrong-pockets trilemma: no rule has all three. */
const trilemma = (first: string, second: string): Impossibility => ({
  name: "the wrong-pockets trilemma",
  laws: [first, second],
  says: "if the council pays 1 and two others save 2 each, neither of the two is needed and each may keep its 2; but there are 3 in all, and the council has lost its 1.",
});

const noInvestorLoses: SharingLaw = {
  id: "no-investor-loses",
  number: "L12a",
  alias: "individual rationality of investors",
  says: "Nobody who pays for a scheme that works for the place ends up worse off.",
  formula: "cᵢ > 0 ⇒ xᵢ ≥ 0",
  matters: "To the one who is asked to pay: this is the wrong-pockets problem itself.",
  worlds: deals,
  broken: (rule, deal) => loser(rule(deal), deal, ({ pays }) => pays > 0),
  tell: tellDeal,
  impossibleWith: trilemma("surplus-is-shared-out", "only-the-needed-pay"),
  keeps: benefit,
  breaks: apartAsEver,
};

const nobodyLoses: SharingLaw = {
  id: "nobody-loses",
  number: "L12b",
  alias: "individual rationality",
  says: "Nobody at all ends up worse off by a scheme that works for the place.",
  formula: "xᵢ ≥ 0 for all i",
  matters: "To every signature: whoever loses has a reason to block.",
  worlds: deals,
  broken: (rule, deal) => loser(rule(deal), deal, () => true),
  tell: tellDeal,
  keeps: benefit,
  breaks: {
    name: "equal shares of the savings, each bearing its own costs",
    rule: (deal) => deal.map(({ pays }) => savingOf(deal) / deal.length - pays),
  },
};

const loser = (
  positions: readonly number[],
  deal: Deal,
  asks: (stake: Deal[number]) => boolean,
): string | undefined => {
  const place = positions.findIndex((position, who) => asks(deal[who]) && !(position >= 0));
  return place < 0
    ? undefined
    : `The place is ${penceText(surplusOf(deal))} better off; ${called(deal[place].agency)} ends ${penceText(Math.round(-positions[place]))} worse off than if it had done nothing.`;
};

/** What a group can gain alone: nothing unless all who pay are in it. */
const worthOf = (deal: Deal, isIn: (place: number) => boolean): number => {
  const inside = deal.filter((_, place) => isIn(place));
  return deal.some(({ pays }, place) => pays > 0 && !isIn(place)) ? 0 : Math.max(0, savingOf(inside) - costOf(deal));
};

const noGroupWouldLeave: SharingLaw = {
  id: "no-group-would-leave",
  number: "L13",
  alias: "core",
  says: "No group of agencies would do better by doing the scheme without the others.",
  formula: "Σ over T of xᵢ ≥ v(T) for every group T",
  matters: "To partnerships: those who could do as well alone will, one day.",
  worlds: deals,
  broken(rule, deal) {
    const positions = rule(deal);
    for (let group = 1; group < 2 ** deal.length; group++) {
      const isIn = (place: number): boolean => ((group >> place) & 1) === 1;
      const worth = worthOf(deal, isIn);
      const have = positions.reduce((sum, position, place) => sum + (isIn(place) ? position : 0), 0);
      // Rules in fractions of pence are allowed their last bits.
      if (have < worth - 1e-3) {
        const names = deal.filter((_, place) => isIn(place)).map(({ agency }) => called(agency));
        return `${names.join(" and ")} could have ${penceText(worth)} without the others, and ${names.length > 1 ? "end" : "ends"} with ${penceText(Math.round(have))}.`;
      }
    }
    return undefined;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: equal,
};

const onlyTheNeededPay: SharingLaw = {
  id: "only-the-needed-pay",
  number: "L16",
  alias: "no extortion of beneficiaries (the right to a free ride)",
  says: "Nobody is charged for a scheme that would have gone ahead without its money.",
  formula: "cᵢ = 0 and Σ over j≠i of bⱼ ≥ C ⇒ xᵢ ≥ bᵢ",
  matters: "To those who only gain: they may ask why they should pay for what happens anyway.",
  worlds: deals,
  when: (deal) => deal.some((stake) => isNeedless(deal, stake)),
  broken(rule, deal) {
    const positions = rule(deal);
    const place = deal.findIndex((stake, who) => isNeedless(deal, stake) && positions[who] < stake.saves - 1e-3);
    return place < 0
      ? undefined
      : `The others' savings would cover the bill, yet ${called(deal[place].agency)} is charged ${penceText(Math.round(deal[place].saves - positions[place]))}.`;
  },
  tell: tellDeal,
  impossibleWith: trilemma("surplus-is-shared-out", "no-investor-loses"),
  keeps: apartAsEver,
  breaks: benefit,
};

const isNeedless = (deal: Deal, { pays, saves }: Deal[number]): boolean =>
  pays === 0 && saves > 0 && savingOf(deal) - saves >= costOf(deal);

const goesAhead: SharingLaw = {
  id: "goes-ahead-when-it-is-worth-it",
  number: "L29",
  alias: "decision efficiency",
  says: "A scheme that works for the place is one that everybody would sign.",
  formula: "min xᵢ ≥ 0 ⇔ S ≥ 0",
  matters: "To the public: it is the prevention that never happens.",
  worlds: deals,
  broken(rule, deal) {
    const positions = rule(deal);
    const refuses = positions.findIndex((position) => !(position >= 0));
    return refuses < 0
      ? undefined
      : `The place would gain ${penceText(surplusOf(deal))}, but ${called(deal[refuses].agency)} would lose ${penceText(Math.round(-positions[refuses]))} and does not sign.`;
  },
  tell: tellDeal,
  impossibleWith: {
    name: "the Green–Laffont theorem",
    laws: ["surplus-is-shared-out", "no-shading"],
    says: "with two who gain, what makes everybody tell the truth about it leaves the bill short or over.",
  },
  keeps: benefit,
  breaks: apartAsEver,
};

/** Laws of sharing about who would sign. */
export const consent: readonly SharingLaw[] = [
  noInvestorLoses,
  nobodyLoses,
  noGroupWouldLeave,
  onlyTheNeededPay,
  goesAhead,
];
