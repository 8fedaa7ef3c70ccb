import { describe, expect, test } from "vitest";
import { fdac, gainShare } from "../../examples/index.js";
import type { RuleFacts } from "../../src/funding/named-rule.js";
import { ruleFamilies } from "../../src/funding/rule.js";
import { carryForward } from "../../src/funding/year-end/carry-forward.js";
import * as library from "../../src/index.js";
import { checkAnswer } from "../../src/report/show.js";
import { ruleBook } from "../../src/scenario/regimes/rule-book.js";

// What plain JavaScript may pass to the functions of the library, where TypeScript would refuse it.
const run = library.simulate(gainShare, { draws: 2 });
const calls = library as unknown as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const ofRuns = [
  ...["whoSaves", "cash", "budgetGap", "appraisal", "publicValue", "activity", "contactsPerPerson", "people"],
  ...[
    "outcomes",
    "valueForMoney",
    "references",
    "concentration",
    "cashByYear",
    "ledger",
    "wrongPockets",
    "evpi",
    "evppi",
  ],
  ...["assumptions", "costEffectiveness", "acceptability", "explain", "settle", "postings", "decide", "votes"],
  ...["priceOfSilos", "horizons", "placeCount"],
];
const ofScenarios = [
  "simulate",
  "sensitivity",
  "switchingValues",
  "costShifts",
  "interplay",
  "failureDemand",
  "expectations",
];

const problemOf = (call: () => unknown): library.Problem | undefined => {
  try {
    call();
  } catch (error) {
    if (error instanceof library.ScenarioError) return error.problems[0];
    throw error;
  }
  return undefined;
};

describe("a function given something else", () => {
  test.each(ofRuns)("%s(…) says that it reads what simulate returns", (name) => {
    const wrong = name === "concentration" ? [undefined, 5, {}] : [undefined, null, 5, {}, gainShare];
    for (const value of wrong) expect(problemOf(() => calls[name](value))?.what).toMatch(/simulate|readScenario/);
  });

  test("a list of a billion holes is answered at the first of them", () => {
    const holes = new Array(2 ** 32 - 1);
    for (const name of ["decide", "votes", "deal"])
      expect(problemOf(() => calls[name](run, holes))?.what).toBe("An entry of regimes is a text, not undefined.");
    expect(problemOf(() => library.simulate(gainShare, { strategies: holes }))).toBeDefined();
  });

  test("a simulation that was written by JSON.stringify is answered with how it is written", () => {
    const read = JSON.parse(JSON.stringify(run));
    expect(problemOf(() => library.whoSaves(read))?.what).toContain("simulationFromJson");
    expect(
      problemOf(() => library.whoSaves(library.simulationFromJson(library.simulationToJson(run)))),
    ).toBeUndefined();
  });

  test("an error that is made from a text says it", () => {
    const error: unknown = Reflect.construct(library.ScenarioError, ["no budget"]);
    expect(error).toMatchObject({ message: "error: the scenario\n  no budget", problems: [{ what: "no budget" }] });
  });

  test.each(ofScenarios)("%s(…) says that it reads a scenario", (name) => {
    for (const value of [undefined, null, 5, {}])
      expect(problemOf(() => calls[name](value))?.what).toContain("readScenario");
  });
});

describe("an option that is not known is reported with the nearest right one", () => {
  test.each([
    ["ledger", [run, { yeers: "financial" }], "years"],
    ["cashByYear", [run, { pound: "cash" }], "pounds"],
    ["wrongPockets", [run, { levl: "place" }], "level"],
    ["evpi", [run, { off: "place" }], "of"],
    ["evppi", [run, { off: "place" }], "of"],
    ["assumptions", [run, { strateg: "x" }], "strategy"],
    ["costEffectiveness", [run, { outcom: "x" }], "outcome"],
    ["acceptability", [run, { figur: "net" }], "figure"],
    ["explain", [run, { agncy: "council" }], "agency"],
    ["settle", [run, "silo", { strategys: [] }], "strategies"],
    ["postings", [run, "silo", { yaer: 1 }], "year"],
    ["decide", [run, ["silo"], { horizonYeers: 1 }], "horizonYears"],
    ["votes", [run, ["silo"], { blam: 1 }], "blame"],
    ["priceOfSilos", [run, ["silo"], { horizon: [1] }], "horizons"],
    ["simulate", [gainShare, { drawz: 1 }], "draws"],
    ["sensitivity", [gainShare, { figur: "net" }], "figure"],
    ["switchingValues", [gainShare, { stratgy: "x" }], "strategy"],
    ["costShifts", [gainShare, { drws: 1 }], "draws"],
    ["interplay", [gainShare, { drws: 1 }], "draws"],
    ["failureDemand", [gainShare, { drws: 1 }], "draws"],
    ["horizons", [run, { horizon: [1] }], "horizons"],
  ])("%s", (name, values, meant) => {
    expect(problemOf(() => calls[name](...values))?.what).toMatch(
      new RegExp(`(Did you mean|There is only) ${meant}[.?]`),
    );
  });

  test.each(["acceptability", "costEffectiveness", "evpi", "evppi", "compile", "costShifts", "simulate"])(
    "%s(…, { strategies }) reports a misspelt strategy with the nearest one",
    (name) => {
      const [strategy] = run.settings.strategies;
      const given = ["compile", "costShifts", "simulate"].includes(name) ? gainShare : run;
      expect(problemOf(() => calls[name](given, { strategies: [`${strategy}x`] }))).toMatchObject({
        address: "options.strategies",
        what: `There is no strategy called ${strategy}x. Did you mean ${strategy}?`,
      });
    },
  );

  test("and options that are no object are refused", () => {
    expect(problemOf(() => calls.ledger(run, 5))?.what).toBe("The options are an object, not 5.");
  });
});

