import { isAlias, isMap, isNode, isPair, isScalar, type Node, type Pair, visit } from "yaml";
import { isKeyAsWord, isLaterPart, loneKey, sourceOf } from "./lone-key.js";
import type { Refusal } from "./parse.js";

/** Reports a problem of a node, with the address of the map around it. */
export type ReportNode = (node: unknown, address: string, refusal: Refusal) => void;

/** A tag names a kind of value; a scenario has only text, numbers, true and false. */
export const noTags: Refusal = { what: "A scenario has no tags (! before a value).", mend: "Take the tag out." };

const noAliases: Refusal = {
  what: "A scenario has no aliases (* before a name).",
  mend: "Write the value again, or make it a quantity and name that in a formula.",
};

const noName: Refusal = { what: "A key must be a name, not a list, a map or empty.", mend: "Write name: value." };
const forbidden = ["__proto__", "constructor", "prototype"];

/**
 * Refuses what YAML allows and a scenario never needs: aliases, tags, repeated keys, keys without a value, and keys
 * that are not names. It removes entries with such keys, so that reading goes on to the next problem.
 * @returns true if the rest can be read
 */
export const checkNodes = (contents: Node | null, report: ReportNode): boolean => {
  let readable = true;
  visit(contents, (_, node, path) => {
    const refusal = refusalOf(node);
    if (refusal) {
      report(node, addressOf(path), refusal);
      readable = false;
      return visit.BREAK;
    }
    if (isMap(node))
      node.items = soundItems(node.items, (key, why) => {
        report(key, addressOf(path), why);
        readable &&= why !== noName;
      });
    return undefined;
  });
  return readable;
};

/** True if a key holds its colon and its value, for want of a space behind the colon. */
export const hasKeysAsWords = (contents: Node | null): boolean => {
  let found = false;
  visit(contents, {
    Pair: (_, { key, value }) => {
      found ||= value === null && isScalar(key) && isKeyAsWord(sourceOf(key));
    },
  });
  return found;
};

const refusalOf = (node: unknown): Refusal | undefined => {
  if (isAlias(node)) return noAliases;
  return isNode(node) && node.tag !== undefined ? noTags : undefined;
};

/** The address of a node from the nodes around it. */
export const addressOf = (path: readonly unknown[]): string =>
  path.flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [])).join(".");

const soundItems = (items: readonly Pair[], report: (key: unknown, refusal: Refusal) => void): Pair[] => {
  const seen = new Set<string>();
  return items.filter((pair, index) => {
    if (isLaterPart(items, index)) return false;
    const isLone = pair.value === null;
    const refusal = isLone ? loneKey(items, index) : keyRefusal(pair.key, seen);
    if (refusal) report(pair.key, refusal);
    const isMended = isLone && pair.value !== null && keyRefusal(pair.key, seen) === undefined;
    return refusal === undefined || isMended;
  });
};

const keyRefusal = (key: unknown, seen: Set<string>): Refusal | undefined => {
  if (!isScalar(key) || key.value === null) return noName;
  const name = String(key.value);
  if (forbidden.includes(name))
    return { what: `${name} cannot be a name in a scenario.`, mend: "Choose another name." };
  if (seen.has(name))
    return {
      what: `${name} is written here twice.`,
      mend: name.includes("->") ? `Take one out. ${moveForTwoNeeds}` : "Take one out.",
    };
  seen.add(name);
  return undefined;
};

const moveForTwoNeeds = "If a state of another dimension slows or quickens it, write it once: times: { using: 3 }.";
