import { expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centrally, cut, line, near, scenarioOf } from "./hand.js";

type Parts = Partial<ScenarioForm>;

/** A bed with 100 contacts per quarter at £100 per night. The agency that pays for it rations it. */
const rationed = (perYear: number, bed: object, more: Parts = {}): Parts => ({
  agencies: {
    council: { name: "Council", kind: "local" },
    hospital: { name: "Hospital", kind: "local", budget: { perYear }, whenShort: "ration" },
  },
  services: { bed: { unit: "night", cost: { hospital: 100 }, ...bed } } as Parts["services"],
  time: { start: "2025-04-01", years: 3, cycle: "quarter" },
  ...more,
});

const figuresOf = (parts: Parts, strategy = "without") => {
  const { queues, budgets } = centrally(scenarioOf(parts), strategy);
  return { ...budgets.get("hospital"), ...queues.get("bed") };
};

test("turns next year's contacts away by as much as this year's spending passed the budget", () => {
  // £40,000 a year; a quarter of it is variable. £1,500 too much is 15 % of the £10,000 that could be saved, so 60
  // nights of 400.
  expect(figuresOf(rationed(38_500, { cashable: 0.25 }))).toMatchObject({
    rationed: near([0, 60, 60]),
    turnedAway: near([0, 60, 60]),
    spending: near([40_000, 38_500, 38_500]),
    shortfall: near([0, 0, 0]),
  });
  // If every contact is turned away, £30,000 remain.
  expect(figuresOf(rationed(20_000, { cashable: 0.25 }))).toMatchObject({
    rationed: near([0, 400, 400]),
    spending: near([40_000, 30_000, 30_000]),
    shortfall: near([0, 10_000, 10_000]),
  });
});

test("bears the fixed cost of those turned away as far as there was room for them, so that serving them again costs the variable share", () => {
  // Without: £1,500 too much, 60 nights away. With half as many who come £35,000 are spent: nobody is turned away.
  const half = rationed(38_500, { cashable: 0.25 }, cut({}));
  expect(figuresOf(half, "grit")).toMatchObject({
    rationed: near([0, 0, 0]),
    spending: near([35_000, 35_000, 35_000]),
  });
  expect(line(scenarioOf(half), "hospital services.bed cash")?.money).toEqual(near([5000, 3500, 3500]));
  // A fifth fewer in the first year alone: £38,000, and in the second 60 more are served than without, for £25 each.
  const once = rationed(38_500, { cashable: 0.25 }, cut({ cut: { bed: 0.2 }, until: "1 year" }));
  expect(line(scenarioOf(once), "hospital services.bed cash")?.money).toEqual(near([2000, -1500, 0]));
});

test("turns nobody away in vain for long: where there is no room for all, more have to be turned away before any money is saved", () => {
  // 360 of 400 are served, for £36,000. £1,500 too much of £9,000 is a sixth of all contacts: 67, of which 40 had no
  // room before.
  // The next year they would have cost £37,000: £2,500 too much of £10,000, so 100 are turned away and 300 served.
  const limited = { cashable: 0.25, capacity: { contacts: 90, every: "quarter" } };
  expect(figuresOf(rationed(34_500, limited))).toMatchObject({
    rationed: near([0, 400 / 6, 100]),
    turnedAway: near([40, 400 / 6, 100]),
    spending: near([36_000, 36_000 - (25 * 80) / 3, 34_500]),
  });
});
