import { matched } from "../../funding/allocate/matched.js";
import { needsFormula } from "../../funding/allocate/needs-formula.js";
import type { Allocate, Recipient } from "../../funding/rule.js";
import { pennyPerParty } from "../law.js";
import { amountText, moreOrLessText, nameAt, penceText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { pots } from "../worlds/pots.js";
import { oneOf, whole, worldsOf } from "../worlds/worlds.js";
import { type AllocateLaw, byPeople, tellMoney, withRecipient } from "./pot.js";

/** A law: if one figure of a place rises, its grant does not move in the direction that the law forbids. */
const figureLaw = (
  field: "need" | "resources" | "own" | "spent",
  forbidden: "more" | "less",
  words: Pick<AllocateLaw, "id" | "alias" | "says" | "matters" | "ifNoneKeeps" | "keeps" | "breaks"> & {
    readonly does: (by: number) => string;
  },
): AllocateLaw<{ readonly who: number; readonly by: number }> => ({
  ...words,
  formula: `${field}ᵢ ↑ ⇒ xᵢ does not ${forbidden === "more" ? "rise" : "fall"}`,
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 8), by: field === "need" ? oneOf(0.5, 1, 0.1) : change(20) }),
  when: ({ recipients }, { by }) => field !== "need" || recipients.every(({ need }) => need + by <= 10),
  broken(rule, world, { who, by }, unit) {
    const place = who % world.recipients.length;
    const raised = withRecipient(world, who, (each) => ({ [field]: each[field] + by }));
    const gained = rule(raised)[place] - rule(world)[place];
    if ((forbidden === "more" ? gained : -gained) <= world.recipients.length * unit) return undefined;
    return `${nameAt(world.recipients, place)} ${words.does(by)}, and is given ${moreOrLessText(gained)}.`;
  },
  ...(field === "spent" && { tell: tellMoney }),
});

/** Rounded shares of a pot in proportion to a weight of each recipient. */
const inProportion =
  (weightOf: (of: Recipient) => number): Allocate =>
  ({ pot, recipients }) => {
    const weights = recipients.map(weightOf);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (all > 0 ? Math.round((pot * weight) / all) : 0));
  };

const overspendingIsNotRewarded = figureLaw("spent", "more", {
  id: "overspending-is-not-rewarded",
  alias: "no reward for spending",
  says: "If a place spends more this year, its grant is not larger.",
  matters: "To places that stay within their budgets, or save.",
  ifNoneKeeps: "None of ours reads what a place spent, so none is tested by it. It is for rules of your own that do.",
  keeps: {
    name: "by people, less where more is spent",
    rule: inProportion(({ people, spent }) => people / (100 + spent)),
  },
  breaks: { name: "in proportion to spending", rule: inProportion(({ spent }) => spent) },
  does: (by) => `spends ${penceText(by)} more`,
});

const needierNeverLess = figureLaw("need", "less", {
  id: "needier-places-never-get-less",
  alias: "monotonicity in need",
  says: "If the need per person of a place is larger, its grant is not smaller.",
  matters: "To the people who need most.",
  keeps: { name: "needs formula", rule: needsFormula({}) },
  breaks: { name: "by people divided by need", rule: inProportion(({ people, need }) => people / need) },
  does: (by) => `has ${amountText(by)} more need per person`,
});

const richerNeverMore = figureLaw("resources", "more", {
  id: "richer-places-never-get-more",
  alias: "equalisation",
  says: "If a place can raise more by itself, its grant is not larger.",
  matters: "To poorer places: a grant should not follow wealth.",
  keeps: { name: "needs formula less resources", rule: needsFormula({ resources: 1 }) },
  breaks: {
    name: "by people, more where more can be raised",
    rule: inProportion(({ people, resources }) => people * (1 + resources / 10_000_00)),
  },
  does: (by) => `can raise ${penceText(by)} more by itself`,
});

const ownEffort = figureLaw("own", "less", {
  id: "own-effort-is-not-punished",
  alias: "monotonicity in own money",
  says: "If a place puts in more of its own money, its grant is not smaller.",
  matters: "To places that make an effort of their own.",
  keeps: { name: "matched, pound for pound, up to £5,000", rule: matched({ poundsPerPound: 1, capPounds: 5000 }) },
  breaks: {
    name: "by people, less where more is put in",
    rule: inProportion(({ people, own }) => people / (1 + own / 10_000_00)),
  },
  does: (by) => `puts in ${penceText(by)} more of its own`,
});

const needCounts: AllocateLaw<{ readonly who: number }> = {
  id: "need-counts",
  alias: "strict monotonicity in need",
  says: "If the need per person of a place is twice as large, its grant is larger.",
  formula: "needᵢ × 2 ⇒ xᵢ rises",
  matters: "To the people who need most: a formula that says need and counts heads leaves them out.",
  worlds: pots,
  changes: worldsOf({ who: whole(0, 8) }),
  isStill: true,
  when: ({ pot, recipients }) =>
    pot >= 1000_00 && recipients.every(({ people, need }) => people >= 1000 && people <= 200_000 && need <= 5),
  broken(rule, world, { who }, unit) {
    const place = who % world.recipients.length;
    const needier = withRecipient(world, who, ({ need }) => ({ need: 2 * need }));
    const [before, after] = [rule(world)[place], rule(needier)[place]];
    const isTooSmall = Math.min(before, world.pot - before) < 100 * unit;
    if (after > before || isTooSmall) return undefined;
    const given = moreOrLessText(after - before);
    return `${nameAt(world.recipients, place)} has twice the need per person, and is given ${given}.`;
  },
  keeps: { name: "needs formula", rule: needsFormula({}) },
  breaks: byPeople,
};

/** Laws of dividing a pot about how a grant follows each figure of a place. */
export const potFigures: readonly AllocateLaw[] = [
  overspendingIsNotRewarded,
  needierNeverLess,
  needCounts,
  richerNeverMore,
  ownEffort,
];
