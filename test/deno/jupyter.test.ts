import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { builtPackage } from "./built-package.js";

const folder = mkdtempSync(join(tmpdir(), "who-saves-jupyter-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = "/usr/bin/python3"; // that of Debian, whose package is python3-nbclient
const hasJupyter = spawnSync(python, ["-c", "import jupyter_client, nbformat"]).status === 0;
if (!hasJupyter) console.log("The notebook is not run in Jupyter, since Python has no jupyter_client or nbformat.");

/** A kernel of Deno, and a project of Deno in which the package is the one that was built. */
const prepare = (): void => {
  const kernel = {
    argv: ["npx", "--yes", "deno", "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
  };
  mkdirSync(join(folder, "kernels", "deno"), { recursive: true });
  writeFileSync(join(folder, "kernels", "deno", "kernel.json"), JSON.stringify(kernel));
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ nodeModulesDir: "manual", imports: builtPackage }));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
};

test.skipIf(!hasJupyter)("a kernel of Jupyter runs the notebook, and shows its pictures", { timeout: 240_000 }, () => {
  prepare();
  const notebook = JSON.parse(readFileSync("examples/notebooks/who-saves.ipynb", "utf8"));
  const last = { ...notebook.cells.at(-1), id: "run", source: ["run"] };
  const file = join(folder, "who-saves.ipynb");
  writeFileSync(file, JSON.stringify({ ...notebook, cells: [...notebook.cells, last] }));
  const env = { ...process.env, JUPYTER_PATH: folder };
  const command = [resolve("test/deno/run-notebook.py"), file, folder, "3"];
  const printed = execFileSync(python, command, { encoding: "utf8", env });
  const [answer, byYear, run] = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  expect(answer["text/plain"]).toMatch(/^Warm Homes Oldham\n/);
  expect(answer["text/html"]).toMatch(/^<div><svg/);
  expect(byYear["text/html"]).toContain("<svg");
  expect(run["text/plain"]).toMatch(/^Warm Homes Oldham: .*512 draws\..*display\(run\)/);
});
