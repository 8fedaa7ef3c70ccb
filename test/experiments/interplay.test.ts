import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { interplay } from "../../src/experiments/interplay.js";
import { interplayOutput } from "../../src/report/outputs/money/interplay.js";
import { draws, quantiles } from "../../src/results/draws.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";

const cut = (share: string | { readonly low: string; readonly value: string; readonly high: string }) =>
  reaching({ effects: { less: { cut: { visit: share } } } });

/** 100 visits of £10, which two programmes cut by `first` and by 30%; a third saves £5 elsewhere. */
const overlapping = (first: Parameters<typeof cut>[0]): ScenarioForm =>
  bare({
    services: { visit: { unit: "visit", cost: { council: 10 }, cashable: "100%" } },
    demand: { visits: { to: "visit", contacts: 100, per: "everyone", every: "year" } },
    interventions: {
      calls: cut(first),
      home: cut("30%"),
      apart: reaching({ effects: { less: { saves: { council: 5 }, every: "year", cashable: "100%" } } }),
    },
    strategies: { both: ["calls", "home"], apart: ["calls", "apart"], alone: ["home"] },
  });

const partsOf = (form: ScenarioForm, count = 4) =>
  interplay(read(form), { draws: count }).map(({ strategy, part, intervention, net }) => [
    strategy,
    part,
    intervention,
    Math.round(net * 1e6) / 1e6,
  ]);

describe("interplay(scenario)", () => {
  // By hand: 1000 × (1 − 0.8 × 0.7) = 440, and 200 + 300 − 440 = 60 are counted twice.
  test("is the whole less the sum of its parts: what two cuts share, and nothing of two savings apart", () =>
    expect(partsOf(overlapping("20%"))).toEqual([
      ["both", "alone", "calls", 200],
      ["both", "alone", "home", 300],
      ["both", "together", "all", 440],
      ["both", "interplay", "all", -60],
      ["apart", "alone", "calls", 200],
      ["apart", "alone", "apart", 5],
      ["apart", "together", "all", 205],
      ["apart", "interplay", "all", 0],
    ]));

  // The interplay is −0.3 × what the first cut saves, in every draw: its range is that of the first cut.
  test("has the range of the interplay on the same draws", () => {
    const form = overlapping({ low: "10%", value: "20%", high: "40%" });
    const rows = interplay(read(form), { draws: 256, strategies: ["both"] });
    const alone = simulate(read({ ...form, strategies: { calls: ["calls"] } }), { draws: 256 });
    const [low, high] = quantiles(draws(alone, { of: "society" }), [0.05, 0.95]);
    expect(rows.at(-1)?.netP5).toBeCloseTo(-0.3 * high, 6);
    expect(rows.at(-1)?.netP95).toBeCloseTo(-0.3 * low, 6);
  });

  test("has the whole of whoSaves, for each strategy of an example", () => {
    const scenario = example("gritting/scenario.yaml");
    const run = simulate(scenario, { draws: 40 });
    for (const row of interplay(scenario, { draws: 40, of: "society" }).filter(({ part }) => part === "together"))
      expect(row.net).toBe(whoSaves(run).find((own) => own.strategy === row.strategy && own.level === "society")?.net);
  });

  test("says so in a sentence, and has no rows of strategies of one intervention", () => {
    expect(interplayOutput.page(simulate(read(overlapping("20%")), { draws: 4 })).finding).toEqual([
      "Both: together £440; the whole less its parts alone is −£60.",
      "Apart: together £205, exactly as much as its parts alone.",
    ]);
    expect(interplay(read({ ...overlapping("20%"), strategies: { home: ["home"] } }), { draws: 4 })).toEqual([]);
  });
});
