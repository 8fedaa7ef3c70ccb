import { invisibleIn } from "../../base/texts/invisible.js";
import type { SyntaxProblem } from "./syntax.js";

// As in base/texts/invisible.ts: spaces that are not plain, and characters of no width.
const hidden = "[\\u00A0\\u00AD\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u2064\\u3000\\uFEFF]";
const indent = new RegExp(`^[ ]*(${hidden}+)`, "gmu");
const afterColon = new RegExp(`(?<=[\\w"']:)${hidden}+`, "gu");

/**
 * Characters that look like spaces and are none, where YAML needs a space: at the start of a line, or behind a colon.
 * They cause errors elsewhere, so they are reported in their place.
 */
export const hiddenSpaces = (text: string, lineOf: (offset: number) => number): readonly SyntaxProblem[] => {
  const found = [...text.matchAll(indent), ...text.matchAll(afterColon)].map((match) => {
    const spaces = match[1] ?? match[0];
    const offset = match.index + match[0].length - spaces.length;
    const many = spaces.length === 1 ? "is a" : `are ${spaces.length} characters that look like spaces, the first a`;
    const what = `Here ${many} ${invisibleIn(spaces)}, as from a web page.`;
    return { offset, what, mend: "Put plain spaces in their place." };
  });
  const lines = new Map(found.reverse().map((problem) => [lineOf(problem.offset), problem]));
  return [...lines.values()].reverse().slice(0, 5);
};
