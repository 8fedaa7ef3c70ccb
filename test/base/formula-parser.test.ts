import fc from "fast-check";
import { create, parseDependencies } from "mathjs/number";
import { expect, test } from "vitest";
import { parseFormula } from "../../src/base/formulas/formula-parser.js";

const { parse } = create({ parseDependencies });

const names = ["a", "people.x", "people['x']", "1", "2.5e3", "(50%)", "true", "[1, 2; 3, 4]"];
const signs = ["+", "-", "*", "/", "^", "mod", "and", "or", "==", "<", "<=", ";", "", "?", ":", ")"];

const { text } = fc.letrec<{ readonly text: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...names),
    fc.tuple(tie("text"), fc.constantFrom(...signs), tie("text")).map((parts) => parts.join(" ")),
    fc.tuple(tie("text"), tie("text"), tie("text")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(fc.constantFrom("exp", "people.x"), tie("text"), tie("text")).map(([name, a, b]) => `${name}(${a}, ${b})`),
    tie("text").map((inner) => `-(${inner})`),
  ),
}));

const fields = [
  "object",
  "index",
  "condition",
  "trueExpr",
  "falseExpr",
  "value",
  "fn",
  "args",
  "dimensions",
  "content",
];

/** The fields of a tree that `readFormula` reads; or the error of a text that does not parse. */
const fieldsOf = (parseText: (text: string) => unknown, text: string): unknown => {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== "object" || part === null) return part;
    const { type, name } = part as { readonly type: string; readonly name?: string };
    if (type === "SymbolNode") return name;
    const isRefused = !/^(Accessor|Conditional|Constant|Function|Index|Operator|Parenthesis)Node/.test(type);
    const entries = isRefused ? [] : Object.entries(part).filter(([key]) => fields.includes(key));
    return [type, Object.fromEntries(entries.map(([key, value]) => [key, copy(value)]))];
  };
  try {
    return copy(parseText(text));
  } catch (error) {
    return String(error);
  }
};

test("the nodes have the fields of the nodes of mathjs itself", () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(fieldsOf(parseFormula, written)).toEqual(fieldsOf(parse, written));
    }),
  );
});
