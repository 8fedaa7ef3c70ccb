import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";

/** The path of a file, and the file as the compiler reads it. */
export const parsedFile = (file: string): readonly [string, ts.SourceFile] => [
  file,
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true),
];

/** Every source file of the library, parsed, by its path. */
export const sources: ReadonlyMap<string, ts.SourceFile> = new Map(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .map(parsedFile),
);

/** The entries of the package whose every name is documented. */
export const entries: readonly string[] = [
  "src/index.ts",
  "src/report/index.ts",
  "src/laws/index.ts",
  "src/worker/index.ts",
];

/** The library as the compiler sees it, of the files parsed already; of a package it knows only the name. */
export const programOfSources = (): ts.Program => {
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    types: [],
  };
  const parsed = (file: string) => sources.get(relative(".", file).replaceAll("\\", "/"));
  return ts.createProgram(entries, options, {
    ...ts.createCompilerHost(options),
    getSourceFile: parsed,
    fileExists: (file) => parsed(file) !== undefined,
  });
};
