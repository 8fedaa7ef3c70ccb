import { activityTariff } from "../../funding/pay/activity-tariff.js";
import { block } from "../../funding/pay/block.js";
import { crossCharge } from "../../funding/pay/cross-charge.js";
import { sharedSavings } from "../../funding/pay/shared-savings.js";
import { targetPool } from "../../funding/pay/target-pool.js";
import { many, moreOrLess, penceText } from "../story.js";
import { performances, stepOfSmall } from "../worlds/payments.js";
import { inSteps, oneOf, thousands, worldsOf } from "../worlds/worlds.js";
import { type PayLaw, tellCost, tellQuantity } from "./year.js";

const tariff = { name: "activity tariff, £1,000 each", rule: activityTariff({ poundsEach: 1000 }) };
const grant = { name: "block grant", rule: block({ grantPounds: 100_000 }) };

const wholePence: PayLaw = {
  id: "no-pound-created-or-lost",
  number: "L1",
  alias: "conservation",
  says: "A payment is whole pence: what one pays is what the other is paid.",
  formula: "p is a whole number; the posting takes p from one and gives it to the other",
  matters: "To both books.",
  worlds: performances,
  broken(rule, year) {
    const pence = rule({ ...year, spent: year.spent + 1 });
    return Number.isInteger(pence) ? undefined : `The rule pays ${pence}p, which is no whole penny.`;
  },
  tell: tellCost,
  keeps: tariff,
  breaks: { name: "half of what is spent, to a fraction of a penny", rule: ({ spent }) => spent / 2 },
};

const ceiling: PayLaw = {
  id: "the-bill-has-a-ceiling",
  number: "L2",
  alias: "budget balance of the payer",
  says: "However much is done or spent, the payer's bill ends somewhere.",
  formula: "sup p < ∞: p at a million is p at ten million",
  matters: "To the payer, who has a budget too.",
  worlds: performances,
  broken(rule, year) {
    const at = (size: number) => rule({ ...year, quantity: size, started: size, spent: size * 1000_00 });
    const [million, ten] = [at(1e6), at(1e7)];
    return ten <= million
      ? undefined
      : `A million counted cost ${penceText(million)}, ten million ${penceText(ten)}: no end.`;
  },
  keeps: grant,
  breaks: tariff,
};

const overspendingIsNotRewarded: PayLaw<{ readonly by: number }> = {
  id: "overspending-is-not-rewarded",
  number: "L20",
  alias: "no reward for overspending",
  says: "Who spends more on the same is not paid more. (Where what is seen is tax collected, this says nothing.)",
  formula: "p(q, s + o) ≤ p(q, s)",
  matters: "To the payer: a loss cap with the wrong sign pays an overspender.",
  worlds: performances,
  changes: worldsOf({ by: thousands(1, 100) }),
  broken(rule, year, { by }) {
    const more = rule({ ...year, spent: year.spent + by }) - rule(year);
    return more <= 0 ? undefined : `Whoever spends ${penceText(by)} more on the same is paid ${penceText(more)} more.`;
  },
  tell: tellCost,
  keeps: { name: "shared savings", rule: sharedSavings({ benchmarkPounds: 100_000, minimum: 0.02, share: 0.5 }) },
  breaks: {
    name: "shared savings and losses, with a slip of the sign",
    rule: ({ spent }) => Math.abs(Math.round((100_000_00 - spent) / 2)),
  },
};

const noOverPaying: PayLaw<{ readonly by: number }> = {
  id: "no-over-paying",
  number: "L24",
  alias: "payment below value",
  says: "One more is never paid for with more than it is worth (taken here to be £2,000).",
  formula: "p(q + δ) − p(q) ≤ £2,000·δ",
  matters: "To the taxpayer: the last one before a target can cost the whole pool.",
  worlds: performances,
  changes: worldsOf({ by: inSteps(stepOfSmall, 1, 50) }),
  broken(rule, year, { by }) {
    const more = rule({ ...year, quantity: year.quantity + by }) - rule(year);
    return more <= by * 2000_00 ? undefined : `For ${many(by)} more, ${penceText(more)} more is paid.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: {
    name: "target pool, all or nothing",
    rule: targetPool({ poolPounds: 100_000, target: 100, released: "all-or-nothing" }),
  },
};

const noCreamSkimming: PayLaw<{ readonly more: number }> = {
  id: "no-cream-skimming",
  number: "L25",
  alias: "no creaming and parking",
  says: "Whoever takes somebody who needs more help is not left worse off than with somebody who needs less.",
  formula: "p(hard) − k_hard ≥ p(easy) − k_easy",
  matters: "To those who are hardest to help: a flat fee leaves them out.",
  worlds: performances,
  changes: worldsOf({ more: thousands(1, 10) }),
  broken(rule, year, { more }) {
    const one = { ...year, quantity: year.quantity + 1, started: year.started + 1 };
    const worse = rule(one) - (rule({ ...one, spent: one.spent + more }) - more);
    return worse <= 2
      ? undefined
      : `Take one who needs ${penceText(more)} more help in place of one who does not, and one ends ${penceText(worse)} worse off.`;
  },
  keeps: { name: "what was spent is paid", rule: ({ spent }) => spent },
  breaks: tariff,
};

const countsCannotBeGamed: PayLaw<{ readonly by: "relabelling" | "coming back" }> = {
  id: "counts-cannot-be-gamed",
  number: "L26",
  alias: "invariance to relabelling and re-entry",
  says: "Counting the same work twice, or the same family anew, is not paid.",
  formula: "p(2q) = p(q) where nothing more was done",
  matters: "To the truth of every count: a pothole is easily two halves.",
  worlds: performances,
  changes: worldsOf<{ readonly by: "relabelling" | "coming back" }>({
    by: oneOf<"relabelling" | "coming back">("relabelling", "coming back"),
  }),
  when: ({ quantity, started }, { by }) => (by === "relabelling" ? quantity : started) > 0,
  broken(rule, year, { by }) {
    const key = by === "relabelling" ? "quantity" : "started";
    const more = rule({ ...year, [key]: 2 * year[key] }) - rule(year);
    const did = by === "relabelling" ? "Each is counted as two halves" : "Each is started a second time";
    return Math.abs(more) <= 1 ? undefined : `${did}, and ${moreOrLess(more)} is paid for the same ${many(year[key])}.`;
  },
  keeps: grant,
  breaks: tariff,
};

const countingIsWorthIt: PayLaw = {
  id: "counting-is-worth-it",
  number: "L27",
  alias: "transaction-cost bound",
  says: "What it takes to count and bill (taken here to be £20 each) is at most a tenth of what is paid.",
  formula: "£20·q ≤ 10 %·|p|",
  matters: "To both sides: a charge can cost more than it moves.",
  worlds: performances,
  broken(rule, year) {
    const [cost, pence] = [year.quantity * 20_00, Math.abs(rule(year))];
    return 10 * cost <= pence ? undefined : `To count them takes ${penceText(cost)}, and ${penceText(pence)} is paid.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: { name: "cross-charge, £100 a day", rule: crossCharge({ poundsPerDay: 100 }) },
};

/** Laws of payment about what it makes people do. */
export const incentives: readonly PayLaw[] = [
  wholePence,
  ceiling,
  overspendingIsNotRewarded,
  noOverPaying,
  noCreamSkimming,
  countsCannotBeGamed,
  countingIsWorthIt,
];
