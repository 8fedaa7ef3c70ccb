/** What the parser says, in plain words; what it says otherwise stands as it is. */
const syntaxWords: readonly (readonly [RegExp, string])[] = [
  [/^Unexpected end of expression/, "it ends too early."],
  [/^Parenthesis \) expected/, "a ) is missing."],
  [/^Value expected/, "a number or a name is missing here."],
  [/^(?:Unexpected operator|Unexpected part|Syntax error in part) "?(.*?)"? \(char/, "$1 cannot stand here."],
  [/^(?:True|False) part of conditional/, "a condition is written a ? b : c."],
];

/** What is wrong with the writing of a formula, from the parser's error, and where it begins, so many characters in. */
export const syntaxProblem = (
  text: string,
  { message, char = 1 }: Error & { readonly char?: number },
): { readonly wrong: string; readonly at: number } => {
  const at = Math.max(0, Math.min(char, text.length) - 1);
  if (/^(&&|\|\||!)/.test(text.slice(Math.max(0, at - 1)).trim()))
    return { wrong: "conditions are joined by and, or, not.", at };
  const [pattern, words] = syntaxWords.find(([found]) => found.test(message)) ?? [/^(.*?)\.?$/s, "$1."];
  return { wrong: (pattern.exec(message)?.[0] ?? message).replace(pattern, words), at };
};

/** What mathjs can read and a formula does not hold, by the type of its node. */
export const refusedParts: Readonly<Record<string, string>> = {
  AssignmentNode: "a formula gives no names; to compare, write ==.",
  FunctionAssignmentNode: "a formula defines no functions.",
  ArrayNode: "a formula holds no lists.",
  ObjectNode: "a formula holds no maps.",
  BlockNode: "a formula is one expression.",
  RelationalNode: "two things are compared at a time: a < b and b < c.",
};

/** How deep the brackets of a text are nested. */
export const deepestBracket = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === "(" || letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
    if (letter === ")" || letter === "]" || letter === "}") depth--;
  }
  return deepest;
};
