import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../src/base/texts/csv.js";
import { readCellNumber } from "../src/quantity/cell-number.js";
import { readScenario } from "../src/scenario/read.js";
import { readExample } from "./support/read.js";

const page = readFileSync("docs/csv.md", "utf8");
const [values, years, ages] = [...page.matchAll(/```csv\n(.*?)```/gs)].map(([, text]) => text);

/** What a cell is read as, or how to mend it. */
const readAs = (cell: string, isDecimalComma: boolean): string => {
  const read = readCellNumber(cell, isDecimalComma);
  return "mend" in read ? read.mend : String(read.written);
};

describe("the page on CSV files", () => {
  const cells = [...page.matchAll(/^\| `(.*)` \| (.*) \| (.*) \|$/gm)].map(([, ...row]) => row);

  test.each(cells)("%s is %s between commas, %s between semicolons", (cell, commas, semicolons) => {
    expect(readAs(cell, false)).toBe(commas);
    expect(readAs(cell, true)).toBe(semicolons);
  });

  test("has the columns that a file of values may have", () => {
    const table = readCsv(values);
    expect("columns" in table && table.columns).toEqual(["address", "value", "low", "high", "source"]);
    const { problems } = readScenario(readFileSync("examples/gritting/scenario.yaml", "utf8"), {
      files: { ...readExample("gritting/scenario.yaml").scenario?.files, "ours.csv": values },
      values: "ours.csv",
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["a series of years", years, /spending: (\{.*\})/],
    ["a table by age", ages, /dying: (\{.*\})/],
  ])("has %s that is read as it says", (_, csv, form) => {
    const [, number = ""] = form.exec(page) ?? [];
    const file = /file: ([\w.]+)/.exec(number)?.[1] ?? "";
    const text = readFileSync("test/quantity/one-number.yaml", "utf8").replace("NUMBER", number);
    const { scenario, problems } = readScenario(text, { files: { [file]: csv } });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(scenario?.quantities.number.expression).toMatchObject({ kind: "steps" });
  });
});
