import fc from "fast-check";
import { block } from "../../funding/pay/block.js";
import { crossCharge } from "../../funding/pay/cross-charge.js";
import { sharedSavings } from "../../funding/pay/shared-savings.js";
import { targetPool } from "../../funding/pay/target-pool.js";
import { amountText, moreOrLessText, penceText } from "../story.js";
import { change, mostCases } from "../worlds/amounts.js";
import { performances, stepOfSmall, usualPerformances } from "../worlds/payments.js";
import { inSteps, oneOf, thousands, whole, worldsOf } from "../worlds/worlds.js";
import { type PayLaw, tariff, tellCost, tellQuantity } from "./year.js";

const grant = { name: "block grant", rule: block({ grantPounds: 100_000 }) };

const ceiling: PayLaw = {
  id: "the-bill-has-a-ceiling",
  alias: "budget balance of the payer",
  says: "The payer's bill has an upper limit, however much is done or spent.",
  formula: "sup p < ∞, tested as: p at ten million ≤ p at one million",
  matters: "To the payer, who also has a budget.",
  worlds: performances,
  isStill: true,
  broken(rule, year) {
    const at = (size: number) => rule({ ...year, quantity: size, started: size, spent: size * 1000_00 });
    const [million, ten] = [at(1e6), at(1e7)];
    return ten <= million
      ? undefined
      : `A million counted cost ${penceText(million)} and ten million cost ${penceText(ten)}: there is no limit.`;
  },
  tell: () => "",
  keeps: grant,
  breaks: tariff,
};

