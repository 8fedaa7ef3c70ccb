import type { RefusedNode } from "./formula-parser.js";

/** The messages of the parser in plain words. Any other message stays as it is. */
const syntaxWords: readonly (readonly [RegExp, string])[] = [
  [/^Unexpected end of expression/, "it ends too early."],
  [/^Parenthesis \) expected/, "a ) is missing."],
  [/^Value expected/, "a number or a name is missing here."],
  [/^(?:Unexpected operator|Unexpected part|Syntax error in part) "?(.*?)"? \(char/, "$1 cannot be here."],
  [/^End of string/, "a quotation mark is opened and never closed."],
  [/^(?:True|False) part of conditional/, "a condition is written a ? b : c."],
];

/**
 * What is wrong with the syntax of a formula, from the error of the parser.
 * @returns a sentence, and the index of the character where the mistake begins
 */
export const syntaxProblem = (
  text: string,
  { message, char = 1 }: Error & { readonly char?: number },
): { readonly wrong: string; readonly at: number } => {
  const at = Math.max(0, Math.min(char, text.length) - 1);
  if (/^(&&|\|\||!)/.test(text.slice(Math.max(0, at - 1)).trim()))
    return { wrong: "conditions are joined by and, or, not.", at };
  const [pattern, words] = syntaxWords.find(([known]) => known.test(message)) ?? [/^(.*?)\.?$/s, "$1."];
  return { wrong: (pattern.exec(message)?.[0] ?? message).replace(pattern, words), at };
};

/** The reason why a formula cannot contain a node that mathjs can read. */
export const refusedPart = (type: RefusedNode): string =>
  refusedParts[type] ?? "a formula is made of numbers, names, + - * / ^, comparisons and ?:.";

const refusedParts: Readonly<Partial<Record<RefusedNode, string>>> = {
  AssignmentNode: "a formula gives no names; to compare, write ==.",
  FunctionAssignmentNode: "a formula defines no functions.",
  ArrayNode: "a formula holds no lists.",
  ObjectNode: "a formula holds no maps.",
  BlockNode: "a formula is one expression.",
  RelationalNode: "two things are compared at a time: a < b and b < c.",
};

/** The depth of nested brackets in a text. */
export const deepestBracket = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === "(" || letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
    if (letter === ")" || letter === "]" || letter === "}") depth--;
  }
  return deepest;
};
