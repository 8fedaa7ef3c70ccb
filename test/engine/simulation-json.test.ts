import { expect, test } from "vitest";
import { fdac, gainShare, graphOfDoom, gritting } from "who-saves/examples";
import { ScenarioError } from "../../src/base/problems/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { simulationFromJson, simulationToJson } from "../../src/engine/simulation-json.js";
import { regimes } from "../../src/funding/regimes.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import { people } from "../../src/results/people/people.js";
import { explain } from "../../src/results/why/explain.js";

const runs = {
  gritting: () => simulate(gritting, { draws: 300 }),
  "under a regime": () => simulate(gritting, { draws: 300, regime: "pooled-budget" }),
  "under a regime of the scenario": () => simulate(gainShare, { draws: 64, regime: Object.keys(gainShare.regimes)[0] }),
  "by cycle": () => simulate(graphOfDoom, { draws: 16, cycles: true }),
};

const resultsOf = (run: ReturnType<typeof simulate>): unknown => [
  ...[whoSaves(run), people(run), budgetGap(run)],
  Object.keys(run.scenario.agencies).map((agency) => explain(run, { agency, year: 1 })),
];

test.each(Object.keys(runs) as (keyof typeof runs)[])("%s survives JSON and structuredClone", (name) => {
  const run = runs[name]();
  const json = simulationToJson(run);
  const back = simulationFromJson(json);
  expect(resultsOf(back)).toEqual(resultsOf(run));
  expect(resultsOf(structuredClone(run))).toEqual(resultsOf(run));
  expect(simulationToJson(back)).toBe(json);
});

test("no number is lost, not even −0, NaN and infinities", () => {
  const odd = [-0, 0, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, 0.1 + 0.2];
  const { passed, ...book } = simulate(fdac, { draws: 1 }).central;
  const marked = { ...book, passed: new Map([...passed, ["x", { bound: "share" as const, draws: odd }]]) };
  const run = { ...simulate(fdac, { draws: 1 }), central: marked, odd: Float64Array.from(odd) };
  const back: object = simulationFromJson(simulationToJson(run));
  expect("odd" in back && back.odd).toStrictEqual(run.odd);
  expect("central" in back && back.central).toHaveProperty("passed", marked.passed);
});

test("what is no simulation is refused, and so are rules that are functions", () => {
  expect(() => simulationFromJson("{")).toThrow("This is no JSON.");
  expect(() => simulationFromJson("{}")).toThrow("This is no simulation.");
  expect(() => simulationToJson(simulate(gritting, { draws: 1, regime: regimes.silo }))).toThrow("functions");
});

/** The places of all values in plain data, at most six of a list or a map. */
const placesIn = (data: unknown, place: readonly string[] = []): readonly (readonly string[])[] =>
  Object.entries(Object(typeof data === "string" ? {} : data))
    .slice(0, 6)
    .flatMap(([key, part]) => [[...place, key], ...placesIn(part, [...place, key])]);

test("a run that was changed, cut or lost a part is refused; one with other spaces is not", () => {
  const json = simulationToJson(simulate(gritting, { draws: 2 }));
  const places = placesIn(JSON.parse(json));
  expect(places.length).toBeGreaterThan(200);
  for (const place of places)
    for (const value of [undefined, 7]) {
      const copy = JSON.parse(json);
      const around = place.slice(0, -1).reduce((part, key) => part[key], copy);
      const last = place[place.length - 1];
      if (JSON.stringify(around[last]) === JSON.stringify(value)) continue;
      around[last] = value;
      expect(() => simulationFromJson(JSON.stringify(copy)), place.join(".")).toThrow(ScenarioError);
    }
  for (const extra of ['"__proto__":{},', '"more":1,'])
    expect(() => simulationFromJson(`{${extra}${json.slice(1)}`)).toThrow("was changed, or another version wrote it.");
  expect(simulationToJson(simulationFromJson(JSON.stringify(JSON.parse(json), null, 2)))).toBe(json);
});
