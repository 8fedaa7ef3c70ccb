import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import type { YearEnd } from "../src/funding/rule.js";
import { checkRule, laws } from "../src/laws/index.js";
import { same, withChecks } from "./support/examples.js";

const [, template = ""] =
  /^## Add a funding rule$[\s\S]*?^```ts no-run\n([\s\S]*?)^```$/m.exec(readFileSync("CONTRIBUTING.md", "utf8")) ?? [];

/** The template as if it stood in a file of its family. */
const written = async (): Promise<{ readonly rainyDay: (parameters: { readonly capPounds: number }) => YearEnd }> => {
  const { outputFiles } = await build({
    stdin: { contents: template, loader: "ts", resolveDir: "src/funding/year-end" },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
};

let rainyDay: Awaited<ReturnType<typeof written>>["rainyDay"];
beforeAll(async () => {
  ({ rainyDay } = await written());
});

test("the template of a funding rule answers what its comment says", async () => {
  const example = /@example (.*)/.exec(template)?.[1] ?? "";
  expect(example).toContain("rainyDay(");
  const run = new Function("rainyDay", "same", "near", `return (async () => { ${withChecks(example)} })()`);
  await run(rainyDay, same, (printed: string) => Number(printed));
});

test("and says which bound was passed, and why it is one", () => {
  expect(() => rainyDay({ capPounds: -1 })).toThrow(
    /rainyDay\.capPounds\s+capPounds cannot be -1\. .*a fine for saving/s,
  );
});

test("and is tried by the laws of its family: so many pounds are not the same part of every budget, and what is left at a year's end may be lost", () => {
  const rows = checkRule(rainyDay({ capPounds: 5000 }), laws.yearEnd, { runs: 300 });
  expect(rows.filter(({ result }) => result === "fails").map(({ law }) => law)).toEqual([
    "size-does-not-matter",
    "when-it-is-spent-does-not-matter",
  ]);
});
