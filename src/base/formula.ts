import { type ParsedFormula, parseFormula } from "./formula-parser.js";
import { deepestBracket, refusedParts, syntaxProblem } from "./formula-syntax.js";
import { functionNames, type Operation, operations } from "./operations.js";
import { didYouMean, listed } from "./problem.js";

/** A formula without parts: a number, a named quantity, or a value of the last cycle such as `contacts.fallAdmission`. */
export type FormulaLeaf =
  | number
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "last"; readonly measure: string; readonly of: string };

/** A checked formula, as data: a leaf, or an operation on formulas. A fixed number is the plain number. */
export type Formula =
  | FormulaLeaf
  | { readonly kind: "apply"; readonly operation: string; readonly to: readonly Formula[] };

/** What a formula may read: named numbers, and by kind of reading (people, contacts, …) the names it has. */
export interface FormulaNames {
  readonly numbers: readonly string[];
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

/** The longest formula, the most parts and the deepest nesting that are read; a scenario is untrusted text. */
export const formulaLimits = { characters: 1000, parts: 300, nesting: 40 } as const;

/** A formula that was read; or the sentence that says what is wrong, and where it begins, so many characters in. */
export type FormulaRead = { readonly formula: Formula } | { readonly wrong: string; readonly at: number };

/**
 * Reads a formula: mathjs parses the text, and this walk copies only what is on the list into a tree of our own.
 * Nothing is evaluated by mathjs, so no formula can run code.
 */
export const readFormula = (text: string, names: FormulaNames): FormulaRead => {
  if (text.length > formulaLimits.characters)
    return { wrong: `a formula has at most ${formulaLimits.characters} characters; this has ${text.length}.`, at: 0 };
  if (deepestBracket(text) > formulaLimits.nesting)
    return { wrong: `a formula nests at most ${formulaLimits.nesting} brackets deep.`, at: 0 };
  try {
    return { formula: copyNode(parseFormula(text), names, { parts: 0 }, 0) };
  } catch (error) {
    if (!(error instanceof FormulaError)) return syntaxProblem(text, error as Error);
    const word = error.about.replaceAll(/[^\w.]/g, "");
    return { wrong: error.message, at: word === "" ? 0 : Math.max(0, text.search(new RegExp(`\\b${word}\\b`))) };
  }
};

class FormulaError extends Error {
  constructor(
    message: string,
    readonly about: string,
  ) {
    super(message);
  }
}

/** Refuses a formula, for something it says. */
const refuse = (message: string, about = ""): never => {
  throw new FormulaError(message, about);
};

const copyNode = (node: ParsedFormula, names: FormulaNames, count: { parts: number }, depth: number): Formula => {
  if (++count.parts > formulaLimits.parts) refuse(`a formula has at most ${formulaLimits.parts} parts.`);
  if (depth > formulaLimits.nesting) refuse(`a formula nests at most ${formulaLimits.nesting} deep.`);
  const copy = (inner: ParsedFormula): Formula => copyNode(inner, names, count, depth + 1);
  const copyAll = (inner: readonly ParsedFormula[]): Formula[] => inner.map(copy);
  switch (node.type) {
    case "ConstantNode":
      return readNumber(node.value);
    case "ParenthesisNode":
      return copy(node.content as ParsedFormula);
    case "SymbolNode":
      return readName(node.name as string, names);
    case "AccessorNode":
      return readLast(node, names);
    case "ConditionalNode":
      return {
        kind: "apply",
        operation: "choose",
        to: copyAll([node.condition, node.trueExpr, node.falseExpr] as ParsedFormula[]),
      };
    case "OperatorNode":
      return applied(node.fn as string, copyAll(node.args as ParsedFormula[]));
    case "FunctionNode":
      return called(calledName(node.fn as ParsedFormula), copyAll(node.args as ParsedFormula[]));
    default:
      return refuse(refusedParts[node.type] ?? "a formula is made of numbers, names, + - * / ^, comparisons and ?:.");
  }
};

/** The name of what is called; of `people.x(3)` it is x. */
const calledName = ({ name, index }: ParsedFormula): string => name ?? String(index?.dimensions[0]?.value ?? "");

const readNumber = (value: unknown): Formula => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value === undefined) return refuse("there is nothing in it.");
  return typeof value === "string"
    ? refuse(`a formula holds no text such as "${value.slice(0, 20)}".`)
    : refuse(`a formula holds finite numbers only, not ${String(value)}.`, String(value));
};

const readName = (name: string, names: FormulaNames): Formula => {
  if (names.numbers.includes(name)) return { kind: "name", name };
  const [first = "x"] = names.readings.get(name) ?? [];
  if (names.readings.has(name)) refuse(`${name} is read by what it is of, such as ${name}.${first}.`, name);
  return refuse(`there is no quantity called ${name}. ${didYouMean(name, names.numbers)}`, name);
};

const readLast = (node: ParsedFormula, names: FormulaNames): Formula => {
  const last = node.object?.type === "SymbolNode" ? (node.object.name ?? "") : "";
  const dimensions = node.index?.dimensions ?? [];
  const of = dimensions.length === 1 ? dimensions[0].value : undefined;
  const known = names.readings.get(last);
  if (!known) {
    const readings = [...names.readings.keys()].map((key) => `${key}.x`);
    return refuse(`a dot reads the last cycle, as in ${listed(readings, "or")}.`, last);
  }
  if (typeof of === "string" && known.includes(of)) return { kind: "last", measure: last, of };
  return refuse(`there is no ${last}.${String(of)}. ${didYouMean(String(of), known)}`, String(of));
};

const applied = (name: string, args: readonly Formula[]): Formula => {
  if (name === "mod") return refuse("a formula has no remainder sign.", "mod");
  if (name === "unaryPlus") return args[0];
  return operations.get(name)?.arity === args.length
    ? { kind: "apply", operation: name, to: args }
    : refuse(`a formula has no ${name}.`);
};

const called = (name: string, args: readonly Formula[]): Formula => {
  const known = (functionNames as readonly string[]).includes(name);
  if (!known)
    return refuse(
      `there is no function called ${name}. ${didYouMean(name === "ln" ? "log" : name, functionNames)}`,
      name,
    );
  if ((name === "min" || name === "max") && args.length > 2)
    return args.slice(1).reduce((left, right) => ({ kind: "apply", operation: name, to: [left, right] }), args[0]);
  const { arity } = operations.get(name) as Operation;
  return arity === args.length
    ? { kind: "apply", operation: name, to: args }
    : refuse(`${name} takes ${arity === 1 ? "one number" : `${arity} numbers`}, not ${args.length}.`, name);
};
