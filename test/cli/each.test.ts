import { expect, test } from "vitest";
import { gritting } from "who-saves/examples";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves as rowsOf } from "../../src/results/money/who-saves.js";
import { defineScenario } from "../../src/scenario/define.js";
import { whoSaves } from "./who-saves.js";

const each = (table: string, ...more: readonly string[]) =>
  whoSaves(["run", "gritting", "--each", table, "--draws", "64", ...more], "test/cli/each");

test("each row of a table is a run with its values", async () => {
  const { stdout, status } = await each("councils.csv", "--format", "json");
  const rows: readonly Record<string, unknown>[] = JSON.parse(stdout).outputs.each;
  expect(rows.map(({ name }) => name)).toEqual(["Camden", "Islington", "Hackney"]);
  const set = { "cohorts.residents.size": "259000", "quantities.effect": "50%" };
  const alone = simulate(defineScenario(gritting.form, { files: gritting.files, set }), { draws: 64 });
  const place = rowsOf(alone).find(({ level }) => level === "place");
  expect(rows[2].pounds).toBeCloseTo(place?.net ?? 0, 6);
  expect(status).toBe(0);
});

test("mistakes have the line and the column of the table, and a heading is told once", async () => {
  const { stderr, stdout, status } = await each("wrong.csv");
  expect(stderr.match(/^wrong.csv:\d+:\d+: error: .*$/gm)).toEqual([
    "wrong.csv:2:8: error: quantities.efect",
    "wrong.csv:2:3: error: cohorts.residents.size",
    "wrong.csv:3:3: error: cohorts.residents.size",
  ]);
  expect(stderr).toContain("Did you mean quantities.effect?");
  expect([stdout, status]).toEqual(["", 2]);
});

test("what does not go with a table is refused", async () => {
  expect((await each("councils.csv", "--show", "ledger")).stderr).toContain("It cannot be used beside --show");
  expect((await each("councils.csv", "--shard", "1/2", "--out", "p.part")).stderr).toContain("beside --shard");
  expect((await each("councils.csv", "--format", "svg")).stderr).toContain("It cannot be used beside --format svg");
  expect((await each("nowhere.csv")).stderr).toContain("There is no such table of values.");
});
