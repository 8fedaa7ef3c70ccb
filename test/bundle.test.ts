import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** What a bundler takes for a program that uses the package, and how large that is, in bytes. */
const bundled = async (contents: string) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    platform: "browser",
    minify: true,
    metafile: true,
    write: false,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const taken = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { text: outputFiles[0].text, bytes: outputFiles[0].contents.length, files: taken.map(([file]) => file) };
};

describe("a page that imports a part of the package", () => {
  test("has neither zod nor yaml for formulas on plain numbers", async () => {
    const { bytes, files } = await bundled(
      'import { annuity, presentValue, uprate } from "./dist/index.js"; console.log(annuity, presentValue, uprate);',
    );
    expect(files.filter((file) => file.includes("node_modules"))).toEqual([]);
    expect(bytes).toBeLessThan(5000);
  });

  test("has neither engine nor zod for showing a report, or for results of a run, that a worker made", async () => {
    const { bytes, text } = await bundled(
      `import { simulationFromJson, whoSaves } from "./dist/index.js";
      import { charts, poundsText, toHtml } from "./dist/report.js";
      console.log(simulationFromJson, whoSaves, charts, poundsText, toHtml);`,
    );
    expect(text).not.toContain("ZodType");
    expect(bytes).toBeLessThan(75_000);
  });

  test("has one example, and no other, if it imports one from the list of all", async () => {
    const { text } = await bundled('import { hiv } from "./dist/examples.js"; console.log(hiv);');
    expect(text).toContain("Two drugs for HIV in place of one");
    expect(text).not.toContain("Warm Homes Oldham");
  });

  test("makes no code from text, which a strict content policy forbids, and reads no environment, as Deno asks", () => {
    const program = `
      let made = 0;
      globalThis.Function = new Proxy(Function, { construct: (target, texts) => (made++, Reflect.construct(target, texts)) });
      const { readScenario, rules } = await import("./dist/index.js");
      process.env = new Proxy({}, { get: () => made++ });
      readScenario("title: Empty");
      rules.yearEnd.carryForward({ cap: 0.1 });
      console.log(made);`;
    expect(execFileSync("node", ["--input-type=module", "-e", program], { encoding: "utf8" })).toBe("0\n");
  });
});

describe("the package", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));

  test("exports its own package.json, and the texts of the examples", () => {
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining(["./package.json", "./examples/*.yaml", "./examples/*.csv"]),
    );
  });

  test("has a source map and a licence comment that bundlers keep in each file", () => {
    const code = readFileSync("dist/index.js", "utf8");
    expect(code).toContain("/*! Parts of mathjs");
    expect(code).toContain("sourceMappingURL=index.js.map");
  });
});
