import { describe, expect, test } from "vitest";
import { mean } from "../../src/base/mathematics/statistics.js";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { activity } from "../../src/results/people/activity.js";
import { outcomes } from "../../src/results/people/outcomes.js";
import { acceptability } from "../../src/results/uncertainty/acceptability.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { valueForMoney } from "../../src/results/uncertainty/value-for-money.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";
import { casework } from "./casework.js";

const simulation = simulate(read(casework), { draws: 512 });
const levels = ["place", "public"] as const;
const netOf = (strategy: string, of: string): number =>
  appraisal(simulation).find((row) => row.strategy === strategy && row.level === of)?.netAvoided ?? 0;

/**
 * One council and no ranges. Business as usual houses 2 people, at £50 each. The cheap plan houses 1 more, the dear
 * plan 3 more, and the wasteful plan none.
 */
const byHand = simulate(
  read(
    bare({
      services: {
        home: { unit: "home", cost: { council: 50 } },
        housed: { unit: "year", worth: "council" },
      },
      demand: {
        homes: { to: "home", contacts: 2, per: "person", every: "year" },
        years: { to: "housed", contacts: 2, per: "person", every: "year" },
      },
      interventions: {
        cheap: reaching({
          costs: { c: { pays: { council: 100 }, in: "year 1" } },
          effects: { e: { add: { "demand.years": 1 } } },
        }),
        dear: reaching({
          costs: { c: { pays: { council: 400 }, in: "year 1" } },
          effects: { e: { add: { "demand.years": 3 } } },
        }),
        waste: reaching({ costs: { c: { pays: { council: 500 }, in: "year 1" } } }),
      },
      strategies: { cheap: ["cheap"], dear: ["dear"], waste: ["waste"] },
    }),
  ),
  { draws: 2 },
);

describe("costEffectiveness(simulation)", () => {
  test("by hand: plans for £100 and £400 on top of usual spending have ratios of £100 and £150", () => {
    const rows = costEffectiveness(byHand);
    const column = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
    expect(column("strategy")).toEqual(["without", "cheap", "dear", "waste"]);
    expect(column("cost")).toEqual([100, 200, 500, 600]);
    expect(column("outcomes")).toEqual([2, 3, 5, 2]);
    expect(column("icer")).toEqual([null, 100, 150, null]);
    expect(column("status")).toEqual(["frontier", "frontier", "frontier", "dominated"]);
  });

  test("compares only the named strategies, with or without business as usual", () => {
    const rows = costEffectiveness(byHand, { strategies: ["dear", "cheap"], outcome: "housed", of: "council" });
    expect(rows.map(({ strategy, icer }) => [strategy, icer])).toEqual([
      ["cheap", null],
      ["dear", 150],
    ]);
  });

  test.each(levels)("counts all that the %s spends: the spending of business as usual, less netAvoided", (of) => {
    const rows = costEffectiveness(simulation, { of });
    const cost = new Map(rows.map((row) => [row.strategy, row.cost]));
    const usual = cost.get("without") ?? Number.NaN;
    const agencies = Object.keys(simulation.scenario.agencies);
    const spent = mean(spendingOf(simulation.drawn, agencies, { money: "plain" }));
    expect(usual).toBeCloseTo(of === "place" ? 0 : spent, 6);
    for (const strategy of simulation.settings.strategies)
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
    expect(() => costEffectiveness(byHand, { outcome: "home" })).toThrow(/An outcome is a\s+service with a worth\./);
    expect(() => costEffectiveness(byHand, { of: "counsil" })).toThrow("Did you mean council?");
    expect(() => costEffectiveness(byHand, { strategies: ["deer"] })).toThrow("Did you mean dear?");
  });
});

describe("acceptability(simulation)", () => {
  test("shares sum to 1 at any willingness to pay, and the mean net benefit is that of mean cost and outcome", () => {
    const rows = acceptability(simulation, { willingnessToPay: [0, 500, 5000] });
    const means = new Map(costEffectiveness(simulation).map((row) => [row.strategy, row]));
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
    const shares = acceptability(byHand, { willingnessToPay: [0, 120, 1000] }).map(({ share }) => share);
    expect(shares).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]);
  });

  test("refuses a willingness to pay below 0 or without a number", () => {
    expect(() => acceptability(byHand, { willingnessToPay: [-1] })).toThrow("0 or more, not -1");
    expect(() => acceptability(byHand, { willingnessToPay: [Number.NaN] })).toThrow("not NaN");
  });
});

