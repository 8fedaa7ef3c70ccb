import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/scenario/read.js";

const handrails = readFileSync("test/meant/handrails.yaml", "utf8");

/** The problems of the scenario of handrails with one part of its text changed: what is wrong, and the mend. */
const problemsWith = (before: string, after: string): readonly string[] => {
  expect(handrails).toContain(before);
  return readScenario(handrails.replace(before, () => after)).problems.map(({ what, mend }) => `${what} ${mend ?? ""}`);
};

/** Each slip is one problem, with the words to write. */
const isMended = (before: string, after: string, mend: string): void => {
  const problems = problemsWith(before, after);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(mend);
};

const pays = "{ value: 150, low: 120, high: 200, source: assumption }";
const cut = "{ value: 25%, low: 10%, high: 40%, source: assumption }";

describe("a time as people write it is refused with the time to write", () => {
  test.each([
    ["until: 2028/29", "Write year 3."],
    ["until: 2029-03-31", "Write year 3."],
    ["until: 31/03/2029", "Write year 3."],
    ["until: March 2029", "Write year 3."],
    ["until: end of year 3", "Write year 3."],
    ["until: Y3", "Write year 3."],
    ["until: 2029", "Write year 4."],
    ["until: 3", "Write 3 years, or another unit: 3 months."],
    ["until: forever", "Leave until out: without it nothing ends."],
    ["until: 3 years (assumption)", "Write 3 years."],
    ["ramp: half a year", "Write 6 months."],
    ["ramp: 6 monthly", "Write 6 months."],
    ["ramp: yr", "Write year."],
    ["lag: none", "Leave lag out"],
  ])("%s: %s", (typed, mend) => isMended("ramp: 1 year", typed, mend));

  test.each([
    ["in: Y1", "Write year 1."],
    ["in: yr 1", "Write year 1."],
    ["in: Year 1", "Write year 1."],
    ["in: first year", "Write year 1."],
    ["in: year one", "Write year 1."],
    ["in: 1", "Write in: year 1."],
    ["in: FY26/27", "Write year 1."],
    ["in: Q3 2026/27", "Write month 7."],
    ["in: Apr-27", "Write year 2."],
    ["in: M6", "Write month 6."],
    ["in: 2025/26", "The run begins on 2026-04-01, after that."],
    ["in: every year", "For every year write every: year."],
    ["in: years 2-4", "write every: year, lag: 1 year, until: year 4."],
    ["every: p.a.", "Write year."],
    ["every: fortnightly", "Write 2 weeks."],
  ])("%s: %s", (typed, mend) => isMended("in: year 1", typed, mend));

  test.each([
    ["start: 2026/27", "Write 2026-04-01."],
    ["start: Q1 2026/27", "Write 2026-04-01."],
    ["start: 20260401", "Write 2026-04-01."],
  ])("%s: %s", (typed, mend) => isMended("start: 2026-04-01", typed, mend));
  test("years: 2026/27 to 2030/31", () => isMended("years: 5", "years: 2026/27 to 2030/31", "Write years: 5."));
});

describe("per as people write it is refused with the people to write", () => {
  test.each([
    ["per: year", "per is of people, every of time: write every: year"],
    ["per: month", "write every: month"],
    ["per: head", "Write per: person."],
    ["per: service user", "Write per: person."],
    ["per: thousand people", "Write per: 1000 people."],
    ["per: 1k people", "Write per: 1000 people."],
    ["per: person per year", "Write per: person, and every: year."],
    ["per: each person", "Write per: person."],
  ])("%s: %s", (typed, mend) => isMended("per: person\n", `${typed}\n`, mend));

  test("a unit may be of two words", () => {
    const young = handrails
      .replace("size: 2000", "size: 2000, unit: young person")
      .replaceAll(/(?<=per: )person/g, "young person")
      .replaceAll(/(?<=per: 1000 )people/g, "young people");
    expect(readScenario(young).problems).toEqual([]);
  });
});

