import { sum } from "../../base/mathematics/statistics.js";
import { leadAgency } from "../../funding/permit/lead-agency.js";
import { firstDiffering, pennyPerParty } from "../law.js";
import { nameAt, penceText, replacedText } from "../story.js";
import { wishes } from "../worlds/permits.js";
import { type Reordering, reordered, reorderings } from "../worlds/reorderings.js";
import { fenced, moneyOf, type PermitLaw, pooled } from "./wishes.js";

const noMoreThanThereIs: PermitLaw = {
  id: "no-more-than-there-is",
  alias: "feasibility",
  says: "The agencies may not spend more in total than they were given in total; an overspend carried over counts 0.",
  formula: "Σxᵢ ≤ Σ max(0, entitledᵢ)",
  matters: "To the treasurer.",
  worlds: wishes,
  broken(rule, list) {
    const over = sum(rule(list)) - sum(list.map(moneyOf));
    return over <= 0 ? undefined : `Together they may spend ${penceText(over)} more than there is.`;
  },
  keeps: fenced,
  breaks: { name: "every wish is granted", rule: (list) => list.map(({ wished }) => wished) },
};

const noOverdraft: PermitLaw = {
  id: "no-overdraft",
  alias: "non-negativity",
  says: "What an agency may spend is never below 0, and never more than it wishes to spend.",
  formula: "0 ≤ xᵢ ≤ wishedᵢ",
  matters: "To any agency that pays in for others.",
  worlds: wishes,
  broken(rule, list) {
    const permitted = rule(list);
    const place = permitted.findIndex((pence, at) => !(pence >= 0 && pence <= list[at].wished));
    return place < 0 ? undefined : `${nameAt(list, place)} is permitted ${penceText(permitted[place])}.`;
  },
  keeps: fenced,
  breaks: { name: "every agency spends all that it was given", rule: (list) => list.map(moneyOf) },
};

const fences: PermitLaw = {
  id: "ring-fences-are-respected",
  alias: "purpose binding",
  says: "No more may be spent on a purpose than was given for it.",
  formula: "Σ of spending on k ≤ Σ of entitlements for k",
  matters: "To any funder that gives money for one purpose only.",
  worlds: wishes,
  broken(rule, list) {
    const permitted = rule(list);
    for (const purpose of new Set(list.map((wish) => wish.purpose))) {
      const of = (amounts: readonly number[]) => sum(amounts.filter((_, at) => list[at].purpose === purpose));
      const over = of(permitted) - of(list.map(moneyOf));
      if (over > 0) return `On ${purpose}, ${penceText(over)} more may be spent than was given for it.`;
    }
    return undefined;
  },
  keeps: fenced,
  breaks: pooled,
};

const namesDoNotMatter: PermitLaw<Reordering> = {
  id: "names-do-not-matter",
  alias: "anonymity",
  says: "What may be spent depends on what was given and wished, not on the name of the agency.",
  formula: "f(πd) = πf(d), where π renames the agencies",
  matters: "To every agency that is not the lead.",
  allows: pennyPerParty,
  worlds: wishes,
  changes: reorderings,
  isStill: true,
  broken(rule, list, change, unit) {
    const agencies = [...new Set(list.map(({ agency }) => agency))];
    const places = reordered(agencies.length, change);
    const renamed = list.map((wish) => ({ ...wish, agency: agencies[places[agencies.indexOf(wish.agency)]] }));
    const [before, after] = [rule(list), rule(renamed)];
    const who = firstDiffering(before, after, unit);
    if (who === undefined) return undefined;
    const [name, other] = [nameAt(list, who), nameAt(renamed, who)];
    const amounts = replacedText(after[who], before[who]);
    return name === other
      ? `If other agencies exchange their names, ${name} may spend ${amounts}.`
      : `If ${name} were called ${other}, it could spend ${amounts}.`;
  },
  keeps: pooled,
  breaks: { name: "lead agency: the council", rule: leadAgency({ lead: "council" }) },
};

const orderDoesNotMatter: PermitLaw<Reordering> = {
  id: "order-does-not-matter",
  alias: "order independence",
  says: "The order in which the agencies ask does not matter.",
  formula: "f(πd) = πf(d), where π reorders the wishes",
  matters: "To the agency that asks last: money should not go to the first that asks.",
  allows: pennyPerParty,
  worlds: wishes,
  changes: reorderings,
  isStill: true,
  broken(rule, list, change, unit) {
    const places = reordered(list.length, change);
    const [before, after] = [rule(list), rule(places.map((place) => list[place]))];
    const back = list.map((_, place) => after[places.indexOf(place)]);
    const who = firstDiffering(before, back, unit);
    return who === undefined
      ? undefined
      : `In another order, ${nameAt(list, who)} may spend ${replacedText(back[who], before[who])}.`;
  },
  keeps: pooled,
  breaks: {
    name: "first come, first served",
    rule: (list) => {
      let left = Math.max(0, sum(list.map(({ entitled }) => entitled)));
      return list.map(({ wished }) => {
        const pence = Math.min(left, wished);
        left -= pence;
        return pence;
      });
    },
  },
};

const noStrandedMoney: PermitLaw = {
  id: "no-stranded-money",
  alias: "no waste",
  says: "No money lies idle while an agency has an unmet wish to spend.",
  formula: "Σxᵢ = min(Σ wishedᵢ, Σ entitledᵢ)",
  matters: "To the public: this is what a ring-fence costs.",
  worlds: wishes,
  when: (list) => list.some(({ entitled }) => entitled > 0) && list.some(({ wished }) => wished > 0),
  broken(rule, list, _change, unit) {
    const usable = Math.min(sum(list.map(({ wished }) => wished)), sum(list.map(({ entitled }) => entitled)));
    const idle = Math.max(0, usable) - sum(rule(list));
    return idle < list.length * unit && (unit > 1 || idle <= 0)
      ? undefined
      : `${penceText(idle)} lies idle that an agency would spend.`;
  },
  impossibleWith: {
    name: "the definition of a ring-fence",
    laws: ["ring-fences-are-respected"],
    says: "if one purpose has more than it needs and another has less, money lies idle or leaves its purpose.",
  },
  keeps: pooled,
  breaks: fenced,
};

/** Laws of rules for what money may be spent on. */
export const permits: readonly PermitLaw[] = [
  noMoreThanThereIs,
  noOverdraft,
  fences,
  namesDoNotMatter,
  orderDoesNotMatter,
  noStrandedMoney,
];
