import { describe, expect, test } from "vitest";
import { readData } from "../../src/scenario/read.js";

const base = {
  title: "Grit",
  question: "Who saves?",
  time: { start: "2025-10-01", years: 1, cycle: "week" },
  money: { priceYear: "2024/25", discount: "none" },
  agencies: { council: { name: "Council", kind: "local" }, hospital: { name: "Hospital", kind: "local" } },
  cohorts: { residents: { size: 1000 } },
  services: { bed: { unit: "night", cost: { hospital: 100 }, cashable: 1 } },
  demand: { falls: { to: "bed", contacts: 1, per: "person", every: "year" } },
  interventions: { grit: { reaches: "everyone" }, salt: { reaches: "everyone" } },
};

/** What is told of a scenario with parts put in place of its own, each with its address. */
const told = (parts: object): readonly string[] =>
  readData({ ...base, ...parts })
    .problems.filter(({ severity }) => severity === "error")
    .map(({ address, what }) => `${address}: ${what}`);

describe("of several forms the one that was meant is told of", () => {
  test.each<[string, object, string[]]>([
    ["people without how often", { per: "person" }, ["demand.x.every: every is missing."]],
    ["how often without people", { every: "week" }, ["demand.x.per: per is missing."]],
    ["neither people nor a contact", {}, ["demand.x: x needs each, or unmet, or per and every, or move."]],
    ["a cohort alone", { cohort: "residents" }, ["demand.x: x needs per and every, or move."]],
    ["a misspelt move", { mvoe: "a -> b" }, ["demand.x.mvoe: There is no key mvoe here. Did you mean move?"]],
    ["a move and people", { move: "a -> b", per: "person" }, ["demand.x.per: per cannot be used beside move."]],
    ["a misspelt each", { eech: "bed" }, ["demand.x.eech: There is no key eech here. Did you mean each?"]],
    ["both forms", { each: "bed", every: "week" }, ["demand.x.every: every cannot be used beside each."]],
  ])("a cause: %s", (_, cause, expected) =>
    expect([...told({ demand: { x: { to: "bed", contacts: 1, ...cause } } })].sort()).toEqual(expected.sort()),
  );

  test.each<[string, unknown, string[]]>([
    ["a bare number", 2615, ["services.x.cost: The agency that bears these 2615 pounds is missing."]],
    ["pounds as text", "£2,615", ["services.x.cost: The agency that bears these 2615 pounds is missing."]],
    [
      "a range without an agency",
      { value: 5, low: 1, high: 9 },
      ["services.x.cost: This does not state who pays these pounds."],
    ],
    [
      "a total without a split",
      { total: 5 },
      ["services.x.cost: This does not state between which agencies this total is split."],
    ],
    ["nothing", {}, ["services.x.cost: This does not state who pays these pounds."]],
    [
      "a total between one",
      { total: 5, between: ["hospital"] },
      ["services.x.cost.between: between cannot be a list; it needs 2 entries at least."],
    ],
    [
      "a misspelt between",
      { total: 5, betwen: ["hospital", "council"] },
      ["services.x.cost.betwen: There is no key betwen here. Did you mean between?"],
    ],
    [
      "a wrong figure in it",
      { hospital: { value: 5, lo: 3 } },
      ["services.x.cost.hospital.lo: There is no key lo here. Did you mean low?"],
    ],
    ["a list in it", { hospital: [1, 2] }, ["services.x.cost.hospital: hospital cannot be a list."]],
    ["a word", "free", ['services.x.cost: cost cannot be "free".']],
  ])("an amount: %s", (_, cost, expected) =>
    expect(told({ services: { ...base.services, x: { unit: "day", cost, cashable: 1 } } })).toEqual(expected),
  );

  test.each<[string, unknown, string[]]>([
    ["no value", { low: 1, high: 2 }, ["quantities.x.value: value is missing."]],
    ["a misspelt value", { valeu: 1, low: 1 }, ["quantities.x.valeu: There is no key valeu here. Did you mean value?"]],
    [
      "a misspelt parameter",
      { value: 1, distribution: "normal", meen: 1, sd: 1 },
      ["quantities.x.meen: There is no key meen here. Did you mean mean?"],
    ],
    [
      "a misspelt family",
      { value: 1, distribution: "gama" },
      ['quantities.x.distribution: distribution cannot be "gama". Did you mean gamma?'],
    ],
    ["a file without its column", { file: "a.csv", trace: "winter" }, ["quantities.x.column: column is missing."]],
    [
      "traces beside a value",
      { value: 1, traces: { a: [1] } },
      ["quantities.x.traces: traces cannot be used beside value."],
    ],
    [
      "text in a trace",
      { traces: { a: [1, "2"] } },
      ['quantities.x.traces.a.1: entry 2 of a cannot be "2"; it must be a number.'],
    ],
    ["steps of nothing", { steps: { 0: 1 } }, ["quantities.x.of: of is missing."]],
    [
      "no form at all",
      { unit: "°C" },
      [
        "quantities.x: x needs value, or traces, or file, trace and column, or of and steps, or file, of, from and column.",
      ],
    ],
    ["true", true, ["quantities.x: x cannot be true."]],
    ["nothing", null, ["quantities.x: x is empty."]],
  ])("a quantity: %s", (_, x, expected) => expect(told({ quantities: { x } })).toEqual(expected));

  test.each<[string, unknown, string[]]>([
    ["a name alone", "grit", ['strategies.x: x cannot be "grit".']],
    ["a name without a list", { name: "Grit" }, ["strategies.x.of: of is missing."]],
    ["an empty list", [], ["strategies.x: x cannot be an empty list; it needs an entry at least."]],
    [
      "a misspelt way",
      { of: ["grit"], overlap: "strong" },
      ['strategies.x.overlap: overlap cannot be "strong". There are multiply and strongest.'],
    ],
    ["a number in the list", ["grit", 2], ["strategies.x.1: entry 2 of x cannot be 2; it must be text."]],
  ])("a strategy: %s", (_, x, expected) => expect(told({ strategies: { x } })).toEqual(expected));
});

describe("all is told at once", () => {
  test("what is wrong in shape, and the names of what is right in shape", () => {
    const demand = {
      x: { to: "bed", contacts: 1, per: "person" },
      y: { to: "bedd", contacts: "z", per: "person", every: "year" },
    };
    expect(told({ demand, title: 5 })).toEqual([
      "title: title cannot be 5; it must be text.",
      "demand.x.every: every is missing.",
      "demand.y.to: There is no service called bedd. Did you mean bed?",
      'demand.y: In the formula "z", there is no quantity called z. There are t, year and cycle.',
    ]);
  });

  test("nothing that hangs on what is wrong in shape is told of", () => {
    const services = { bed: { unit: "night", cost: 100 } };
    expect(told({ services, strategies: { all: ["grit"] } })).toHaveLength(1);
    expect(told({ agencies: { council: { name: "Council" } } })).toEqual(["agencies.council.kind: kind is missing."]);
  });

  test("a hundred problems are enough", () => {
    const names = Array.from({ length: 500 }, (_, index) => [`x${index}`, `nothing${index}`]);
    expect(told({ quantities: Object.fromEntries(names) })).toHaveLength(100);
  });
});
