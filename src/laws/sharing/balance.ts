import { byBenefit } from "../../funding/share/by-benefit.js";
import { equalNet } from "../../funding/share/equal-net.js";
import { silo } from "../../funding/share/silo.js";
import { aPennyAParty } from "../law.js";
import { called, moreOrLess, penceText, timesAs } from "../story.js";
import { type Deal, deals, oddDeals, surplusOf } from "../worlds/deals.js";
import { listsOf, oneOf, thousand, whole, worldsOf } from "../worlds/worlds.js";
import { firstDifferingPosition, type Positions, type SharingLaw, tellDeal } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };

const surplusIsShared: SharingLaw = {
  id: "surplus-is-shared-out",
  number: "L2",
  alias: "budget balance",
  says: "What the agencies end up with is what they saved less what they paid, to the penny.",
  formula: "Σxᵢ = Σbᵢ − Σcᵢ, each xᵢ in whole pence",
  matters: "To the treasurer: a rule that hands out more than there is needs a fund nobody voted for.",
  worlds: oddDeals,
  broken(rule, deal) {
    const positions = rule(deal);
    if (positions.length !== deal.length) return `The rule answers for ${positions.length} of ${deal.length} agencies.`;
    const fraction = positions.findIndex((position) => !Number.isInteger(position));
    if (fraction >= 0)
      return `${called(deal[fraction].agency)} ends with ${positions[fraction]}p, which is no whole penny.`;
    const over = positions.reduce((sum, position) => sum + position, 0) - surplusOf(deal);
    return over === 0 ? undefined : `Together they end up with ${moreOrLess(over)} than there is.`;
  },
  tell: tellDeal,
  impossibleWith: {
    name: "the Green–Laffont theorem",
    laws: ["no-shading", "goes-ahead-when-it-is-worth-it"],
    says: "with two who gain, what makes everybody tell the truth about it leaves the bill short or over.",
  },
  keeps: { name: "equal shares", rule: equalNet },
  breaks: { name: "savings kept and costs forgotten", rule: (deal) => deal.map(({ saves }) => saves) },
};

const amountsDoNotMatter: SharingLaw<{ readonly times: 2 | 3 | 10 }> = {
  id: "size-does-not-matter",
  number: "L5",
  alias: "homogeneity",
  says: "A deal ten times as large is shared in the same proportions.",
  formula: "f(λd) = λ·f(d)",
  matters: "To small places, and to everybody as prices rise: no sum in the rule may be fixed in pounds.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ times: oneOf<2 | 3 | 10>(2, 3, 10) }),
  broken(rule, deal, { times }) {
    const larger = deal.map((stake) => ({ ...stake, pays: stake.pays * times, saves: stake.saves * times }));
    const scaled = rule(larger).map((position) => position / times);
    const before = rule(deal);
    const who = firstDifferingPosition(before, scaled);
    return who === undefined
      ? undefined
      : `With all amounts ${timesAs(times)} as large, ${called(deal[who].agency)} ends with ${penceText(Math.round(scaled[who] * times))}, and not ${penceText(Math.round(before[who] * times))}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: {
    name: "a fee of £500 to the first, the rest shared equally",
    rule: (deal) => {
      const rest = (surplusOf(deal) - thousand / 2) / deal.length;
      return deal.map((_, place) => rest + (place === 0 ? thousand / 2 : 0));
    },
  },
};

const namesDoNotMatter: SharingLaw<{ readonly by: number }> = {
  id: "names-do-not-matter",
  number: "L6",
  alias: "anonymity",
  says: "What an agency gets hangs on what it pays and saves, not on what it is called.",
  formula: "f(πd) = πf(d), where π renames the agencies",
  matters: "To whoever is not the lead: equal stakes should be treated equally.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, deal, { by }) {
    const renamed = deal.map((stake, place) => ({ ...stake, agency: deal[(place + by) % deal.length].agency }));
    const [before, after] = [rule(deal), rule(renamed)];
    const who = firstDifferingPosition(before, after);
    return who === undefined
      ? undefined
      : `Were ${called(deal[who].agency)} called ${called(renamed[who].agency)}, it would end with ${penceText(Math.round(after[who]))} and not ${penceText(Math.round(before[who]))}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: { name: "the council keeps all that is gained", rule: leadKeeps(({ agency }) => agency === "council") },
};

const orderDoesNotMatter: SharingLaw<{ readonly by: number }> = {
  id: "order-does-not-matter",
  number: "L22",
  alias: "order independence",
  says: "It does not matter who is first in the list.",
  formula: "f(πd) = πf(d), where π moves the agencies about",
  matters: "To whoever signs last: money should not go to the first who comes.",
  allows: aPennyAParty,
  worlds: deals,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, deal, { by }) {
    const places = deal.map((_, place) => (place + by) % deal.length);
    const before = rule(deal);
    const moved = rule(places.map((place) => deal[place]));
    const back = deal.map((_, place) => moved[places.indexOf(place)]);
    const who = firstDifferingPosition(before, back);
    return who === undefined
      ? undefined
      : `With the agencies in another order, ${called(deal[who].agency)} ends with ${penceText(Math.round(back[who]))} and not ${penceText(Math.round(before[who]))}.`;
  },
  tell: tellDeal,
  keeps: benefit,
  breaks: { name: "the first in the list keeps all that is gained", rule: leadKeeps((_, place) => place === 0) },
};

