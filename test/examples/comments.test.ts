import { resolve } from "node:path";
import { transform } from "esbuild";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { near, same, throws, withChecks } from "../support/examples.js";
import { entries, parsedFile, programOfSources, sources } from "../support/sources.js";

/** Runs an example in sight of what the package, its example scenarios and its own file export. */
const run = async (example: string, file: string): Promise<void> => {
  const modules = await Promise.all([...entries, "examples/index.ts", file].map((path) => import(resolve(path))));
  const scope = Object.assign({ near, same, throws }, ...modules);
  const { code } = await transform(`(async () => {\n${withChecks(example)}\n})()`, { loader: "ts" });
  await new Function(...Object.keys(scope), `return ${code}`)(...Object.values(scope));
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const examplesOf = (source: ts.SourceFile): readonly string[] =>
  source.statements
    .filter(isExported)
    .flatMap((statement) => ts.getJSDocTags(statement))
    .filter((tag) => tag.tagName.text === "example")
    .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? "");

describe("an example in a doc comment gives the result it shows", () => {
  for (const [file, source] of [...sources, parsedFile("examples/interventions.ts"), parsedFile("examples/links.ts")])
    for (const example of examplesOf(source))
      test(`${file}: ${example.trim().split("\n")[0]}`, () => run(example, file));
});

describe("every exported name says what it is for, and a value shows it", () => {
  const program = programOfSources();
  const checker = program.getTypeChecker();
  test.each(entries)("%s", (entry) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile) as ts.Symbol;
    const lacking = checker.getExportsOfModule(module).flatMap((name) => {
      const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
      if (symbol.getDocumentationComment(checker).length === 0) return `${name.name} has no doc comment`;
      const shown = symbol.getJsDocTags(checker).some((tag) => tag.name === "example");
      return symbol.flags & ts.SymbolFlags.Value && !shown ? `${name.name} has no @example` : [];
    });
    expect(lacking).toEqual([]);
  });
});
