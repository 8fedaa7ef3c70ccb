import { describe, expect, test } from "vitest";
import { readData } from "../../src/scenario/read.js";

/** The errors of a scenario with one effect, each with its address from the effect on. */
const errorsOf = (effect: object): readonly string[] =>
  readData({
    title: "Grit",
    question: "Who saves?",
    time: { start: "2025-10-01", years: 1, cycle: "week" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: { council: { name: "Council", kind: "local", cashable: 1 } },
    cohorts: { residents: { size: 1000 } },
    services: { bed: { unit: "night", cost: { council: 100 } } },
    demand: { falls: { to: "bed", contacts: 1, per: "person", every: "year" } },
    interventions: { grit: { reaches: "everyone", deadweight: 0, effects: { x: effect } } },
  })
    .problems.filter(({ severity }) => severity === "error")
    .map(({ address, what }) => `${address.replace("interventions.grit.effects.", "")}: ${what}`);

const chain = { population: 10, need: 1, engagement: 1, retention: 1, impact: 1, fiscal: { council: 5 } };
const measured = { per: "100 people", every: "year", comparison: "none" };

describe("an effect", () => {
  test.each<[string, object]>([
    ["cut", { cut: { bed: 0.1 }, lag: "1 month", deadweight: 0.1 }],
    ["raise", { raise: { "services.bed": 0.1 }, byYear: [1, 0.5] }],
    ["add", { add: { "cohorts.residents.size": 5 }, halfLife: "1 year" }],
    ["set", { set: { "demand.falls": 2 }, until: "1 year" }],
    ["saves", { saves: { council: 5 }, per: "person", every: "year", cashable: 0.5, comparison: "none" }],
    ["costsMore", { costsMore: { council: 5 }, layer: "fiscal", in: "year 1" }],
    ["chain", { chain, cashable: 0.5, lag: "1 month" }],
    ["measured", { measured, counts: { bed: "4 -> 2" }, deadweight: 0 }],
  ])("takes %s with its own keys", (_, effect) => expect(errorsOf(effect)).toEqual([]));

  const verbs = "cut, or raise, or add, or set, or saves, or costsMore, or chain, or measured and counts";
  test.each<[string, object, string[]]>([
    ["no verb", { lag: "1 month" }, [`x: x needs ${verbs}.`]],
    ["the keys of money only", { cashable: 1, every: "year" }, ["x: x needs saves, or costsMore."]],
    ["a misspelt verb", { cuts: { bed: 0.1 } }, ["x.cuts: There is no key cuts here. Did you mean cut?"]],
    [
      "a misspelt verb beside shared keys",
      { costMore: { council: 5 }, every: "year" },
      ["x.costMore: There is no key costMore here. Did you mean costsMore?"],
    ],
    ["two verbs", { cut: { bed: 0.1 }, raise: { bed: 0.1 } }, ["x.raise: raise cannot be used beside cut."]],
    [
      "keys of another verb, and a wrong name in its own",
      { cut: { bde: 0.1 }, per: "person", every: "year" },
      [
        "x.per: per cannot be used beside cut.",
        "x.every: every cannot be used beside cut.",
        "x.cut.bde: There is no number at bde. Did you mean bed?",
      ],
    ],
    ["wrong values of many targets", { cut: { bed: [1], a: [2], b: [3] } }, ["x.cut.bed", "x.cut.a", "x.cut.b"]],
  ])("reports %s", (_, effect, expected) => {
    const errors = errorsOf(effect);
    expect(errors).toHaveLength(expected.length);
    expect(errors).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});
