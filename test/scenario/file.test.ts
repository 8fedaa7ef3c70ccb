import { describe, expect, test } from "vitest";
import { centralValue } from "../../src/quantity/central-value.js";
import { readScenario } from "../../src/scenario/read.js";

const scenario = (number: string): string => `
title: A number from a file
question: What is it?
time: { start: 2020-04-01, years: 5, cycle: year }
money: { priceYear: 2024/25, discount: none }
agencies: { council: { name: Council, kind: local } }
cohorts: { people: { size: 100, states: [well, dead] } }
quantities: { number: ${number} }
interventions: { none: { reaches: everyone, deadweight: 0, effects: { s: { saves: { council: number }, in: year 1, cashable: 100% } } } }
`;

const read = (number: string, csv: string) => {
  const { scenario: made, problems } = readScenario(scenario(number), { files: { "table.csv": csv } });
  const errors = problems.filter(({ severity }) => severity === "error");
  return { errors: errors.map(({ what, mend = "" }) => `${what} ${mend}`), number: made?.quantities.number };
};

/** The value of a formula of steps at each of some numbers. */
const valuesAt = (number: string, csv: string, ofs: readonly (number | string)[]): readonly number[] =>
  ofs.map((of) => {
    const { errors, number: quantity } = read(number.replace("OF", String(of)), csv);
    expect(errors).toEqual([]);
    return quantity === undefined ? Number.NaN : centralValue(quantity.expression, {});
  });

