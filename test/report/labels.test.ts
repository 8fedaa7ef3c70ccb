import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { toCsv } from "../../src/report/formats/csv.js";
import { toJson } from "../../src/report/formats/json.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { outputNames } from "../../src/report/outputs.js";
import { report } from "../../src/report/report.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

/** Keys that no name contains, so that a key in a text is seen. */
const form: ScenarioForm = bare({
  time: { start: "2025-04-01", years: 2, cycle: "quarter" },
  agencies: {
    qqa: { name: "Adult social care", kind: "local", budget: { perYear: 100_000 } },
    qqb: { name: "Courts and prisons", kind: "national", budget: { perYear: 50_000 } },
  },
  cohorts: { people: { size: 1000 } },
  services: {
    qqs: {
      name: "Night in a cell",
      unit: "night",
      cost: { qqb: 100 },
      cashable: "50%",
      capacity: { places: 100, stay: "1 day" },
    },
    qqt: { name: "Visit at home", unit: "visit", cost: { qqa: 20 }, cashable: "50%" },
    qqo: { name: "Year at work", unit: { one: "year of work", many: "years of work" }, worth: "society" },
  },
  demand: {
    nights: { to: "qqs", contacts: 1, per: "person", every: "year" },
    visits: { to: "qqt", contacts: 2, per: "person", every: "year" },
    years: { to: "qqo", contacts: 0.5, per: "person", every: "year" },
  },
  interventions: {
    qqi: {
      name: "Key workers",
      reaches: { people: 100, who: "anyone", stay: "to the end" },
      deadweight: 0,
      costs: { work: { pays: { qqa: 5_000 }, every: "year" } },
      effects: {
        less: { cut: { qqs: { value: "40%", low: "20%", high: "60%" } } },
        more: { raise: { qqo: "10%" } },
        home: { raise: { qqt: "5%" } },
      },
    },
    qqj: {
      name: "Evening calls",
      reaches: "everyone",
      deadweight: 0,
      costs: { calls: { pays: { qqb: 1_000 }, every: "year" } },
      effects: { less: { cut: { qqt: "10%" } } },
    },
  },
  strategies: {
    qqp: { of: ["qqi"], name: "Workers alone" },
    qqr: { of: ["qqi", "qqj"], name: "Workers and calls" },
    qqc: { of: ["qqj"], name: "As was claimed", reading: true },
  },
  regimes: { qqg: { name: "Shared by benefit", decides: "each", share: "byBenefit" } },
});

// The answer has sentences of its own; references and expectations name nothing here.
const shown = outputNames.filter((name) => name !== "answer");
const run = simulate(read(form), { draws: 64 });

test.each(shown)("text and markdown of %s print names, and keys in addresses alone", (name) => {
  const built = report(run, { show: [name] });
  // A key in an address stands after a dot.
  for (const text of [toText(built, { width: 400 }), toMarkdown(built)])
    expect(text.replaceAll("\\", "").match(/.*(?<![.\w])qq[a-z]\b.*/g) ?? []).toEqual([]);
});

test("csv and json keep ids, and json has the names of all of them", () => {
  const built = report(run, { show: ["who-saves"] });
  expect(toCsv(built)).toMatch(/^qqp,agency,qqa,Adult social care,/m);
  const { labels, outputs } = JSON.parse(toJson(built));
  expect(outputs["who-saves"][0]).toMatchObject({ strategy: "qqp", agency: "qqa" });
  expect(labels).toEqual({
    agencies: { qqa: "Adult social care", qqb: "Courts and prisons" },
    interventions: { qqi: "Key workers", qqj: "Evening calls" },
    services: { qqo: "Year at work", qqs: "Night in a cell", qqt: "Visit at home" },
    strategies: { qqp: "Workers alone", qqr: "Workers and calls", qqc: "As was claimed" },
    regimes: { qqg: "Shared by benefit" },
    sources: {},
  });
});

test("a posting reads well whether its parties are one or many", () => {
  const text = toText(report(run, { show: ["postings"] })).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/£[\d,.]+ from Adult social care to Courts and prisons:/);
});