const scheme = worldsOf({ pays: whole(0, 20), saves: whole(0, 20) });

const bundlingDoesNotMatter: SharingLaw<{
  readonly other: readonly { readonly pays: number; readonly saves: number }[];
}> = {
  id: "bundling-does-not-matter",
  number: "L8",
  alias: "additivity",
  says: "Two schemes settled together come to the same as each settled by itself.",
  formula: "f(d + d′) = f(d) + f(d′)",
  matters: "To whoever writes the contract: nobody should gain by what is put into one and what is left out.",
  allows: aPennyAParty,
  worlds: deals,
  changes: {
    random: worldsOf({ other: listsOf(scheme, 1, 4) }).random,
    small: (upTo) => worldsOf({ other: listsOf(scheme, 1, 2) }).small(Math.min(upTo, 1)), // there are too many others
  },
  when: (deal, { other }) => surplusOf(deal) > 0 && surplusOf(secondOf(deal, other)) >= 0,
  broken(rule, deal, { other }) {
    const second = secondOf(deal, other);
    const both = deal.map(({ agency, pays, saves }, place) => ({
      agency,
      pays: pays + second[place].pays,
      saves: saves + second[place].saves,
    }));
    const [one, two, together] = [rule(deal), rule(second), rule(both)];
    const alone = one.map((position, place) => position + two[place]);
    const who = firstDifferingPosition(alone, together);
    return who === undefined
      ? undefined
      : `Settled with a second scheme, ${called(deal[who].agency)} ends ${moreOrLess(Math.round(together[who] - alone[who]))} than from the two apart.`;
  },
  tell: tellDeal,
  keeps: { name: "silo", rule: silo },
  breaks: benefit,
};

/** A second deal of the same agencies: those it says nothing of have no part in it. */
const secondOf = (deal: Deal, other: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  deal.map(({ agency }, place) => ({
    agency,
    pays: (other[place]?.pays ?? 0) * thousand,
    saves: (other[place]?.saves ?? 0) * thousand,
  }));

function leadKeeps(isLead: (stake: Deal[number], place: number) => boolean): (deal: Deal) => Positions {
  return (deal) => {
    const lead = Math.max(0, deal.findIndex(isLead));
    return deal.map((_, place) => (place === lead ? surplusOf(deal) : 0));
  };
}

/** Laws of sharing that keep the books, and know nobody by name. */
export const balance: readonly SharingLaw[] = [
  surplusIsShared,
  amountsDoNotMatter,
  namesDoNotMatter,
  bundlingDoesNotMatter,
  orderDoesNotMatter,
];
