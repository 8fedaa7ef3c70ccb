import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type Problem, problemText } from "../../src/base/problems/problem.js";
import { readScenario } from "../../src/scenario/read.js";
import { anyText } from "../support/any-text.js";
import { limited, peopled } from "./define-right.types.js";

const good = readFileSync("examples/gritting/scenario.yaml", "utf8");
const files = { "hadcet-weekly.csv": readFileSync("examples/gritting/hadcet-weekly.csv", "utf8") };

const people = peopled().form;

const read = (text: string) => readScenario(text, { files });

const numbered = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join("");

const head = good.slice(0, good.indexOf("quantities:"));

describe("what would cost time, memory or stack is refused before it does", () => {
  test.each<[string, string]>([
    ["over a megabyte", `title: ${"x".repeat(1_000_001)}`],
    ["40,000 keys", numbered(40_000, (number) => `k${number}: 1\n`)],
    ["40,000 keys of one map in braces", `a: {${numbered(40_000, (number) => `k${number}: 1, `)}}`],
    ["40,000 quantities", `${head}quantities:\n${numbered(40_000, (number) => `  q${number}: 1\n`)}`],
    ["5,000 levels of indentation", numbered(1_300, (number) => `${" ".repeat(number)}a:\n`)],
    ["5,000 lists in one another", `${"- ".repeat(5_000)}a`],
    ["5,000 open brackets", "[".repeat(5_000)],
    ["brackets hidden by quoted ones", "[']',".repeat(100_000)],
    ["a megabyte of anchors", "&a ".repeat(333_000)],
    ["a megabyte of tags", "!!str ".repeat(166_000)],
    ["a megabyte of quotation marks", '"'.repeat(999_999)],
    ["a megabyte of empty lines", " \n".repeat(499_999)],
    ["a megabyte of documents", "---\n".repeat(249_999)],
    ["a control character", `${good}\u001b[2J`],
    ["rubbish", Array.from({ length: 10_000 }, (_, index) => String.fromCharCode((index * 7919) % 65_536)).join("")],
  ])("%s", (_, text) => {
    const { scenario, problems } = read(text);
    expect(scenario).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["thousands of misspelt names", numbered(1_500, (number) => `  q${number}: r${number} * ${"x".repeat(50)}\n`)],
    ["thousands of wrong entries", numbered(2_000, (number) => `  q${number}: [${number}]\n`)],
    ["thousands of unknown keys", `  q:\n${numbered(2_000, (number) => `    k${number}: 1\n`)}`],
    [
      "a chain of thousands of quantities",
      `${numbered(2_000, (number) => `  q${number}: q${number + 1}\n`)}  q2000: 1\n`,
    ],
    [
      "a ring of thousands of quantities",
      `${numbered(2_000, (number) => `  q${number}: q${number + 1}\n`)}  q2000: q0\n`,
    ],
    ["a number of a megabyte of spaces", `  q: 1${" ".repeat(900_000)}!\n`],
    ["a percentage of a megabyte of digits", `  q: ${"1".repeat(900_000)}\n`],
    ["formulas as long as they may be", numbered(900, (number) => `  q${number}: ${"t+".repeat(480)}1x\n`)],
  ])("%s", (_, quantities) => {
    const { scenario, problems } = read(good.replace("quantities:\n", `quantities:\n${quantities}`));
    expect(scenario).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(250);
    expect(problems.every(({ what }) => what.length < 3_000)).toBe(true);
  });
});

