import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { draws, figureByYear, quantiles } from "../../src/results/draws.js";
import { answerLevelOf } from "../../src/results/money/answer-level.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { figures } from "../../src/results/sums/sums.js";
import { example } from "../support/read.js";

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, each) => sum + each, 0) / values.length;

// One with a range on nearly everything, one with grants and rising costs, one that sets optimism bias.
const runs = ["gritting", "discharge", "into-work"].map((name) =>
  simulate(example(`${name}/scenario.yaml`), { draws: 40 }),
);

describe.each(runs)("draws(simulation)", (run) => {
  test("has the mean and the percentiles of whoSaves, for every figure and everyone", () => {
    for (const row of whoSaves(run)) {
      const of = row.level === "agency" ? row.agency : row.level === "body" ? row.name : row.level;
      const drawn = (figure: "pays" | "avoided" | "cash" | "freed" | "idle" | "backfilled" | "cheaper" | "net") =>
        draws(run, { figure, of, strategy: row.strategy });
      for (const figure of ["pays", "avoided", "cash", "freed", "idle", "backfilled", "cheaper", "net"] as const)
        expect(mean(drawn(figure)), figure).toBeCloseTo(row[figure], 6);
      if (row.netP5 !== null) expect(quantiles(drawn("net"), [0.05, 0.95])).toEqual([row.netP5, row.netP95]);
    }
  });

  test("adds up over the years, to date as well, in present value and undiscounted", () => {
    for (const money of ["present", "plain"] as const)
      for (const figure of figures) {
        const rows = figureByYear(run, { figure, money });
        const all = draws(run, { figure, money });
        expect(rows).toHaveLength(run.scenario.time.years);
        expect(rows.at(-1)?.toDate).toBeCloseTo(mean(all), 4);
        expect(rows.at(-1)?.toDateP95).toBeCloseTo(quantiles(all, [0.95])[0], 4);
        expect(rows.reduce((sum, { pounds }) => sum + pounds, 0)).toBeCloseTo(mean(all), 4);
        const second = draws(run, { figure, money, year: 2 });
        if (rows.length > 1) expect(rows[1].pounds).toBeCloseTo(mean(second), 6);
      }
  });

  test("is of the first strategy, net, and the level of the answer by default", () => {
    const [strategy] = run.settings.strategies;
    const stated = { figure: "net", of: answerLevelOf(run), strategy, money: "present" } as const;
    expect(draws(run)).toEqual(draws(run, stated));
    expect(figureByYear(run)).toEqual(figureByYear(run, stated));
  });

  test("belongs together draw by draw: net is what it is made of", () => {
    const of = "society";
    const [pays, cash, cheaper, transfers] = (["pays", "cash", "cheaper", "transfers"] as const).map((figure) =>
      draws(run, { figure, of }),
    );
    if (run.scenario.money.optimismBias !== null) return;
    for (const [draw, net] of draws(run, { of }).entries())
      expect(net).toBeCloseTo(cash[draw] + cheaper[draw] + transfers[draw] - pays[draw], 4);
  });
});

test("without a strategy every draw is 0, and there are no rows", () => {
  const none = simulate(example("gritting/scenario.yaml"), { draws: 3, strategies: [] });
  expect([...draws(none)]).toEqual([0, 0, 0]);
  expect(figureByYear(none)).toEqual([]);
});

test("a share beyond 0 to 1 is refused", () => {
  expect(() => quantiles([1, 2], [95])).toThrow("shares is a number from 0 to 1, not 95.");
});
