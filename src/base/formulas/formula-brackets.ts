import type { ParsedCall, ParsedFormula, ParsedOperation } from "./formula-parser.js";

/**
 * Why a part of a formula needs a sign or brackets, and how to write each of its meanings; undefined if it needs none.
 * People and programs read such a part differently: factors with no sign between them, a minus before a power, a power
 * of a power, and `not` before a comparison.
 */
export const twoMeanings = ({ op, fn, args, implicit }: ParsedOperation): string | undefined => {
  const [left, right] = args;
  if (implicit) return productOf(left, right);
  if (op === "/" && isOperation(right, "multiply") && right.implicit) return quotientOf(left, right);
  if (fn === "unaryMinus" && isOperation(left, "pow")) {
    const [base, power] = left.args.map(inBrackets);
    return `a minus before a power has two meanings: write (-${base})^${power} or -(${base}^${power}).`;
  }
  if (fn === "pow" && isOperation(right, "pow")) {
    const [first, second, third] = [left, ...right.args].map(inBrackets);
    return `a power of a power has two meanings: write (${first}^${second})^${third} or ${first}^(${second}^${third}).`;
  }
  if (comparisons.includes(op) && isOperation(left, "not")) {
    const [first, second] = [...left.args, right].map(inBrackets);
    return `not is read before ${op}: write not (${first} ${op} ${second}), or (not ${first}) ${op} ${second}.`;
  }
  return undefined;
};

/** How to write a number before brackets, which looks like a call: a product. */
export const productMeant = ({ fn, args }: ParsedCall): string =>
  `a product is written with *: ${textOf(fn)} * (${args.map(shown).join(", ")}).`;

const comparisons = ["==", "!=", "<", "<=", ">", ">="];

const isOperation = (node: ParsedFormula | undefined, fn: string): node is ParsedOperation =>
  node?.type === "OperatorNode" && node.fn === fn;

/** `8 / 2 x` has its quotient on the left: the parser divides plain numbers first. */
const productOf = (left: ParsedFormula, right: ParsedFormula): string => {
  const by = inBrackets(right);
  if (!isOperation(left, "divide") || left.implicit) return `a product is written with *: ${inBrackets(left)} * ${by}.`;
  const [above, below] = left.args.map(inBrackets);
  return `a product is written with *: write (${above} / ${below}) * ${by} or ${above} / (${below} * ${by}).`;
};

const quotientOf = (above: ParsedFormula, product: ParsedOperation): string => {
  const [first, second] = product.args.map(inBrackets);
  const top = inBrackets(above);
  return `a product is written with *: write ${top} / (${first} * ${second}) or (${top} / ${first}) * ${second}.`;
};

/** A part of a formula as text, in brackets unless it is a number, a name or a call. */
const inBrackets = (node: ParsedFormula): string =>
  node.type === "OperatorNode" || node.type === "ConditionalNode" ? `(${shown(node)})` : shown(node);

const shown = (node: ParsedFormula): string => {
  const text = textOf(node);
  return text.length > mostShown ? " … " : text;
};

const mostShown = 40;

const textOf = (node: ParsedFormula): string => {
  switch (node.type) {
    case "ConstantNode":
      return String(node.value);
    case "SymbolNode":
      return node.name;
    case "ParenthesisNode":
      return `(${textOf(node.content)})`;
    case "AccessorNode":
      return `${textOf(node.object)}.${node.index.dimensions.map(textOf).join()}`;
    case "FunctionNode":
      return `${textOf(node.fn)}(${node.args.map(textOf).join(", ")})`;
    case "ConditionalNode":
      return `${textOf(node.condition)} ? ${textOf(node.trueExpr)} : ${textOf(node.falseExpr)}`;
    case "OperatorNode":
      return node.args.length === 1
        ? `${node.op}${inBrackets(node.args[0])}`
        : node.args.map(inBrackets).join(node.op === "^" ? "^" : ` ${node.op} `);
    default:
      return "…";
  }
};
