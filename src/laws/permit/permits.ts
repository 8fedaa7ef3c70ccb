import { sum } from "../../base/statistics.js";
import { leadAgency } from "../../funding/permit/lead-agency.js";
import { ringFenced } from "../../funding/permit/ring-fenced.js";
import { singleBudget } from "../../funding/permit/single-budget.js";
import { aPennyAParty } from "../law.js";
import { called, moreOrLess, penceText } from "../story.js";
import { wishes } from "../worlds/permits.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { type PermitLaw, tellWishes } from "./wishes.js";

const fenced = { name: "ring-fenced", rule: ringFenced };
const pooled = { name: "single budget of all", rule: singleBudget({ pooled: "all" }) };

const noMoreThanThereIs: PermitLaw = {
  id: "no-more-than-there-is",
  number: "L2",
  alias: "feasibility",
  says: "All together may spend no more than all together were given.",
  formula: "Σxᵢ ≤ Σ entitledᵢ, each xᵢ in whole pence",
  matters: "To the treasurer.",
  worlds: wishes,
  broken(rule, list) {
    const permitted = rule(list);
    const fraction = permitted.find((pence) => !Number.isInteger(pence));
    if (fraction !== undefined) return `The rule answers ${fraction}p, which is no whole penny.`;
    const over = sum(permitted) - sum(list.map(({ entitled }) => entitled));
    return over <= 0 ? undefined : `Together they may spend ${penceText(over)} more than there is.`;
  },
  tell: tellWishes,
  keeps: fenced,
  breaks: { name: "every wish is granted", rule: (list) => list.map(({ wished }) => wished) },
};

const noOverdraft: PermitLaw = {
  id: "no-overdraft",
  number: "L3",
  alias: "non-negativity",
  says: "Nobody may spend less than nothing, or more than it would.",
  formula: "0 ≤ xᵢ ≤ wishedᵢ",
  matters: "To whoever pays in for others.",
  worlds: wishes,
  broken(rule, list) {
    const permitted = rule(list);
    const place = permitted.findIndex((pence, at) => !(pence >= 0 && pence <= list[at].wished));
    return place < 0 ? undefined : `${called(list[place].agency)} is to spend ${penceText(permitted[place])}.`;
  },
  tell: tellWishes,
  keeps: fenced,
  breaks: { name: "all that was given must be spent", rule: (list) => list.map(({ entitled }) => entitled) },
};

const fences: PermitLaw = {
  id: "ring-fences-are-respected",
  number: "L4",
  alias: "purpose binding",
  says: "No more is spent on a purpose than was given for it.",
  formula: "Σ of spending on k ≤ Σ of entitlements for k",
  matters: "To whoever gave money for one thing and no other.",
  worlds: wishes,
  broken(rule, list) {
    const permitted = rule(list);
    for (const purpose of new Set(list.map((wish) => wish.purpose))) {
      const of = (amounts: readonly number[]) => sum(amounts.filter((_, at) => list[at].purpose === purpose));
      const over = of(permitted) - of(list.map(({ entitled }) => entitled));
      if (over > 0) return `On ${purpose} ${penceText(over)} more may be spent than was given for it.`;
    }
    return undefined;
  },
  tell: tellWishes,
  keeps: fenced,
  breaks: pooled,
};

const namesDoNotMatter: PermitLaw<{ readonly by: number }> = {
  id: "names-do-not-matter",
  number: "L6",
  alias: "anonymity",
  says: "What may be spent hangs on what was given and wished, not on who asks.",
  formula: "f(πd) = πf(d), where π renames the agencies",
  matters: "To whoever is not the lead.",
  allows: aPennyAParty,
  worlds: wishes,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, list, { by }) {
    const renamed = list.map((wish, place) => ({ ...wish, agency: list[(place + by) % list.length].agency }));
    const [before, after] = [rule(list), rule(renamed)];
    const who = before.findIndex((pence, place) => Math.abs(pence - after[place]) > list.length);
    return who < 0
      ? undefined
      : `Were ${called(list[who].agency)} called ${called(renamed[who].agency)}, it might spend ${penceText(after[who])} and not ${penceText(before[who])}.`;
  },
  tell: tellWishes,
  keeps: pooled,
  breaks: { name: "lead agency: the council", rule: leadAgency({ lead: "council" }) },
};

