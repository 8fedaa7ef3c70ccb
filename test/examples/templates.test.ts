import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { interventions } from "../../examples/index.js";
import { defineScenario, simulate, whoSaves } from "../../src/index.js";
import { isAcceptedIn } from "../../src/report/plausibility/accepted.js";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

const names = readdirSync("examples/templates").map((file) => file.replace(/\.yaml$/, ""));
const textOf = (name: string): string => readFileSync(`examples/templates/${name}.yaml`, "utf8");

test.each(names)("the template %s runs without a warning that it does not accept, and says what to replace", (name) => {
  const text = textOf(name);
  const result = readScenario(text);
  const scenario = scenarioIn(result);
  expect(result.problems.filter((each) => !isAcceptedIn(scenario)(each))).toEqual([]);
  expect(plausibility(scenario).warnings).toEqual([]);
  expect(text).toMatch(/# YOURS|Every number here is invented/);
  expect(text).toContain("who-saves run NAME.yaml");
});

/** `align-boundaries` is alignBoundaries. */
const functionNameOf = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const functions: Readonly<Record<string, unknown>> = interventions;

test.each(names.filter((name) => name !== "handrails"))("%s in code, with other agencies, is the template", (name) => {
  const parts = functions[functionNameOf(name)];
  if (typeof parts !== "function") throw new Error(`interventions has no ${functionNameOf(name)}.`);
  const written = scenarioIn(readScenario(textOf(name)));
  const { title, question, time, money, cohorts, agencies } = written.form;
  const own = Object.fromEntries(Object.keys(agencies).map((id) => [id, `our_${id}`]));
  const place = Object.fromEntries(Object.entries(agencies).map(([id, agency]) => [own[id], agency]));
  const inCode = defineScenario({ title, question, time, money, cohorts, agencies: place, ...parts(own) });
  // Draws differ by the addresses of numbers, and so by the names of agencies; the central run does not.
  const centralOf = (scenario: typeof written) =>
    whoSaves(simulate(scenario, { draws: 1 })).map(({ agency, netCentral }) => [
      agency.replace(/^our_/, ""),
      netCentral,
    ]);
  expect(centralOf(inCode)).toEqual(centralOf(written));
  expect(plausibility(inCode).warnings).toEqual([]);
});

test("two interventions of a place in one scenario, with numbers of its own", () => {
  const grit = interventions.earlyGritting({ council: "city", hospital: "trust", ambulance: "crews" });
  const help = interventions.reablement({ council: "city", hospital: "trust" });
  const scenario = defineScenario(
    {
      title: "Two at once",
      question: "Who saves?",
      time: { start: "2026-10-01", years: 2, cycle: "week" },
      money: { priceYear: "2024/25", discount: "none" },
      agencies: {
        city: { name: "City", kind: "local" },
        trust: { name: "Trust", kind: "local" },
        crews: { name: "Ambulances", kind: "local" },
      },
      cohorts: { residents: { size: 250_000 } },
      sources: { ...grit.sources, ...help.sources },
      quantities: { ...grit.quantities, ...help.quantities },
      services: { ...grit.services, ...help.services },
      demand: { ...grit.demand, ...help.demand },
      interventions: { ...grit.interventions, ...help.interventions },
      accept: { ...grit.accept, ...help.accept },
    },
    { set: { "interventions.gritting.costs.rounds.pays.trust": 30_000 } },
  );
  const pays = whoSaves(simulate(scenario, { draws: 2, strategies: ["gritting"] })).find(
    (row) => row.agency === "trust",
  );
  expect(pays?.pays).toBeCloseTo(60_000, 6); // two winters
});

test("an agency that is missing, or stands for two, is refused", () => {
  const { reablement } = functions;
  if (typeof reablement !== "function") throw new Error("reablement is no function");
  expect(() => reablement({ council: "city" })).toThrow(/hospital\s+is\s+missing/);
  expect(() => interventions.reablement({ council: "city", hospital: "city" })).toThrow(
    /council and hospital are both city/,
  );
});

test("the cook-book has each template in its table, with its function", () => {
  const page = readFileSync("docs/cookbook.md", "utf8");
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| `(\w+)` \|/gm)].map(([, name, inCode]) => [name, inCode]);
  const named = names.filter((name) => name !== "handrails");
  expect(rows).toEqual(named.map((name) => [name, functionNameOf(name)]));
  expect(named.map(functionNameOf)).toEqual(Object.keys(functions).sort());
});
