import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import { regimes } from "../../src/funding/regimes.js";
import { rules } from "../../src/funding/rules.js";
import { ledger } from "../../src/results/money/ledger.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { activity } from "../../src/results/people/activity.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import { settle } from "../../src/results/rules/settle.js";
import { explain } from "../../src/results/why/explain.js";
import { example, read } from "../support/read.js";
import { cutRegime, cuts, squeezed, wrongCuts } from "./cut-budgets.js";

const draws = 260; // more than a block, so that the second block carries over from zero

const { byBenefit, equalNet } = rules.share;
const { carryForward, keepShare, ratchet, useItOrLoseIt } = rules.yearEnd;

const tried: Readonly<Record<string, Regime>> = {
  "treasury pays and claws back": regimes.treasuryPaysAndClawsBack,
  "a single place budget": regimes.singlePlaceBudget,
  "gains shared, and a half of what is left kept": {
    decides: "each",
    share: byBenefit,
    yearEnd: keepShare({ share: 0.5 }),
  },
  "a ratchet over carry-forward, and the next budgets by head": {
    decides: "each",
    share: equalNet,
    yearEnd: ratchet({ share: 0.5, of: carryForward({ cap: 0.1 }) }),
    allocate: { rule: rules.allocate.salami({}) },
  },
};

describe("simulate(scenario, { regime })", () => {
  const scenario = example("our-place-our-budget/scenario.yaml");
  const strategies = ["all-three"];
  const withoutRegime = simulate(scenario, { draws, strategies });

  test.each(Object.entries(tried))("moves what settle says it moves, where nobody rations: %s", (_, regime) => {
    const under = ledger(simulate(scenario, { draws, strategies, regime }));
    const moved = new Map(
      under.flatMap(({ agency, year, kind, pounds }) => (kind === "transfers" ? [[`${agency} ${year}`, pounds]] : [])),
    );
    expect(moved.size).toBeGreaterThan(0);
    const rows = settle(withoutRegime, regime);
    for (const { party, year, transfers } of rows.filter(({ party }) => party in scenario.agencies))
      expect(moved.get(`${party} ${year}`) ?? 0).toBeCloseTo(transfers, 4);
  });

  test("changes nothing but what is moved, where nobody rations, to the bit", () => {
    const regime = tried["a single place budget"];
    const plain = whoSaves(withoutRegime);
    for (const [at, row] of whoSaves(simulate(scenario, { draws, strategies, regime })).entries()) {
      const { pays, avoided, cash, idle, backfilled, cheaper } = row;
      expect(plain[at]).toMatchObject({ pays, avoided, cash, idle, backfilled, cheaper });
      expect(row.net).toBeCloseTo(plain[at].net + row.transfers, 4);
    }
  });

  test("is settled again to the same", () => {
    const scenario = example("gritting/scenario.yaml");
    const regime = tried["treasury pays and claws back"];
    expect(settle(simulate(scenario, { draws, regime }), regime)).toEqual(
      settle(simulate(scenario, { draws }), regime),
    );
  });

  test.each([
    ["gritting/scenario.yaml", "hospital", "£20,000.00 from the treasury to University College Hospital: "],
    ["our-place-our-budget/scenario.yaml", "council", " from the treasury to Council: "],
  ])("explains what was moved in sentences that are part of the sum: %s", (file, agency, says) => {
    const rows = explain(simulate(example(file), { draws: 1, regime: "treasury-pays" }), { agency, year: 1 });
    const net = rows.find(({ what }) => what === "net");
    const parts = rows.filter(({ what }) => what !== "net");
    expect(parts.map(({ what }) => what)).toContainEqual(expect.stringContaining(says));
    expect(parts.reduce((sum, { pounds }) => sum + pounds, 0)).toBeCloseTo(net?.pounds ?? Number.NaN, 6);
  });

  test("says which rules are in force, and refuses what is none", () => {
    const scenario = example("gritting/scenario.yaml");
    expect(simulate(scenario, { draws: 1, regime: "silo" }).settings.regime).toBe("silo");
    expect(simulate(scenario, { draws: 1, regime: regimes.silo }).settings.regime).toBe("own");
    expect(simulate(scenario, { draws: 1 }).settings.regime).toBeNull();
    expect(() => simulate(scenario, { draws: 1, regime: "sillo" })).toThrow("Did you mean silo?");
  });
});

/**
 * A council with £100 per year that rations. 10 visits of £10 are asked for in the first year, 12 in the others. The
 * intervention saves 3 of them in year 1.
 */
const rationed = (regime?: Regime) => {
  const scenario = read({
    title: "Home visits",
    question: "What does money that is kept buy?",
    time: { start: "2025-04-01", years: 3, cycle: "year" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: {
      council: { name: "Council", kind: "local", budget: { perYear: 100 }, whenShort: "ration" },
    },
    cohorts: { residents: { size: 1 } },
    services: { visit: { unit: "visit", cost: { council: 10 }, cashable: "100%" } },
    demand: {
      visits: { to: "visit", contacts: { of: "year", steps: { 0: 7, 2: 12 } }, per: "everyone", every: "year" },
    },
    interventions: { none: { reaches: "everyone", costs: { pound: { pays: { council: 0 }, in: "year 1" } } } },
  });
  return simulate(scenario, { draws: 1, ...(regime ? { regime } : {}) });
};

describe("an agency that rations, under a regime", () => {
  // By hand. Years 1 to 3 ask for 7, 12 and 12 visits of £10, with £100 per year. Year 1 leaves £30. Year 2 costs £120,
  // which no agency foresaw.
  test.each([
    [
      "keeps what is left, and its overspend eats it",
      { decides: "each", yearEnd: carryForward({}) },
      [100, 130, 110],
      [7, 12, 11],
    ],
    [
      "loses what is left, and pays its overspend back",
      { decides: "each", yearEnd: useItOrLoseIt },
      [100, 100, 80],
      [7, 12, 8],
    ],
  ] as const)("%s", (_, regime, budgets, served) => {
    const simulation = rationed(regime as Regime);
    const rows = budgetGap(simulation).filter(({ strategy }) => strategy === "without");
    expect(rows.map(({ budget }) => budget)).toEqual(budgets.map((pounds) => expect.closeTo(pounds, 6)));
    const visits = activity(simulation).map(({ without }) => without);
    expect(visits).toEqual(served.map((count) => expect.closeTo(count, 6)));
  });

  test("without one it has its budget every year", () => {
    expect(budgetGap(rationed()).map(({ budget }) => budget)).toEqual([100, 100, 100, 100, 100, 100]);
  });
});

describe("an allocate rule with a cut", () => {
  test("shrinks budgets and what they buy, as sums by year say", () => {
    expect(wrongCuts(simulate)).toEqual([]);
  });

  test("of 0 gives what the same rules give without it, to the bit", () => {
    const [none] = cuts.map(cutRegime);
    const { allocate: _, ...without } = none;
    const rows = (regime: Regime) => budgetGap(simulate(squeezed(), { draws: 1, regime }));
    expect(rows(none)).toEqual(rows(without));
  });
});
