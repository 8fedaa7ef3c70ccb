import ts from "typescript";
import { expect, test } from "vitest";

const entries = ["src/index.ts", "src/report/index.ts", "src/laws/index.ts", "src/worker/index.ts"];

/** Words that say what a number counts or measures. */
const units =
  /£|pound|pence|penny|share|probabilit|chance|percentile|year|month|week|day|cycle|draw|people|person|contact|case|row|column|line|page|second|byte|block|index|order|grade|weight|factor|rate|ratio|outcome|number of|how many|count|position|whole number|pixels|unit|\d to \d/i;

/** A property of an exported type, and its comment; empty if it has none. */
interface Property {
  readonly name: string;
  readonly comment: string;
  readonly isNumber: boolean;
}

/** The properties of all exported types that are declared here, those of types that they extend included. */
const properties = (): readonly Property[] => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  return entries.flatMap((entry) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!).flatMap((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const type = checker.getDeclaredTypeOfSymbol(target);
      // The comment of a union describes its parts.
      if (!(target.flags & ts.SymbolFlags.Type) || type.isUnion()) return [];
      return type.getProperties().flatMap((own): readonly Property[] => {
        const [declaration] = own.declarations ?? [];
        if (declaration === undefined || declaration.getSourceFile().fileName.includes("node_modules")) return [];
        const name = `${target.name}.${own.name}`;
        const comment = ts.displayPartsToString(own.getDocumentationComment(checker));
        return [{ name, comment, isNumber: isNumber(checker.getTypeAtLocation(declaration)) }];
      });
    }),
  );
};

/** True for a number, also one that may be null or left out. */
const isNumber = (type: ts.Type): boolean => {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
  );
  return parts.length > 0 && parts.every(({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0);
};

test("every property of an exported type has a comment, and that of a number has its unit", () => {
  const all = properties();
  expect(all.length).toBeGreaterThan(1000);
  const wrong = all.filter(({ name, comment, isNumber }) => {
    const words = `${comment} ${name.replaceAll(/(?=[A-Z])/g, " ")}`;
    return comment === "" || (isNumber && !units.test(words));
  });
  expect([...new Set(wrong.map(({ name }) => name))]).toEqual([]);
}, 120_000);
