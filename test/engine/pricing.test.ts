import { expect, test } from "vitest";
import { drawsAt } from "../../src/base/cube.js";
import { mean } from "../../src/base/statistics.js";
import { entriesOf } from "../../src/engine/entries.js";
import { pricingOf } from "../../src/engine/pricing.js";
import { entryValue, modelYearsOf } from "../../src/engine/read-book.js";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/who-saves.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

const scenario = read(
  bare({
    agencies: {
      council: { name: "The council", kind: "local" },
      hospital: { name: "The hospital", kind: "local" },
    },
    services: {
      bed: {
        unit: "night",
        cost: { council: { value: 20, low: 10, high: 40 }, hospital: 80 },
        cashable: { value: "25%", low: "10%", high: "50%" },
      },
    },
    demand: { ill: { to: "bed", contacts: 10, per: "person", every: "year" } },
    interventions: {
      help: reaching({ effects: { less: { cut: { bed: { value: "50%", low: "20%", high: "80%" } } } } }),
    },
  }),
);

test("what two agencies bear of the same contacts is one volume, at the unit cost of each", () => {
  const { volumes, unitCosts, prices } = pricingOf(scenario);
  expect(unitCosts.map(({ isFixedNumber }) => isFixedNumber)).toEqual([false, true]);
  // By agency: avoided and cash. Without a waiting list there is no backfilling, and no effect makes a night cheaper.
  expect(prices.slice(0, 4).map(({ volume }) => volume)).toEqual([0, 1, 0, 1]);
  expect(volumes[0].address).toBe("services.bed");
});

test("where all of a cost is variable, cash is what is avoided; not where others wait to fill it", () => {
  const volumesOf = (limits: object): readonly number[] => {
    const bed = { unit: "night", cost: { council: 20, hospital: 80 }, cashable: "100%", ...limits };
    return pricingOf(read({ ...scenario.form, services: { bed } })).prices.map(({ volume }) => volume);
  };
  expect(volumesOf({})).toEqual([0, 0, 0, 0]);
  // By agency: avoided, cash, backfilled.
  expect(volumesOf({ capacity: { contacts: 10, every: "day" } })).toEqual([0, 1, 2, 0, 1, 2]);
});

test("what is cheaper is each agency's own, and only where something may make it so", () => {
  const cheaper = read({
    ...scenario.form,
    interventions: { help: reaching({ effects: { less: { cut: { "services.bed.cost.council": "50%" } } } }) },
  });
  expect(entriesOf(cheaper).map(({ agency, kind }) => `${agency} ${kind}`)).toEqual([
    "council avoided",
    "council cash",
    "council cheaper",
    "hospital avoided",
    "hospital cash",
  ]);
});

test("an entry is worth its volume times its unit cost, draw by draw, and results are its mean", () => {
  const simulation = simulate(scenario, { draws: 300 });
  const { drawn } = simulation;
  const { accounts, entries } = drawn;
  const volume = drawsAt(accounts.volumes.plain, 0, 0, 0);
  expect(mean(volume)).toBeGreaterThan(3);
  const council = entryValue(drawn, 0, entries[0], { year: 1, money: "plain" });
  expect(council).toEqual(volume.map((contacts, draw) => accounts.unitCosts[0][0][draw] * contacts));
  expect(entryValue(drawn, 0, entries[2], { year: 1, money: "plain" })).toEqual(
    volume.map((contacts) => 80 * contacts),
  );
  const years = modelYearsOf(drawn).map((year) => mean(entryValue(drawn, 0, entries[0], { year })));
  const [row] = whoSaves(simulation);
  expect(row.avoided).toBeCloseTo(
    years.reduce((sum, pounds) => sum + pounds, 0),
    6,
  );
});