describe("evpi(simulation)", () => {
  law("is never below 0, and nor is the net of the best by mean", (form) => {
    const run = simulate(read(form), { draws: 64 });
    for (const of of Object.keys(form.agencies)) {
      const [{ best, net, netWithPerfectInformation, evpi: value }] = evpi(run, { of });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(net).toBeGreaterThanOrEqual(0);
      expect(netWithPerfectInformation).toBe(net + value);
      if (best === "without") expect(net).toBe(0);
    }
  });

  test("by hand: of a plan that loses 50 or gains 50, equally likely, knowing is worth 25", () => {
    const coin = { value: 50, low: -50, high: 150, distribution: "uniform" as const };
    const run = simulate(
      read(
        bare({
          quantities: { gain: coin },
          interventions: {
            plan: reaching({ effects: { e: { saves: { council: "gain > 50 ? 100 : 0" }, in: "year 1" } } }),
            fee: reaching({ costs: { c: { pays: { council: 50 }, in: "year 1" } } }),
          },
          strategies: { plan: ["plan", "fee"] },
        }),
      ),
      { draws: 512 },
    );
    expect(evpi(run)[0]).toMatchObject({ best: "without", net: 0, netWithPerfectInformation: 25, evpi: 25 });
    expect(evpi(run)[0]).toMatchObject({ outcome: null, willingnessToPay: null });
  });

  test("by hand, by what an outcome is worth: a plan costs 50, and gives a job in half of the draws", () => {
    const run = simulate(
      read(
        bare({
          quantities: { luck: { value: 50, low: 0, high: 100, distribution: "uniform" } },
          services: { job: { unit: "job", worth: "society" } },
          demand: { jobs: { to: "job", contacts: 3, per: "everyone", every: "year" } },
          interventions: {
            plan: reaching({
              costs: { c: { pays: { council: 50 }, in: "year 1" } },
              effects: { e: { add: { "demand.jobs": "luck > 50 ? 1 : 0" } } },
            }),
          },
        }),
      ),
      { draws: 512 },
    );
    // Worth 100, the plan is worth −50 or 50; worth 200, −50 or 150. Knowing which saves the loss of 50 in half of them.
    expect(evpi(run, { willingnessToPay: [0, 50, 100, 200] })).toMatchObject([
      { outcome: "job", willingnessToPay: 0, best: "without", net: 0, evpi: 0 },
      { willingnessToPay: 50, best: "without", net: 0, evpi: 0 },
      { willingnessToPay: 100, best: "without", net: 0, netWithPerfectInformation: 25, evpi: 25 },
      { willingnessToPay: 200, best: "plan", net: 50, netWithPerfectInformation: 75, evpi: 25 },
    ]);
    expect(evpi(run, { outcome: "job" }).map((row) => row.willingnessToPay)).toContain(20_000);
    const benefits = acceptability(run, { willingnessToPay: [200] }).map(({ netBenefit }) => netBenefit);
    expect(benefits[1] - benefits[0]).toBeCloseTo(50, 9);
    expect(() => evpi(run, { willingnessToPay: [-1] })).toThrow("0 or more, not -1");
  });
});

describe("outcomes(simulation)", () => {
  test("are the contacts of services with a worth, by year and in total", () => {
    const rows = outcomes(simulation);
    const contacts = activity(simulation).filter(({ service }) => service === "yearHoused");
    for (const { strategy, year, without, with: others, gain, gainP5, gainP95 } of rows) {
      const own = contacts.filter((row) => row.strategy === strategy && (year === null || row.year === year));
      const sum = (key: "without" | "with" | "difference") => own.reduce((total, row) => total + row[key], 0);
      expect(without).toBeCloseTo(sum("without"), 8);
      expect(others).toBeCloseTo(sum("with"), 8);
      expect(gain).toBeCloseTo(sum("difference"), 8);
      expect(gainP5).toBeLessThanOrEqual(gainP95);
    }
  });

  test("are discounted at their own rate: year 2 at 3.5 %", () => {
    const [first, second, all] = outcomes(simulation).filter(({ strategy }) => strategy === "homes");
    expect(first.presentGain).toBeCloseTo(first.gain, 10);
    expect(second.presentWith).toBeCloseTo(second.with / 1.035, 8);
    expect(second.presentGain).toBeCloseTo(second.gain / 1.035, 8);
    expect(all.presentGain).toBeCloseTo(first.presentGain + second.presentGain, 8);
  });
});

describe("valueForMoney(simulation)", () => {
  test("has the net of the appraisal and the gain of the outcomes; both are better at most as often as either", () => {
    const money = appraisal(simulation);
    const rows = valueForMoney(simulation);
    expect(rows.map(({ strategy, level }) => [strategy, level])).toEqual(money.map((row) => [row.strategy, row.level]));
    for (const [at, { net, netP5, gain, better, betterForLess }] of rows.entries()) {
      expect([net, netP5]).toEqual([money[at].net, money[at].netP5]);
      if (betterForLess !== null && better !== null)
        expect(betterForLess).toBeLessThanOrEqual(Math.min(better, money[at].chance ?? 1));
      const all = outcomes(simulation).find((row) => row.strategy === rows[at].strategy && row.year === null);
      expect(gain).toBeCloseTo(all?.presentGain ?? Number.NaN, 8);
    }
  });

  test("counts no draws where nothing has a range", () => {
    const shares = valueForMoney(byHand).map(({ better, betterForLess }) => [better, betterForLess]);
    expect(shares).toEqual([1, 2, 3].map(() => [null, null]));
  });
});
