import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { answer, outputs, report, toText } from "../../src/report/index.js";
import { isUpperBound } from "../../src/results/figures.js";
import { read } from "../support/read.js";
import { casework } from "./casework.js";

const scenario = read(casework);
const simulation = simulate(scenario, { draws: 256 });
const told = /all and casework are upper bounds: measured before and after, compared with nobody\./;

describe("a strategy whose effect was measured with nobody to compare with", () => {
  test("is an upper bound, and so is any that holds it", () => {
    const marked = ["without", ...simulation.settings.strategies].filter((name) => isUpperBound(scenario, name));
    expect(marked).toEqual(["all", "casework"]);
  });

  test("is marked in every row of every output that is about it, and no other is", () => {
    const pages = Object.entries(outputs).map(([name, { page }]) => [name, page(simulation).table] as const);
    const marking = pages.filter(([, { columns }]) => columns.some(({ key }) => key === "upperBound"));
    const unmarked = pages.filter((each) => !marking.includes(each)).map(([name]) => name);
    expect(unmarked.toSorted()).toEqual(["answer", "assumptions", "concentration", "expectations", "people"]);
    for (const [name, { columns, rows }] of marking) {
      const at = (key: string): number => columns.findIndex((column) => column.key === key);
      for (const row of rows.filter(() => at("strategy") >= 0))
        expect(row[at("upperBound")], name).toBe(isUpperBound(scenario, String(row[at("strategy")])));
    }
  });

  test("is told in words under its tables, and in the answer", () => {
    const words = (text: string): string => text.replace(/\s+/g, " ");
    for (const name of ["who-saves", "appraisal", "cost-effectiveness", "ledger", "evpi"])
      expect(words(toText(report(simulation, { show: [name] }))), name).toMatch(told);
    expect(words(answer(simulation))).toMatch(told);
  });

  test("is not told of others", () => {
    const alone = simulate(scenario, { draws: 256, strategies: ["homes"] });
    const text = toText(report(alone, { show: ["answer", "who-saves", "evpi"] }));
    expect(text).not.toMatch(/upper bound/);
  });
});