const moreResultsNeverCost: PayLaw<{ readonly by: number }> = {
  id: "more-results-are-never-paid-less",
  alias: "monotonicity in results",
  says: "If more is counted, the payment is not smaller. (Ignore it if what is counted is a harm.)",
  formula: "q ↑ ⇒ p does not fall",
  matters: "To the provider: success should not cost more than failure.",
  worlds: performances,
  changes: worldsOf({
    by: { ...whole(1, mostCases), random: fc.oneof(whole(1, 50).random, whole(1, 100_000).random) },
  }),
  broken(rule, year, { by }, unit) {
    const less = rule(year) - rule({ ...year, quantity: year.quantity + by });
    return less <= unit ? undefined : `For ${amountText(by)} more counted, ${penceText(less)} less is paid.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: { name: "a fee with the wrong sign", rule: ({ quantity }) => 0 - Math.round(quantity * 50_00) },
};

const overspendingIsNotRewarded: PayLaw<{ readonly by: number }> = {
  id: "overspending-is-not-rewarded",
  alias: "no reward for overspending",
  says: "Spending more on the same work does not raise the payment. (Ignore it if the spending is tax collected.)",
  formula: "p(q, s + o) ≤ p(q, s)",
  matters: "To the payer: a loss cap with the wrong sign rewards overspending.",
  worlds: performances,
  changes: worldsOf({ by: change(100) }),
  broken(rule, year, { by }, unit) {
    const more = rule({ ...year, spent: year.spent + by }) - rule(year);
    return more < unit
      ? undefined
      : `Spending ${penceText(by)} more on the same work raises the payment by ${penceText(more)}.`;
  },
  tell: tellCost,
  keeps: { name: "shared savings", rule: sharedSavings({ benchmarkPounds: 100_000, minimum: 0.02, share: 0.5 }) },
  breaks: {
    name: "shared savings and losses, with a sign error",
    rule: ({ spent }) => Math.abs(Math.round((100_000_00 - spent) / 2)),
  },
};

type More = { readonly of: "quantity" | "started"; readonly by: number };

const noOverPaying: PayLaw<More> = {
  id: "no-over-paying",
  alias: "payment below value",
  says: "Extra units, or extra starts, are never paid for at more than their value (assumed here: £2,000 each).",
  formula: "p(q + δ) − p(q) ≤ £2,000·δ, and the same for starts",
  matters: "To the taxpayer: the last unit before a target can cost the whole pool.",
  worlds: performances,
  changes: worldsOf<More>({
    of: oneOf<More["of"]>("quantity", "quantity", "started"),
    by: inSteps(stepOfSmall, 1, 50),
  }),
  broken(rule, year, { of, by }) {
    const more = rule({ ...year, [of]: year[of] + by }) - rule(year);
    if (more <= by * 2000_00) return undefined;
    const extra =
      of === "quantity" ? `${amountText(by)} more units` : `${amountText(by)} more started, with no result more`;
    return `For ${extra}, the payment rises by ${penceText(more)}.`;
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
  alias: "no creaming and parking",
  says: "Taking on a person who needs more help leaves the provider no worse off than taking on one who needs less.",
  formula: "p(hard) − k_hard ≥ p(easy) − k_easy",
  matters: "To the people who are hardest to help: a flat fee leaves them out.",
  ifNoneKeeps: [
    "Ours pay as much for a person who needs more help: state in the contract who is paid more for.",
    "Paying what was spent keeps it, and rewards overspending.",
  ].join(" "),
  worlds: usualPerformances,
  changes: worldsOf({ more: thousands(1, 10) }),
  broken(rule, year, { more }, unit) {
    const one = { ...year, quantity: year.quantity + 1, started: year.started + 1 };
    const worse = rule(one) - (rule({ ...one, spent: one.spent + more }) - more);
    return worse <= 2 * unit
      ? undefined
      : `With a person who needs ${penceText(more)} more help, the provider ends ${penceText(worse)} worse off.`;
  },
  tell: () => "",
  keeps: { name: "reimbursement of actual spending", rule: ({ spent }) => spent },
  breaks: tariff,
};

const countsCannotBeGamed: PayLaw<{ readonly by: "relabelling" | "coming back" }> = {
  id: "counts-cannot-be-gamed",
  alias: "invariance to relabelling and re-entry",
  says: "Counting the same work twice, or starting the same person again, does not change the payment.",
  formula: "p(2q) = p(q) if no more work was done, and the same for starts",
  matters: "To honest counts: one pothole is easily counted as two halves.",
  worlds: performances,
  isStill: true,
  changes: worldsOf<{ readonly by: "relabelling" | "coming back" }>({
    by: oneOf<"relabelling" | "coming back">("relabelling", "coming back"),
  }),
  when: ({ quantity, started }, { by }) => (by === "relabelling" ? quantity : started) > 0,
  broken(rule, year, { by }, unit) {
    const key = by === "relabelling" ? "quantity" : "started";
    const more = rule({ ...year, [key]: 2 * year[key] }) - rule(year);
    const action = by === "relabelling" ? "Each unit is counted as two" : "Each person is started a second time";
    return Math.abs(more) <= unit
      ? undefined
      : `${action}, and ${moreOrLessText(more)} is paid for the same ${amountText(year[key])}.`;
  },
  tell: () => "",
  keeps: grant,
  breaks: tariff,
};

const countingIsWorthIt: PayLaw = {
  id: "counting-is-worth-it",
  alias: "transaction-cost bound",
  says: "Counting and billing (assumed here: £20 per unit) costs at most a tenth of the payment.",
  formula: "£20·q ≤ 10 %·|p|",
  matters: "To both sides: a charge can cost more to administer than it pays.",
  worlds: usualPerformances,
  broken(rule, year) {
    const [cost, pence] = [year.quantity * 20_00, Math.abs(rule(year))];
    return 10 * cost <= pence
      ? undefined
      : `Counting them costs ${penceText(cost)}, and the payment is ${penceText(pence)}.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: { name: "cross-charge, £100 a day", rule: crossCharge({ poundsPerDay: 100 }) },
};

/** Laws of payment rules about budgets and incentives. */
export const incentives: readonly PayLaw[] = [
  ceiling,
  moreResultsNeverCost,
  overspendingIsNotRewarded,
  noOverPaying,
  noCreamSkimming,
  countsCannotBeGamed,
  countingIsWorthIt,
];
