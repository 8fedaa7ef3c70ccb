import { describe, expect, test } from "vitest";
import { mean } from "../../src/base/mathematics/statistics.js";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { acceptability } from "../../src/results/uncertainty/acceptability.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";
import { caseworkRun, plansByHand } from "./outcome-runs.js";

const levels = ["place", "public"] as const;
const netOf = (strategy: string, of: string): number =>
  appraisal(caseworkRun).find((row) => row.strategy === strategy && row.level === of)?.netAvoided ?? 0;

describe("costEffectiveness(simulation)", () => {
  test("by hand: plans for £100 and £400 on top of usual spending have ratios of £100 and £150", () => {
    const rows = costEffectiveness(plansByHand);
    const column = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
    expect(column("strategy")).toEqual(["without", "cheap", "dear", "waste"]);
    expect(column("cost")).toEqual([100, 200, 500, 600]);
    expect(column("outcomes")).toEqual([2, 3, 5, 2]);
    expect(column("icer")).toEqual([null, 100, 150, null]);
    expect(column("status")).toEqual(["frontier", "frontier", "frontier", "dominated"]);
  });

  test("compares only the named strategies, with or without business as usual", () => {
    const rows = costEffectiveness(plansByHand, { strategies: ["dear", "cheap"], outcome: "housed", of: "council" });
    expect(rows.map(({ strategy, icer }) => [strategy, icer])).toEqual([
      ["cheap", null],
      ["dear", 150],
    ]);
  });

  test.each(levels)("counts all that the %s spends: the spending of business as usual, less netAvoided", (of) => {
    const rows = costEffectiveness(caseworkRun, { of });
    const cost = new Map(rows.map((row) => [row.strategy, row.cost]));
    const usual = cost.get("without") ?? Number.NaN;
    const agencies = Object.keys(caseworkRun.scenario.agencies);
    const spent = mean(spendingOf(caseworkRun.drawn, agencies, { money: "plain" }));
    expect(usual).toBeCloseTo(of === "place" ? 0 : spent, 6);
    for (const strategy of caseworkRun.settings.strategies)
      expect(cost.get(strategy)).toBeCloseTo(usual - netOf(strategy, of), 6);
  });

  law("differs in cost by the netAvoided of the appraisal, and gives equal strategies the same status", (form) => {
    const run = simulate(read(form), { draws: 16 });
    const society = appraisal(run).filter(({ level }) => level === "society");
    const rows = costEffectiveness(run, { of: "society" });
    for (const { strategy, outcome, cost, outcomes: amount, status } of rows) {
      const own = rows.filter((row) => row.outcome === outcome);
      const usual = own.find((row) => row.strategy === "without")?.cost ?? Number.NaN;
      const net =
        society.find((row) => row.strategy === strategy)?.netAvoided ?? (strategy === "without" ? 0 : undefined);
      if (net !== undefined) expect(Math.abs(usual - net - cost)).toBeLessThanOrEqual(1e-9 * (usual + Math.abs(net)));
      for (const other of own) if (other.cost === cost && other.outcomes === amount) expect(other.status).toBe(status);
    }
  });

  test("has no rows for a scenario without outcomes, and reports unknown names", () => {
    const gritting = simulate(example("gritting/scenario.yaml"), { draws: 1 });
    expect(costEffectiveness(gritting)).toEqual([]);
    expect(() => costEffectiveness(gritting, { outcome: "lifeYear" })).toThrow("There is no outcome called lifeYear.");
    expect(() => costEffectiveness(plansByHand, { outcome: "home" })).toThrow(
      /An outcome is a\s+service with a worth\./,
    );
    expect(() => costEffectiveness(plansByHand, { of: "counsil" })).toThrow("Did you mean council?");
    expect(() => costEffectiveness(plansByHand, { strategies: ["deer"] })).toThrow("Did you mean dear?");
  });
});

describe("acceptability(simulation)", () => {
  test("shares sum to 1 at any willingness to pay, and the mean net benefit is that of mean cost and outcome", () => {
    const rows = acceptability(caseworkRun, { willingnessToPay: [0, 500, 5000] });
    const means = new Map(costEffectiveness(caseworkRun).map((row) => [row.strategy, row]));
    for (const pounds of [0, 500, 5000]) {
      const own = rows.filter(({ willingnessToPay }) => willingnessToPay === pounds);
      expect(own).toHaveLength(4);
      expect(own.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
      for (const { strategy, netBenefit } of own) {
        const { cost = 0, outcomes = 0 } = means.get(strategy) ?? {};
        expect(netBenefit).toBeCloseTo(pounds * outcomes - cost, 4);
      }
    }
  });

  law("the frontier is at the strategy of the greatest mean benefit, which evpi calls the best", (form) => {
    const run = simulate(read(form), { draws: 64 });
    const worths = { willingnessToPay: [0, 500, 20_000] };
    const best = acceptability(run, worths).filter(({ isBest }) => isBest);
    const key = (row: { readonly outcome: string | null; readonly willingnessToPay: number | null }) =>
      `${row.outcome} ${row.willingnessToPay}`;
    expect(best.map((row) => [key(row), row.strategy])).toEqual(evpi(run, worths).map((row) => [key(row), row.best]));
  });

  test("the best on the mean is not always the most likely: a plan that gains 9 in a third of draws, and else loses 1", () => {
    const draw = { value: 0.5, low: 0, high: 1, distribution: "uniform" as const };
    const risky = bare({
      quantities: { luck: draw },
      services: { home: { unit: "home", worth: "society" } },
      interventions: {
        plan: reaching({ effects: { e: { saves: { council: "luck > 2 / 3 ? 10 : 0" }, in: "year 1" } } }),
        fee: reaching({ costs: { c: { pays: { council: 1 }, in: "year 1" } } }),
      },
      strategies: { plan: ["plan", "fee"] },
    });
    const rows = acceptability(simulate(read(risky), { draws: 3000 }), { willingnessToPay: [0] });
    expect(rows.map(({ isBest, share }) => [isBest, (share ?? 0) > 0.5])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(rows[1].share).toBeCloseTo(1 / 3, 1);
  });

  test("the cheapest wins if an outcome is worth £0, and without ranges one strategy wins every draw", () => {
    const shares = acceptability(plansByHand, { willingnessToPay: [0, 120, 1000] }).map(({ share }) => share);
    expect(shares).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]);
  });

  test("refuses a willingness to pay below 0 or without a number", () => {
    expect(() => acceptability(plansByHand, { willingnessToPay: [-1] })).toThrow("0 or more, not -1");
    expect(() => acceptability(plansByHand, { willingnessToPay: [Number.NaN] })).toThrow("not NaN");
  });
});