describe("so is what a cohort may be made of", () => {
  const states = Array.from({ length: 1_000 }, (_, number) => `s${number}`);
  const named = <Value>(count: number, entry: (number: number) => readonly [string, Value]) =>
    Object.fromEntries(Array.from({ length: count }, (_, number) => entry(number)));
  test.each<[string, object]>([
    ["1,000 states", { states }],
    ["1,000 moves out of one state", { states, moves: named(999, (to) => [`s0 -> s${to + 1}`, { hazard: 1 }]) }],
    ["1,000 counts", { states, moves: named(1_000, (to) => [`s0 -> s${to}`, { count: 1, cycle: "week" }]) }],
    ["1,000 moves to nowhere", { states, moves: named(1_000, (to) => [`s0 -> x${to}`, { hazard: 1 }]) }],
    ["1,000 dimensions", { states: named(1_000, (of) => [`d${of}`, [`a${of}`, `b${of}`]]) }],
    ["30 dimensions of shares", { states: named(30, (of) => [`d${of}`, { [`a${of}`]: 0.5, [`b${of}`]: 0.5 }]) }],
    [
      "a joint table that is askew 1,000 times",
      { states: named(100, (of) => [`d${of}`, [`a${of}`, `b${of}`]]), start: named(1_000, (of) => [`a1 & a${of}`, 1]) },
    ],
    [
      "2,000 segments",
      { concentration: { segments: named(2_000, (of) => [`s${of}`, { weight: 1, multiplier: 1 }]), persistence: 1 } },
    ],
  ])("%s", (_, cohort) => {
    const { scenario, problems } = read(
      JSON.stringify({ ...people, cohorts: { clients: { size: 1e300, ...cohort } } }),
    );
    expect(scenario).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(250);
    expect(problems.every(({ what, mend = "" }) => what.length + mend.length < 3_000)).toBe(true);
  });

  test.each([1e-300, 1, 1e6, 1e100])("%d contacts a person", (contacts) => {
    const demand = { nights: { to: "ward", contacts, per: "person", every: "year" } };
    const { problems } = read(JSON.stringify({ ...people, demand }));
    expect(problems.every(({ what }) => what.length < 3_000)).toBe(true);
  });
});

/** One random change of a text: a slice taken out, doubled, or put in place of another. */
const change = fc.oneof(
  fc.constant(""),
  anyText({ maxLength: 8 }),
  fc.constantFrom(
    ": ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "- ",
    "'",
    '"',
    "#",
    "&a ",
    "*a",
    "!b ",
    "|",
    "\n",
    "\n  ",
    "\t",
    "%",
  ),
  fc.constantFrom(
    "null",
    "-1",
    "1e999",
    "9^9^9^9",
    "0x",
    "2,000",
    "~",
    "? a",
    "__proto__: 1",
    "---\n",
    "<<: *a",
    "é",
    "€",
  ),
);

const mutationOf = (text: string) =>
  fc.record({
    at: fc.nat(text.length),
    length: fc.integer({ min: 0, max: 40 }),
    put: fc.oneof(change, fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 200 }))),
  });

type Mutation = ReturnType<typeof mutationOf> extends fc.Arbitrary<infer One> ? One : never;

const mutated = (original: string, mutations: readonly Mutation[]): string =>
  mutations.reduce((text, { at, length, put }) => {
    const inside = typeof put === "string" ? put : original.slice(put[0], put[0] + put[1]);
    return text.slice(0, at) + inside + text.slice(at + length);
  }, original);

const isInside = (text: string, { place }: Problem): boolean => {
  if (!place) return false;
  const rows = text.split("\n");
  return (
    place.line >= 1 && place.line <= rows.length && place.column >= 1 && place.column <= rows[place.line - 1].length + 1
  );
};

test.each([
  ["grit", good],
  ["people", stringify(people)],
  ["room", stringify(limited().form)],
])(
  "however a scenario of %s is mangled, it is read or its problems are told, each at a place inside the text",
  (_, original) => {
    fc.assert(
      fc.property(fc.array(mutationOf(original), { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutated(original, mutations);
        const { scenario, problems } = read(text);
        expect(scenario === undefined).toBe(problems.some(({ severity }) => severity === "error"));
        for (const problem of problems) {
          expect(isInside(text, problem), `${problemText(problem)}\n\n${text}`).toBe(true);
          expect(problemText(problem)).not.toMatch(/undefined|\[object|\p{Cc}(?<!\n)/u);
        }
      }),
    );
  },
);
