import { transform } from "esbuild";
import { expect, test } from "vitest";
import * as core from "who-saves";
import * as examples from "who-saves/examples";
import * as reports from "who-saves/report";
import { codeOfNotebook, codeOfPage, withShown } from "../support/notebook.js";

const modules = { "npm:who-saves": core, "npm:who-saves/examples": examples, "npm:who-saves/report": reports };

/** Runs code whose imports are of this package, with some names in its scope. */
const runCode = async (code: string, scope: Readonly<Record<string, unknown>>): Promise<void> => {
  const imported = code.replaceAll(
    /^import \{(.*)\} from ("npm:.*");$/gm,
    (_, names: string, from: string) => `const {${names.replaceAll(" as ", ": ")}} = modules[${from}];`,
  );
  const { code: plain } = await transform(imported, { loader: "ts" });
  new Function("modules", ...Object.keys(scope), plain)(modules, ...Object.values(scope));
};

test("the cells of the notebook show the answer, and a picture, by what Jupyter asks for", async () => {
  const values: Record<symbol, () => object>[] = [];
  const code = withShown(codeOfNotebook("examples/notebooks/who-saves.ipynb"), "show");
  await runCode(code, { show: (value: Record<symbol, () => object>) => values.push(value) });
  const [answer, byYear] = values;
  const jupyter = Symbol.for("Jupyter.display");
  expect(answer[jupyter]()).toMatchObject({
    "text/plain": expect.stringMatching(/^Warm Homes Oldham\n/),
    "text/html": expect.stringMatching(
      /^<div><svg[\s\S]*<\/svg>\n<pre>Warm Homes Oldham\n.*\n\nOf each [\s\S]*\n +pays +cash +net/,
    ),
  });
  expect(byYear[jupyter]()).toMatchObject({ "text/html": expect.stringContaining("<svg") });
  expect(Object.keys(answer)).toEqual(["text", "html", "toString"]);
});

test("the blocks of the page of Observable show elements with the answer, and with cash by year", async () => {
  const elements: { readonly innerHTML: string }[] = [];
  const document = { createElement: () => ({}) };
  const display = (element: { readonly innerHTML: string }) => elements.push(element);
  await runCode(codeOfPage("examples/notebooks/observable.md"), { document, display });
  const [answer, byYear] = elements.map(({ innerHTML }) => innerHTML);
  expect(answer).toMatch(/^<div><svg[\s\S]*<\/svg>\n<pre>Warm Homes Oldham\n/);
  expect(byYear).toMatch(/^<div><svg[\s\S]*<pre>Warm Homes Oldham[\s\S]*Cash by (financial )?year/);
});
