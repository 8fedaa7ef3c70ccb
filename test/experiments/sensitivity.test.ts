import { describe, expect, test } from "vitest";
import { contactsOf } from "../../src/engine/book/read-book.js";
import { runCentral } from "../../src/engine/central.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { families } from "../../src/quantity/distributions/index.js";
import type { Trace } from "../../src/quantity/expression.js";
import { outcomesIn } from "../../src/results/sums/compared.js";
import { agenciesNamed } from "../../src/results/sums/parties.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { numbersOf } from "../../src/results/uncertainty/numbers.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { mapExpressions } from "../support/change.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

const netOf = (scenario: Scenario, of: string): number => {
  const [strategy] = Object.keys(scenario.strategies);
  return figureOf(runCentral(scenario, [strategy]), 0, "net", { agencies: agenciesNamed(scenario, of) })[0];
};

describe("sensitivity(scenario)", () => {
  law("gives the central result with each range at its percentiles 2.5 and 97.5, the widest swing first", (form) => {
    const scenario = read(form);
    const rows = sensitivity(scenario);
    const central = netOf(scenario, "society");
    const scale = Math.max(1, ...rows.flatMap((row) => [row.central, row.atLow, row.atHigh].map(Math.abs)));
    for (const row of rows) {
      expect(Math.abs(row.central - central) / scale).toBeLessThan(1e-9);
      expect(row.swing).toBe(Math.abs(row.atHigh - row.atLow));
      let isRange = false;
      const [atLow, atHigh] = [0.025, 0.975].map((share) =>
        mapExpressions(scenario, (part) => {
          if (typeof part === "number" || part.kind !== "range" || part.address !== row.address) return part;
          isRange = true;
          const { family, parameters } = part;
          return families[family].quantile(parameters)(share);
        }),
      );
      if (!isRange) continue;
      expect(Math.abs(row.atLow - netOf(atLow, "society")) / scale, row.address).toBeLessThan(1e-9);
      expect(Math.abs(row.atHigh - netOf(atHigh, "society")) / scale, row.address).toBeLessThan(1e-9);
    }
    const swings = rows.map(({ swing }) => swing);
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  });

  test("of gritting equals runs with its low and high values set, and with its mildest and coldest winter", () => {
    const file = "gritting/scenario.yaml";
    const trace = example(file).quantities.temperature.expression as Trace;
    const winters = trace.names.map((winter) =>
      netOf(example(file, { "quantities.temperature.pick": winter }), "hospital"),
    );
    const rows = new Map(sensitivity(example(file), { of: "hospital" }).map((row) => [row.address, row]));
    const expected = {
      "quantities.temperature": [Math.min(...winters), Math.max(...winters)],
      "quantities.effect": ["20%", "60%"].map((effect) =>
        netOf(example(file, { "quantities.effect": effect }), "hospital"),
      ),
      "quantities.onTreatedNetwork": ["5%", "40%"].map((share) =>
        netOf(example(file, { "quantities.onTreatedNetwork": share }), "hospital"),
      ),
      "demand.attendOnly": [3, 12].map((contacts) =>
        netOf(example(file, { "demand.attendOnly": contacts }), "hospital"),
      ),
    };
    for (const [address, [low, high]] of Object.entries(expected)) {
      expect(rows.get(address)?.atLow, address).toBeCloseTo(low, 4);
      expect(rows.get(address)?.atHigh, address).toBeCloseTo(high, 4);
    }
  });

  law(
    "of an outcome gives the gain, and the money lost for each one gained, with all numbers central and at ends",
    (form) => {
      const scenario = read(form);
      const [strategy] = Object.keys(scenario.strategies);
      for (const { outcome } of outcomesIn(scenario)) {
        const rows = sensitivity(scenario, { outcome });
        const money = new Map(
          sensitivity(scenario, { of: "public", figure: "netAvoided" }).map((row) => [row.address, row]),
        );
        const gains = new Map(rows.flatMap((row) => (row.result === "outcomes" ? [[row.address, row]] : [])));
        const book = runCentral(scenario, [strategy]);
        const [usual, changed] = [-1, 0].map((each) => contactsOf(book, each, outcome, { money: "present" })[0]);
        for (const row of rows) {
          if (row.result === "outcomes") expect(row.central).toBeCloseTo(changed - usual, 6);
          const number = numbersOf(scenario).get(row.address)?.expression;
          if (row.result !== "icer" || typeof number !== "object" || number.kind !== "range") continue;
          for (const [end, status] of [
            ["central", "centralStatus"],
            ["atLow", "lowStatus"],
            ["atHigh", "highStatus"],
          ] as const) {
            const [cost, gain] = [-(money.get(row.address)?.[end] ?? 0), gains.get(row.address)?.[end] ?? 0];
            if (row[status] === "ratio") expect(row[end]).toBeCloseTo(cost / gain, 6);
            else expect([row[end], cost > 1e-6 && gain > 0]).toEqual([null, false]);
          }
        }
      }
    },
  );

  test("by hand: a plan for £100 that houses one person; what it costs and gives has a range", () => {
    const scenario = read(
      bare({
        services: { housed: { unit: "year", worth: "council" } },
        quantities: {
          fee: { value: 100, low: 50, high: 150, distribution: "normal" },
          more: { value: 1, low: 0, high: 2, distribution: "normal" },
          relief: { value: 0, low: -200, high: 200, distribution: "normal" },
        },
        demand: { years: { to: "housed", contacts: 2, per: "person", every: "year" } },
        interventions: {
          plan: reaching({
            costs: { c: { pays: { council: "fee" }, in: "year 1" } },
            effects: { e: { add: { "demand.years": "more" } }, f: { saves: { council: "relief" }, in: "year 1" } },
          }),
        },
        strategies: { plan: ["plan"] },
      }),
    );
    const rows = sensitivity(scenario, { of: "council", outcome: "housed" });
    const told = rows.map(({ result, address, atLow, lowStatus, atHigh, highStatus, swing }) => [
      ...[result, address.replace("quantities.", "")],
      ...[atLow, lowStatus, atHigh, highStatus, swing].map((value) =>
        typeof value === "number" ? Math.round(value) : value,
      ),
    ]);
    expect(told).toEqual([
      ["outcomes", "more", 0, null, 2, null, 2],
      ["outcomes", "fee", 1, null, 1, null, 0],
      ["outcomes", "relief", 1, null, 1, null, 0],
      ["icer", "more", null, "dominated", 50, "ratio", null],
      ["icer", "relief", 300, "ratio", null, "dominant", null],
      ["icer", "fee", 50, "ratio", 150, "ratio", 100],
    ]);
    expect(rows.filter(({ result }) => result === "icer").map(({ central }) => central)).toEqual([100, 100, 100]);
  });

  test("of hiv: one more year of life costs £6,276 with all numbers central, as published", () => {
    const rows = sensitivity(example("hiv/scenario.yaml"), { outcome: "lifeYear" });
    expect(rows.find(({ result }) => result === "icer")?.central).toBeCloseTo(6275.9556, 4); // Briggs 2006, heemod
  });
});
