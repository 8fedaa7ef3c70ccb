import { readFileSync } from "node:fs";

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
}

/** The code of a notebook of Jupyter: its cells one after another. */
export const codeOfNotebook = (file: string): string => {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { readonly cells: readonly Cell[] };
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => source.join(""))
    .join("\n");
};

/** The code of a notebook, with a function called with the value of each last line that Jupyter would show. */
export const withShown = (code: string, show: string): string =>
  code.replaceAll(/^(display\(.*\));?$/gm, `${show}($1);`);

/** The code of a page of Observable Framework: its blocks of JavaScript one after another. */
export const codeOfPage = (file: string): string =>
  [...readFileSync(file, "utf8").matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block).join("\n");
