import { isScalar, type Pair } from "yaml";
import type { Refusal } from "./parse.js";

/** Explains a key without a value: a comma cut a number or a text in two, or a colon lacks its space. */
export const loneKey = (items: readonly Pair[], index: number): Refusal => {
  const source = sourceOf(items[index].key);
  const before = sourceOf(items[index - 1]?.value);
  const gap = startOfScalar(items[index].key) - endOfScalar(items[index - 1]?.value) === 1 ? "," : ", ";
  if (isGroup(items, index) && beginsNumber.test(before)) return cutNumber(before, groupsFrom(items, index));
  if (isKeyAsWord(source))
    return {
      what: `${source} is read as one word.`,
      mend: `Write a space after the colon: ${source.replace(":", ": ")}.`,
    };
  return {
    what: `A comma ends the entry, so ${source} is read as a key without a value.`,
    mend: `Text that holds a comma goes in quotes${before === "" ? "" : `: "${before}${gap}${source}"`}.`,
  };
};

const startOfScalar = (node: unknown): number => (isScalar(node) ? (node.range?.[0] ?? 0) : 0);
const endOfScalar = (node: unknown): number => (isScalar(node) ? (node.range?.[1] ?? 0) : 0);

/** True for `value:3000`: without a space behind it, a colon is a part of the word. */
export const isKeyAsWord = (source: string): boolean => /^\w+:./su.test(source);

/** True for the second group of digits of `1,250,000` and later ones: the first group reports the problem. */
export const isLaterGroup = (items: readonly Pair[], index: number): boolean =>
  isGroup(items, index) && isGroup(items, index - 1);

const cutNumber = (before: string, groups: readonly string[]): Refusal => {
  const keys = groups.map((group) => `a key ${group}`).join(" and ");
  return {
    what: `A comma ends the entry, so this is read as ${before} and ${keys}.`,
    mend: `Write ${before.replace(/^\D/, "")}${groups.join("")}.`,
  };
};

// £20 of £20,000
const beginsNumber = /^\D?\d{1,3}$/;

const isGroup = (items: readonly Pair[], index: number): boolean =>
  items[index]?.value === null && /^\d{3}(\.\d+)?$/.test(sourceOf(items[index].key));

const groupsFrom = (items: readonly Pair[], index: number): readonly string[] => {
  const groups = items.slice(index).map(({ key }) => sourceOf(key));
  const end = groups.findIndex((_, offset) => !isGroup(items, index + offset));
  return end < 0 ? groups : groups.slice(0, end);
};

/** A scalar as it is written. */
export const sourceOf = (node: unknown): string => (isScalar(node) ? (node.source ?? String(node.value ?? "")) : "");