test.each([
  ["discount: 3.5% p.a.", "Write 3.5%: a rate is one of a year."],
  ["discount: 3.5 % a year", "Write 3.5 %: a rate is one of a year."],
])("%s is refused with the rate to write: %s", (typed, mend) => isMended("discount: green-book-2026", typed, mend));

describe("what is no number is refused with the number to write", () => {
  test.each(["TBC", "n/a", "?", "???", "-", "see note", "to be confirmed", "XX"])("size: %s", (typed) =>
    isMended("size: 2000", `size: ${typed}`, "{ value: …, low: …, high: …, source: assumption }"),
  );
  test("size: nil", () => isMended("size: 2000", "size: nil", "Write 0."));

  test.each([
    ["(3,000)", "Write 3000, or -3000 if the brackets mean a minus."],
    ["£3,000 per admission", "Write 3000 alone"],
    ["£3,000 p.a.", "Write 3000; how often goes under every: year."],
    ["2% a year", "Write 2%: growth and rates are of a year already; how often contacts come goes under every: year."],
    ["£3,000/year", "Write 3000; how often goes under every: year."],
    ["£150 per person", "Write 150; for each person goes under per: person."],
    ["£150 (2019/20 prices)", "Write { value: 150, priceYear: 2019/20 }."],
    ["150p", "Write 1.5, in pounds."],
    ["150,50", "Write 150.5."],
    ["1.500,00", "Write 1500."],
    ["£1,500 to £2,000", "{ value: 1750, low: 1500, high: 2000 }"],
  ])("pays %s: %s", (typed, mend) => isMended(pays, typed, mend));

  test.each([
    ["0,25", "Write 0.25."],
    ["25% reduction", "Write 25% alone"],
    ["up to 25%", "Write 25%, or a range"],
    ["RR 0.75", "A ratio of 0.75 is a cut of 25%"],
    ["25% (10-40)", "{ value: 25%, low: 10%, high: 40% }"],
    ["25% (95% CI 10% to 40%)", "{ value: 25%, low: 10%, high: 40% }"],
    ["25% [10%, 40%]", "{ value: 25%, low: 10%, high: 40% }"],
    ["10%/25%/40%", "{ value: 25%, low: 10%, high: 40% }"],
    ["10% - 40%", "{ value: 25%, low: 10%, high: 40% }"],
  ])("cut %s: %s", (typed, mend) => isMended(cut, typed, mend));
});

describe("an entry without its colon is one problem, with the entry to write", () => {
  test.each(["unit:week", "unit = week", "unit week", "unit;week", "unit： week"])("%s", (typed) =>
    isMended("unit: week", typed, "Write unit: week"),
  );
  test("homeCare", () => isMended("  homeCare:", "  homeCare", "Write homeCare:."));
  test("{ size:2000 }", () => isMended("size: 2000", "size:2000", "Write a space after the colon: size: 2000."));
  test("{ cycle = month }", () => isMended("cycle: month", "cycle = month", "Write cycle: month."));
});

describe("a slip in a line is one problem, with the words to write", () => {
  const states = "size: 2000, states: { well: 90%, ill: 10% }, moves:";
  const measured = "measured: { per: 2000 people, every: year, comparison: none }\n        counts:";
  test.each([
    ["size: 2000", `${states} { well -> ill: { hazard: 0.2 a month } }`, "Write hazard: 2.4."],
    [
      `cut: { admission: ${cut} }`,
      `${measured} { admission: 80-60 }`,
      "Write before -> after in plain digits: 80 -> 60.",
    ],
    [pays, "{ value: 150, range: 120-200 }", "Write low: 120, high: 200."],
    [pays, "{ value: 150, ci: [120, 200] }", "Write low: 120, high: 200."],
    [pays, "{ value: 150, source: PSSRU 2010 }", "define PSSRU2010 under sources, and name that."],
    ["after: 1 month", "after: 1", "Write 1 year, or another unit: 1 month."],
  ])("%s: %s", (before, after, mend) => isMended(before, after, mend));
});
