import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sources } from "../support/sources.js";

/** The floors of the house, from the ground up: imports go down only, and the folders of one floor never import each other. */
const floors = [
  ["base", "data"], // numbers that know nothing of public services; sourced figures
  ["quantity", "funding"], // a number with its unit, range and source; pure rules in whole pence that know no scenario
  ["scenario"], // the nouns of a place, read and expanded
  ["engine"], // the plan of a run and its cycles
  ["results"], // readings: a simulation in, rows out
  ["experiments"], // a scenario in; the engine run many times
  ["report", "laws"], // text, tables and charts; worlds, laws and stories
  ["worker"], // messages in, reports out
  ["index.ts"], // the public list
  ["../examples"], // scenarios, written as a user writes them
  ["cli"], // the one place with process, files and console
];

const placeOf = (file: string): string =>
  posix.relative("src", file.replace(/\.js$/, ".ts")).replace(/^((\.\.\/)?[^/]+)\/.*/, "$1");
const floorOf = (place: string): number => floors.findIndex((floor) => floor.includes(place));
const importsOf = (source: ts.SourceFile): readonly string[] =>
  ts.preProcessFile(source.text).importedFiles.map(({ fileName }) => fileName);

/** What the standard fixes to the last bit, and those that Node 20, 22 and 24 give the same 200,000 results for. */
const sameBits = new Set(
  [
    ["abs", "ceil", "floor", "round", "trunc", "sign", "min", "max", "sqrt", "imul", "PI", "SQRT2"],
    ["exp", "expm1", "log", "log1p", "log2", "log10", "sin"],
  ].flat(),
);

const files = [...sources];
const below = files.filter(([file]) => placeOf(file) !== "cli");

/** The lines that name a file and what is wrong in it. */
const linesOf = (of: typeof files, wrongIn: (source: ts.SourceFile, file: string) => readonly string[]): string[] =>
  of.flatMap(([file, source]) => wrongIn(source, file).map((wrong) => `${file}: ${wrong}`));

/** The files that a file imports, types included. */
const importedFiles = (file: string, source: ts.SourceFile): readonly string[] =>
  importsOf(source)
    .filter((path) => path.startsWith("."))
    .map((path) => posix.join(posix.dirname(file), path).replace(/\.js$/, ".ts"));

/** The circles of imports, each as the path that closes it, found by depth-first search. */
const circles = (): readonly string[] => {
  const finished = new Set<string>();
  const closed: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) closed.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || finished.has(file)) return;
    const source = sources.get(file);
    if (source) for (const next of importedFiles(file, source)) visit(next, [...path, file]);
    finished.add(file);
  };
  for (const [file] of files) visit(file, []);
  return closed;
};

/** The names that the statements of a file export; what it passes on from another file is not its own. */
const exportedNames = (source: ts.SourceFile): readonly string[] =>
  source.statements
    .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .flatMap((statement) =>
      ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name.getText())
        : ((statement as ts.DeclarationStatement).name?.text ?? []),
    );

const isExported = (statement: ts.HasModifiers): boolean =>
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** What a test finds in the syntax of a file, where comments and texts cannot deceive it. */
const inSyntax =
  (wrongAt: (node: ts.Node) => boolean) =>
  (source: ts.SourceFile): readonly string[] => {
    const wrong: string[] = [];
    const visit = (node: ts.Node): void => {
      if (wrongAt(node)) wrong.push(node.getText());
      node.forEachChild(visit);
    };
    visit(source);
    return wrong;
  };

