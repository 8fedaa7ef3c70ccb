import fc from "fast-check";
import { block } from "../../funding/pay/block.js";
import { marginalRate } from "../../funding/pay/marginal-rate.js";
import { paymentByResults } from "../../funding/pay/payment-by-results.js";
import { targetPool } from "../../funding/pay/target-pool.js";
import type { Pay, Performance } from "../../funding/rule.js";
import { cliffBetween, distance } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { amountText, penceText } from "../story.js";
import { mostCases } from "../worlds/amounts.js";
import { performances, stepOfSmall, usualPerformances } from "../worlds/payments.js";
import { inSteps, isWholeIn, oneOf, whole, worldsOf } from "../worlds/worlds.js";
import { type PayLaw, tariff, tellCost, tellQuantity } from "./year.js";

const priceRisesDoNotMatter: PayLaw = {
  id: "price-rises-do-not-matter",
  alias: "homogeneity in money",
  says: "If all prices rise by a tenth, so does the payment.",
  formula: "p(q; λ£) = λ·p(q; £)",
  matters: "To providers: a sum fixed in pounds loses value every year, so a contract should say how it is uprated.",
  allows: pennyPerParty,
  ifNoneKeeps: [
    "Each of ours has a sum fixed in pounds: state in the contract how it is uprated.",
    "Only paying what was spent follows prices by itself.",
  ].join(" "),
  worlds: usualPerformances,
  when: ({ quantity, spent }) => quantity > 0 && spent > 0,
  broken(rule, year, _change, unit) {
    const [before, after] = [rule(year), rule({ ...year, spent: Math.round(year.spent * 1.1) })];
    return Math.abs(after - 1.1 * before) <= 2 * unit
      ? undefined
      : `If prices rise by a tenth, the payment is ${penceText(after)}, not a tenth more than ${penceText(before)}.`;
  },
  tell: tellCost,
  keeps: { name: "reimbursement of actual spending", rule: ({ spent }) => spent },
  breaks: { name: "payment by results", rule: paymentByResults({ poundsEach: 1000, attachment: [0.8, 0.6, 0.4] }) },
};

const boundariesDoNotMatter: PayLaw<{ readonly other: number }> = {
  id: "boundaries-do-not-matter",
  alias: "merge–split invariance",
  says: "Two providers that merge are paid the same in total as when they are separate.",
  formula: "p(q₁) + p(q₂) = p(q₁ + q₂)",
  matters: "To reorganisations: no provider should merge or split to be paid more.",
  allows: pennyPerParty,
  worlds: performances,
  changes: worldsOf({ other: inSteps(stepOfSmall, 0, 200) }),
  broken(rule, year, { other }, unit) {
    const second: Performance = { ...year, quantity: other, started: other, spent: other * 1000_00 };
    const both = {
      ...year,
      quantity: year.quantity + other,
      started: year.started + other,
      spent: year.spent + second.spent,
    };
    const [separate, together] = [rule(year) + rule(second), rule(both)];
    if (Math.abs(separate - together) <= 2 * unit) return undefined;
    const amounts = `Separately they are paid ${penceText(separate)}, merged ${penceText(together)}.`;
    return `Another provider counts ${amountText(other)}, and spends ${penceText(second.spent)}. ${amounts}`;
  },
  tell: tellCost,
  keeps: tariff,
  breaks: { name: "marginal rate", rule: marginalRate({ poundsEach: 1000, baselinePounds: 100_000, beyond: 0.3 }) },
};

type Later = { readonly of: "done" | "started"; readonly other: number; readonly by: number };

const timingDoesNotMatter: PayLaw<Later> = {
  id: "when-it-is-done-does-not-matter",
  alias: "timing neutrality (path independence)",
  says: "Doing or starting some of the work a year later does not change the total payment over both years.",
  formula: "p(a + δ) + p(b − δ) = p(a) + p(b)",
  matters:
    "To the people helped: no price should hurry them or keep them waiting. Only a linear payment keeps this law.",
  allows: pennyPerParty,
  worlds: usualPerformances,
  isStill: true,
  changes: worldsOf<Later>({
    of: oneOf<Later["of"]>("done", "done", "started"),
    other: inSteps(stepOfSmall, 0, 200),
    by: inSteps(stepOfSmall, 1, 100),
  }),
  when: ({ quantity, started, spent }, { of, by }) =>
    of === "started" ? by <= started : by <= quantity && by * 1000_00 <= spent,
  broken(rule, year, { of, other, by }, unit) {
    const next =
      of === "started"
        ? { ...year, year: year.year + 1, started: other }
        : { ...year, year: year.year + 1, quantity: other, spent: other * 1000_00 };
    const changed = (one: Performance, more: number) =>
      of === "started"
        ? { ...one, started: one.started + more }
        : { ...one, quantity: one.quantity + more, spent: one.spent + more * 1000_00 };
    const bothYears = (one: Performance, two: Performance) =>
      rule(one) + rule({ ...two, earlier: [...(one.earlier ?? []), one] });
    const before = bothYears(year, next);
    const after = bothYears(changed(year, -by), changed(next, by));
    if (Math.abs(before - after) <= 2 * unit) return undefined;
    const amounts = `the two years pay ${penceText(after)}, not ${penceText(before)}.`;
    const later = `If ${amountText(by)} of the first year's are ${of} a year later`;
    return `In year ${next.year}, ${amountText(other)} are. ${later}, ${amounts}`;
  },
  tell: (rule, year, { of }) =>
    of === "done" ? tellQuantity(rule, year) : `In year ${year.year}, ${amountText(year.started)} are started.`,
  keeps: tariff,
  breaks: { name: "marginal rate", rule: marginalRate({ poundsEach: 1000, baselinePounds: 100_000, beyond: 0.3 }) },
};

