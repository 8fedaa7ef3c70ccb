import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";

const text = readFileSync("test/lessons/whole-person.yaml", "utf8");
const form = parse(text) as ScenarioForm;

const needs = [
  ["housed", "homeless"],
  ["clean", "using"],
  ["well", "ill"],
] as const;

/** Every combination of the needs, as its three states. */
const combinations = needs.reduce<string[][]>(
  (all, states) => all.flatMap((before) => states.map((state) => [...before, state])),
  [[]],
);
const nameOf = (states: readonly string[]): string => states.join("_");
const isUnmet = (state: string): boolean => needs.some(([, unmet]) => unmet === state);
const among = (state: string): string[] => combinations.filter((states) => states.includes(state)).map(nameOf);

/** The 24 moves between eight states. */
const written = combinations.flatMap((from) =>
  from.map((state, place) => {
    const to = from.map((each, at) => (at === place ? needs[place].find((other) => other !== each)! : each));
    const others = from.filter((each, at) => at !== place && isUnmet(each)).length;
    const hazard = isUnmet(state) ? `mends * interaction ^ ${others}` : `relapses * (2 - interaction) ^ ${others}`;
    return { key: `${nameOf(from)} -> ${nameOf(to)}`, of: `${state} -> ${to[place]}`, hazard };
  }),
);

/** The same scenario with eight states and 24 moves written out, as it had to be without `times`. */
const byHand = (): ScenarioForm => {
  const { clients } = form.cohorts;
  const start = Object.entries(clients.start ?? {}).map(([key, share]) => [nameOf(key.split(" & ")), share]);
  const effectsOf = (each: ScenarioForm["interventions"][string]) => {
    const { help } = each.effects as { help: { raise: Record<string, string> } };
    const raised = Object.keys(help.raise).flatMap((address) =>
      written.filter(({ of }) => address.endsWith(of)).map(({ key }) => [`cohorts.clients.moves.${key}`, "helps"]),
    );
    return { help: { raise: Object.fromEntries(raised) } };
  };
  const reaching = ({ reaches }: ScenarioForm["interventions"][string]) =>
    typeof reaches === "object" && typeof reaches.while === "string"
      ? { ...reaches, while: among(reaches.while) }
      : reaches;
  return {
    ...form,
    cohorts: {
      clients: {
        size: clients.size,
        states: Object.fromEntries(start),
        moves: Object.fromEntries(written.map(({ key, hazard }) => [key, { hazard }])),
      },
    },
    demand: Object.fromEntries(
      Object.entries(form.demand ?? {}).map(([name, cause]) => [
        name,
        { ...cause, while: among((cause as { while: string }).while) },
      ]),
    ) as ScenarioForm["demand"],
    interventions: Object.fromEntries(
      Object.entries(form.interventions).map(([name, each]) => [
        name,
        { ...each, reaches: reaching(each), effects: effectsOf(each) },
      ]),
    ) as ScenarioForm["interventions"],
  };
};

describe("the whole person", () => {
  test("is written by hand in under 60 lines", () => expect(text.trim().split("\n").length).toBeLessThan(60));

  test("in three dimensions and six moves is its eight states and 24 moves", () => {
    const [one, other] = [form, byHand()].map((each) => centralOf(read(each)));
    for (const strategy of ["without", "three-teams", "one-worker"]) {
      expect(one.cost(strategy) / other.cost(strategy)).toBeCloseTo(1, 12);
      for (const state of needs.flat())
        for (const [year, [people]] of one.trace(strategy, [state]).entries()) {
          const parts = other.trace(strategy, among(state))[year];
          expect(people).toBeCloseTo(
            parts.reduce((sum, each) => sum + each, 0),
            9,
          );
        }
    }
  });

  // Eight states and 24 moves in a separate script (numpy, scipy.linalg.expm), the mean of each year's months.
  test.each([
    ["homeless", [209.618, 207.888, 205.777, 203.904, 202.418]],
    ["ill", [218.101, 211.615, 207.403, 204.612, 202.725]],
  ])("has as many people %s without help as a separate computation", (state, years) => {
    const people = centralOf(read(form)).trace("without", [state]).flat();
    for (const [year, many] of people.entries()) expect(many).toBeCloseTo(years[year], 3);
  });
});
