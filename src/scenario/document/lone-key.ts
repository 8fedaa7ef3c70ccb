import { isScalar, type Pair, Scalar } from "yaml";
import { rangeMeant } from "../../quantity/range-meant.js";
import { numberWithWords } from "../../quantity/words-meant.js";
import type { Refusal } from "./parse.js";

/**
 * Explains a key without a value: a comma cut a number or a text in two, or a colon lacks its space. What is meant is
 * put in its place, so that reading goes on without problems that follow from it.
 */
export const loneKey = (items: readonly Pair[], index: number): Refusal => {
  const pair = items[index];
  const source = sourceOf(pair.key);
  const last = items[index - 1]?.value;
  const before = sourceOf(last);
  const gap = startOfScalar(pair.key) - endOfScalar(last) === 1 ? "," : ", ";
  if (isGroup(items, index) && beginsNumber.test(before)) return cutNumber(last, groupsFrom(items, index));
  if (isKeyAsWord(source)) {
    const [name, value] = source.split(/\s*[:=]\s*(.*)/su);
    if (isScalar(pair.key)) pair.key.value = name;
    pair.value = new Scalar(valueIn(value));
    return {
      what: `${source} is read as one word.`,
      mend: `Write ${source.includes(":") ? "a space after the colon: " : ""}${name}: ${value}.`,
    };
  }
  const call = callCut(items, index);
  if (call !== undefined) {
    if (isScalar(last)) last.value = call;
    return { what: `A comma ends the entry, so this is read as ${before} and a key ${source}.`, mend: inQuotes(call) };
  }
  const mend = mendOfCut(items, index);
  if (mend !== undefined) {
    const [, meant = "1"] = /(\d+(?:\.\d+)?%?)/.exec(mend) ?? [];
    if (isScalar(last)) last.value = valueIn(meant);
    return { what: `A comma ends the entry, so this is read as ${before} and a key ${source}.`, mend };
  }
  return {
    what: `A comma ends the entry, so ${source} is read as a key without a value.`,
    mend: before === "" ? "Text that holds a comma goes in quotes." : inQuotes(`${before}${gap}${source}`),
  };
};

const inQuotes = (text: string): string => `Text that holds a comma goes in quotes: "${text}".`;

/** A formula that commas cut inside its brackets: its parts are the keys without a value from an index on. */
const callCut = (items: readonly Pair[], index: number): string | undefined => {
  let text = sourceOf(items[index - 1]?.value);
  if (!/\w\(/.test(text) || !isOpen(text)) return undefined;
  for (const { key, value } of items.slice(index, index + mostParts)) {
    if (value !== null) return undefined;
    text += `, ${sourceOf(key)}`;
    if (!isOpen(text)) return text;
  }
  return undefined;
};

/** True if more brackets are opened than closed. */
const isOpen = (text: string): boolean => text.split("(").length > text.split(")").length;

/** The mend of a number or a range that commas cut: its parts are the keys without a value from an index on. */
const mendOfCut = (items: readonly Pair[], index: number): string | undefined => {
  const near = items.slice(index, index + mostParts);
  const end = near.findIndex(({ value }) => value !== null);
  const parts = near.slice(0, end < 0 ? near.length : end).map(({ key }) => sourceOf(key));
  const text = [sourceOf(items[index - 1]?.value), ...parts].join(",");
  const range = parts.length > 1 ? rangeMeant(text) : undefined;
  return range === undefined ? numberWithWords(text) : `For a range write ${range}.`;
};

/** A number in words holds no more commas. */
const mostParts = 6;

const valueIn = (text: string): string | number => (Number.isFinite(Number(text)) ? Number(text) : text);

const startOfScalar = (node: unknown): number => (isScalar(node) ? (node.range?.[0] ?? 0) : 0);
const endOfScalar = (node: unknown): number => (isScalar(node) ? (node.range?.[1] ?? 0) : 0);

/** True for `value:3000` and `value = 3000`: only a colon with a space behind it ends a key. */
export const isKeyAsWord = (source: string): boolean => /^\w+(?::|\s*=\s*)./su.test(source);

/** True for the second part of a number that commas cut, and later ones: the first part reports the problem. */
export const isLaterPart = (items: readonly Pair[], index: number): boolean => {
  if (isGroup(items, index) && isGroup(items, index - 1)) return true;
  if (items[index].value !== null || items[index - 1]?.value !== null) return false;
  const near = Math.max(0, index - mostParts);
  const first = near + items.slice(near, index).findLastIndex(({ value }) => value !== null) + 1;
  return first > near && (callCut(items, first) ?? mendOfCut(items, first)) !== undefined;
};

const cutNumber = (first: unknown, groups: readonly string[]): Refusal => {
  const before = sourceOf(first);
  const keys = groups.map((group) => `a key ${group}`).join(" and ");
  const meant = `${before.replace(/^\D/, "")}${groups.join("")}`;
  if (isScalar(first)) first.value = valueIn(meant);
  return { what: `A comma ends the entry, so this is read as ${before} and ${keys}.`, mend: `Write ${meant}.` };
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
