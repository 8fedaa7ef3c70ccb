import { describe, expect, test } from "vitest";
import { sum } from "../../src/base/mathematics/statistics.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { activity } from "../../src/results/people/activity.js";
import { contactsPerPerson } from "../../src/results/people/contacts-per-person.js";
import { people } from "../../src/results/people/people.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";
import { casework } from "./casework.js";

const simulation = simulate(read(casework), { draws: 256 });

describe("people(simulation)", () => {
  const rows = people(simulation);
  const of = (strategy: string, year: number) => rows.filter((row) => row.strategy === strategy && row.year === year);

  test.each(["without", "all", "casework", "homes"])("the states of %s that are not gone sum to the cohort", (name) => {
    for (const year of [1, 2]) {
      const own = of(name, year);
      const whole = own.find(({ state, intervention }) => state === null && intervention === null);
      const living = own.filter(({ state }) => state !== null && state !== "dead");
      expect(sum(living.map((row) => row.people))).toBeCloseTo(whole?.people ?? Number.NaN, 8);
      expect(whole?.people).toBeLessThan(100);
    }
  });

  test("a strategy enrols people only in its own interventions, and no more than there are places", () => {
    const enrolled = rows.filter(({ intervention }) => intervention !== null);
    expect(new Set(enrolled.map(({ strategy }) => strategy))).toEqual(new Set(["all", "casework"]));
    for (const row of enrolled) {
      expect(row.people).toBeGreaterThan(0);
      expect(row.peopleP95).toBeLessThanOrEqual(20);
      expect(row.peopleP5).toBeLessThanOrEqual(row.peopleP95);
    }
  });

  law("has every year of every strategy, and no number below 0", (form) => {
    const run = simulate(read(form), { draws: 16 });
    const all = people(run);
    expect(new Set(all.map(({ strategy }) => strategy))).toEqual(new Set(["without", ...run.settings.strategies]));
    expect(new Set(all.map(({ year }) => year)).size).toBe(run.scenario.time.years);
    for (const row of all) expect(row.peopleP5).toBeGreaterThanOrEqual(-1e-9);
  });
});

describe("people(simulation) of two dimensions, one with a gone state", () => {
  // 100 people. Half of those alive die each year; 60 % of all use drugs, whoever dies.
  const scenario = read(
    bare({
      interventions: { nothing: reaching({}) },
      time: { start: "2025-04-01", years: 2, cycle: "year", timing: "start" },
      cohorts: {
        people: {
          size: 100,
          states: { life: ["alive", "dead"], drugs: { using: "60%", clean: "40%" } },
          gone: ["dead"],
          moves: { "alive -> dead": { probability: "50%", cycle: "year" } },
        },
      },
    }),
  );
  const rows = people(simulate(scenario, { draws: 1 })).filter(({ strategy }) => strategy === "without");
  const of = (state: string | null) => rows.filter((row) => row.state === state).map((row) => row.people);

  test("counts in a state only those who are not gone, and in a gone state all who are in it", () => {
    expect(of(null)).toEqual([100, 50]);
    expect(of("alive")).toEqual([100, 50]);
    expect(of("dead")).toEqual([0, 50]);
    expect(of("using")).toEqual([60, 30]);
    expect(of("clean")).toEqual([40, 20]);
  });
});

describe("contactsPerPerson(simulation)", () => {
  const rows = contactsPerPerson(simulation);

  test("times the number of people is the number of contacts", () => {
    const wholes = people(simulation).filter(({ state, intervention }) => state === null && intervention === null);
    for (const { strategy, service, year, without, with: others } of activity(simulation)) {
      if (service === "yearHoused" || year === null) continue;
      const own = rows.find((row) => row.strategy === strategy && row.service === service && row.year === year);
      const living = (name: string) => wholes.find((row) => row.strategy === name && row.year === year)?.people ?? 0;
      expect((own?.without ?? 0) * living("without")).toBeCloseTo(without, 8);
      expect((own?.with ?? 0) * living(strategy)).toBeCloseTo(others, 8);
    }
  });

  test("`all` is the sum of the services, and outcomes are not contacts", () => {
    expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(["arrest", "visit", "all"]));
    for (const all of rows.filter(({ service }) => service === "all")) {
      const parts = rows.filter(
        ({ strategy, of, service, year }) =>
          service !== "all" && strategy === all.strategy && of === all.of && year === all.year,
      );
      expect(sum(parts.map((row) => row.without))).toBeCloseTo(all.without, 10);
      expect(sum(parts.map((row) => row.with))).toBeCloseTo(all.with, 10);
    }
  });

  test("has one row if there is one service and one year", () => {
    const scenario = read(
      bare({
        cohorts: { residents: { size: 10 } },
        services: { call: { unit: "call", cost: "none" } },
        demand: { calls: { to: "call", contacts: 40, per: "person", every: "year" } },
        interventions: { plan: reaching({ effects: { e: { cut: { call: "50%" } } } }) },
      }),
    );
    const figures = contactsPerPerson(simulate(scenario, { draws: 2 })).map((row) => [row.service, row.year, row.with]);
    expect(figures).toEqual([["call", 1, 20]]);
  });

  test("by hand: 95 % fewer contacts of half a year are 47.5 % fewer of the whole", () => {
    const scenario = read(
      bare({
        time: { start: "2025-04-01", years: 2, cycle: "year" },
        cohorts: { residents: { size: 10 } },
        services: { call: { unit: "call", cost: "none" }, never: { unit: "call", cost: "none" } },
        demand: { calls: { to: "call", contacts: 40, per: "person", every: "year" } },
        interventions: { plan: reaching({ effects: { e: { cut: { call: "95%" }, until: "1 year" } } }) },
      }),
    );
    const services = contactsPerPerson(simulate(scenario, { draws: 2 })).filter(({ service }) => service !== "all");
    const figures = services.map(({ service, year, without, with: others, change }) => [
      service,
      year,
      without,
      Number(others.toFixed(9)),
      change && Number(change.toFixed(9)),
    ]);
    expect(figures).toEqual([
      ["call", 1, 40, 2, -0.95],
      ["call", 2, 40, 40, 0],
      ["call", null, 40, 21, -0.475],
      ["never", 1, 0, 0, null],
      ["never", 2, 0, 0, null],
      ["never", null, 0, 0, null],
    ]);
  });
});
