import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import * as core from "who-saves";
import * as examples from "who-saves/examples";
import * as reports from "who-saves/report";

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
}

/** Runs the code cells of a notebook one after another, with the value of each last line, as Jupyter does. */
const valuesOf = async (file: string): Promise<readonly unknown[]> => {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { readonly cells: readonly Cell[] };
  const code = cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => source.join("").replace(/(^|\n)(display\(.*\))$/, "$1values.push($2)"))
    .join("\n")
    .replaceAll(/^import .* from "npm:who-saves.*";$/gm, "");
  const values: unknown[] = [];
  const scope: Readonly<Record<string, unknown>> = { ...core, ...examples, ...reports, values };
  const { code: plain } = await transform(code, { loader: "ts" });
  new Function(...Object.keys(scope), plain)(...Object.values(scope));
  return values;
};

test("the cells of the notebook show the answer, and a picture, by what Jupyter asks for", async () => {
  const [answer, byYear] = (await valuesOf("examples/notebooks/who-saves.ipynb")) as Record<symbol, () => object>[];
  const jupyter = Symbol.for("Jupyter.display");
  expect(answer[jupyter]()).toMatchObject({
    "text/plain": expect.stringMatching(/^Warm Homes Oldham\n/),
    "text/html": expect.stringMatching(/^<div><svg[\s\S]*<\/svg>\n<pre>Warm Homes Oldham/),
  });
  expect(byYear[jupyter]()).toMatchObject({ "text/html": expect.stringContaining("<svg") });
  expect(Object.keys(answer)).toEqual(["text", "html", "toString"]);
});
