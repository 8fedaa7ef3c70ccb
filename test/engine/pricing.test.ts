import { expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import { mean } from "../../src/base/mathematics/statistics.js";
import { entriesOf } from "../../src/engine/book/entries.js";
import { pricingOf } from "../../src/engine/book/pricing.js";
import { entryValue, modelYearsOf } from "../../src/engine/book/read-book.js";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
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
  // What is avoided is the fall of what is served at the first service.
  expect(prices.slice(0, 4).map(({ volume }) => volume)).toEqual([{ fewerAt: 0 }, 0, { fewerAt: 0 }, 0]);
  expect(volumes[0]).toMatchObject({ address: "services.bed", kind: "cash" });
});

test("where all of a cost is variable, cash is what is avoided; not where others wait to fill it", () => {
  const volumesOf = (limits: object): readonly unknown[] => {
    const bed = { unit: "night", cost: { council: 20, hospital: 80 }, cashable: "100%", ...limits };
    return pricingOf(read({ ...scenario.form, services: { bed } })).prices.map(({ volume }) => volume);
  };
  const fewer = { fewerAt: 0 };
  expect(volumesOf({})).toEqual([fewer, fewer, fewer, fewer]);
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
  const { accounts, activity, entries } = drawn;
  const after = drawsAt(activity.plain, 1, 0, 0);
  const volume = drawsAt(activity.plain, 0, 0, 0).map((before, draw) => before - after[draw]);
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
