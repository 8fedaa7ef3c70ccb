import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Simulation } from "../../src/engine/simulate.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import { widthOf } from "../../src/report/words.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { exampleRun } from "../support/example-run.js";
import { lawOf } from "../support/law.js";
import { exampleFiles, read } from "../support/read.js";

const checkLines = (text: string, width: number): void => {
  expect(text).not.toMatch(/NaN|undefined|Infinity|null|…/);
  const lines = text.trimEnd().split("\n");
  expect(lines.filter((line) => line.trim().includes(" ") && widthOf(line) > width)).toEqual([]);
};

const kinds = ["local", "national", "private"] as const;

const before = { per: "1 person", every: "year", comparison: "none" } as const;

/** Places of many bodies and strategies, with names as long as names may be. */
const crowd = fc
  .record({
    agencies: fc.integer({ min: 1, max: 9 }),
    interventions: fc.integer({ min: 1, max: 7 }),
    letters: fc.integer({ min: 1, max: 60 }),
    pounds: fc.constantFrom(1, 1234, 987_654, 12_345_678_901),
    ranged: fc.boolean(),
    measured: fc.boolean(),
    outcomes: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ agencies, interventions, letters, pounds, ranged, measured, outcomes }): ScenarioForm => {
    const agency = (at: number): string => `a${at}${"x".repeat(letters)}`.slice(0, 60);
    const outcome = (at: number): string => `o${at}${"z".repeat(letters)}`.slice(0, 60);
    const amount = ranged ? { value: pounds, low: pounds / 3, high: pounds * 4 } : pounds;
    const numbered = <Value>(count: number, entry: (at: number) => readonly [string, Value]) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => entry(at)));
    return bare({
      title: "Title ".repeat(letters / 2 + 1).slice(0, 200),
      question: `${"Why and ".repeat(letters)}who?`,
      agencies: numbered(agencies, (at) => [
        agency(at),
        { name: "A long name ".repeat(letters / 4 + 1), kind: kinds[at % 3], cashable: "20%" },
      ]),
      interventions: numbered(interventions, (at) => [
        `i${at}-${"y".repeat(letters)}`.slice(0, 60),
        reaching({
          costs: { c: { pays: { [agency(at % agencies)]: amount }, every: "year" } },
          effects: {
            e: { saves: { [agency((at + 1) % agencies)]: amount }, every: "year" },
            ...(measured ? { m: { measured: before, counts: { call: "9 -> 5" } } } : {}),
            ...(outcomes > 0 ? { o: { raise: { [outcome(0)]: at } } } : {}),
          },
        }),
      ]),
      services: {
        ...(measured ? { call: { unit: "call", cost: "none" } } : {}),
        ...numbered(outcomes, (at) => [outcome(at), { unit: "z".repeat(letters), worth: "society" }]),
      },
      demand: numbered(outcomes, (at) => [
        outcome(at),
        { to: outcome(at), contacts: 1, per: "everyone", every: "year" },
      ]),
    });
  });

/** The names on a first screen: all but those of private agencies of which no strategy moves money. */
const namesIn = (simulation: Simulation): readonly string[] => {
  const { scenario, settings } = simulation;
  const moved = whoSaves(simulation).filter((row) => row.pays || row.avoided || row.cheaper || row.transfers);
  const withMoney = new Set(moved.map(({ agency }) => agency));
  return [
    ...Object.entries(scenario.agencies).flatMap(([agency, { name, kind }]) =>
      kind !== "private" || withMoney.has(agency) ? [name] : [],
    ),
    ...(settings.strategies.length > 1 ? settings.strategies.map((key) => scenario.strategies[key].name) : []),
  ];
};

const screens = [
  { width: 60, lines: 20 },
  { width: 80, lines: 24 },
  { width: 140, lines: 50 },
] as const;

describe("answer(simulation)", () => {
  lawOf(
    "has a row for each of at most 9 agencies and 7 strategies, and no line that is too long, with names of any length",
    crowd,
    (form) => {
      const simulation = simulate(read(form), { draws: 16, seed: "s".repeat(200) });
      for (const screen of screens) {
        const text = toText(report(simulation), screen);
        checkLines(text, screen.width);
        expect(text.match(/£/g)?.length).toBeGreaterThan(simulation.settings.strategies.length);
      }
    },
    8,
  );

  // An answer with six rows or fewer fits a screen of 24 lines, with the line of the prompt.
  test.each(exampleFiles)("%s has every name whole and every row, on three screens and in Markdown", (file) => {
    const simulation = exampleRun(file);
    const built = report(simulation);
    const names = namesIn(simulation);
    for (const screen of screens) {
      const text = toText(built, screen);
      checkLines(text, screen.width);
      const shown = new Set(text.split(/\s+/));
      const missing = names.flatMap((name) => name.split(/\s+/)).filter((word) => !shown.has(word));
      expect(missing, `at ${screen.width}`).toEqual([]);
    }
    const [{ table, further = [] }] = built.parts;
    const rows = [table, ...further.map((each) => each.table)].flatMap((each) => each.rows);
    if (rows.length <= 6) expect(toText(built, screens[1]).split("\n").length).toBeLessThanOrEqual(24);
    // What a short screen leaves out is counted, and every sentence of the finding stays.
    const short = toText(built, screens[0]).replace(/\s+/g, " ");
    if (!/\d more notes?|What was run: --notes/.test(short)) expect(short).toContain("draws, seed");
    expect(short).toContain(built.parts[0].finding.join(" ").replace(/\s+/g, " "));
    const markdown = toMarkdown(built);
    const plain = markdown.replaceAll("**", "");
    expect(rows.filter((row) => !plain.includes(`| ${String(row[0])} |`))).toEqual([]);
    expect(markdown).not.toContain("…");
  });
});
