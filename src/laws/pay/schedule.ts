import { activityTariff } from "../../funding/pay/activity-tariff.js";
import { block } from "../../funding/pay/block.js";
import { marginalRate } from "../../funding/pay/marginal-rate.js";
import { paymentByResults } from "../../funding/pay/payment-by-results.js";
import { targetPool } from "../../funding/pay/target-pool.js";
import type { Pay, Performance } from "../../funding/rule.js";
import { cliffBetween, distance } from "../cliff.js";
import { aPennyAParty } from "../law.js";
import { many, penceText } from "../story.js";
import { performances, stepOfSmall } from "../worlds/payments.js";
import { inSteps, oneOf, worldsOf } from "../worlds/worlds.js";
import { type PayLaw, tellCost, tellQuantity } from "./year.js";

const tariff = { name: "activity tariff, £1,000 each", rule: activityTariff({ poundsEach: 1000 }) };

const priceRisesDoNotMatter: PayLaw = {
  id: "price-rises-do-not-matter",
  number: "L5",
  alias: "homogeneity in money",
  says: "When all prices rise by a tenth, so does the payment.",
  formula: "p(q; λ£) = λ·p(q; £)",
  matters:
    "To whoever delivers: a sum fixed in pounds is a cut every year. Whoever fixes one should say how it is uprated.",
  allows: aPennyAParty,
  worlds: performances,
  when: ({ quantity, spent }) => quantity > 0 && spent > 0,
  broken(rule, year) {
    const [before, after] = [rule(year), rule({ ...year, spent: Math.round(year.spent * 1.1) })];
    return Math.abs(after - 1.1 * before) <= 2
      ? undefined
      : `Prices rise by a tenth, and ${penceText(after)} is paid, not a tenth more than ${penceText(before)}.`;
  },
  tell: tellCost,
  keeps: { name: "what was spent is paid", rule: ({ spent }) => spent },
  breaks: { name: "payment by results", rule: paymentByResults({ poundsEach: 1000, attachment: [0.8, 0.6, 0.4] }) },
};

