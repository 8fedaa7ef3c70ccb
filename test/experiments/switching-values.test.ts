import { describe, expect, test } from "vitest";
import { runCentral } from "../../src/engine/central.js";
import { type SwitchingValueRow, switchingValues } from "../../src/experiments/switching-values.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import { agenciesNamed } from "../../src/results/sums/parties.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { mapQuantities, quantitiesOf } from "../../src/scenario/quantities.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { isHunt } from "../support/hunt.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

const netOf = (scenario: Scenario, of: string): number => {
  const [strategy] = Object.keys(scenario.strategies);
  return figureOf(runCentral(scenario, [strategy]), 0, "net", { agencies: agenciesNamed(scenario, of) })[0];
};

const paysOf = (scenario: Scenario, of: string): number => {
  const [strategy] = Object.keys(scenario.strategies);
  return figureOf(runCentral(scenario, [strategy]), 0, "pays", { agencies: agenciesNamed(scenario, of) })[0];
};

const switching = (rows: readonly SwitchingValueRow[]) =>
  rows.flatMap(({ address, switchesAt }) => (switchesAt === null ? [] : [{ address, switchesAt }]));

describe("switchingValues(scenario)", () => {
  law(
    "gives the value at which the central net changes sign: it is 0 there, or jumps past 0",
    (form) => {
      const scenario = read(form);
      const at = (address: string, value: number): number =>
        netOf(
          mapQuantities(scenario, (each) => (each.address === address ? { ...each, expression: value } : each)),
          "society",
        );
      const scale = Math.abs(netOf(scenario, "society")) + paysOf(scenario, "society") + 1;
      for (const { address, switchesAt } of switching(switchingValues(scenario)).filter(
        (_, at) => isHunt || at % 4 === 0,
      )) {
        // A jump is found to a ten-thousandth of its value. A jump at 0 is found exactly.
        const step = 1e-4 * Math.abs(switchesAt);
        const near = [switchesAt - step, switchesAt, switchesAt + step, ...(step < 1e-12 ? [0] : [])];
        const nets = near.map((value) => at(address, value));
        const isZero = Math.abs(nets[1]) <= 1e-6 * scale;
        if (!isZero && new Set(nets.map(Math.sign)).size === 1) expect.fail(`${address} at ${near}: ${nets}`);
      }
    },
    1,
  );

  test.each([
    ["gritting/scenario.yaml", "hospital"],
    ["gritting/durham.yaml", "society"],
    ["fdac/scenario.yaml", "council"],
    ["fdac/scenario.yaml", "public"],
    ["warm-homes/scenario.yaml", "ccg"],
  ])("of %s, read again with each value set, leaves %s a net of 0", (file, of) => {
    const scenario = example(file);
    const scale = paysOf(scenario, of) + Math.abs(netOf(scenario, of));
    const values = switching(switchingValues(scenario, { of }));
    const numbers = quantitiesOf(scenario);
    for (const { address, switchesAt } of values) {
      // A length of time without a range ends with a cycle, so its range is kept.
      const isLength = numbers.get(address)?.unit === "years";
      const set = isLength ? { [`${address}.value`]: `${switchesAt} years` } : { [address]: switchesAt };
      expect(Math.abs(netOf(example(file, set), of)) / scale, address).toBeLessThan(1e-6);
    }
    expect(values.length).toBeGreaterThan(0);
  });

  /** A plan that costs £640 and averts a tenth of a year's visits, which cost £100 each. */
  const visits = (contacts: QuantityForm): Scenario =>
    read(
      bare({
        quantities: { x: 3 },
        services: { ward: { unit: "visit", cost: { council: 100 } } },
        demand: { ill: { to: "ward", contacts, per: "person", every: "year" } },
        interventions: {
          plan: reaching({
            costs: { all: { pays: { council: 640 }, in: "year 1" } },
            effects: { less: { cut: { ward: 0.1 } } },
          }),
        },
      }),
    );
  const atX = (scenario: Scenario) => switchingValues(scenario).find(({ address }) => address === "quantities.x");

  test("finds the root of a curve: 10 x³ = 640 at x = 4", () => {
    expect(atX(visits("abs(x) ^ 3"))).toMatchObject({ value: 3, withinRange: null });
    expect(atX(visits("abs(x) ^ 3"))?.switchesAt).toBeCloseTo(4, 9);
    expect(atX(visits("abs(x) ^ 3"))?.change).toBeCloseTo(1 / 3, 9);
  });

  test("finds the step at which the sign changes", () => {
    expect(atX(visits("x > 7.25 ? 80 : 10"))?.switchesAt).toBeCloseTo(7.25, 6);
  });

  test("is null if no value tried makes the result 0", () => {
    expect(atX(visits("min(abs(x), 60)"))).toMatchObject({ switchesAt: null, change: null, withinRange: null });
  });

  const planned = (contacts: string, x: number): ScenarioForm =>
    bare({
      quantities: { x },
      services: { ward: { unit: "stay", cost: { council: 100 } } },
      demand: { ill: { to: "ward", contacts, per: "everyone", every: "year" } },
      interventions: {
        plan: reaching({
          costs: { c: { pays: { council: 640 }, every: "year" } },
          effects: { e: { cut: { ward: 0.1 } } },
        }),
      },
    });

  test.each([
    ["no people to divide by", planned("3", 1)],
    ["a division by 0", planned("10 / x", 3)],
    ["a logarithm of 0", planned("max(0, log(x))", 3)],
  ])("goes on if one value tried has no result: %s", (_, form) => {
    expect(switchingValues(read(form)).length).toBeGreaterThan(3);
  });

  test("closes in on a jump", () => {
    // Below 7.25, a tenth of 63.9 contacts at £100 saves £639, just less than £640. Above, it saves far more.
    const rows = switchingValues(read(planned("x > 7.25 ? 1e6 : 63.9", 3)));
    expect(rows.find(({ address }) => address === "quantities.x")?.switchesAt).toBeCloseTo(7.25, 6);
  });
});