const moreHurtsNobody: PermitLaw<{ readonly who: number; readonly more: number }> = {
  id: "more-money-hurts-nobody",
  number: "L9",
  alias: "resource monotonicity",
  says: "When one is given more, no less may be spent in all.",
  formula: "entitledᵢ ↑ ⇒ Σxᵢ does not fall",
  matters: "To partners in one budget.",
  allows: aPennyAParty,
  worlds: wishes,
  changes: worldsOf({ who: whole(0, 3), more: thousands(1, 20) }),
  broken(rule, list, { who, more }) {
    const place = who % list.length;
    const richer = list.map((wish, at) => (at === place ? { ...wish, entitled: wish.entitled + more } : wish));
    const change = sum(rule(richer)) - sum(rule(list));
    return change >= -list.length
      ? undefined
      : `Given ${penceText(more)} more, ${called(list[place].agency)} and the others may spend ${moreOrLess(change)}.`;
  },
  tell: tellWishes,
  keeps: pooled,
  breaks: {
    name: "whoever is given more than £10,000 must ask first, and spends nothing",
    rule: (list) => list.map(({ entitled, wished }) => (entitled > 10_000_00 ? 0 : Math.min(entitled, wished))),
  },
};

const orderDoesNotMatter: PermitLaw<{ readonly by: number }> = {
  id: "order-does-not-matter",
  number: "L22",
  alias: "order independence",
  says: "It does not matter who asks first.",
  formula: "f(πd) = πf(d), where π moves the wishes about",
  matters: "To whoever asks last: a pot should not go to the first who comes.",
  allows: aPennyAParty,
  worlds: wishes,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, list, { by }) {
    const places = list.map((_, place) => (place + by) % list.length);
    const before = rule(list);
    const moved = rule(places.map((place) => list[place]));
    const who = before.findIndex((pence, place) => Math.abs(pence - moved[places.indexOf(place)]) > list.length);
    return who < 0
      ? undefined
      : `Asked in another order, ${called(list[who].agency)} may spend ${penceText(moved[places.indexOf(who)])} and not ${penceText(before[who])}.`;
  },
  tell: tellWishes,
  keeps: pooled,
  breaks: {
    name: "first come, first served",
    rule: (list) => {
      let left = sum(list.map(({ entitled }) => entitled));
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
  number: "L23",
  alias: "no waste",
  says: "No pound lies idle while somebody there has a use for it.",
  formula: "Σxᵢ = min(Σ wishedᵢ, Σ entitledᵢ)",
  matters: "To the public: this is what a ring-fence costs.",
  worlds: wishes,
  when: (list) => list.some(({ entitled }) => entitled > 0) && list.some(({ wished }) => wished > 0),
  broken(rule, list) {
    const usable = Math.min(sum(list.map(({ wished }) => wished)), sum(list.map(({ entitled }) => entitled)));
    const idle = usable - sum(rule(list));
    return idle <= 0 ? undefined : `${penceText(idle)} lies idle, and would have been of use.`;
  },
  tell: tellWishes,
  impossibleWith: {
    name: "what a fence is",
    laws: ["ring-fences-are-respected"],
    says: "where a purpose has more than it needs and another less, money lies idle or leaves its purpose.",
  },
  keeps: pooled,
  breaks: fenced,
};

/** Laws of what money may be spent on. */
export const permits: readonly PermitLaw[] = [
  noMoreThanThereIs,
  noOverdraft,
  fences,
  namesDoNotMatter,
  moreHurtsNobody,
  orderDoesNotMatter,
  noStrandedMoney,
];
