import { percentage } from "../base/problems/number-text.js";
import { numberMeant } from "./number-meant.js";

/** A range as a scenario writes it. */
interface RangeMeant {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

const number = "([£$€]?\\s?[+-]?[\\d.,]*\\d(?:\\s?(?:%|k|m|bn|per cent|percent))?)";
const between = "\\s*(?:to|until|–|—|…|\\.\\.+)\\s*";

/** Two ends without a value; and a value with its ends, or with what may be added or taken away. */
const twoEnds = [
  new RegExp(`^(?:from )?${number}${between}${number}$`, "i"),
  new RegExp(`^${number}-${number}$`),
  new RegExp(`^between ${number} and ${number}$`, "i"),
];
const interval = "(?:\\d+\\s?%?\\s*)?(?:CI|CrI|confidence interval|interval|range)[:,]?\\s*";
const threeNumbers = new RegExp(
  `^${number}\\s*[([]\\s*(?:${interval})?${number}(?:${between}|\\s*-\\s*|,\\s+|;\\s*)${number}\\s*[)\\]]$`,
  "i",
);
const bySlashes = new RegExp(`^${number}\\s*\\/\\s*${number}\\s*\\/\\s*${number}$`);
const eitherSide = new RegExp(`^${number}\\s*(?:±|\\+/-|\\+-)\\s*${number}$`);

/** The range that a text means: `10% to 40%`, `100-150`, `120 ± 20`, `120 (100 to 150)`. Undefined if it means none. */
export const rangeMeant = (text: string): string | undefined => {
  if (text.length > 60) return undefined;
  const trimmed = text.trim();
  const [, value, first, second] = threeNumbers.exec(trimmed) ?? [];
  if (value !== undefined) return rangeText(ordered(first, withUnitOf(value, second)), value);
  const [, low, central, high] = bySlashes.exec(trimmed) ?? [];
  if (low?.includes("%") && high.includes("%")) return rangeText(ordered(low, high), central);
  const [, middle, spread] = eitherSide.exec(trimmed) ?? [];
  if (middle !== undefined) return aroundMiddle(middle, spread);
  const ends = twoEnds.map((pattern) => pattern.exec(trimmed)).find((match) => match !== null);
  return ends ? rangeText(ordered(ends[1], ends[2])) : undefined;
};

/** The range that a list of two or three numbers means: `[10%, 40%]`. */
export const rangeOfList = (list: readonly unknown[]): string | undefined => {
  const texts = list.map(String);
  if (texts.length === 2) return rangeMeant(texts.join(" to "));
  return texts.length === 3 ? rangeText(ordered(texts[0], texts[2]), texts[1]) : undefined;
};

/** Both ends in the same unit, the lower first: of `10-40%` both are percentages. */
const ordered = (first: string, second: string): readonly [string, string] | undefined => {
  const unit = /(%|k|m|bn|per ?cent)$/i.exec(second.trim())?.[0] ?? "";
  const from = plainly(/[\d.]$/.test(first.trim()) ? `${first.trim()}${unit}` : first);
  const to = plainly(second);
  if (from === undefined || to === undefined) return undefined;
  return size(from) <= size(to) ? [from, to] : [to, from];
};

/** An end without a unit has that of the value: of `25% (10-40)` all are percentages. */
const withUnitOf = (value: string, end: string): string =>
  value.trim().endsWith("%") && /[\d.]$/.test(end.trim()) ? `${end.trim()}%` : end;

const plainly = (text: string): string | undefined => {
  const trimmed = text.trim();
  if (Number.isFinite(Number(trimmed)) || percentage(trimmed) !== undefined) return trimmed;
  return numberMeant(trimmed);
};

const size = (text: string): number => Number(text.replace("%", ""));

const rangeText = (ends: readonly [string, string] | undefined, value?: string): string | undefined => {
  if (ends === undefined) return undefined;
  const [low, high] = ends;
  const unit = high.endsWith("%") ? "%" : "";
  const middle = value === undefined ? asText((size(low) + size(high)) / 2, unit) : plainly(value);
  return middle === undefined ? undefined : written({ value: middle, low, high });
};

const aroundMiddle = (middle: string, spread: string): string | undefined => {
  const [value, by] = [plainly(middle), plainly(spread)];
  if (value === undefined || by === undefined) return undefined;
  const unit = value.endsWith("%") ? "%" : "";
  const part = by.endsWith("%") && unit === "" ? (size(value) * size(by)) / 100 : size(by);
  return written({ value, low: asText(size(value) - part, unit), high: asText(size(value) + part, unit) });
};

const asText = (value: number, unit: string): string => `${Number(value.toPrecision(12))}${unit}`;

const written = ({ value, low, high }: RangeMeant): string => `{ value: ${value}, low: ${low}, high: ${high} }`;
