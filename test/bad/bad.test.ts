import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { problemText } from "../../src/base/problems/problem.js";
import { readScenario } from "../../src/scenario/read.js";

const names = readdirSync("test/bad");
const textOf = (name: string): string => readFileSync(`test/bad/${name}`, "utf8");
const files = Object.fromEntries(names.filter((name) => name.endsWith(".csv")).map((name) => [name, textOf(name)]));
const wrong = names.filter((name) => /\.(yaml|json)$/.test(name));

describe("the text beside a wrong scenario has all of its problems", () => {
  test.each(wrong)("%s", async (name) => {
    const { scenario, problems } = readScenario(textOf(name), { file: name, files });
    const text = `${problems.map(problemText).join("\n\n")}\n`;
    await expect(text).toMatchFileSnapshot(name.replace(/\.(yaml|json)$/, ".txt"));
    expect(problems).not.toEqual([]);
    expect(scenario === undefined).toBe(problems.some(({ severity }) => severity === "error"));
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toMatch(/undefined|\[object|function \(/);
  });

  test("every text has its scenario", () => {
    const expected = wrong.map((name) => name.replace(/\.(yaml|json)$/, ".txt"));
    const there = readdirSync("test/bad").filter((name) => name.endsWith(".txt"));
    expect(there.sort()).toEqual(expected.sort());
  });

  test("no object of the language was changed on the way", () => expect("polluted" in {}).toBe(false));
});
