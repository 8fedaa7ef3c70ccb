import { didYouMean, listed } from "../problems/problem.js";
import { must } from "../records.js";
import { productMeant, twoMeanings } from "./formula-brackets.js";
import {
  type ParsedCall,
  type ParsedFormula,
  type ParsedIndex,
  type ParsedOperation,
  parseFormula,
} from "./formula-parser.js";
import { deepestBracket, refusedPart, syntaxProblem } from "./formula-syntax.js";
import { functionNames, operations } from "./operations.js";

/**
 * A formula without parts: a number, a named quantity, or a value of the last cycle such as `contacts.fallAdmission`.
 */
export type FormulaLeaf =
  | number
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "last"; readonly measure: string; readonly of: string };

/** A checked formula, as data: a leaf, or an operation on formulas. A fixed number is the plain number. */
export type Formula =
  | FormulaLeaf
  | { readonly kind: "apply"; readonly operation: string; readonly to: readonly Formula[] };

/** The names that a formula may read. */
export interface FormulaNames {
  /** The named quantities, and the clock. */
  readonly numbers: readonly string[];
  /** Values of the last cycle: for each measure (people, contacts, …) the names it is measured for. */
  readonly lastValues: ReadonlyMap<string, readonly string[]>;
}

/** The longest formula, the most parts and the deepest nesting that are read. A scenario is untrusted text. */
export const formulaLimits = { characters: 1000, parts: 300, nesting: 40 } as const;

/** A formula that was read; or a sentence that says what is wrong, and the index of the character where it begins. */
export type FormulaRead = { readonly formula: Formula } | { readonly wrong: string; readonly at: number };

/**
 * Reads a formula. mathjs parses the text, and `copyNode` copies only the allowed nodes into a tree of our own.
 * mathjs evaluates nothing, so no formula can run code.
 */
export const readFormula = (text: string, names: FormulaNames): FormulaRead => {
  if (text.length > formulaLimits.characters)
    return { wrong: `a formula has at most ${formulaLimits.characters} characters; this has ${text.length}.`, at: 0 };
  if (deepestBracket(text) > formulaLimits.nesting)
    return { wrong: `a formula nests at most ${formulaLimits.nesting} brackets deep.`, at: 0 };
  try {
    return { formula: copyNode(parseFormula(withShares(text)), names, { parts: 0 }, 0) };
  } catch (error) {
    if (error instanceof FormulaError) return { wrong: error.message, at: positionOf(error.about, text) };
    if (error instanceof Error) return syntaxProblem(text, error);
    throw error;
  }
};

/** The text with brackets round a percentage before + or -, where the parser would read % as a remainder. */
const withShares = (text: string): string => text.replaceAll(/(?<![\w.])(\d+(?:\.\d+)?\s*%)(?=\s*[+-])/g, "($1)");

/** The index of a word in a text; 0 if it is not there. */
const positionOf = (about: string, text: string): number => {
  const word = about.replaceAll(/[^\w.]/g, "");
  return word === "" ? 0 : Math.max(0, text.search(new RegExp(`\\b${word}\\b`)));
};

/** A formula that is refused: a sentence, and the word that it is about. */
class FormulaError extends Error {
  constructor(
    message: string,
    readonly about: string,
  ) {
    super(message);
  }
}

const refuse = (message: string, about = ""): never => {
  throw new FormulaError(message, about);
};

const copyNode = (node: ParsedFormula, names: FormulaNames, count: { parts: number }, depth: number): Formula => {
  if (++count.parts > formulaLimits.parts) refuse(`a formula has at most ${formulaLimits.parts} parts.`);
  if (depth > formulaLimits.nesting) refuse(`a formula nests at most ${formulaLimits.nesting} deep.`);
  const copy = (inner: ParsedFormula): Formula => copyNode(inner, names, count, depth + 1);
  switch (node.type) {
    case "ConstantNode":
      return readNumber(node.value);
    case "ParenthesisNode":
      return copy(node.content);
    case "SymbolNode":
      return readName(node.name, names);
    case "AccessorNode":
      return readLast(node.object, node.index, names);
    case "ConditionalNode":
      return {
        kind: "apply",
        operation: "choose",
        to: [copy(node.condition), copy(node.trueExpr), copy(node.falseExpr)],
      };
    case "OperatorNode":
      return readOperator(node, copy);
    case "FunctionNode":
      return readCall(node, copy, names);
    default:
      return refuse(refusedPart(node.type));
  }
};

