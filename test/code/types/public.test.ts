import ts from "typescript";
import { expect, test } from "vitest";
import { editorOf } from "./editor.js";

/** The packages whose types are reached from a type, on the shortest path to each. */
const packagesIn = (program: ts.Program, file: string): ReadonlyMap<string, string> => {
  const checker = program.getTypeChecker();
  const found = new Map<string, string>();
  const seen = new Set<ts.Type>();
  const queue: (readonly [type: ts.Type, path: string])[] = [];
  const source = program.getSourceFile(file)!;
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    queue.push([checker.getDeclaredTypeOfSymbol(symbol), symbol.name], [checker.getTypeOfSymbol(symbol), symbol.name]);
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [type, path] = next;
    if (seen.has(type)) continue;
    seen.add(type);
    // An object that a package's type computes is written out, so only what has a name is the package's.
    const declaration = type.symbol?.name === "__type" ? undefined : type.symbol?.declarations?.[0];
    const declared = declaration?.getSourceFile().fileName ?? "";
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(declared)?.[1];
    if (name === "typescript" || name?.startsWith("@types/")) continue;
    if (name !== undefined) {
      if (!found.has(name)) found.set(name, path);
      continue;
    }
    const inner = [
      ...(type.isUnionOrIntersection() ? type.types : []),
      ...checker.getTypeArguments(type as ts.TypeReference),
      ...(type.aliasTypeArguments ?? []),
      ...checker.getIndexInfosOfType(type).map((index) => index.type),
      ...type
        .getCallSignatures()
        .flatMap((signature) => [
          signature.getReturnType(),
          ...signature.getParameters().map((parameter) => checker.getTypeOfSymbol(parameter)),
        ]),
    ];
    queue.push(...inner.map((each) => [each, path] as const));
    if (type.flags & ts.TypeFlags.Object)
      queue.push(
        ...type.getProperties().map((each) => [checker.getTypeOfSymbol(each), `${path}.${each.name}`] as const),
      );
  }
  return found;
};

const { program } = editorOf(`
  import "who-saves";
  import "who-saves/report";
`);

test.each(["src/index.ts", "src/report/index.ts"])("the types of %s are plain: none is a package's", (file) => {
  expect([...packagesIn(program, file)]).toEqual([]);
});
