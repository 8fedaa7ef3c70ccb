import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fdac, gritting } from "who-saves/examples";
import { ScenarioError } from "../../src/base/problems/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { report } from "../../src/report/report.js";
import { readScenario } from "../../src/scenario/read.js";
import { jsonSchema } from "../../src/scenario/schema.js";

const names = readdirSync("test/bad").filter((name) => /\.(yaml|json)$/.test(name));
const problemsOf = (name: string) => readScenario(readFileSync(`test/bad/${name}`, "utf8")).problems;

/** The codes of developers.md: those in its table, and a section with or without a key. */
const listed = [...readFileSync("docs/developers.md", "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);

test("the codes of all wrong scenarios", async () => {
  const counts = new Map<string, number>();
  for (const { code = "no code" } of names.flatMap(problemsOf)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const text = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}\n`);
  await expect(text.join("")).toMatchFileSnapshot("problem-codes.txt");
  const sections = Object.keys(jsonSchema().properties ?? {});
  const isKnown = (code: string): boolean => listed.includes(code) || sections.includes(code.split("-")[0]);
  expect([...counts.keys()].filter((code) => !isKnown(code))).toEqual([]);
});

test.each([
  ["misspelt-agency.yaml", "unknown-name"],
  ["misspelt-service.yaml", "unknown-name"],
  ["formula-syntax.yaml", "number"],
  ["open-quote.yaml", "syntax"],
  ["low-above-high.yaml", "range"],
  ["no-price-year.yaml", "missing"],
])("%s has only problems of the code %s", (name, code) =>
  expect([...new Set(problemsOf(name).map((problem) => problem.code))]).toEqual([code]),
);

test("a code does not change with names", () => {
  const scenario = (name: string) => ({ ...gritting.form, services: { [name]: { cost: {} } } });
  const codes = ["ward", "fallAdmission"].map((name) => readScenario(scenario(name)).problems.map(({ code }) => code));
  expect(new Set(codes[0])).toEqual(new Set(codes[1]));
});

test("what is thrown has a code, and what looks wrong has its kind", () => {
  const thrownBy = (call: () => unknown): readonly (string | undefined)[] => {
    try {
      call();
    } catch (error) {
      if (error instanceof ScenarioError) return error.problems.map(({ code }) => code);
    }
    return [];
  };
  expect(thrownBy(() => simulate(gritting, { draws: 0 }))).toEqual(["option"]);
  expect(thrownBy(() => simulate(gritting, { draws: 8, regime: "silos" }))).toEqual(["option"]);
  expect(thrownBy(() => report(simulate(gritting, { draws: 8 }), { show: ["whosaves"] }))).toEqual(["option"]);
  const read = (change: object) => readScenario({ ...fdac.form, ...change }).scenario ?? fdac;
  const codesOf = (change: object) => plausibility(read(change)).warnings.map(({ code }) => code);
  expect(codesOf({ accept: { "time.years": "a test" } })).toContain("accept");
  expect(codesOf({ quantities: { ...fdac.form.quantities, idle: { value: 1, source: "assumption" } } })).toEqual([
    "unused-quantities",
  ]);
});
