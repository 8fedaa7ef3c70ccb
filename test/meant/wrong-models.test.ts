import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";
import { admission, cut, doubtsWith, effect, handrails, pays } from "./handrails.js";

describe("a slip that makes a result wrong by a factor does not read clean", () => {
  test.each([
    ["a payment that grows with the clock", "100 * year"],
    ["two payers who each bear the clock", "year, hospital: year"],
  ])("%s is read like any other", (_, paid) => {
    expect(() => doubtsWith(pays, paid)).not.toThrow();
  });

  test.each([
    // 80 admissions of £3,000 in each of 5 years are £1.2m; £2m a year less 20% is £8m.
    [
      effect,
      "saves: { hospital: 2000000 }\n        every: year\n        cashable: 15%",
      "saves hospital £8.00m in all",
    ],
    ["size: 2000", "size: 2000, growth: 25%", "residents grows from 2,000 people in year 1 to 4,883"],
    ["size: 2000", "size: 2000, entrants: 1500", "residents grows from 2,000 people in year 1 to 8,000"],
    ["size: 2000", "size: 10%", "residents has 0.1 people"],
    ["ramp: 1 year", "lag: 3 years\n        until: 2 years", "This has no size in any year of the run."],
    ["ramp: 1 year", "ramp: 10 years", "This reaches 50% of its full size at most"],
    [cut, "{ value: 4%, low: 0.1%, high: 99%, source: assumption }", "far from its value"],
    [pays, "{ value: 150, low: 15, high: 15000, source: assumption }", "The mean of 150 (15 to 15000) is about 2,200"],
    // 40 weeks a month, read as 40 a year: 480 are asked for in each of 5 years.
    [
      "unit: week",
      "unit: week\n    capacity: { contacts: 40, every: year }",
      "200 contacts are served in all, and 2,200",
    ],
    [
      "    effects:",
      "    grants:\n      help: { from: hospital, to: council, pounds: 60000, every: month }\n    effects:",
      "council is granted £3.60m in all, and pays £300,000.",
    ],
    ["demand:\n", "quantities:\n  reduction: 25%\ndemand:\n", "No number of the scenario reads reduction."],
    ["reaches: everyone", "reaches: { people: 500, who: anyone, stay: 1 month }", "This is 1 cycles of a month"],
    ["cut: { admission:", "raise: { admission:", "No effect of this intervention reads its deadweight"],
    [
      "size: 2000",
      "size: 2000, states: { well: 100%, ill: 0%, dead: 0% }, moves: { well -> ill: { hazard: 0.1 } }",
      "Nobody is ever dead",
    ],
    [
      "size: 2000",
      "size: 2000, states: { well: 100%, died: 0% }, moves: { well -> died: { hazard: 0.1 } }",
      "People in the state died still count",
    ],
    // Sizes: a share that remains in place of one taken away, a share as a percentage of one, thousands.
    [cut, "95%", "This cuts 95%"],
    ["value: 25%, low: 10%, high: 40%", "value: 0.25%, low: 0.1%, high: 0.4%", "less than one in a hundred"],
    ["{ value: 15%, low: 5%, high: 30%, source: assumption }", "0.15%", "This is 0.15%, less than one in a hundred."],
    ["deadweight: { value: 20%, low: 5%, high: 40%, source: assumption }", "deadweight: 0.2%", "This is 0.2%"],
    // 2 people × 40 ÷ 1,000 × 5 years.
    ["size: 2000", "size: 2", "there are 0.4 contacts of admission: not even one."],
    [admission, "{ value: 3, low: 2.4, high: 3.6, source: assumption }", "One admission costs £3. In the catalogue"],
    [effect, `add: { demand.falls: 25% }`, "25% is the number 0.25 here"],
    [admission, "30%", "30% is the number 0.3 here"],
    [admission, "3000 - 10%", "3000 - 10% is 3,000 less 0.1."],
    [
      "demand:\n",
      "quantities:\n  fee: { of: 2025 + year, steps: { 2010: 100, 2011: 110 } }\ndemand:\n",
      "Its steps are from 2010 to 2011, and the run reads 2026 to 2030.",
    ],
    // 400 admissions × £3,000 and their care, less 10% to 40%, are about £327,000; £150 × 2,000 × 60 months are £18m.
    [
      "in: year 1",
      "every: month",
      "The cost is £16.8m (handrails); without it all services of the scenario cost £1.92m.",
    ],
    [pays, "300000", "This pays £300,000 for each person."],
    [
      effect,
      "saves: { hospital: 60 }\n        every: year\n        cashable: 15%",
      "The cost is 1,300 times the benefit",
    ],
    ["cut: { admission:", "raise: { admission:", "handrails saves nothing: its effects raise what agencies pay."],
    // Times: the year of prices or of the start, the year of a payment, the unit of a duration, a discount rate.
    ["priceYear: 2024/25", "priceYear: 2014/15", "The run starts in 2026, and its pounds are those of 2014/15."],
    ["start: 2026", "start: 2062", "The run starts in 2062"],
    ["in: year 1", "in: year 2", "handrails acts from year 1, and nothing is paid for it before year 2."],
    ["ramp: 1 year", "until: 1 month", "This is over after 1 of the 60 months left."],
    ["discount: green-book-2026", "discount: 35%", "Later pounds lose 35% a year."],
    ["discount: green-book-2026", "discount: 0.035%", "Later pounds lose 0.035% a year."],
    // 80 admissions a year of room for 800.
    [
      "    unit: admission",
      "    unit: admission\n    capacity: { contacts: 800, every: year }",
      "At most 10% of it is taken in any year",
    ],
    [
      "    effects:",
      "      help: { pays: { hospital: 60000 }, to: council, in: year 1 }\n    effects:",
      "council spends this on handrails beside what it pays itself.",
    ],
    // One thing counted twice: the same cut, a service and what brings people to it, the same line.
    ["ramp: 1 year", "ramp: 1 year\n      again: { cut: { admission: 25% } }", "The same falls by"],
    ["ramp: 1 year", "ramp: 1 year\n      again: { cut: { demand.falls: 25% } }", "The same falls by"],
    [
      "    effects:",
      "      again: { pays: { council: 150 }, per: person, in: year 1 }\n    effects:",
      "This is the same as interventions.handrails.costs.again",
    ],
    // What nothing reads, people as a share of one, and rates of many as one.
    ["reaches: everyone", "reaches: { people: 40%, who: anyone, stay: to the end }", "40% is the number 0.4 here"],
    ["size: 2000", "size: 2000, entrants: 5%", "5% is the number 0.05 here"],
    ["{ value: 40, low: 30, high: 60, source: assumption }", "4%", "4% is the number 0.04 here"],
    ["size: 2000", "size: 2000, entrants: 100, states: { well: 90%, ill: 10% }", "10 are in the state ill"],
    [effect, "costsMore: { hospital: 300000 }\n        every: year", "handrails saves nothing"],
    ["per: person", "to: council\n        per: person", "council pays itself here."],
    // Handrails are fitted once.
    ["in: year 1", "every: year", "This is due in every year, and its words say fitting."],
    // A length in months, and the share that the intervention brings itself.
    ["years: 5", "years: 60", "The run has 60 years, month by month."],
    ["deadweight: { value: 20%, low: 5%, high: 40%, source: assumption }", "deadweight: 80%", "so only 20% counts."],
    // 80 contacts of 2,000 people are no more than one a person; of 20 people they are four.
    [
      effect,
      "measured: { per: 20 people, every: year, comparison: none }\n        counts: { admission: 80 -> 60 }",
      "This is 4 a person, drawn as 80 -> 60 independent events.",
    ],
  ])("%s: %s", (before, after, doubt) =>
    expect(doubtsWith(before, after)).toContainEqual(expect.stringContaining(doubt)),
  );

  test("so many states that a run is slow", () => {
    const names = (letter: string) => Array.from({ length: 8 }, (_, at) => `${letter}${at}`);
    const moves = ["a", "b", "c"].flatMap((letter) =>
      names(letter)
        .slice(1)
        .map((to, at) => `${letter}${at} -> ${to}: { hazard: 0.1 }`),
    );
    const states = ["a", "b", "c"].map((letter) => `${letter}: [${names(letter).join(", ")}]`).join(", ");
    // From each of 8 states in a row to itself and those after it are 36 ways, and 36³ in three dimensions.
    expect(
      doubtsWith("size: 2000", `size: 2000, states: { ${states} }, moves: { ${moves.join(", ")} }`),
    ).toContainEqual(
      expect.stringContaining(
        "8 × 8 × 8 states are 512 combinations, with 46,656 ways between them in a month: 11 bill",
      ),
    );
  });

  test("an effect on a number that nothing reads", () => {
    const text = handrails
      .replace("demand:\n", "quantities: { x: 5 }\ndemand:\n")
      .replace("cut: {", "cut: { quantities.x: 10%,");
    const { warnings } = plausibility(scenarioIn(readScenario(text)));
    expect(warnings.map(({ what }) => what)).toEqual(["No number of the scenario reads x."]);
  });

  test("an effect that averts nearly all contacts", () => {
    const text = handrails
      .replace(cut, "100%")
      .replace(/deadweight: .*/, "deadweight: 0")
      .replace("ramp: 1 year", "");
    const { warnings } = plausibility(scenarioIn(readScenario(text)));
    // 400 admissions in five years; what follows from those before the start is under way.
    expect(warnings[0]?.what).toBe("Under handrails 0 contacts of Admission remain of 400.");
  });

  test("a named amount that counts once where another line counts it for each person", () => {
    const casework = readFileSync("examples/casework/scenario.yaml", "utf8");
    const slip = casework.replace(
      "costsMore: { council: housingCost }, per: person",
      "costsMore: { council: housingCost }",
    );
    const { warnings } = plausibility(scenarioIn(readScenario(slip)));
    expect(warnings.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^housingCost counts once here/));
  });

  test("a series of years that is read as years picked at random", () => {
    const file = "place,year,pounds\nNorth,2020,100\nNorth,2021,110\nNorth,2022,125\nNorth,2023,150\nNorth,2024,200\n";
    const text = handrails
      .replace("start: 2026-04-01, years: 5, cycle: month", "start: 2020-04-01, years: 5, cycle: year")
      .replace("    after: 1 month\n", "")
      .replace("demand:\n", "quantities:\n  cost: { file: c.csv, trace: year, column: pounds, beyond: 0 }\ndemand:\n")
      .replace(pays, "cost");
    const scenario = scenarioIn(readScenario(text, { files: { "c.csv": file } }));
    expect(plausibility(scenario).warnings[0]).toMatchObject({
      address: "quantities.cost",
      what: "2020 to 2024 look like a series, and each run picks among them at random.",
    });
  });
});
