import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { activity } from "../../src/results/activity.js";
import { contactsPerPerson } from "../../src/results/contacts-per-person.js";
import { people } from "../../src/results/people.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";
import { casework } from "./casework.js";

const simulation = simulate(read(casework), { draws: 256 });
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

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

  test("nobody is in an intervention that a strategy is without, and no more than it has places for in one", () => {
    const enrolled = rows.filter(({ intervention }) => intervention !== null);
    expect(new Set(enrolled.map(({ strategy }) => strategy))).toEqual(new Set(["all", "casework"]));
    for (const row of enrolled) {
      expect(row.people).toBeGreaterThan(0);
      expect(row.peopleP95).toBeLessThanOrEqual(20);
      expect(row.peopleP5).toBeLessThanOrEqual(row.peopleP95);
    }
  });

  law("tells every year of every strategy, and no number less than 0", (form) => {
    const run = simulate(read(form), { draws: 16 });
    const found = people(run);
    expect(new Set(found.map(({ strategy }) => strategy))).toEqual(new Set(["without", ...run.settings.strategies]));
    expect(new Set(found.map(({ year }) => year)).size).toBe(run.scenario.time.years);
    for (const row of found) expect(row.peopleP5).toBeGreaterThanOrEqual(-1e-9);
  });
});

describe("contactsPerPerson(simulation)", () => {
  const rows = contactsPerPerson(simulation);

  test("times the people there are is the contacts there are", () => {
    const there = people(simulation).filter(({ state, intervention }) => state === null && intervention === null);
    for (const { strategy, service, year, without, with: others } of activity(simulation)) {
      if (service === "yearHoused" || year === null) continue;
      const own = rows.find((row) => row.strategy === strategy && row.service === service && row.year === year);
      const living = (name: string) => there.find((row) => row.strategy === name && row.year === year)?.people ?? 0;
      expect((own?.without ?? 0) * living("without")).toBeCloseTo(without, 8);
      expect((own?.with ?? 0) * living(strategy)).toBeCloseTo(others, 8);
    }
  });

  test("all is the sum of the services, and no outcome is a contact", () => {
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

  test("tells one service and one year once", () => {
    const scenario = read(
      bare({
        cohorts: { residents: { size: 10 } },
        services: { call: { unit: "call", cost: "none" } },
        demand: { calls: { to: "call", contacts: 40, per: "person", every: "year" } },
        interventions: { plan: reaching({ effects: { e: { cut: { call: "50%" } } } }) },
      }),
    );
    const told = contactsPerPerson(simulate(scenario, { draws: 2 })).map((row) => [row.service, row.year, row.with]);
    expect(told).toEqual([["call", 1, 20]]);
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
    const found = contactsPerPerson(simulate(scenario, { draws: 2 })).filter(({ service }) => service !== "all");
    const told = found.map(({ service, year, without, with: others, change }) => [
      service,
      year,
      without,
      Number(others.toFixed(9)),
      change && Number(change.toFixed(9)),
    ]);
    expect(told).toEqual([
      ["call", 1, 40, 2, -0.95],
      ["call", 2, 40, 40, 0],
      ["call", null, 40, 21, -0.475],
      ["never", 1, 0, 0, null],
      ["never", 2, 0, 0, null],
      ["never", null, 0, 0, null],
    ]);
  });
});
