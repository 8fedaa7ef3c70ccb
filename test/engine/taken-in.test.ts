import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import { entryValue, modelYearsOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { columnsIn } from "../support/columns.js";
import { law, lawOf } from "../support/law.js";
import { read } from "../support/read.js";
import { expectNear, peopleOf } from "./people-of-a-book.js";

type Intervention = ScenarioForm["interventions"][string];

describe("an intervention that takes people in", () => {
  law("and does nothing changes nothing", (form) => {
    const [cohort] = Object.keys(form.cohorts);
    const several = Object.keys(form.cohorts).length > 1 ? { cohort } : {};
    const idle: Intervention = {
      reaches: {
        ...several,
        people: 300,
        who: "anyone",
        stay: "3 quarters",
        fade: "1 year",
        caseload: 11,
        uptake: "30%",
      },
    };
    const scenario = read({ ...form, interventions: { ...form.interventions, idle }, strategies: { idle: ["idle"] } });
    const { drawn } = simulate(scenario, { draws: 64 });
    const found = columnsIn(drawn);
    for (const [name, column] of found) {
      const usual = found.get(name.replace(/(activity|underWay): idle,/, "$1: without,"));
      if (usual) expectNear([...column], [...usual], 1e-11);
    }
    const [, , years] = drawn.people.axes;
    for (const [group, { intervention }] of drawn.groups.entries())
      for (const year of years.labels.keys())
        if (intervention === null)
          expectNear([...drawsAt(drawn.people, 1, group, year)], [...drawsAt(drawn.people, 0, group, year)], 1e-11);
  });

  lawOf(
    "never has more than its places, nor takes anyone twice",
    fc.record({
      people: fc.integer({ min: 1, max: 900 }),
      caseload: fc.integer({ min: 1, max: 40 }),
      workers: fc.integer({ min: 1, max: 40 }),
      stay: fc.constantFrom("1 month", "5 months", "2 years", "to the end"),
      join: fc.constantFrom(undefined, "year 1", "30 a month"),
    }),
    ({ people, caseload, workers, stay, join }) => {
      const form = bare({
        time: { start: "2025-04-01", years: 5, cycle: "month" },
        cohorts: { residents: { size: 500 } },
        interventions: {
          help: {
            reaches: { people, caseload, workers, who: "anyone", stay, ...(join === undefined ? {} : { join }) },
            costs: { each: { pays: { council: 1 }, per: "person", in: "month 1" } },
          },
        },
      });
      const { central } = simulate(read(form), { draws: 1 });
      for (const [enrolled] of peopleOf(central, ({ intervention }) => intervention !== null))
        expect(enrolled).toBeLessThanOrEqual(Math.min(people, caseload * workers, 500) + 1e-9);
      const paid = modelYearsOf(central).reduce(
        (sum, year) => sum + entryValue(central, 0, central.entries[0], { year, money: "plain" })[0],
        0,
      );
      expect(paid).toBeLessThanOrEqual(500 + 1e-9);
    },
    15,
  );

  test("takes the same people in whatever others do who have room for none", () => {
    const reaches = { who: "anyone", stay: "1 year" } as const;
    const form = bare({
      time: { start: "2025-04-01", years: 2, cycle: "quarter" },
      cohorts: { residents: { size: 500 } },
      interventions: { full: { reaches: { ...reaches, people: 0 } }, help: { reaches: { ...reaches, people: 70 } } },
      strategies: { one: ["full", "help"], other: ["help", "full"], alone: ["help"] },
    });
    const { central } = simulate(read(form), { draws: 1 });
    const enrolled = peopleOf(central, ({ intervention }) => intervention === "help");
    expect(enrolled.slice(0, 2)).toEqual([[0], [0]]);
    for (const strategy of [1, 2]) expect(enrolled.slice(2, 4)).toEqual(enrolled.slice(2 * strategy, 2 * strategy + 2));
    expect(enrolled[2][0]).toBe(70);
  });
});
