import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { report, toMarkdown } from "../../src/report/index.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { references } from "../../src/results/why/references.js";
import { bare, reaching } from "../support/bare.js";
import { exampleRun } from "../support/example-run.js";
import { exampleFiles, read } from "../support/read.js";

const scenario = read(
  bare({
    money: { priceYear: "2024/25", discount: "none" },
    sources: {
      unused: { title: "A book that no number names" },
      ledger: { title: "Trust ledger, 2024.", url: "https://example.org/ledger", licence: "OGL v3.0" },
    },
    services: {
      arrest: {
        unit: "arrest",
        cost: { catalogue: "CR7.0", bears: { Police: "council" } },
      },
      visit: { unit: "visit", cost: { council: { value: 10, source: "ledger" } } },
    },
    interventions: { plan: reaching({}) },
  }),
);
const simulation = simulate(scenario, { draws: 256 });

describe("references(simulation)", () => {
  test("numbers the sources that a number names: those of the file, then those of the catalogue", () => {
    expect(references(simulation).map(({ number, source, licence }) => [number, source, licence])).toEqual([
      [1, "ledger", "OGL v3.0"],
      [2, "catalogue.CR7.0", "CC BY 4.0, New Economy / GMCA"],
    ]);
  });

  test("is what the assumptions cite, with the price that a run uses", () => {
    const row = assumptions(simulation).find(({ address }) => address === "services.arrest.cost.council");
    expect(row?.reference).toBe(2);
    // £593 of 2006/07 × 100.5 / 63.7842: the GDP deflators of 2024/25 and 2006/07, from calendar years.
    expect([row?.value, row?.priceYear]).toEqual([593, "2006/07"]);
    expect(row?.uprated).toBeCloseTo(934.35, 2);
  });

  test("ends every page of markdown, once", () => {
    const page = toMarkdown(report(simulation));
    expect(page).toContain("\n\n## References\n\n1. Trust ledger, 2024. OGL v3.0. <https://example.org/ledger>\n2. ");
    const asked = toMarkdown(report(simulation, { show: ["references"] }));
    expect(asked.match(/^## References$/gm)).toHaveLength(1);
  });

  test.each(exampleFiles)("%s: every source that a number names has a title in the list", (file) => {
    const simulation = exampleRun(file);
    const listed = new Set(references(simulation).map(({ source }) => source));
    const named = assumptions(simulation).filter(({ status }) => status === "sourced");
    expect(named.filter(({ source }) => !listed.has(source)).map(({ address }) => address)).toEqual([]);
  });
});
