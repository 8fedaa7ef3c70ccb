import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { costShifts } from "../../src/experiments/cost-shifts.js";
import { expectations } from "../../src/experiments/expectations.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { toCsv } from "../../src/report/formats/csv.js";
import { toJson } from "../../src/report/formats/json.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { outputNames } from "../../src/report/outputs.js";
import { report } from "../../src/report/report.js";
import { activity } from "../../src/results/people/activity.js";
import { contactsPerPerson } from "../../src/results/people/contacts-per-person.js";
import { outcomes } from "../../src/results/people/outcomes.js";
import { people } from "../../src/results/people/people.js";
import { postings } from "../../src/results/rules/postings.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import { explain } from "../../src/results/why/explain.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

// 100 people. A tenth of those alive die each year, so 100, 90 and 81 live. Each makes one contact of £10 a year.
const scenario = read(
  bare({
    title: "A model of the living",
    time: { start: "2025-04-01", years: 3, cycle: "year", timing: "start" },
    cohorts: {
      people: {
        size: 100,
        states: ["alive", "dead"],
        gone: ["dead"],
        moves: { "alive -> dead": { probability: "10%", cycle: "year" } },
      },
    },
    services: {
      visit: { unit: "visit", cost: { council: 10 } },
      lifeYear: { unit: "life year", worth: "society" },
    },
    demand: {
      visits: { to: "visit", contacts: 1, per: "person", every: "year" },
      lives: { to: "lifeYear", contacts: 1, per: "person", every: "year" },
    },
    regimes: { silos: { decides: "each" } },
    interventions: {},
  }),
);
const simulation = simulate(scenario, { draws: 16 });
const near = (value: number) => expect.closeTo(value, 8);

describe("a scenario without interventions", () => {
  test("is a Markov model with rows for business as usual alone", () => {
    const alive = people(simulation).filter(({ state }) => state === "alive");
    expect(alive.map((row) => row.people)).toEqual([near(100), near(90), near(81)]);
    const visits = activity(simulation).filter(({ service }) => service === "visit");
    expect(visits.map((row) => row.without)).toEqual([near(100), near(90), near(81)]);
    expect(visits.map((row) => [row.strategy, row.difference])).toEqual(visits.map(() => ["without", 0]));
    expect(outcomes(simulation).at(-1)).toMatchObject({ strategy: "without", year: null, without: near(271), gain: 0 });
    const [row, ...others] = costEffectiveness(simulation);
    expect(row).toMatchObject({ strategy: "without", cost: near(2710), outcomes: near(271), status: "frontier" });
    expect(others).toEqual([]);
    const each = contactsPerPerson(simulation).filter(({ year }) => year === 1);
    expect(each.map((own) => [own.strategy, own.without])).toEqual([["without", 1]]);
  });

  test("has no rows where an experiment or result compares strategies", () => {
    expect(sensitivity(scenario)).toEqual([]);
    expect(switchingValues(scenario)).toEqual([]);
    expect(costShifts(scenario, { draws: 4 })).toEqual([]);
    expect(expectations(scenario)).toEqual([]);
    expect(postings(simulation, "silos")).toEqual([]);
    expect(explain(simulation, { agency: "council" })).toEqual([]);
  });

  test.each(outputNames)("has the output %s in every format, with rows or a sentence that says why not", (name) => {
    const one = report(simulation, { show: [name], regimes: ["all"] });
    const texts = [toText(one), toMarkdown(one), toCsv(one), toJson(one)];
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN/);
    const [{ table, empty }] = one.parts;
    if (table.rows.length > 0) return;
    expect(empty).toBeDefined();
    expect(texts[0].replaceAll(/\s+/g, " ")).toContain(`There is nothing to show: ${empty}.`);
  });

  test("has an answer that says what business as usual is", () => {
    expect(toText(report(simulation))).toMatchInlineSnapshot(`
      "A model of the living
      Does the one thing it holds come out right?

      Business as usual: all agencies would spend £2,710 on services over three years.

                 spends
      Council    £2,710
      The place  £2,710

      There is no intervention to compare with business as usual. More of business as usual is in the
      outputs place-count, activity, people, outcomes, cost-effectiveness and assumptions.

      Business as usual alone, 3 years from 2025-04-01, 2024/25 prices, undiscounted, 16 draws, seed
      who-saves.
      "
    `);
  });

  test("is what a run of no strategies shows of any scenario", () => {
    const both = read(bare({ interventions: { nothing: { reaches: "everyone", deadweight: 0 } } }));
    for (const name of outputNames)
      expect(toText(report(simulate(both, { draws: 4, strategies: [] }), { show: [name] }))).not.toContain("undefined");
  });
});
