import { withThousands } from "../base/problems/number-text.js";
import { takes } from "../base/problems/takes.js";
import { isRecord } from "./plain.js";
import { shortPoundsText } from "./story.js";
import type { Worlds } from "./worlds/worlds.js";

/** What a number in a world counts, and the least and the most that it may be. */
export interface Field {
  readonly unit: "pence" | "counted" | "people" | "year" | "need";
  readonly least: number;
  readonly most: number;
}

/** A family of rules as its laws see it: its worlds, and the form of its answers. */
export interface Family<World> {
  /** Any world of the family, small and large, likely or not. */
  readonly worlds: Worlds<World>;
  /** The numbers of a world, by the name of their field. */
  readonly fields: Readonly<Record<string, Field>>;
  /** The names of fields that a world may lack, or whose own fields have names that are not known. Default: none. */
  readonly mayLack?: readonly string[];
  /** What the lists of a world list. */
  readonly lists?: "agencies" | "years";
  /** A world in sentences, with every number that is not 0. */
  tell(world: World): string;
  /** What is wrong with the form of an answer, in one sentence. Undefined if it is whole pence for each. */
  wrongIn(world: World, answer: unknown): string | undefined;
}

/** What a number is instead of whole pence, in one sentence about `what`. Undefined if it is whole pence. */
export const wrongPence = (what: string, value: unknown): string | undefined => {
  if (typeof value === "string") return `${what} is text (“${value}”), where a number of pence is asked for.`;
  if (typeof value !== "number")
    return `${what} is ${value === undefined ? "missing" : `a ${typeof value}`}, where a number of pence is asked for.`;
  if (Number.isNaN(value)) return `${what} is not a number.`;
  if (!Number.isFinite(value)) return `${what} is infinite.`;
  return Number.isInteger(value) ? undefined : `${what} is ${value}p, which is not a whole number of pence.`;
};

/** What is wrong with a list of whole pence, one for each of some things. `what` names the pence of one of them. */
export const wrongList = (
  count: number,
  of: string,
  what: (place: number) => string,
  answer: unknown,
): string | undefined => {
  if (!Array.isArray(answer))
    return `The rule answers no list, where one number for each of ${count} ${of} is asked for.`;
  if (answer.length !== count) return `The rule answers for ${answer.length} of ${count} ${of}.`;
  const place = answer.findIndex((value) => !Number.isInteger(value));
  if (place >= 0) return wrongPence(what(place), answer[place]);
  return undefined;
};

/** The lowest and the highest number of each kind in some worlds. */
export type Span = Readonly<Record<string, readonly [low: number, high: number]>>;

/** A span that grows with every world that is added to it. */
export const growingSpan = <World>({ fields, lists }: Family<World>) => {
  const span: Record<string, [number, number]> = {};
  const add = (unit: string, value: number): void => {
    const known = span[unit];
    if (known === undefined) span[unit] = [value, value];
    else if (value < known[0]) known[0] = value;
    else if (value > known[1]) known[1] = value;
  };
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "number") {
      if (key in fields) add(fields[key].unit, value);
    } else if (Array.isArray(value)) {
      if (lists !== undefined) add(lists, value.length);
      for (const part of value) walk(part, key);
    } else if (isRecord(value)) for (const name in value) walk(value[name], name);
  };
  return { span, add: (world: World): void => walk(world, "") };
};

/**
 * One span for several.
 * @example spanOfAll([{ year: [1, 5] }, { year: [3, 9] }]) // => { year: [1, 9] }
 */
export const spanOfAll = takes("a list of spans, each a record of pairs of numbers", (spans: readonly Span[]): Span => {
  const all: Record<string, readonly [number, number]> = {};
  for (const [unit, [low, high]] of spans.flatMap(Object.entries<readonly [number, number]>)) {
    const [least, most] = all[unit] ?? [low, high];
    all[unit] = [Math.min(least, low), Math.max(most, high)];
  }
  return all;
});

const rangeText = (text: (value: number) => string, [low, high]: readonly [number, number]): string =>
  low === high ? text(low) : `${text(low)} to ${text(high)}`;

const plainNumber = (value: number): string => withThousands(String(Number(value.toFixed(3))));

const spanTexts: Readonly<Record<string, (range: readonly [number, number]) => string>> = {
  counted: (range) => `${rangeText(plainNumber, range)} counted`,
  people: (range) => `${rangeText(plainNumber, range)} people`,
  need: (range) => `need ${rangeText(plainNumber, range)}`,
  pence: (range) => rangeText(shortPoundsText, range),
  agencies: (range) => `${rangeText(plainNumber, range)} agencies`,
  year: ([, most]) => `${most} years`,
  years: ([, most]) => `${most} years`,
};

/**
 * A span in words.
 * @example spanText({ counted: [0, 200], agencies: [2, 9] }) // => "0 to 200 counted, 2 to 9 agencies"
 */
export const spanText = takes("a span, which is a record of pairs of numbers", (span: Span): string =>
  Object.entries(spanTexts)
    .flatMap(([unit, text]) => (unit in span ? [text(span[unit])] : []))
    .join(", "),
);
