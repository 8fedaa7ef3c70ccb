import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/base/problems/problem.js";
import { readValue } from "../../src/quantity/value.js";

const read = (text: string): { readonly value: unknown; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const names = {
    numbers: ["visits", "share", "x", "eight", "half", "t", "k9"],
    lastValues: new Map([["people", ["all"]]]),
  };
  const value = readValue(text, "here", {
    report: (problem) => problems.push(problem),
    names,
    files: {},
    cyclesPerYear: 1,
  });
  return { value, problems };
};

const mendOf = (text: string): string => {
  const [first] = read(text).problems;
  return first === undefined ? "accepted" : `${first.what} ${first.mend ?? ""}`;
};

describe("a number as people write it is refused with the number to write", () => {
  test.each([
    ["£3,000", "3000"],
    ["(310)", "310, or -310 if the brackets mean a minus"],
    ["(£1,310.50)", "1310.5, or -1310.5 if the brackets mean a minus"],
    ["310-", "-310"],
    ["−310", "-310"],
    ["-£310", "-310"],
    ["310,50", "310.5"],
    ["1.850,00", "1850"],
    ["1,850.00", "1850"],
    ["1 850", "1850"],
    ["1\u00A0850", "1850"],
    ["1'850", "1850"],
    ["1’850.50", "1850.5"],
    ["1.234.567", "1234567"],
    ["3000 GBP", "3000"],
    ["1.2 million", "1200000"],
    ["£1.2m", "1200000"],
    ["15 percent", "15%"],
    ["12,5%", "12.5%"],
  ])("%s is %s", (text, number) => expect(mendOf(text)).toMatch(`Write ${number}.`));

  test.each(["EUR 3000", "¥3000"])("%s is no number of pounds", (text) =>
    expect(mendOf(text)).toMatch("is in another currency. Write the pounds that it comes to"),
  );
});

describe("a number in words is refused with the number to write", () => {
  test.each([
    ["a third", "1 / 3"],
    ["a quarter", "25%"],
    ["two-thirds", "2 / 3"],
    ["1 in 25", "1 / 25"],
    ["one in 4", "1 / 4"],
    ["yes", "100%"],
    ["never", "0"],
    ["once", "1"],
    ["twice a year", "2; how often goes under every: year"],
    ["three times a week", "3; how often goes under every: week"],
    ["40 a year", "40; how often goes under every: year"],
    ["3 per month", "3; how often goes under every: month"],
    ["3 weekly", "3; how often goes under every: week"],
    ["2 x 75", "2 * 75"],
    ["2x75", "2 * 75"],
  ])("%s is %s", (text, number) => expect(mendOf(text)).toContain(`Write ${number}.`));

  test("a name is no word", () => expect(mendOf("x * half")).toBe("accepted"));
});

describe("a range in words is refused with the range to write", () => {
  test.each([
    ["10% to 40%", "{ value: 25%, low: 10%, high: 40% }"],
    ["10-40%", "{ value: 25%, low: 10%, high: 40% }"],
    ["10%–40%", "{ value: 25%, low: 10%, high: 40% }"],
    ["100-150", "{ value: 125, low: 100, high: 150 }"],
    ["150-100", "{ value: 125, low: 100, high: 150 }"],
    ["£100 to £150", "{ value: 125, low: 100, high: 150 }"],
    ["1,000-1,500", "{ value: 1250, low: 1000, high: 1500 }"],
    ["100..150", "{ value: 125, low: 100, high: 150 }"],
    ["between 100 and 150", "{ value: 125, low: 100, high: 150 }"],
    ["from 100 to 150", "{ value: 125, low: 100, high: 150 }"],
    ["120 (100 to 150)", "{ value: 120, low: 100, high: 150 }"],
    ["120 [100, 150]", "{ value: 120, low: 100, high: 150 }"],
    ["25% (10%-40%)", "{ value: 25%, low: 10%, high: 40% }"],
    ["120 ± 20", "{ value: 120, low: 100, high: 140 }"],
    ["120 +/- 10%", "{ value: 120, low: 108, high: 132 }"],
  ])("%s is %s", (text, range) => expect(mendOf(text)).toContain(`For a range write ${range}.`));

  test("a sum with spaces is a sum", () => expect(read("150 - 100")).toEqual({ value: 50, problems: [] }));
  test("its result has no dust of rounding", () =>
    expect(mendOf("10%-40%")).toMatch(/^10%-40% is read as a sum: -0\.3\. /));
  test("one without is read as a sum, which the message gives", () =>
    expect(mendOf("150-100")).toMatch(
      /^150-100 is read as a sum: 50\. .* For the sum write 150 - 100, with spaces\.$/,
    ));
});

