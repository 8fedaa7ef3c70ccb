import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { differences } from "../oracle/compare.js";
import { bare } from "../support/bare.js";
import { law, lawOf } from "../support/law.js";
import { read } from "../support/read.js";
import { expectNear, peopleOf } from "./people-of-a-book.js";

type Cohort = ScenarioForm["cohorts"][string];
type Intervention = ScenarioForm["interventions"][string];

/** A cohort whose size nothing changes. */
const still = ({ growth: _, entrants: __, ...cohort }: Cohort): Cohort => ({ ...cohort, size: 1000 });

/** A scenario without arrivals or departures: every cohort has 1000 people, and no effect changes its size. */
const stillScenario = (form: ScenarioForm): ScenarioForm => {
  const kept = (targets: object) =>
    Object.fromEntries(
      Object.entries(targets).filter(([target]) => !/^cohorts\.\w+\.(size|growth|entrants)$/.test(target)),
    );
  const withoutSizes = ({ effects, ...intervention }: Intervention): Intervention => ({
    ...intervention,
    effects: Object.fromEntries(
      Object.entries(effects ?? {}).map(([name, effect]) => [
        name,
        Object.fromEntries(
          Object.entries(effect).map(([key, value]) => [
            key,
            ["cut", "raise", "add", "set"].includes(key) ? kept(value as object) : value,
          ]),
        ),
      ]),
    ) as NonNullable<Intervention["effects"]>,
  });
  return {
    ...form,
    cohorts: mapValues(form.cohorts, still),
    interventions: mapValues(form.interventions, withoutSizes),
  };
};

const mapValues = <Value, Other>(map: Readonly<Record<string, Value>>, change: (value: Value) => Other) =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));

