import { createParse } from "mathjs/number";

/** A formula as the parser reads it: a tree of nodes, with only the fields that `readFormula` reads. */
export type ParsedFormula =
  | { readonly type: "ConstantNode"; readonly value: unknown }
  | { readonly type: "SymbolNode"; readonly name: string }
  | { readonly type: "ParenthesisNode"; readonly content: ParsedFormula }
  | { readonly type: "AccessorNode"; readonly object: ParsedFormula; readonly index: ParsedIndex }
  | ParsedCondition
  | ParsedOperation
  | ParsedCall
  | { readonly type: RefusedNode };

/** The part after a dot or in square brackets: `x` of `people.x`. */
export interface ParsedIndex {
  readonly dimensions: readonly ParsedFormula[];
}

/** `fn(args)` */
export interface ParsedCall {
  readonly type: "FunctionNode";
  readonly fn: ParsedFormula;
  readonly args: readonly ParsedFormula[];
}

/** `condition ? trueExpr : falseExpr` */
interface ParsedCondition {
  readonly type: "ConditionalNode";
  readonly condition: ParsedFormula;
  readonly trueExpr: ParsedFormula;
  readonly falseExpr: ParsedFormula;
}

/** `args[0] op args[1]`; a sign before its one argument; or two factors side by side, with no sign (`implicit`). */
export interface ParsedOperation {
  readonly type: "OperatorNode";
  readonly op: string;
  readonly fn: string;
  readonly args: readonly ParsedFormula[];
  readonly implicit?: boolean;
}

/** The nodes that the parser can read, and a formula refuses. */
export type RefusedNode =
  | "ArrayNode"
  | "AssignmentNode"
  | "BlockNode"
  | "FunctionAssignmentNode"
  | "IndexNode"
  | "ObjectNode"
  | "RangeNode"
  | "RelationalNode";

// The types of mathjs leave this export out.
declare module "mathjs/number" {
  function createParse(parts: object): (text: string) => ParsedFormula;
}

/**
 * The fields of each node, in the order of its constructor's arguments. A refused node has only those that the parser
 * itself reads. The last argument of an operator, which marks a percentage, is left out: after + or - the parser would
 * read it as a share of what is before it, as a pocket calculator does. Here `10%` is 0.1 everywhere.
 */
const fields: Readonly<Record<ParsedFormula["type"], readonly string[]>> = {
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
  OperatorNode: ["op", "fn", "args", "implicit"],
  ParenthesisNode: ["content"],
  RangeNode: [],
  RelationalNode: [],
  SymbolNode: ["name"],
};

/** A constructor of plain nodes: each stores its arguments under their names, and has no methods. */
const nodeOf = (type: string, names: readonly string[]): unknown => {
  function Node(this: Record<string, unknown>, ...parts: readonly unknown[]): void {
    for (const [index, name] of names.entries()) this[name] = parts[index];
  }
  Object.assign(Node.prototype, { type, isNode: true, [`is${type}`]: true });
  return Node;
};

// mathjs chooses an implementation by the types of its arguments. Here there is always one argument, a text.
const typed = (_name: string, implementations: Readonly<Record<string, unknown>>): unknown => implementations.string;

// A text that only looks like a number, such as 0x1Fq, stays a text.
const numeric = (text: string): number | string => (text !== "NaN" && Number.isNaN(Number(text)) ? text : Number(text));

/**
 * Parses a formula with the parser of mathjs, into plain nodes. The nodes of mathjs can also evaluate, print and
 * typeset themselves, which is nine tenths of its size. A text that is not an expression throws a SyntaxError; its
 * `char` is the position of the mistake, from 1.
 */
export const parseFormula = createParse({
  ...Object.fromEntries(Object.entries(fields).map(([type, names]) => [type, nodeOf(type, names)])),
  typed: Object.assign(typed, { addConversion: () => {} }),
  numeric,
  config: { number: "number" },
});
