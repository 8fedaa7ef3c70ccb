import { describe, expect, test } from "vitest";
import { runCentral } from "../../src/engine/central.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { families } from "../../src/quantity/distributions/index.js";
import type { Trace } from "../../src/quantity/expression.js";
import { agenciesNamed } from "../../src/results/parties.js";
import { figureOf } from "../../src/results/sums.js";
import type { Scenario } from "../../src/scenario/scenario.js";
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
});
