import { listed } from "../../base/problems/problem.js";
import { firstDiffering, pennyPerParty } from "../law.js";
import { moreOrLessText, nameAt, replacedText, timesText } from "../story.js";
import { anyDeals, type Deal, deals, oddDeals, surplusOf } from "../worlds/deals.js";
import { type Reordering, reordered, reorderings } from "../worlds/reorderings.js";
import { listsOf, oneOf, thousand, whole, worldsOf } from "../worlds/worlds.js";
import { benefit, equal, greenLaffont, type Positions, type SharingLaw, siloed, tellStakes } from "./deal.js";

const surplusIsShared: SharingLaw = {
  id: "surplus-is-shared-out",
  alias: "budget balance",
  says: "The amounts the agencies end with add up to all savings less all payments, to the penny.",
  formula: "Σxᵢ = Σbᵢ − Σcᵢ",
  matters: "To the treasurer: a rule that pays out more than there is needs a fund that no council approved.",
  worlds: oddDeals,
  broken(rule, deal) {
    const over = rule(deal).reduce((sum, position) => sum + position, 0) - surplusOf(deal);
    return over === 0 ? undefined : `Together they end with ${moreOrLessText(over)} than there is.`;
  },
  impossibleWith: greenLaffont("no-shading", "goes-ahead-when-it-is-worth-it"),
  keeps: equal,
  breaks: {
    name: "each agency gets its savings, and costs are ignored",
    rule: (deal) => deal.map(({ saves }) => saves),
  },
};

const amountsDoNotMatter: SharingLaw<{ readonly times: 2 | 3 | 10 }> = {
  id: "size-does-not-matter",
  alias: "homogeneity",
  says: "A deal that is several times as large is shared in the same proportions.",
  formula: "f(λd) = λ·f(d)",
  matters: "To small places, and to every place as prices rise: no amount in the rule should be fixed in pounds.",
  allows: pennyPerParty,
  worlds: anyDeals,
  changes: worldsOf({ times: oneOf<2 | 3 | 10>(2, 3, 10) }),
  broken(rule, deal, { times }, unit) {
    const larger = deal.map((stake) => ({ ...stake, pays: stake.pays * times, saves: stake.saves * times }));
    const scaled = rule(larger).map((position) => position / times);
    const before = rule(deal);
    const who = firstDiffering(before, scaled, unit);
    if (who === undefined) return undefined;
    const amounts = replacedText(scaled[who] * times, before[who] * times);
    return `With all amounts ${timesText(times)} as large, ${nameAt(deal, who)} ends with ${amounts}.`;
  },
  keeps: benefit,
  breaks: {
    name: "£500 to the first agency, the rest in equal shares",
    rule: (deal) => {
      const rest = Math.round((surplusOf(deal) - thousand / 2) / deal.length);
      return deal.map((_, place) => rest + (place === 0 ? thousand / 2 : 0));
    },
  },
};

const namesDoNotMatter: SharingLaw<Reordering> = {
  id: "names-do-not-matter",
  alias: "anonymity",
  says: "What an agency gets depends on what it pays and saves, not on its name.",
  formula: "f(πd) = πf(d), where π renames the agencies",
  matters: "To every agency that is not the lead: equal stakes should be treated equally.",
  allows: pennyPerParty,
  worlds: anyDeals,
  changes: reorderings,
  isStill: true,
  broken(rule, deal, change, unit) {
    const places = reordered(deal.length, change);
    const renamed = deal.map((stake, place) => ({ ...stake, agency: deal[places[place]].agency }));
    const [before, after] = [rule(deal), rule(renamed)];
    const who = firstDiffering(before, after, unit);
    if (who === undefined) return undefined;
    const [name, other] = [nameAt(deal, who), nameAt(renamed, who)];
    const amounts = replacedText(after[who], before[who]);
    return name === other
      ? `If ${namesWord(deal, places)} exchange their names, ${name} ends with ${amounts}.`
      : `If ${name} were called ${other}, it would end with ${amounts}.`;
  },
  keeps: benefit,
  breaks: { name: "the council gets the whole gain", rule: leadGetsAll(({ agency }) => agency === "council") },
};