describe("a formula as people write it is refused with the formula to write", () => {
  test.each([
    ["=30*100", "30*100"],
    ["30 × 100", "30 * 100"],
    ["visits ÷ 4", "visits / 4"],
    ["visits − 4", "visits - 4"],
    ["visits ** 2", "visits ^ 2"],
    ["visits²", "visits^2"],
    ["visits <> 12 ? 1 : 2", '"visits != 12 ? 1 : 2", with the quotes'],
    ["visits ≥ 12 ? 1 : 2", '"visits >= 12 ? 1 : 2", with the quotes'],
    ["“30 * visits”", "30 * visits"],
    ["30 * visi\u200Bts", "30 * visits"],
    ["20% of visits", "20% * visits"],
    ["20 per cent of visits", "20% * visits"],
    ["£95 * visits", "95 * visits"],
    ["€95 * visits", "95 * visits"],
    ["$95 * visits", "95 * visits"],
    ["1,200 * visits", "1200 * visits"],
    ["3k * visits", "3000 * visits"],
    ["1.2 million / visits", "1200000 / visits"],
    ["IF(visits > 10, 500, 0)", '"visits > 10 ? 500 : 0", with the quotes'],
    ["if(visits > 10, 500, 0)", '"visits > 10 ? 500 : 0", with the quotes'],
    ["IF(visits > 10; 500; 0)", '"visits > 10 ? 500 : 0", with the quotes'],
    ["2 * IF(visits > 10, 500, 0)", '"2 * (visits > 10 ? 500 : 0)", with the quotes'],
    ["IF(AND(visits > 1, share > 0), 5, 6)", '"visits > 1 and share > 0 ? 5 : 6", with the quotes'],
    ["AND(visits > 1, share > 0) ? 5 : 6", '"visits > 1 and share > 0 ? 5 : 6", with the quotes'],
    ["SUM(visits, 3)", "visits + 3"],
    ["2 * SUM(visits, 3)", "2 * (visits + 3)"],
    ["AVERAGE(visits, 3)", "(visits + 3) / 2"],
    ["MOD(visits, 5)", "visits - 5 * floor(visits / 5)"],
    ["LN(visits)", "log(visits)"],
    ["ln(visits)", "log(visits)"],
    ["LOG(visits)", "log10(visits)"],
    ["POWER(visits, 2)", "visits ^ 2"],
    ["ROUND(visits / 3, 1)", "round((visits / 3) * 10^1) / 10^1"],
    ["round(visits / 3, 1)", "round((visits / 3) * 10^1) / 10^1"],
    ["MAX(visits, 3)", "max(visits, 3)"],
    ["=SUM(visits, 3) × £2", "(visits + 3) * 2"],
  ])("%s is %s", (text, meant) => {
    expect(mendOf(text)).toContain(`Write ${meant}.`);
    const written = /^"(.*)", with/.exec(meant)?.[1] ?? meant;
    expect(read(written).problems).toEqual([]);
  });

  test.each([
    ["$B$4 * visits", "$B$4 is a cell of a spreadsheet."],
    ["B4 * visits", "B4 is a cell of a spreadsheet."],
    ["SUM(A1:A3)", "A1:A3 is a cell of a spreadsheet."],
    ["#REF!", "#REF! is an error value of a spreadsheet."],
    ["#N/A", "#N/A is an error value of a spreadsheet."],
    ["10 mod 3", "the remainder of a / b is a - b * floor(a / b)"],
  ])("%s: %s", (text, what) => expect(mendOf(text)).toContain(what));

  test("names are never taken for a habit", () => {
    expect(read("k9 * visits").problems).toEqual([]);
    expect(read("max(1, 200) + people.all").problems).toEqual([]);
  });
});

describe("a formula that two readers read differently is refused with the brackets to write", () => {
  test.each([
    ["8 / 2 x", "write (8 / 2) * x or 8 / (2 * x)"],
    ["eight / 2 x", "write eight / (2 * x) or (eight / 2) * x"],
    ["2 x", "2 * x"],
    ["x visits", "x * visits"],
    ["(x + 1)(x + 2)", "(x + 1) * (x + 2)"],
    ["2 (x + 1)", "2 * (x + 1)"],
    ["visits (x + 1)", "visits * (x + 1)"],
    ["200 + -3^2", "write (-3)^2 or -(3^2)"],
    ["-x^2", "write (-x)^2 or -(x^2)"],
    ["2^3^2", "write (2^3)^2 or 2^(3^2)"],
    ["not x == 1 ? 2 : 3", "write not (x == 1), or (not x) == 1"],
  ])("%s: %s", (text, ways) => expect(mendOf(text)).toContain(ways));

  test.each(["(-3)^2", "-(3^2)", "2^-3", "x - 3^2", "2 * x / 3", "-x * 2", "(2^3)^2"])("%s needs none", (text) =>
    expect(read(text).problems).toEqual([]),
  );
});

describe("a percentage is a share wherever it is", () => {
  // By hand: 50% less ten points is 0.4; a pocket calculator would take 10% of 50%, and give 0.45.
  test.each([
    ["50% - 10%", 0.4],
    ["20% - 5%", 0.15],
    ["1000 * (50% + 2 * 5%)", 600],
    ["100 + 50%", 100.5],
    ["(1 - 10%) * 20", 18],
    ["20% + 5% - 1%", 0.24],
    ["10% * 5%", 0.005],
  ])("%s is %d", (text, value) => {
    const { value: found, problems } = read(text);
    expect(problems).toEqual([]);
    expect(found).toBeCloseTo(value, 12);
  });
});