describe("what an output is asked about", () => {
  const ask = (answer: string) => problemOf(() => checkAnswer({ ...fdac, answer: ["who-saves", answer] }));

  test.each([
    ["postings:99", "year is a whole number from 1 to 5, not 99."],
    ["explain:nobody", "There is no agency called nobody."],
    ["explain:nhs:6", "year is a whole number from 1 to 5, not 6."],
    ["decide:net:0", "horizonYears is a whole number from 1 to 5, not 0."],
    ["sensitivity:nobody", "nobody"],
    ["evpi:place:nothing", "nothing"],
  ])("%s is refused at its own line of `answer`", (text, what) => {
    expect(ask(text)).toMatchObject({ address: "answer.1", what: expect.stringContaining(what) });
  });
});

test("a regime of a record is not its name", () => {
  expect(problemOf(() => calls.decide(run, { mine: "silo" }))?.what).toBe(
    'A regime under a name of your own is a record of rules, not "silo".',
  );
});

describe("a rule that is made of nonsense", () => {
  const holdsItself: { self?: unknown } = {};
  holdsItself.self = holdsItself;
  const makers = ruleFamilies.flatMap((family) =>
    Object.values<RuleFacts<unknown>>(ruleBook[family]).filter(({ form }) => form !== undefined),
  );

  test.each(makers.map((maker) => [maker.name, maker] as const))("%s says so in a sentence", (_, maker) => {
    const make = maker as unknown as (parameters: unknown) => unknown;
    for (const value of [10n, Symbol("s"), holdsItself, { share: 10n, of: holdsItself }])
      expect(() => problemOf(() => make(value))).not.toThrow();
  });

  test.each([[5], [null], [{}], [() => 1]])("a budget is not pooled by %s", (value) => {
    const pool = library.regimes.pooledBudget as unknown as (agencies: unknown) => unknown;
    expect(problemOf(() => pool(value))?.address).toMatch(/^singleBudget/);
  });
});

describe("a rule that is called without a world", () => {
  const decided = ruleFamilies.flatMap((family) =>
    Object.values<RuleFacts<(world: never) => unknown>>(ruleBook[family]).flatMap(({ name, samples }) =>
      samples().map(({ rule }) => [name, rule] as const),
    ),
  );

  test.each(decided)("%s says so in a sentence", (_, rule) => {
    const call = rule as unknown as (world?: unknown) => unknown;
    for (const world of [undefined, null, {}, { base: 100_00 }]) {
      let decided: unknown;
      const problem = problemOf(() => {
        decided = call(world);
      });
      // JSON writes null for what is not a number.
      expect(JSON.stringify([decided ?? 0])).not.toContain("null");
      // A rule that reads nothing decides the same whatever it is given. A rule in another names itself.
      if (problem)
        expect(problem.what).toMatch(
          /^\w+ decides about what it is called with, and that is (undefined|null|an object with (no fields|the fields base))\.$/,
        );
    }
  });

  test("carry-forward without what was spent", () =>
    expect(problemOf(() => (carryForward({ cap: 0.1 }) as (world: unknown) => unknown)({ base: 100_00 }))).toEqual({
      severity: "error",
      code: "wrong-world",
      address: "carryForward",
      what: "carryForward decides about what it is called with, and that is an object with the fields base.",
      mend: "Call it with a list or an object in whole pence, as the example in its documentation does.",
    }));
});
