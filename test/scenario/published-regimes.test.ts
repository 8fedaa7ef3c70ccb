import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { settle } from "../../src/results/rules/settle.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

/** The regimes that docs/funding-rules.md writes for a place with these agencies and services. */
const [, written] = /```yaml\n(regimes:\n[\s\S]*?)```/.exec(readFileSync("docs/funding-rules.md", "utf8")) ?? [];

const place = `
title: Published schemes
question: Can each be written?
time: { start: 2025-04-01, years: 4, cycle: year }
money: { priceYear: 2024/25, discount: none }
agencies:
  council: { name: Council, kind: local }
  hospital: { name: Hospital, kind: local }
  roads: { name: Roads, kind: local }
cohorts: { residents: { size: 400 } }
services:
  ward: { unit: admission, cost: { hospital: 1000 }, cashable: 100%, priceYear: 2024/25 }
  homes: { unit: home, cost: { council: 500 }, cashable: 100%, priceYear: 2024/25 }
  surface: { spend: { roads: 100000 }, every: year, cashable: 100% }
demand:
  falls: { to: ward, contacts: 400, per: everyone, every: year }
  frail: { to: homes, contacts: 40, per: everyone, every: year }
interventions:
  grit:
    reaches: everyone
    deadweight: 0
    costs: { rounds: { pays: { council: 100000 }, in: year 1 } }
    effects: { fewer: { cut: { ward: 10% } } }
${written}`;

const scenario = () => scenarioIn(readScenario(place));

const moved = (regime: string, party: string): readonly number[] =>
  settle(simulate(scenario(), { draws: 1 }), regime)
    .filter((row) => row.party === party)
    .map(({ transfers }) => Math.round(transfers * 100) / 100);

test("every published scheme of the page can be written and run, and moves no pound from nowhere", () => {
  const simulation = simulate(scenario(), { draws: 1 });
  const names = Object.keys(scenario().regimes);
  expect(names.length).toBeGreaterThanOrEqual(11);
  for (const name of names)
    for (const year of [1, 2, 3, 4]) {
      const rows = settle(simulation, name).filter((row) => row.year === year);
      expect(Math.abs(rows.reduce((sum, { transfers }) => sum + transfers, 0)), name).toBeLessThan(1e-6);
    }
});

// The council pays £100,000 in year 1; the ward has 400 contacts of £1,000, and 40 fewer are £40,000 a year.
test.each([
  // By hand: the net to date is −£60,000, −£20,000, £20,000 and £60,000, of which the council bears 60 % or has half.
  ["section-75", "council", [64_000, 24_000, 22_000, 20_000]],
  // Elective work at its price: 40 fewer at £1,500 are £60,000 less.
  ["aligned-payment", "hospital", [-60_000, -60_000, -60_000, -60_000]],
  // Three instalments of a third, with 5 % on what is left.
  ["prudential-loan", "council", [100_000, -38_333.34, -36_666.67, -34_999.99]],
])("%s moves to the %s what was worked out by hand", (regime, party, pounds) => {
  for (const [at, each] of moved(regime, party).entries()) expect(Math.abs(each - pounds[at])).toBeLessThan(0.02);
});

test("a rate card counts each of its services, each up to its cap", () => {
  // With the scheme 360 contacts of the ward and 40 of homes are counted; without it there is no cost, and no investor.
  expect(moved("outcomes-partnership", "investor").map((pounds) => Math.round(pounds))).toEqual(
    // 40 × £100 and 360 × £10 a year; homes stop at £10,000 in all.
    [-100_000 + 4_000 + 3_600, 4_000 + 3_600, 2_000 + 3_600, 3_600],
  );
});