type Probe = { readonly along: "quantity" | "started" | "spent" | "report"; readonly to: number };

const noCliffEdge: PayLaw<Probe> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "A tiny change in the count or in spending, or a missing report, changes the payment by a few pence at most.",
  formula: "|p(q′) − p(q)| ≤ K·|q′ − q|, tested by bisection; p(report) = p(no report)",
  matters: "To anyone who measures: at a cliff edge the last unit is worth an argument, or a false count.",
  worlds: performances,
  changes: worldsOf<Probe>({
    along: oneOf<Probe["along"]>("quantity", "started", "spent", "report"),
    to: {
      random: fc.oneof(whole(0, 200).random, fc.constantFrom(1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7)),
      small: inSteps(stepOfSmall, 0, 200).small,
      has: isWholeIn(0, mostCases),
    },
  }),
  broken(rule, year, { along, to }, unit) {
    if (along === "report") {
      const jump = Math.abs(rule({ ...year, reported: true }) - rule({ ...year, reported: false }));
      return jump <= 3 * unit ? undefined : `Without the report, the payment changes by ${penceText(jump)}.`;
    }
    const nearest = along === "spent" ? 1 : 1e-9;
    const [here, end] = [year[along], along === "spent" ? to * 1000_00 : to];
    const paidAt = (point: number): number => rule({ ...year, [along]: point });
    const between = (low: number, high: number) => cliffBetween(low, high, paidAt, distance, nearest, 3 * unit);
    const cliff =
      between(Math.max(0, here - nearest), here + nearest) ?? between(Math.min(here, end), Math.max(here, end));
    if (cliff === undefined) return undefined;
    const [before, after] = [cliff.from, cliff.to].map(paidAt);
    const jump = `the payment jumps from ${penceText(before)} to ${penceText(after)}`;
    const where = `In year ${year.year}, ${jump}`;
    if (along === "spent") return `${where} between ${penceText(cliff.from)} and ${penceText(cliff.to)} spent.`;
    return `${where} at ${amountText(cliff.to)} ${along === "quantity" ? "counted" : "started"}.`;
  },
  tell: () => "",
  keeps: tariff,
  breaks: {
    name: "target pool, all or nothing",
    rule: targetPool({ poolPounds: 100_000, target: 100, released: "all-or-nothing" }),
  },
};

const noDeadZone: PayLaw = {
  id: "no-dead-zone",
  alias: "live everywhere",
  says: "At every level of spending, one more unit, or £1,000 more or less spending, changes the payment.",
  formula: "p(q + 1) ≠ p(q), or p(£ ± 1,000) ≠ p(£)",
  matters: "To providers far from a target: in a dead zone they have no reason to try.",
  worlds: usualPerformances,
  broken(rule, year) {
    const dead = [year.spent, ...everyThousand].find((spent) => isDead(rule, { ...year, spent }));
    if (dead === undefined) return undefined;
    const payment = penceText(rule({ ...year, spent: dead }));
    return [
      `With ${amountText(year.quantity)} counted and ${penceText(dead)} spent,`,
      `one more unit, or ${penceText(1000_00)} more or less, leaves the payment at ${payment}.`,
    ].join(" ");
  },
  tell: () => "",
  keeps: tariff,
  breaks: { name: "block grant", rule: block({ grantPounds: 100_000 }) },
};

/** Every whole thousand up to £200,000, in pence: a few random points would miss a narrow dead zone. */
const everyThousand = Array.from({ length: 201 }, (_, thousands) => thousands * 1000_00);

const isDead = (rule: Pay, year: Performance): boolean => {
  const now = rule(year);
  return [
    { ...year, quantity: year.quantity + 1 },
    { ...year, spent: year.spent + 1000_00 },
    { ...year, spent: Math.max(0, year.spent - 1000_00) },
  ].every((other) => rule(other) === now);
};

/** Laws of payment rules about the shape of the payment. */
export const schedule: readonly PayLaw[] = [
  priceRisesDoNotMatter,
  boundariesDoNotMatter,
  noCliffEdge,
  timingDoesNotMatter,
  noDeadZone,
];
