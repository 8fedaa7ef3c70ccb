import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { type OutputName, outputNames, outputs } from "../../src/report/outputs.js";
import { report } from "../../src/report/report.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

/** Two agencies of one council, a hospital, and a ministry; each has a budget, pays and saves. */
const form: ScenarioForm = bare({
  time: { start: "2025-04-01", years: 2, cycle: "quarter" },
  agencies: {
    adultCare: { name: "Adult social care", kind: "local", body: "The council", budget: { perYear: 100_000 } },
    hospital: { name: "The hospital", kind: "local", budget: { perYear: 100_000 } },
    publicHealth: { name: "Public health", kind: "local", body: "The council", budget: { perYear: 50_000 } },
    ministry: { name: "A ministry", kind: "national" },
  },
  cohorts: { people: { size: 1000 } },
  services: {
    visit: { name: "Visit", unit: "visit", cost: { adultCare: 20, publicHealth: 10 }, cashable: "50%" },
    bed: { name: "Night in hospital", unit: "night", cost: { hospital: 200 }, cashable: "50%" },
    work: { name: "Year at work", unit: { one: "year of work", many: "years of work" }, worth: "adultCare" },
  },
  demand: {
    visits: { to: "visit", contacts: 2, per: "person", every: "year" },
    nights: { to: "bed", contacts: 0.2, per: "person", every: "year" },
    years: { to: "work", contacts: 0.5, per: "person", every: "year" },
  },
  interventions: {
    plan: reaching({
      costs: { wages: { pays: { publicHealth: 4_000, adultCare: 1_000 }, every: "year" } },
      effects: {
        less: { cut: { visit: { value: "40%", low: "20%", high: "60%" }, bed: "10%" } },
        more: { raise: { work: "10%" } },
      },
    }),
  },
  regimes: { "gain-share": { decides: "each", share: "byBenefit" }, silo: { decides: "each", share: "silo" } },
});

/** Why the rows of an output, by agency, have no sums by body. */
const withoutSums: Readonly<Partial<Record<OutputName, string>>> = {
  votes: "each agency consents alone, and a body has no vote",
  postings: "a posting is from one party to another",
  explain: "a row is one product of factors",
  "place-count": "its sums are by what money is for, and by who controls it",
};

describe("a body of agencies", () => {
  const simulation = simulate(read(form), { draws: 64 });
  const listing = outputNames.filter((name) =>
    outputs[name].columns.some(({ key }) => ["agency", "party", "payer"].includes(key)),
  );

  test("has sums in every output that lists agencies", () => {
    expect(listing.length).toBeGreaterThan(10);
    for (const name of listing.filter((each) => !Object.hasOwn(withoutSums, each))) {
      const { table, summary = table } = outputs[name].page(simulation);
      const at = table.columns.findIndex(({ key }) => key === "level");
      expect(
        table.rows.map((row) => row[at]),
        name,
      ).toContain("body");
      expect(JSON.stringify(summary.rows), name).toContain("The council");
    }
  });

  test.each(["cash", "ledger", "settle", "wrong-pockets", "cost-shifts", "budget-gap"] as const)(
    "sets the sums of %s apart",
    (name) => {
      const text = toMarkdown(report(simulation, { show: [name] }));
      expect(text).toMatch(/\*\*The council\*\*/);
    },
  );

  // Half of £40,000 is variable: to spend £30,000, half of all visits are turned away.
  test("stands beside every output, and beside an agency of it that rations", () => {
    const { adultCare, ...others } = form.agencies;
    const rationing = { ...adultCare, budget: { perYear: 30_000 }, whenShort: "ration" as const };
    const short = simulate(read({ ...form, agencies: { adultCare: rationing, ...others } }), { draws: 64 });
    expect(toMarkdown(report(short))).toContain("Adult social care would turn away up to 50% to keep within");
    for (const name of outputNames) expect(() => report(short, { show: [name] }), name).not.toThrow();
  });
});
