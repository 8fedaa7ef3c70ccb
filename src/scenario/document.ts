import { isCollection, isMap, isNode, isScalar, isSeq, type Node } from "yaml";
import { type FilePosition, mostProblems, type Problem } from "../base/problems/problem.js";
import { keysTo, pathOf } from "./address.js";
import { hiddenSpaces } from "./document/hidden.js";
import { checkNodes, hasKeysAsWords } from "./document/nodes.js";
import { oddNumbers } from "./document/odd-numbers.js";
import { parseText, type Refusal } from "./document/parse.js";
import { positionsIn } from "./document/place.js";
import { syntaxProblems } from "./document/syntax.js";

/** A text as plain data (undefined if it cannot be read), its problems as YAML, and the position of a problem in it. */
export interface ScenarioDocument {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  readonly placeOf: (problem: Pick<Problem, "address" | "points">) => FilePosition | undefined;
}

let last: { readonly text: string; readonly file: string; readonly document: ScenarioDocument } | undefined;

/**
 * Reads YAML (and so JSON) into plain data. It refuses what a scenario never needs before that can do harm. The last
 * text is kept: a file is read for the tables that it names, then as a scenario, and again to place what is found.
 */
export const readDocument = (text: string, file: string): ScenarioDocument => {
  if (last?.text !== text || last.file !== file) last = { text, file, document: parseDocument(text, file) };
  return last.document;
};

const parseDocument = (text: string, file: string): ScenarioDocument => {
  const placeAt = positionsIn(text, file);
  const problems: Problem[] = [];
  const refuse = (offset: number, { what, mend }: Refusal, address = ""): void => {
    if (problems.length < mostProblems)
      problems.push({ severity: "error", code: "syntax", address, what, mend, place: placeAt(offset) });
  };
  const unread: ScenarioDocument = { data: undefined, problems, placeOf: () => undefined };

  const parsed = parseText(text);
  if ("refused" in parsed) {
    refuse(parsed.offset, parsed.refused);
    return unread;
  }
  const { contents } = parsed.document;
  const lineOf = (offset: number): number => placeAt(offset).line;
  const misread = syntaxProblems(parsed.document, text, lineOf);
  const hidden = misread.length > 0 || hasKeysAsWords(contents) ? hiddenSpaces(text, lineOf) : [];
  const wrong = hidden.length > 0 ? hidden : misread;
  for (const { offset, ...refusal } of wrong) refuse(offset, refusal);
  if (wrong.length > 0) return unread;
  const readable = checkNodes(contents, (node, address, refusal) => refuse(startOf(node), refusal, address));
  if (!readable) return unread;
  for (const { offset, ...warning } of oddNumbers(contents, text).slice(0, mostProblems))
    problems.push({ severity: "warning", code: "syntax", ...warning, place: placeAt(offset) });
  const data: unknown = parsed.document.toJS();
  return {
    data,
    problems,
    placeOf: ({ address, points }) =>
      placeAt(offsetOf(contents, (points === "key" ? keysTo : pathOf)(address, data), points)),
  };
};

/**
 * The offset of an entry in the text: that of its key if the key is wrong or the value is a map or list, or else that
 * of its value. If there is no such entry, the offset of the map that should hold it.
 */
const offsetOf = (contents: Node | null, path: readonly string[], points: Problem["points"]): number => {
  let key: unknown = null;
  let value: unknown = contents;
  for (const [depth, step] of path.entries()) {
    const next = childOf(value, step);
    if (!next) return startOf(key ?? value);
    key = next.key ?? next.value;
    value = next.value;
    if (depth === path.length - 1 && points !== "key" && isScalar(value) && value.value !== null)
      return startOf(value) + lettersIn(value, points);
  }
  return startOf(key ?? (isCollection(value) ? value : null));
};

const childOf = (node: unknown, step: string): { readonly key?: unknown; readonly value: unknown } | undefined => {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { value: item };
  }
  return isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
};

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

// The position of a letter is only known in text on one line and without escapes.
const lettersIn = (
  node: { readonly source?: string; readonly type?: string; range?: readonly number[] | null },
  points: Problem["points"],
): number => {
  if (typeof points !== "number") return 0;
  const quoted = node.type?.startsWith("QUOTE") ? 1 : 0;
  const [start = 0, end = 0] = node.range ?? [];
  return end - start === (node.source?.length ?? 0) + 2 * quoted ? quoted + points : 0;
};
