import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { codeOfNotebook, withShown } from "../support/notebook.js";
import { builtPackage } from "./built-package.js";

const folder = mkdtempSync(join(tmpdir(), "who-saves-deno-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("Deno runs the cells of the notebook, and finds what it would show", { timeout: 120_000 }, () => {
  const [code, map] = ["cells.ts", "map.json"].map((name) => join(folder, name));
  const show = `const show = (value) => console.log(JSON.stringify(value[Symbol.for("Jupyter.display")]()));`;
  const cells = withShown(codeOfNotebook("examples/notebooks/who-saves.ipynb"), "show");
  writeFileSync(code, [show, cells, "show(run);"].join("\n"));
  writeFileSync(map, JSON.stringify({ imports: builtPackage }));
  const flags = ["--no-lock", "--node-modules-dir=manual", `--import-map=${map}`];
  const printed = execFileSync("npx", ["--yes", "deno", "run", ...flags, code], { encoding: "utf8" });
  const [answer, byYear, run] = printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answer["text/plain"]).toMatch(/^Warm Homes Oldham\n/);
  expect(answer["text/html"]).toMatch(/^<div><svg/);
  expect(byYear["text/html"]).toContain("<svg");
  expect(run).toEqual({ "text/plain": expect.stringMatching(/^Warm Homes Oldham: .*512 draws\..*display\(run\)/) });
});