const boundariesDoNotMatter: PayLaw<{ readonly other: number }> = {
  id: "boundaries-do-not-matter",
  number: "L17",
  alias: "merge–split invariance",
  says: "Two who do the work are paid together what they are paid apart.",
  formula: "p(q₁) + p(q₂) = p(q₁ + q₂)",
  matters: "To reorganisations: nobody should merge or split for the sake of the tariff.",
  allows: aPennyAParty,
  worlds: performances,
  changes: worldsOf({ other: inSteps(stepOfSmall, 0, 200) }),
  broken(rule, year, { other }) {
    const second: Performance = { ...year, quantity: other, started: other, spent: other * 1000_00 };
    const both = {
      ...year,
      quantity: year.quantity + other,
      started: year.started + other,
      spent: year.spent + second.spent,
    };
    const [apart, together] = [rule(year) + rule(second), rule(both)];
    return Math.abs(apart - together) <= 2
      ? undefined
      : `Another counts ${many(other)}. Apart they are paid ${penceText(apart)}, as one ${penceText(together)}.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: { name: "marginal rate", rule: marginalRate({ poundsEach: 1000, baseline: 100, beyond: 0.3 }) },
};

const timingDoesNotMatter: PayLaw<{ readonly other: number; readonly by: number }> = {
  id: "when-it-is-done-does-not-matter",
  number: "L21",
  alias: "timing neutrality (path independence)",
  says: "The same work, some of it a year later, is paid the same.",
  formula: "p(a + δ) + p(b − δ) = p(a) + p(b)",
  matters:
    "To those who are helped: nobody should be hurried, or kept waiting, for a better price. Only a straight line keeps it.",
  allows: aPennyAParty,
  worlds: performances,
  changes: worldsOf({ other: inSteps(stepOfSmall, 0, 200), by: inSteps(stepOfSmall, 1, 100) }),
  when: ({ quantity, spent }, { by }) => by <= quantity && by * 1000_00 <= spent,
  broken(rule, year, { other, by }) {
    const next = { ...year, year: year.year + 1, quantity: other, spent: other * 1000_00 };
    const moved = (of: Performance, more: number) => ({
      ...of,
      quantity: of.quantity + more,
      spent: of.spent + more * 1000_00,
    });
    const before = rule(year) + rule(next);
    const after = rule(moved(year, -by)) + rule(moved(next, by));
    return Math.abs(before - after) <= 2
      ? undefined
      : `In the next, ${many(other)}. With ${many(by)} of them done a year later, ${penceText(after)} is paid for both years, not ${penceText(before)}.`;
  },
  tell: tellQuantity,
  keeps: tariff,
  breaks: { name: "marginal rate", rule: marginalRate({ poundsEach: 1000, baseline: 100, beyond: 0.3 }) },
};

type Probe = { readonly along: "quantity" | "spent" | "report"; readonly to: number };

const noCliffEdge: PayLaw<Probe> = {
  id: "no-cliff-edge",
  number: "L18",
  alias: "continuity",
  says: "A hair more done, a penny more spent, or a report a day late never changes the payment by pounds.",
  formula: "|p(q′) − p(q)| ≤ K·|q′ − q|, tried by bisection; and a yes or no moves no money",
  matters: "To whoever measures: at a cliff edge the last one is worth arguing, or cheating, about.",
  worlds: performances,
  changes: worldsOf<Probe>({
    along: oneOf<Probe["along"]>("quantity", "spent", "report"),
    to: inSteps(stepOfSmall, 0, 200),
  }),
  broken(rule, year, { along, to }) {
    if (along === "report") {
      const jump = Math.abs(rule({ ...year, reported: true }) - rule({ ...year, reported: false }));
      return jump <= 3 ? undefined : `A report that comes a day late moves ${penceText(jump)}.`;
    }
    const end = along === "spent" ? to * 1000_00 : to;
    const [low, high] = year[along] < end ? [year[along], end] : [end, year[along]];
    const paidAt = (point: number): number => rule({ ...year, [along]: point });
    const cliff = cliffBetween(low, high, paidAt, distance, along === "spent" ? 1 : 1e-9, 3);
    if (cliff === undefined) return undefined;
    return along === "spent"
      ? `Between ${penceText(cliff.from)} and ${penceText(cliff.to)} spent, the payment jumps by ${penceText(cliff.height)}.`
      : `At ${many(cliff.to)} counted and not a hair less, the payment jumps by ${penceText(cliff.height)}.`;
  },
  keeps: tariff,
  breaks: {
    name: "target pool, all or nothing",
    rule: targetPool({ poolPounds: 100_000, target: 100, released: "all-or-nothing" }),
  },
};

const noDeadZone: PayLaw = {
  id: "no-dead-zone",
  number: "L23",
  alias: "live everywhere",
  says: "Wherever one stands, one more done or £1,000 more or less spent changes what is paid.",
  formula: "p(q + 1) ≠ p(q), or p(£ ± 1,000) ≠ p(£)",
  matters: "To those far from the target: in a dead zone nobody has a reason to try.",
  worlds: performances,
  broken(rule, year) {
    const dead = [year.spent, ...everyThousand].find((spent) => isDead(rule, { ...year, spent }));
    return dead === undefined
      ? undefined
      : `With ${many(year.quantity)} counted and ${penceText(dead)} spent, one more, or ${penceText(1000_00)} more or less, leaves the payment at ${penceText(rule({ ...year, spent: dead }))}.`;
  },
  keeps: tariff,
  breaks: { name: "block grant", rule: block({ grantPounds: 100_000 }) },
};

/** Spending of every round thousand up to £200,000: a dead zone is easily missed by a few points at random. */
const everyThousand = Array.from({ length: 201 }, (_, at) => at * 1000_00);

const isDead = (rule: Pay, year: Performance): boolean => {
  const now = rule(year);
  return [
    { ...year, quantity: year.quantity + 1 },
    { ...year, spent: year.spent + 1000_00 },
    { ...year, spent: Math.max(0, year.spent - 1000_00) },
  ].every((other) => rule(other) === now);
};

/** Laws of payment about the shape of a schedule. */
export const schedule: readonly PayLaw[] = [
  priceRisesDoNotMatter,
  boundariesDoNotMatter,
  noCliffEdge,
  timingDoesNotMatter,
  noDeadZone,
];
