import { isCollection, isMap, isScalar, isSeq, type Node } from "yaml";
import type { FilePosition, Problem } from "../base/problem.js";
import { keysTo, pathOf } from "./address.js";
import { checkNodes } from "./document/nodes.js";
import { parseText, type Refusal } from "./document/parse.js";
import { positionsIn } from "./document/place.js";
import { syntaxProblems } from "./document/syntax.js";

/** More problems than a reader would mend at once; a hostile text could make thousands. */
export const mostProblems = 100;

/** A text as data (undefined where it cannot be read), with the problems of its writing, and where in it a problem stands. */
export interface ScenarioDocument {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  readonly placeOf: (problem: Pick<Problem, "address" | "points">) => FilePosition | undefined;
}

/** Reads YAML (and so JSON) into plain data, refusing what a scenario never needs before it can do harm. */
export const readDocument = (text: string, file: string): ScenarioDocument => {
  const placeAt = positionsIn(text, file);
  const problems: Problem[] = [];
  const refuse = (offset: number, { what, mend }: Refusal, address = ""): void => {
    if (problems.length < mostProblems)
      problems.push({ severity: "error", address, what, mend, place: placeAt(offset) });
  };
  const unread: ScenarioDocument = { data: undefined, problems, placeOf: () => undefined };

  const parsed = parseText(text);
  if ("refused" in parsed) {
    refuse(parsed.offset, parsed.refused);
    return unread;
  }
  const { contents } = parsed.document;
  const found = syntaxProblems(parsed.document, (offset) => placeAt(offset).line);
  for (const { offset, ...refusal } of found) refuse(offset, refusal);
  if (found.length > 0) return unread;
  const readable = checkNodes(contents, (node, address, refusal) =>
    refuse((node as Node | null)?.range?.[0] ?? 0, refusal, address),
  );
  if (!readable) return unread;
  const data: unknown = parsed.document.toJS();
  return {
    data,
    problems,
    placeOf: ({ address, points }) =>
      placeAt(offsetOf(contents, (points === "key" ? keysTo : pathOf)(address, data), points)),
  };
};

/** Where an entry stands: its key where that is wrong or its value is a map or list, else its value; of one not there, what should hold it. */
const offsetOf = (contents: Node | null, path: readonly string[], points: Problem["points"]): number => {
  let key: Node | null = null;
  let value: unknown = contents;
  for (const [depth, step] of path.entries()) {
    const next = childOf(value, step);
    if (!next) return startOf(key ?? (value as Node | null));
    key = next.key ?? next.value;
    value = next.value;
    if (depth === path.length - 1 && points !== "key" && isScalar(value) && value.value !== null)
      return startOf(value) + lettersIn(value, points);
  }
  return startOf(key ?? (isCollection(value) ? value : null));
};

const childOf = (node: unknown, step: string): { readonly key?: Node; readonly value: Node | null } | undefined => {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { value: item };
  }
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
  return pair && { key: pair.key as Node, value: pair.value as Node | null };
};

const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;

// Only where the text stands as it is read, on one line and without escapes, is a letter of it where it seems to be.
const lettersIn = (
  node: { readonly source?: string; readonly type?: string; range?: readonly number[] | null },
  points: Problem["points"],
): number => {
  if (typeof points !== "number") return 0;
  const quoted = node.type?.startsWith("QUOTE") ? 1 : 0;
  const [start = 0, end = 0] = node.range ?? [];
  return end - start === (node.source?.length ?? 0) + 2 * quoted ? quoted + points : 0;
};