/** The name of a called function; of `people.x(3)` it is x. */
const calledName = (called: ParsedFormula): string => {
  if (called.type === "SymbolNode") return called.name;
  return called.type === "AccessorNode" ? String(constantIn(called.index) ?? "") : "";
};

/** The constant of an index: `x` of `people.x`. */
const constantIn = ({ dimensions: [first] }: ParsedIndex): unknown =>
  first?.type === "ConstantNode" ? first.value : undefined;

const readNumber = (value: unknown): Formula => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value === undefined) return refuse("there is nothing in it.");
  return typeof value === "string"
    ? refuse(`a formula holds no text such as "${value.slice(0, 20)}".`)
    : refuse(`a formula holds finite numbers only, not ${String(value)}.`, String(value));
};

const readName = (name: string, names: FormulaNames): Formula => {
  if (names.numbers.includes(name)) return { kind: "name", name };
  const [first = "x"] = names.lastValues.get(name) ?? [];
  if (names.lastValues.has(name)) refuse(`${name} is read by what it is of, such as ${name}.${first}.`, name);
  if (functionNames.includes(name)) refuse(`${name} takes its number in brackets: ${name}(x).`, name);
  if (/^(?:if|then|else)$/i.test(name)) refuse("a condition is written a ? b : c.", name);
  return refuse(`there is no quantity called ${name}. ${didYouMean(name, names.numbers)}`, name);
};

/** Reads a value of the last cycle: `people.x`. */
const readLast = (object: ParsedFormula, index: ParsedIndex, names: FormulaNames): Formula => {
  const measure = object.type === "SymbolNode" ? object.name : "";
  const name = index.dimensions.length === 1 ? constantIn(index) : undefined;
  const known = names.lastValues.get(measure);
  if (!known) {
    const measures = [...names.lastValues];
    const fitting = measures.flatMap(([key, of]) => (of.includes(String(name)) ? [`${key}.${name}`] : []));
    const examples = fitting.length > 0 ? fitting : measures.map(([key]) => `${key}.x`);
    return refuse(`a dot reads the last cycle, as in ${listed(examples, "or")}.`, measure);
  }
  if (typeof name === "string" && known.includes(name)) return { kind: "last", measure, of: name };
  return refuse(`there is no ${measure}.${String(name)}. ${didYouMean(String(name), known)}`, String(name));
};

/** The parts of a formula below its operators. */
const leavesOf = (node: ParsedFormula): readonly ParsedFormula[] =>
  node.type === "OperatorNode" ? node.args.flatMap(leavesOf) : [node];

const readOperator = (node: ParsedOperation, copy: (inner: ParsedFormula) => Formula): Formula => {
  const unclear = twoMeanings(node);
  if (unclear !== undefined) {
    // A word that is no name, such as less or if, is no factor.
    leavesOf(node).map(copy);
    return refuse(unclear);
  }
  const name = node.fn;
  if (name === "mod")
    return refuse("% after a number is a percentage; the remainder of a / b is a - b * floor(a / b).", "mod");
  const args = node.args.map(copy);
  if (name === "unaryPlus") return args[0];
  const bare = ["and", "or", "not"].includes(name) && args.find((part) => typeof part === "number" && part !== 0);
  if (bare && bare !== 1) refuse(`${name} joins conditions such as x > 1, and ${bare} is none.`, String(bare));
  return operations.get(name)?.arity === args.length
    ? { kind: "apply", operation: name, to: args }
    : refuse(`a formula has no ${name}.`);
};

const readCall = (
  node: ParsedCall,
  copy: (inner: ParsedFormula) => Formula,
  { numbers, lastValues }: FormulaNames,
): Formula => {
  const name = calledName(node.fn);
  if (numbers.includes(name) || lastValues.has(name)) return refuse(productMeant(node), name);
  const args = node.args.map(copy);
  if (!functionNames.includes(name))
    return refuse(`there is no function called ${name}. ${didYouMean(name, functionNames)}`, name);
  if ((name === "min" || name === "max") && args.length > 2)
    return args.slice(1).reduce((left, right) => ({ kind: "apply", operation: name, to: [left, right] }), args[0]);
  const { arity } = must(operations, name);
  return arity === args.length
    ? { kind: "apply", operation: name, to: args }
    : refuse(`${name} takes ${arity === 1 ? "one number" : `${arity} numbers`}, not ${args.length}.`, name);
};
