import { describe, expect, test } from "vitest";
import { operation, type Quantity } from "../../src/quantity/expression.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type CohortForm = ScenarioForm["cohorts"][string];

const cohortOf = (form: Omit<CohortForm, "size">, cycle: ScenarioForm["time"]["cycle"] = "year") => {
  const time = { start: "2025-04-01", years: 2, cycle };
  const whole = bare({ time, cohorts: { clients: { size: 100, ...form } }, interventions: { none: reaching({}) } });
  return read(whole).cohorts.clients;
};

/** A quantity as a test reads it: its address and its expression. */
const brief = ({ address, expression }: Quantity): readonly [string, Quantity["expression"]] => [address, expression];

const startOf = (form: Omit<CohortForm, "size">) =>
  cohortOf(form).start.map(({ states, shares }) => [states.join(" & "), ...shares.map(brief)]);

describe("states", () => {
  test("none: all in one that has no name", () =>
    expect(cohortOf({})).toMatchObject({ dimensions: [], start: [{ states: [], shares: [] }], gone: [], need: null }));

  test("a list: all start in the first", () => {
    const cohort = cohortOf({ states: ["well", "ill", "dead"], gone: ["dead"] });
    expect(cohort.dimensions).toEqual([{ name: "state", states: ["well", "ill", "dead"], moves: [] }]);
    expect(cohort.start).toEqual([{ states: ["well"], shares: [] }]);
    expect(cohort.gone).toEqual(["dead"]);
  });

  test("shares: each a number with an address, in any of its forms", () => {
    expect(startOf({ states: { well: "60%", ill: { value: "40%", unit: "share" } } })).toEqual([
      ["ill", ["cohorts.clients.states.ill", 0.4]],
      ["well", ["cohorts.clients.states.well", 0.6]],
    ]);
  });

  test("several dimensions, in the order of names: the product of each, with shares or without", () => {
    const states = { housing: ["rough", "housed"], drugs: { using: "70%", clean: "30%" } };
    expect(startOf({ states })).toEqual([
      ["clean & rough", ["cohorts.clients.states.drugs.clean", 0.3]],
      ["using & rough", ["cohorts.clients.states.drugs.using", 0.7]],
    ]);
    expect(cohortOf({ states }).dimensions.map(({ name }) => name)).toEqual(["drugs", "housing"]);
  });

  test("a joint table: states in any order, each in its dimension", () => {
    const states = { housing: ["rough", "housed"], drugs: ["using", "clean"] };
    const start = { "using & rough": "30%", "housed&clean": 0.7 };
    expect(startOf({ states, start })).toEqual([
      ["clean & housed", ["cohorts.clients.start.housed&clean", 0.7]],
      ["using & rough", ["cohorts.clients.start.using & rough", 0.3]],
    ]);
  });
});

describe("moves", () => {
  test("a hazard and a probability, of people in other states", () => {
    const [drugs, housing] = cohortOf({
      states: { housing: ["rough", "housed"], drugs: ["using", "clean"] },
      moves: {
        "rough -> housed": { hazard: "20%", while: "clean", source: "assumption" },
        "using->clean": { probability: "10%", cycle: "year", while: ["rough", "housed"] },
      },
    }).dimensions;
    expect(housing.moves).toMatchObject([
      {
        from: "rough",
        to: "housed",
        kind: "hazard",
        while: ["clean"],
        rate: { address: "cohorts.clients.moves.rough -> housed", bounds: "positive", source: "assumption" },
      },
    ]);
    expect(drugs.moves).toMatchObject([
      { kind: "probability", while: ["rough", "housed"], rate: { expression: 0.1, bounds: "share" } },
    ]);
    expect(drugs.moves[0].rate.address).toBe("cohorts.clients.moves.using->clean");
  });

  test("counts: a row of those who moved and stayed, in the order of names, from which the stay is left out", () => {
    const count = (number: number) => ({ count: number, cycle: "year" as const });
    const { dimensions } = cohortOf({
      states: ["C", "B", "A"],
      moves: { "A -> C": count(30), "A -> A": count(60), "A -> B": count(10) },
    });
    const row = { kind: "row", address: "cohorts.clients.moves.A", counts: [60, 10, 30] };
    expect(dimensions[0].moves.map(({ to, kind, rate }) => [to, kind, rate.written, rate.expression])).toEqual([
      ["B", "probability", "10 of 100", { ...row, part: 1 }],
      ["C", "probability", "30 of 100", { ...row, part: 2 }],
    ]);
  });
});

describe("size", () => {
  test("growth is part of it, with an address of its own", () => {
    const { size } = cohortOf({ growth: "2%" });
    const years = operation("subtract", { kind: "name", name: "year" }, 1);
    const grows = {
      kind: "quantity",
      quantity: { address: "cohorts.clients.growth", expression: 0.02, bounds: "free" },
    };
    expect(size).toMatchObject({
      address: "cohorts.clients.size",
      expression: {
        operation: "multiply",
        to: [100, { operation: "pow", to: [{ operation: "add", to: [1, grows] }, years] }],
      },
    });
  });

  test("entrants come on top, in the starting shares or in a state", () => {
    expect(cohortOf({ entrants: 30 }).entrants).toMatchObject([
      { states: [], people: { address: "cohorts.clients.entrants", expression: 30, bounds: "positive" } },
    ]);
    expect(cohortOf({ states: ["well", "ill"], entrants: { ill: 30 } }).entrants).toMatchObject([
      { states: ["ill"], people: { address: "cohorts.clients.entrants.ill", expression: 30 } },
    ]);
  });
});

describe("formulas read people.x", () => {
  const scenario = (contacts: string) =>
    bare({
      cohorts: {
        clients: { size: 100, states: ["well", "ill", "dead"] },
        homes: { size: 5, unit: "home", states: ["warm", "dead"] },
        ill: { size: 1, unit: "case" },
      },
      services: { bed: { unit: "night", cost: "none" } },
      demand: { nights: { to: "bed", contacts, per: "home", every: "year" } },
      interventions: { none: reaching({}) },
    });

  test("of cohorts, and of states that one cohort alone has and no cohort is called", () => {
    expect(read(scenario("people.clients + people.warm + people.well + people.ill")).demand.nights).toBeDefined();
    expect(() => read(scenario("people.dead"))).toThrow(/people.*dead/s);
  });
});

describe("an outcome", () => {
  test("is a service with a worth, that costs nothing", () => {
    const services = { lifeYear: { unit: "life year", worth: "society" } };
    expect(read(bare({ services, interventions: { none: reaching({}) } })).services.lifeYear).toMatchObject({
      worth: "society",
      costs: [],
    });
  });

  test("may be discounted apart", () => {
    const discount = { costs: { schedule: "6%", by: "cycle", from: "end" }, outcomes: "none" } as const;
    const { money } = read(bare({ money: { priceYear: "2024/25", discount }, interventions: { none: reaching({}) } }));
    expect(money).toMatchObject({
      discounting: { schedule: { name: "6%" }, by: "cycle", from: "end" },
      outcomes: { schedule: { name: "none" }, by: "year", from: "start" },
    });
  });
});