describe("the house", () => {
  test("every place in src is on a floor, and no place on a floor is empty", () => {
    const places = new Set(files.map(([file]) => placeOf(file)));
    const listed = floors.flat().filter((place) => !place.startsWith(".."));
    expect([...places].sort()).toEqual(listed.sort());
  });

  test("imports go down, and never across a floor", () => {
    const up = linesOf(files, (source, file) =>
      importsOf(source).filter((path) => {
        const to = placeOf(posix.join(posix.dirname(file), path));
        const isBelow = floorOf(to) >= 0 && floorOf(to) < floorOf(placeOf(file));
        return path.startsWith(".") && to !== placeOf(file) && !isBelow;
      }),
    );
    expect(up).toEqual([]);
  });

  test("of two rooms side by side, at most one imports from the other", () => {
    const roomOf = (file: string): string => posix.dirname(file);
    const doors = new Set(
      files.flatMap(([file, source]) =>
        importedFiles(file, source)
          .filter((to) => roomOf(to) !== roomOf(file) && roomOf(roomOf(to)) === roomOf(roomOf(file)))
          .map((to) => `${roomOf(file)} ${roomOf(to)}`),
      ),
    );
    expect([...doors].filter((door) => doors.has(door.split(" ").reverse().join(" ")))).toEqual([]);
  });

  test("no list of rows is spread into the arguments of a call, which are limited", () => {
    const spread = linesOf(files, (source) => source.text.match(/Math\.(?:max|min)\(\.\.\.[^)]*\)/g) ?? []);
    expect(spread).toEqual([]);
  });

  test("no file imports itself through others, types included", () => {
    expect(circles()).toEqual([]);
  });

  test("a name is exported by one file", () => {
    const homes = new Map<string, string[]>();
    for (const [file, source] of files)
      for (const name of new Set(exportedNames(source))) homes.set(name, [...(homes.get(name) ?? []), file]);
    const several = [...homes].filter(([, where]) => where.length > 1);
    expect(several.map(([name, where]) => `${name}: ${where.join(", ")}`)).toEqual([]);
  });

  test("only the engine reads the cubes of a book", () => {
    const outside = files.filter(([file]) => !["base", "engine"].includes(placeOf(file)));
    expect(linesOf(outside, (source) => importsOf(source).filter((path) => path.endsWith("/cube.js")))).toEqual([]);
  });

  test("only the command line knows Node", () => {
    expect(linesOf(below, (source) => importsOf(source).filter((path) => path.startsWith("node:")))).toEqual([]);
  });

  test("a run depends on nothing but its scenario and seed, and runs no text as code", () => {
    const refused = /^(Date\.now|Math\.random|new (Date|Function)\b.*|(eval|Date|Function)\(.*)$/s;
    const calls = inSyntax((node) => !ts.isStatement(node) && !ts.isSourceFile(node) && refused.test(node.getText()));
    expect(linesOf(below, calls)).toEqual([]);
  });

  test("no power, and no function of Math, whose bits differ between versions of Node", () => {
    const powers = new Set([ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken]);
    const isOfMath = (node: ts.Node): node is ts.PropertyAccessExpression =>
      ts.isPropertyAccessExpression(node) && node.expression.getText() === "Math";
    const wrong = inSyntax((node) => powers.has(node.kind) || (isOfMath(node) && !sameBits.has(node.name.text)));
    const hidden = inSyntax(
      (node) =>
        (ts.isVariableDeclaration(node) && node.initializer?.getText() === "Math") ||
        (ts.isElementAccessExpression(node) && node.expression.getText() === "Math"),
    );
    expect(linesOf(files, wrong)).toEqual([]);
    expect(linesOf(files, hidden)).toEqual([]);
  });

  test.each([
    ["mathjs", "src/base/formulas/formula-parser.ts"],
    ["seedrandom", "src/base/random/random.ts"],
  ])("%s is imported by one file", (name, only) => {
    const importers = files.filter(([, source]) => importsOf(source).some((path) => path.split("/")[0] === name));
    expect(importers.map(([file]) => file)).toEqual([only]);
  });

  test("no file passes 250 lines", () => {
    const tests = readdirSync("test", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.[cm]?[jt]s$/.test(file))
      .map((file) => [`test/${file}`, readFileSync(`test/${file}`, "utf8")] as const);
    const texts = [...files.map(([file, { text }]) => [file, text] as const), ...tests];
    const long = texts.filter(([, text]) => text.trimEnd().split("\n").length > 250);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test("nothing is an any, and nothing is exported without a name", () => {
    const kinds = new Set([ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.ExportAssignment, ts.SyntaxKind.DefaultKeyword]);
    const wrong = linesOf(
      files,
      inSyntax(({ kind }) => kinds.has(kind)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the bundle", () => {
  /** The packages inside and outside what an entry loads at once: its own chunk, and those it imports without `import()`. */
  const bundle = async (entry: string) => {
    const { metafile } = await build({
      entryPoints: { [entry]: `src/${entry}.ts` },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node", // so that a module of Node shows as an import, and is not left out in silence
      external: ["yaml", "papaparse", "commander", "fast-check"],
      loader: { ".yaml": "text", ".csv": "text" },
      outdir: "dist",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const chunks = new Set([`dist/${entry}.js`]);
    const inside = new Set<string | undefined>();
    const outside = new Set<string>();
    for (const chunk of chunks) {
      const { inputs = {}, imports = [] } = metafile.outputs[chunk] ?? {};
      for (const file of Object.keys(inputs)) inside.add(/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
      for (const { path, kind, external } of imports)
        if (kind !== "dynamic-import") (external ? outside : chunks).add(path);
    }
    return { inside, outside: [...outside].sort() };
  };

  test("the core needs yaml and papaparse, brings mathjs, seedrandom and zod, and runs without Node", async () => {
    const { outside, inside } = await bundle("index");
    expect(outside).toEqual(["papaparse", "yaml"]);
    expect(inside).toContain("mathjs");
    expect(inside).toContain("seedrandom");
    expect(inside).toContain("zod");
  });

  test("a report needs no Node", async () => {
    const { outside } = await bundle("report/index");
    expect(outside.filter((path) => !["papaparse", "yaml"].includes(path))).toEqual([]);
  });

  test("the laws need fast-check beside themselves, and no Node", async () => {
    const { outside, inside } = await bundle("laws/index");
    expect(outside.filter((path) => path !== "fast-check")).toEqual([]);
    expect(inside).not.toContain("mathjs");
  });

  test("the command line loads mathjs only when a command needs it", async () => {
    const { inside } = await bundle("cli/index");
    expect(inside).not.toContain("mathjs");
  });
});