describe("people", () => {
  law("are as many in all states of a dimension as there are, where nobody arrives or leaves", (form) => {
    const scenario = read(stillScenario(form));
    const { drawn } = simulate(scenario, { draws: 64 });
    for (const [cohort, { dimensions, gone }] of Object.entries(scenario.cohorts))
      for (const { states } of dimensions) {
        // Those who live, in each dimension; with the gone, whom the dimension of their state has, all people.
        const everywhere = gone.every((state) => states.includes(state));
        const here = everywhere ? states : states.filter((state) => !gone.includes(state));
        const sums = peopleOf(drawn, (group) => group.cohort === cohort && here.includes(group.state ?? ""));
        const there = peopleOf(drawn, (group) => group.cohort === cohort && !group.state && !group.intervention);
        const all = everywhere ? there.map((column) => column.map(() => 1000)) : there;
        const off = sums.map((column, place) => column.map((people, draw) => Math.abs(people - all[place][draw])));
        expect(Math.max(0, ...off.flat()) / 1000).toBeLessThan(1e-12);
      }
  });

  law("who are gone never come back, and none of them is counted", (form) => {
    const scenario = read(stillScenario(form));
    const { drawn } = simulate(scenario, { draws: 64 });
    for (const [cohort, { gone, dimensions }] of Object.entries(scenario.cohorts))
      for (const state of gone) {
        const dead = peopleOf(drawn, (group) => group.cohort === cohort && group.state === state);
        const there = peopleOf(drawn, (group) => group.cohort === cohort && !group.state && !group.intervention);
        const enrolled = peopleOf(drawn, (group) => group.cohort === cohort && group.intervention !== null);
        const wrong = dead.flatMap((people, place) =>
          people.filter((count, draw) => {
            const isFirst = place % scenario.time.years === 0;
            const isBack = !isFirst && count < dead[place - 1][draw] - 1e-9;
            const living = there[place][draw];
            return isBack || Math.abs(living + count - 1000) > 5e-9 || enrolled[place][draw] > living + 1e-9;
          }),
        );
        expect(wrong).toEqual([]);
        expect(dimensions.length).toBeGreaterThan(0);
      }
  });

  law("have as many life years as they are, each year, and as many at full health as life years", (form) => {
    const [cohort] = Object.keys(form.cohorts);
    const scenario = read(form);
    const states = scenario.cohorts[cohort].dimensions[0]?.states.filter(
      (state) => !scenario.cohorts[cohort].gone.includes(state),
    );
    const unit = form.cohorts[cohort].unit ?? "person";
    const lives = { cohort, contacts: 1, per: unit, every: "year" };
    const inEach = (states ?? []).map((state) => [
      `qaly-${state}`.replace("-", ""),
      { ...lives, to: "qaly", while: state },
    ]);
    const after = read({
      ...form,
      services: {
        ...form.services,
        years: { unit: "life year", worth: "society" },
        qaly: { unit: "QALY", worth: "society" },
      },
      demand: {
        ...form.demand,
        living: { ...lives, to: "years" },
        ...(states ? Object.fromEntries(inEach) : { well: { ...lives, to: "qaly" } }),
      },
    });
    const { drawn } = simulate(after, { draws: 64 });
    const people = peopleOf(drawn, (group) => group.cohort === cohort && !group.state && !group.intervention);
    const [qalys, years] = ["qaly", "years"].map((name) => contactsAt(after, drawn, name));
    expectNear(years.flat(), people.flat(), 1e-11);
    expectNear(qalys.flat(), people.flat(), 1e-11);
  });

  lawOf(
    "fall ill the more, the higher the hazard",
    fc.record({
      hazards: fc.tuple(fc.double({ min: 0.01, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 3, noNaN: true })),
      beside: fc.double({ min: 0, max: 2, noNaN: true }),
      cycle: fc.constantFrom("week", "month", "quarter", "year"),
    }),
    ({ hazards, beside, cycle }) => {
      const ill = [...hazards]
        .sort((a, b) => a - b)
        .map((hazard) => {
          const form = bare({
            time: { start: "2025-04-01", years: 1, cycle: cycle as "week", timing: "end" },
            cohorts: {
              residents: {
                size: 1000,
                states: ["well", "ill", "dead"],
                moves: { "well -> ill": { hazard }, "well -> dead": { hazard: beside } },
              },
            },
            interventions: { idle: { reaches: "everyone" } },
          });
          return peopleOf(simulate(read(form), { draws: 1 }).central, ({ state }) => state === "ill")[0][0];
        });
      expect(ill[0]).toBeLessThanOrEqual(ill[1]);
      expect(ill[0]).toBeGreaterThan(0);
      expect(ill[1]).toBeLessThan(1000);
    },
    10,
  );
});

/** The contacts at a service, in every strategy, year and draw. */
const contactsAt = (scenario: Scenario, { activity: { plain: activity } }: Book, name: string): number[][] => {
  const service = Object.keys(scenario.services).indexOf(name);
  return activity.axes[0].labels.flatMap((_, strategy) =>
    activity.axes[2].labels.map((__, year) => [...drawsAt(activity, strategy, service, year)]),
  );
};

test("who move by probabilities that sum to more than 1 in some draws all move there, and those draws are counted", () => {
  const probability = (value: number) => ({ value, mean: value, sd: 0.02, distribution: "normal" as const });
  const scenario = read(
    bare({
      time: { start: "2025-04-01", years: 2, cycle: "year", timing: "end" },
      cohorts: {
        residents: {
          size: 1000,
          states: ["well", "ill", "dead"],
          moves: {
            "well -> ill": { probability: probability(0.6), cycle: "year" },
            "well -> dead": { probability: probability(0.33), cycle: "year" },
          },
        },
      },
      interventions: { idle: { reaches: "everyone" } },
    }),
  );
  const { drawn } = simulate(scenario, { draws: 256 });
  const well = drawsAt(
    drawn.people,
    0,
    drawn.groups.findIndex(({ state }) => state === "well"),
    0,
  );
  const none = well.filter((people) => people < 1e-9).length;
  expect(drawn.passed.get("cohorts.residents.moves.well")).toEqual({ bound: "row", draws: [none, none] });
  expect(none).toBeGreaterThan(0);
  expect(well.filter((people) => people < 0).length).toBe(0);
  expect(differences(scenario, simulate, { draws: 256, from: 192 })).toEqual([]);
});