describe("a series of years and a table by age are step functions from a file", () => {
  test("row by row, in any order; below the first row its value, above the last the last", () => {
    const number = "{ file: table.csv, of: OF, from: year, column: pounds }";
    const csv = "place,year,pounds\nNorth,2021,110000\nNorth,2020,100000\nNorth,2022,125000\n";
    expect(valuesAt(number, csv, [2019, 2020, 2021, 2022, 2030])).toEqual([100000, 100000, 110000, 125000, 125000]);
  });

  test("years may be financial years, and the formula says which year is the first of the run", () => {
    const number = "{ file: table.csv, of: OF, from: Year, column: pounds }";
    const csv = "year;pounds\n2020/21;100,5\n2021/22;110\n";
    expect(valuesAt(number, csv, ["2019 + year", "2020 + year"])).toEqual([100.5, 110]);
  });

  test("years may have a hyphen, as 2020-21", () => {
    const number = "{ file: table.csv, of: OF, from: year, column: pounds }";
    expect(valuesAt(number, "year,pounds\n2020-21,1\n2021–22,2\n", [2020, 2021])).toEqual([1, 2]);
  });

  test.each(["85+", "85 and over", "85 years or older", "85 plus"])("ages may be groups, the last one %s", (last) => {
    const number = "{ file: table.csv, of: OF, from: age, column: rate }";
    const csv = `age,rate\n0-64 years,0.1%\n65–84,0.019\n${last},0.15\n`;
    expect(valuesAt(number, csv, [3, 64, 65, 84.5, 85, 100])).toEqual([0.001, 0.001, 0.019, 0.019, 0.15, 0.15]);
  });

  test("steps that are no groups may lie apart, and so may years", () => {
    const number = "{ file: table.csv, of: OF, from: year, column: pounds }";
    expect(valuesAt(number, "year,pounds\n0,1\n65,2\n85,3\n", [70])).toEqual([2]);
    expect(valuesAt(number, "year,pounds\n2020,1\n2030,2\n", [2025])).toEqual([1]);
  });

  test("observed years have no row of totals", () =>
    expect(
      String(read("{ file: table.csv, trace: place, column: pounds }", "place,pounds\nA,1\nB,2\nTotal,3\n").errors),
    ).toContain('Line 4 of table.csv is "Total": made of the other rows.'));

  test.each([
    ["place,pounds\nA,1\nB,2\nAverage,1.5\n", 'Line 4 of table.csv is "Average": made of the other rows.'],
    ["place,pounds\nA,1\nB,2\nAll places,3\n", 'Line 4 of table.csv is "All places": made of the other rows.'],
    ["place,pounds\nA,1\nB,2\n,3\n", "Line 4 of table.csv has no place."],
    ["place,pounds\nA,0x10\n", "Write 16, if that is meant."],
    ["place,pounds\nA,01/04/2024\n", "Spreadsheets turn some numbers into dates"],
    ["place,pounds\nA,€20\n", "Write the pounds that it comes to"],
    ["place,pounds\nA,1850p\n", "Write 1850, without the publisher's mark."],
    ["place,pounds\nA,..\n", "There is no figure here"],
    ["place,pounds\nA,1e300\n", "No number here may pass 1e13"],
    ["place,pounds,Pounds\nA,1,2\n", "The heading Pounds is there twice."],
  ])("%j is refused as observed years", (csv, what) =>
    expect(String(read("{ file: table.csv, trace: place, column: pounds }", csv).errors)).toContain(what),
  );

  test("a last row that is the sum of the others is doubted", () => {
    // 125 + 210 = 335; of 1, 2 and 3 the last is the sum by chance.
    const warningOf = (csv: string): string => {
      const text = scenario("{ file: table.csv, trace: place, column: pounds }");
      const warnings = readScenario(text, { files: { "table.csv": csv } }).problems.filter(
        (each) => each.code === "file",
      );
      return warnings.map(({ what }) => what).join(" ");
    };
    expect(warningOf("place,pounds\nA,125\nB,210\nEngland,335\n")).toContain('"England", is the sum of the other rows');
    expect(warningOf("place,pounds\nA,1\nB,2\nC,3\n")).toBe("");
  });

  test.each([
    ["age,rate\nunder 65,1\n65+,2\n", 'Line 2 of table.csv has a step that begins at "under 65".'],
    ["age,rate\n65,1\n65-69,2\n", "table.csv has two values for 65-69."],
    ["age,rate\n65,£2100\n", 'Line 2 of table.csv: rate is "£2100", which is not a number. Write 2100.'],
    ["age,rate\n65,(310)\n", "Write 310, or -310 if the brackets mean a minus."],
    ["age,rate\n65,<5\n", "A small number is suppressed here"],
    ["age;rate\n65;1.850\n", "Is it 1850 or 1.850?"],
    ["age,rate\n65-69,1\n70+,2\nTotal,3\n", 'Line 4 of table.csv is "Total": made of the other rows. Take the row out'],
    ["age,rate\n65-69,1\n70-74,2\n80+,4\n", "table.csv has nothing between 70-74 and 80+. Write a row for it"],
    ["age,rate\n2020/21,1\n2021/22,2\n2023/24,4\n", "table.csv has nothing between 2021/22 and 2023/24."],
    ["age,mean\n65,2\n", "table.csv has no column rate."],
  ])("%j is refused", (csv, what) =>
    expect(String(read("{ file: table.csv, of: 60 + t, from: age, column: rate }", csv).errors)).toContain(what),
  );

  test("several years in one trace are refused, with the form that reads them in order", () =>
    expect(
      String(read("{ file: table.csv, trace: place, column: pounds }", "place,pounds\nNorth,1\nNorth,2\n").errors),
    ).toContain("If the rows are years, write of: 2019 + year and from in place of trace."));
});

describe("what is accepted as people write it", () => {
  test("0% and 100% are bounds of a share: it is drawn from a pert distribution, and a note says so", () => {
    const { errors, number } = read("{ value: 15%, low: 0%, high: 30% }", "");
    expect(errors).toEqual([]);
    expect(number).toMatchObject({
      expression: { kind: "range", family: "pert" },
      written: "15% (0% to 30%)",
      note: "drawn from a pert distribution: its low and high are bounds, and its value is the likeliest",
    });
    expect(read("{ value: 80%, low: 50%, high: 100%, note: Ours }", "").number?.note).toMatch(
      /^Ours; drawn from a pert/,
    );
    expect(read("{ value: 15%, low: 5%, high: 30% }", "").number).toMatchObject({
      expression: { family: "two-piece" },
    });
  });
});
