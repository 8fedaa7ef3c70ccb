import { describe, expect, test } from "vitest";
import { columnIndex, readCsv } from "../../src/base/texts/csv.js";

/** The rows of a text with their lines; or its problems, each with its line. */
const read = (text: string, needed: readonly string[] = []): unknown => {
  const table = readCsv(text, needed);
  if ("problems" in table) return table.problems.map(({ line, what, mend }) => `${line}: ${what} ${mend}`);
  return table.rows.map(({ line, cells }) => [line, ...cells]);
};

describe("readCsv reads what spreadsheets write", () => {
  test.each([
    ["commas", "a,b\n1,2\n", [[2, "1", "2"]]],
    ["semicolons", "a;b\n1,5;2\n", [[2, "1,5", "2"]]],
    ["tabs", "a\tb\n1\t2\n", [[2, "1", "2"]]],
    ["bars", "a|b\n1|2\n", [[2, "1", "2"]]],
    ["a first line that names the sign", "sep=;\na;b\n1;2\n", [[3, "1", "2"]]],
    ["a byte order mark", "\uFEFFa,b\n1,2\n", [[2, "1", "2"]]],
    [
      "line ends of Windows",
      "a,b\r\n1,2\r\n3,4\r\n",
      [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "line ends of the old Mac",
      "a,b\r1,2\r3,4",
      [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    ["no line end at the end", "a,b\n1,2", [[2, "1", "2"]]],
    ["a comma in quotes", 'a,b\n"1,310",2\n', [[2, "1,310", "2"]]],
    ["quotes in quotes", 'a,b\n"the ""real"" one",2\n', [[2, 'the "real" one', "2"]]],
    [
      "a line break in quotes",
      'a,b\n"one\ntwo",2\n3,4\n',
      [
        [2, "one\ntwo", "2"],
        [4, "3", "4"],
      ],
    ],
    [
      "comments and empty lines",
      "# costs\n\na,b\n\n1,2\n# more\n,\n3,4\n",
      [
        [5, "1", "2"],
        [8, "3", "4"],
      ],
    ],
    ["empty columns at the end", "a,b,,\n1,2,,\n", [[2, "1", "2", "", ""]]],
    ["empty cells beyond the headings", "a,b\n1,2,,\n", [[2, "1", "2", "", ""]]],
    ["a semicolon in a text between commas", "a,b\none; two,2\n", [[2, "one; two", "2"]]],
  ])("%s", (_, text, rows) => expect(read(text)).toEqual(rows));

  test("a comma is a decimal point where semicolons divide", () => {
    expect(readCsv("a;b\n1;2")).toMatchObject({ isDecimalComma: true });
    expect(readCsv("a,b\n1,2")).toMatchObject({ isDecimalComma: false });
  });

  test("headings are found whatever their capitals, spaces and signs", () => {
    expect(
      ["priceYear", "Price year", "PRICE_YEAR", "price-year"].map((name) => columnIndex([name], "priceYear")),
    ).toEqual([0, 0, 0, 0]);
    expect(columnIndex(["year", "Year"], "Year")).toBe(1);
  });
});

describe("readCsv refuses what it would misread, at its line", () => {
  test.each([
    [
      "a thousand without quotes",
      "year,pounds\n2022,1,850.00\n",
      "2: It has 3 cells, under 2 headings. Is 1,850.00 one number? Write 1850,",
    ],
    ["a million without quotes", "pounds,b\n£1,850,000,2\n", "Is 1,850,000 one number? Write 1850000,"],
    ["a cell too many", "a,b\n1,2,paid twice\n", '2: It has 3 cells, under 2 headings. Take "paid twice" out'],
    ["a cell too few", "a,b,c\n1,2\n", "2: It has 2 cells, under 3 headings. Write a comma for each empty cell."],
    ["an error value first in its row", "a,b\n#REF!,2\n", "2: #REF! is an error value of a spreadsheet."],
    ["an error value", "a,b\n1,#DIV/0!\n", "2: #DIV/0! is an error value of a spreadsheet."],
    ["an error value without a sign at its end", "a,b\n#N/A,2\n", "2: #N/A is an error value of a spreadsheet."],
    ["a column too narrow", "a,b\n1,########\n", "2: ######## is what a spreadsheet shows in too narrow a column."],
    ["a cell under no heading", "a,\n1,2\n", '2: Cell 2 holds "2", under no heading.'],
    ["a heading twice", "a,a\n1,2\n", "1: The heading a is there twice."],
    ["headings alone", "a,b\n", "1: It has headings, but no rows."],
    ["nothing", "\n\n", "1: It is empty."],
    ["an open quotation mark", 'a,b\n1,2\n"3,4\n5,6\n', "3: A quotation mark opens a cell here"],
  ])("%s", (_, text, problem) => expect(String(read(text))).toContain(problem));

  test("a title above the headings", () =>
    expect(read("Our costs,,\na,b,c\n1,2,3\n", ["a", "c"])).toEqual([
      "1: The headings are in line 2. Take line 1 out.",
    ]));
});
