import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/base/problems/problem.js";
import { readDocument } from "../../src/scenario/document.js";
import { readData } from "../../src/scenario/read.js";
import { centralNumbers } from "../support/central-numbers.js";
import { example, exampleFiles, scenarioIn } from "../support/read.js";
import { newNames, renamed } from "../support/renamed.js";

describe("a name never decides a result: with every name replaced, the central numbers are the same", () => {
  test.each(exampleFiles)("%s", (file) => {
    const scenario = example(file);
    const names = newNames(scenario.form);
    expect(names.size).toBeGreaterThan(4);
    const other = scenarioIn(readData(renamed(scenario.form, names), { files: scenario.files }));
    expect(Object.keys(other.agencies)).toEqual(Object.keys(scenario.agencies).map((name) => names.get(name)));
    expect(centralNumbers(other)).toEqual(centralNumbers(scenario));
  });
});

describe("a name never decides a problem: with every name replaced, the problems are the same", () => {
  /** The problems of a scenario, with the names of another put back. */
  const problemsOf = (data: unknown, names: ReadonlyMap<string, string>): readonly Partial<Problem>[] => {
    const old = new Map([...names].map(([from, to]) => [to, from]));
    const withOld = (text: string): string => text.replaceAll(/n\d{3}[a-zA-Z]+/g, (word) => old.get(word) ?? word);
    return readData(data).problems.map(({ severity, address, what }) => ({
      severity,
      address: withOld(address),
      what: withOld(what),
    }));
  };

  test.each([
    "capacity-alone",
    "close-in-another-unit",
    "close-too-much",
    "count-without-stay",
    "cut-twice",
    "deadweight-of-regression",
    "enrolled-acts-on-all",
    "measured-regression",
    "ration-without-budget",
    "ring-through-effects",
    "set-twice",
    "shares-not-whole",
    "start-twice",
    "unmet-where-all-wait",
  ])("%s", (name) => {
    const { data } = readDocument(readFileSync(`test/bad/${name}.yaml`, "utf8"), name);
    const names = newNames(data);
    expect(problemsOf(renamed(data, names), names)).toEqual(problemsOf(data, new Map()));
  });
});
