import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
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

test("rows on two threads, and in parts that are merged in any order, give the bytes of one run", async () => {
  const folder = mkdtempSync(join(tmpdir(), "each-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const parts = [3, 1, 2].map((part) => join(folder, `rows-${part}.part`));
  for (const [at, part] of [3, 1, 2].entries())
    expect(await each("councils.csv", "--shard", `${part}/3`, "--out", parts[at])).toMatchObject({ status: 0 });
  const one = await each("councils.csv", "--format", "json", "--workers", "1");
  expect(await each("councils.csv", "--format", "json", "--workers", "2")).toEqual(one);
  expect((await whoSaves(["merge", ...parts, "--format", "json"])).stdout).toBe(one.stdout);
  const { stderr } = await whoSaves(["merge", ...parts.slice(1)]);
  expect(stderr.replace(/\s+/g, " ")).toContain(
    "Make it: who-saves run gritting --each councils.csv --draws 64 --seed who-saves --shard 3/3 --out",
  );
  expect((await whoSaves(["merge", ...parts, "--show", "cash"])).stderr).toContain("beside --show");
});

test("mistakes have the line and the column of the table, and a heading is told once", async () => {
  const { stderr, stdout, status } = await each("wrong.csv");
  expect(stderr.match(/^wrong.csv:\d+:\d+: error: .*$/gm)).toEqual([
    "wrong.csv:1:29: error: quantities.efect",
    "wrong.csv:2:3: error: cohorts.residents.size",
    "wrong.csv:3:3: error: cohorts.residents.size",
  ]);
  expect(stderr).toContain("Did you mean quantities.effect?");
  expect([stdout, status]).toEqual(["", 2]);
});

test("what does not go with a table is refused", async () => {
  expect((await each("councils.csv", "--show", "ledger")).stderr).toContain("It cannot be used beside --show");
  expect((await each("councils.csv", "--shard", "1/4", "--out", "p.part")).stderr).toContain("Write --shard 1/3.");
  expect((await each("councils.csv", "--shard", "1/2", "--out", "p.parquet")).stderr).toContain("ends in .part");
  expect((await each("councils.csv", "--format", "svg")).stderr).toContain("It cannot be used beside --format svg");
  expect((await each("nowhere.csv")).stderr).toContain("There is no such table of values.");
});
