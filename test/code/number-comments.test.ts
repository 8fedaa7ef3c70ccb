import ts from "typescript";
import { expect, test } from "vitest";

const entries = ["src/index.ts", "src/report/index.ts", "src/laws/index.ts", "src/worker/index.ts"];

/** Words that say what a number counts or measures. */
const units =
  /£|pound|pence|penny|share|probabilit|chance|percentile|year|month|week|day|cycle|draw|people|person|contact|case|row|column|line|page|second|byte|block|index|order|grade|weight|factor|rate|ratio|outcome|number of|how many|count|position|whole number|pixels|unit|\d to \d/i;

/** The numbers in properties of exported interfaces whose comment is missing, or says no unit. */
const numbersWithoutUnit = (): readonly string[] => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  for (const entry of entries)
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!)) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      for (const declaration of target.declarations ?? [])
        if (ts.isInterfaceDeclaration(declaration))
          for (const member of declaration.members)
            if (ts.isPropertySignature(member) && isNumber(checker.getTypeAtLocation(member))) {
              const own = checker.getSymbolAtLocation(member.name)!;
              const comment = ts.displayPartsToString(own.getDocumentationComment(checker));
              const words = `${comment} ${own.name.replaceAll(/(?=[A-Z])/g, " ")}`;
              if (comment === "" || !units.test(words)) found.add(`${target.name}.${own.name}`);
            }
    }
  return [...found].sort();
};

/** True for a number, also one that may be null or left out. */
const isNumber = (type: ts.Type): boolean => {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
  );
  return parts.length > 0 && parts.every(({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0);
};

test("numbers of exported interfaces have a comment with a unit", () => {
  expect(numbersWithoutUnit()).toEqual([]);
}, 120_000);