/** The agencies that a new order moves, by name. */
const namesWord = (deal: Deal, places: readonly number[]): string =>
  listed(deal.flatMap((_, place) => (places[place] === place ? [] : [nameAt(deal, place)])));

const orderDoesNotMatter: SharingLaw<Reordering> = {
  id: "order-does-not-matter",
  alias: "order independence",
  says: "The order of the agencies does not matter.",
  formula: "f(πd) = πf(d), where π reorders the agencies",
  matters: "To the agency that signs last: money should not go to the first that signs.",
  allows: pennyPerParty,
  worlds: anyDeals,
  changes: reorderings,
  isStill: true,
  broken(rule, deal, change, unit) {
    const places = reordered(deal.length, change);
    const [before, after] = [rule(deal), rule(places.map((place) => deal[place]))];
    const back = deal.map((_, place) => after[places.indexOf(place)]);
    const who = firstDiffering(before, back, unit);
    return who === undefined
      ? undefined
      : `With the agencies in another order, ${nameAt(deal, who)} ends with ${replacedText(back[who], before[who])}.`;
  },
  keeps: benefit,
  breaks: { name: "the first agency in the list gets the whole gain", rule: leadGetsAll((_, place) => place === 0) },
};

const scheme = worldsOf({ pays: whole(0, 20), saves: whole(0, 20) });
const schemes = worldsOf({ other: listsOf(scheme, 1, 4) });

const bundlingDoesNotMatter: SharingLaw<{
  readonly other: readonly { readonly pays: number; readonly saves: number }[];
}> = {
  id: "bundling-does-not-matter",
  alias: "additivity",
  says: "Two schemes settled together give the same result as two schemes settled separately.",
  formula: "f(d + d′) = f(d) + f(d′)",
  matters: "To the authors of contracts: how schemes are grouped into contracts should not matter.",
  allows: pennyPerParty,
  worlds: deals,
  changes: {
    ...schemes,
    // Larger second schemes would give too many worlds.
    small: (upTo) => worldsOf({ other: listsOf(scheme, 1, 2) }).small(Math.min(upTo, 1)),
  },
  when: (deal, { other }) => surplusOf(deal) > 0 && surplusOf(secondOf(deal, other)) >= 0,
  broken(rule, deal, { other }, unit) {
    const second = secondOf(deal, other);
    const both = deal.map(({ agency, pays, saves }, place) => ({
      agency,
      pays: pays + second[place].pays,
      saves: saves + second[place].saves,
    }));
    const [one, two, together] = [rule(deal), rule(second), rule(both)];
    const alone = one.map((position, place) => position + two[place]);
    const who = firstDiffering(alone, together, unit);
    if (who === undefined) return undefined;
    const difference = moreOrLessText(together[who] - alone[who]);
    const stakes = `In a second scheme, ${tellStakes(second)}.`;
    return `${stakes} Settled together, ${nameAt(deal, who)} ends with ${difference} than from the two separately.`;
  },
  keeps: siloed,
  breaks: benefit,
};

/** A second deal of the same agencies. An agency beyond the list `other` pays and saves 0. */
const secondOf = (deal: Deal, other: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  deal.map(({ agency }, place) => ({
    agency,
    pays: (other[place]?.pays ?? 0) * thousand,
    saves: (other[place]?.saves ?? 0) * thousand,
  }));

function leadGetsAll(isLead: (stake: Deal[number], place: number) => boolean): (deal: Deal) => Positions {
  return (deal) => {
    const lead = Math.max(0, deal.findIndex(isLead));
    return deal.map((_, place) => (place === lead ? surplusOf(deal) : 0));
  };
}

/** Laws of sharing about the books, names, order and bundles. */
export const balance: readonly SharingLaw[] = [
  surplusIsShared,
  amountsDoNotMatter,
  namesDoNotMatter,
  bundlingDoesNotMatter,
  orderDoesNotMatter,
];
