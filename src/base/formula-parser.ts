import * as mathjs from "mathjs/number";

/** What mathjs parsed, with only the fields that a formula is read from. */
export interface ParsedFormula {
  readonly type: string;
  readonly name?: string;
  readonly fn?: ParsedFormula | string;
  readonly args?: readonly ParsedFormula[];
  readonly value?: unknown;
  readonly content?: ParsedFormula;
  readonly condition?: ParsedFormula;
  readonly trueExpr?: ParsedFormula;
  readonly falseExpr?: ParsedFormula;
  readonly object?: ParsedFormula;
  readonly index?: { readonly dimensions: readonly ParsedFormula[] };
}

/** The nodes the parser makes, each with what it is made of, in the parser's order; of those a formula refuses, only what the parser reads. */
const fields: Readonly<Record<string, readonly string[]>> = {
  AccessorNode: ["object", "index", "optionalChaining"],
  ArrayNode: ["items"],
  AssignmentNode: [],
  BlockNode: [],
  ConditionalNode: ["condition", "trueExpr", "falseExpr"],
  ConstantNode: ["value"],
  FunctionAssignmentNode: [],
  FunctionNode: ["fn", "args"],
  IndexNode: ["dimensions"],
  ObjectNode: [],
  OperatorNode: ["op", "fn", "args", "implicit", "isPercentage"],
  ParenthesisNode: ["content"],
  RangeNode: [],
  RelationalNode: [],
  SymbolNode: ["name"],
};

/** A constructor of nodes that hold their parts and do nothing. */
const nodeOf = (type: string, names: readonly string[]): unknown => {
  function Node(this: Record<string, unknown>, ...parts: readonly unknown[]): void {
    for (const [index, name] of names.entries()) this[name] = parts[index];
  }
  Object.assign(Node.prototype, { type, isNode: true, [`is${type}`]: true });
  return Node;
};

// mathjs would choose by the types of what it is given, which is always one text.
const typed = (_name: string, ways: Readonly<Record<string, unknown>>): unknown => ways.string;

// What only looks like a number, such as 0x1Fq, stays the text it is.
const numeric = (text: string): number | string => (text !== "NaN" && Number.isNaN(Number(text)) ? text : Number(text));

/** What the types of mathjs leave out. */
interface Factories {
  readonly createParse: (made: object) => (text: string) => ParsedFormula;
}

/**
 * Parses a formula with the parser of mathjs, into nodes of our own: those of mathjs can evaluate, print and typeset themselves, which is nine
 * tenths of its size. Throws a SyntaxError that says at which character, `char`, the text is no expression.
 */
export const parseFormula = (mathjs as unknown as Factories).createParse({
  ...Object.fromEntries(Object.entries(fields).map(([type, names]) => [type, nodeOf(type, names)])),
  typed: Object.assign(typed, { addConversion: () => {} }),
  numeric,
  config: { number: "number" },
});
