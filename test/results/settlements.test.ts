import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import { rules } from "../../src/funding/rules.js";
import { votes } from "../../src/results/rules/decide.js";
import { defineScenario } from "../../src/scenario/define.js";

const { permit, share, yearEnd } = rules;

const agency = (budget?: number, spent = budget) => ({
  name: "Agency",
  kind: "local" as const,
  ...(budget === undefined ? {} : { budget: { perYear: budget, otherSpending: spent } }),
});

const deal = (
  agencies: Readonly<Record<string, ReturnType<typeof agency>>>,
  costs: readonly { readonly pays: Readonly<Record<string, number>>; readonly in: string }[],
  saves: Readonly<Record<string, number>>,
) =>
  simulate(
    defineScenario({
      title: "A deal",
      question: "Who signs?",
      time: { start: "2026-04-01", years: 4, cycle: "year" },
      money: { priceYear: "2024/25", discount: "green-book-2026" },
      agencies,
      cohorts: { residents: { size: 10 } },
      interventions: {
        scheme: {
          reaches: "everyone",
          deadweight: 0,
          costs: Object.fromEntries(costs.map((cost, at) => [`cost${at}`, cost])),
          effects: Object.fromEntries(
            Object.entries(saves).map(([name, pounds]) => [
              name,
              { saves: { [name]: pounds }, every: "year" as const, cashable: 1 },
            ]),
          ),
        },
      },
    }),
    { draws: 1 },
  );

// The council pays £100,000 and £20,000; the hospital saves £60,000 a year in cash, care £10,000; 3.5 % a year.
const four = deal(
  { council: agency(), hospital: agency(), care: agency(), police: agency() },
  [
    { pays: { council: 100_000 }, in: "year 1" },
    { pays: { council: 20_000 }, in: "year 2" },
  ],
  { hospital: 60_000, care: 10_000 },
);

// Children's services pay £80,000 in year 1, and save £30,000 a year, the NHS £20,000.
const court = deal(
  { roads: agency(1_000_000, 900_000), children: agency(500_000), nhs: agency() },
  [{ pays: { children: 80_000 }, in: "year 1" }],
  { children: 30_000, nhs: 20_000 },
);

const gainShare: Regime = { decides: "each", share: share.byBenefit };

test.each<[string, ReturnType<typeof deal>, Regime, Readonly<Record<string, number>>]>([
  // −100,000 − 20,000 / 1.035; 60,000 and 10,000 in each of four years.
  ["four agencies, silo", four, { decides: "each" }, { council: -119_323.67, hospital: 228_098.22, care: 38_016.37 }],
  // To date: a loss of 30,000, which is the council's; gains of 20,000, 90,000 and 160,000, six sevenths of them the
  // hospital's. The council: −30,000, and 30,000 / 1.035 back. The hospital: 0, then 17,142.86, 60,000 and 60,000.
  ["four agencies, gain share", four, gainShare, { council: -1_014.49, hospital: 126_690.35, care: 21_115.06 }],
  ["a court, silo", court, { decides: "each" }, { children: 34_049.11, nhs: 76_032.74 }],
  // To date: a loss of 30,000, which is of children's services; gains of 20,000, 70,000 and 120,000, of which they have
  // three fifths. Children: −30,000, then 42,000 / 1.035 and 30,000 in each of two years. The NHS: 0, 8,000, then
  // 20,000 twice.
  ["a court, gain share", court, gainShare, { children: 65_643.31, nhs: 44_438.54 }],
  // Of years 2 and 3, 30,000 and 20,000 pay off the overspend of 50,000; the rest of what is saved goes back.
  [
    "a court, ring-fenced, use it or lose it",
    court,
    { decides: "each", permit: permit.ringFenced, yearEnd: yearEnd.useItOrLoseIt },
    { children: -2_344.28, nhs: 0 },
  ],
])("%s: what each gains, by hand", (_, simulation, regime, right) => {
  const gains = Object.fromEntries(votes(simulation, { regime }).map(({ party, gain }) => [party, gain]));
  for (const [party, pounds] of Object.entries(right)) expect(gains[party]).toBeCloseTo(pounds, 1);
});
