import { describe, expect, test } from "vitest";
import {
  acceptability,
  costEffectiveness,
  decide,
  evpi,
  priceOfSilos,
  simulate,
  votes,
  whoSaves,
} from "../../src/index.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";

/** Three strategies that save 100, 200 and 900, for a cost of 50 each. The last is what somebody claims. */
const plans = (reading: boolean): ScenarioForm =>
  bare({
    services: {
      visit: { unit: "visit", cost: { council: 100 }, cashable: "100%" },
      lifeYear: { unit: "life year", worth: "society" },
    },
    demand: {
      visits: { to: "visit", contacts: 10, per: "everyone", every: "year" },
      years: { to: "lifeYear", contacts: 1, per: "everyone", every: "year" },
    },
    interventions: Object.fromEntries(
      [1, 2, 9].map((visits) => [
        `less${visits}`,
        reaching({
          costs: { work: { pays: { council: 50 }, every: "year" } },
          effects: { less: { add: { "demand.visits": -visits, "demand.years": visits } } },
        }),
      ]),
    ),
    strategies: {
      one: ["less1"],
      two: ["less2"],
      claimed: { of: ["less9"], name: "What is claimed", reading },
    },
  });

describe("a reading is shown and never ranked", () => {
  const run = simulate(read(plans(true)), { draws: 4 });
  const strategiesIn = (rows: readonly { readonly strategy: string }[]) => [
    ...new Set(rows.map(({ strategy }) => strategy)),
  ];

  test("it has its rows where nothing is ranked", () =>
    expect(strategiesIn(whoSaves(run))).toEqual(["one", "two", "claimed"]));

  test("evpi chooses among the others, and says what it leaves out", () =>
    expect(evpi(run)).toMatchObject([{ best: "two", net: 150, evpi: 0, leftOut: ["claimed"] }]));

  test("it has no share in acceptability", () =>
    expect(strategiesIn(acceptability(run))).toEqual(["without", "one", "two"]));

  test("its row of cost-effectiveness has no rank, and the others are ranked without it", () => {
    const status = costEffectiveness(run).map((row) => [row.strategy, row.status, row.icer]);
    expect(status.at(-1)).toEqual(["claimed", "reading", null]);
    const others = costEffectiveness(simulate(read(plans(true)), { draws: 4, strategies: ["one", "two"] }));
    expect(costEffectiveness(run).slice(0, -1)).toEqual(others);
  });

  test("nobody signs it, and it is no part of what could be gained", () => {
    expect(strategiesIn(decide(run, ["silo"]))).toEqual(["one", "two"]);
    expect(strategiesIn(votes(run, ["silo"]))).toEqual(["one", "two"]);
    // one and two share no intervention: 50 and 150.
    expect(priceOfSilos(run, ["silo"])[0]).toMatchObject({ achievable: 200, goAhead: ["one", "two"] });
  });

  test("an option in its place is ranked", () => {
    const ranked = simulate(read(plans(false)), { draws: 4 });
    expect(evpi(ranked)).toMatchObject([{ best: "claimed", leftOut: [] }]);
    expect(priceOfSilos(ranked, ["silo"])[0]).toMatchObject({ achievable: 1050 });
  });

  test.each(["decide", "votes", "price-of-silos", "evpi", "acceptability"])("%s says so in one line", (name) => {
    const text = toText(report(run, { show: [name] })).replaceAll(/\s+/g, " ");
    expect(text).toContain("What is claimed is a reading, not an option, and left out here.");
  });

  test("where there are only readings, the output says why it is empty", () => {
    const alone = simulate(read(plans(true)), { draws: 4, strategies: ["claimed"] });
    expect(toText(report(alone, { show: ["decide"] })).replaceAll(/\s+/g, " ")).toContain(
      "There is nothing to show: every strategy is a reading, not an option.",
    );
    expect(evpi(alone)).toMatchObject([{ best: "without", leftOut: ["claimed"] }]);
  });
});

test.each([
  ["better-care-fund", ["plan", "as-it-went"]],
  ["casework", ["as-counted", "less-help", "less-itself"]],
  ["eighty-twenty", ["most-in-need", "list-counted", "list-tried"]],
  ["payment-rules", ["peterborough", "reinvestment", "marginal-rate", "troubled-families", "potholes"]],
  ["troubled-families", ["claimed", "compared", "second-phase", "from-parts"]],
])("the readings of %s", (name, readings) => {
  const { strategies } = example(`${name}/scenario.yaml`);
  expect(Object.keys(strategies).filter((strategy) => strategies[strategy].reading)).toEqual(readings);
});
