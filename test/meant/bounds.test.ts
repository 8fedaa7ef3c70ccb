import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

test.each([
  ["0%", "40%", "60%"],
  ["30%", "90%", "100%"],
  ["0%", "0%", "10%"],
  ["0%", "50%", "100%"],
])("a share from %s (value %s) to %s has a pert distribution, as the assumptions state", (low, value, high) => {
  const form = bare({
    interventions: {
      a: reaching({ effects: { less: { saves: { council: 100 }, in: "year 1", cashable: { value, low, high } } } }),
    },
  });
  const scenario = read(form);
  expect(scenario.warnings).toEqual([]);
  const rows = assumptions(simulate(scenario, { draws: 256 }));
  expect(rows.find(({ address }) => address.endsWith("cashable"))?.note).toBe(
    "drawn from a pert distribution: its low and high are bounds, and its value is the likeliest",
  );
});

test("an amount from 0 that is never below 0 has a pert distribution", () => {
  const costs = { fee: { pays: { council: { value: 100, low: 0, high: 300 } }, in: "year 1" } };
  const scenario = read(bare({ interventions: { a: reaching({ costs }) } }));
  expect(scenario.warnings).toEqual([]);
  const note = "drawn from a pert distribution: its low and high are bounds, and its value is the likeliest";
  expect(assumptions(simulate(scenario, { draws: 256 })).map((row) => row.note)).toContain(note);
});
