import type { Quantity, Scenario } from "who-saves";
import type { Report } from "who-saves/report";

/** An uncertain number that a slider may fix. */
export interface RangedNumber {
  readonly address: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** What the file writes after it: `%`, ` years`, or nothing. */
  readonly suffix: "%" | " years" | "";
}

/** The quantities of a part of a scenario that have a range of their own. */
const rangedIn = (part: unknown): readonly Quantity[] => {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(rangedIn);
  return isRanged(part) ? [part, ...inner] : inner;
};

const isRanged = (part: object): part is Quantity =>
  "address" in part &&
  "written" in part &&
  "expression" in part &&
  typeof part.expression === "object" &&
  part.expression !== null &&
  "kind" in part.expression &&
  part.expression.kind === "range";

const rangedNumber = (quantity: Quantity, label: string): readonly RangedNumber[] => {
  const { address, expression, written, unit = "" } = quantity;
  if (typeof expression === "number" || expression.kind !== "range" || expression.address !== address) return [];
  const { value, parameters } = expression;
  const { low, high } = parameters;
  if (low === undefined || high === undefined || high <= low || quantity.isSetting) return [];
  return [{ address, label, value, low, high, unit, suffix: suffixOf(written) }];
};

const suffixOf = (written: string): RangedNumber["suffix"] =>
  written.includes("%") ? "%" : /\d (day|week|month|quarter|year)s?\b/.test(written) ? " years" : "";

/**
 * The uncertain numbers of a scenario with a low and a high, in the order of a report on its assumptions: those that
 * explain most first.
 */
export const rangesOf = (scenario: Scenario, { parts }: Report): readonly RangedNumber[] => {
  const { quantities, agencies, cohorts, services, demand, interventions } = scenario;
  const found = new Map(
    rangedIn([quantities, agencies, cohorts, services, demand, interventions]).map((each) => [each.address, each]),
  );
  const table = parts.find(({ name }) => name === "assumptions")?.table;
  const [address, label] = ["address", "label"].map((key) => table?.columns.findIndex((each) => each.key === key) ?? 0);
  return (table?.rows ?? []).flatMap((row) => {
    const quantity = found.get(String(row[address]));
    return quantity === undefined ? [] : rangedNumber(quantity, String(row[label]));
  });
};

/** The steps of a slider from the low to the high of a number. */
export const sliderSteps = 100;

/** A number as the file writes it: `12.5%`, `1.5 years`, `2600`. */
export const writtenNumber = (number: number, { suffix }: Pick<RangedNumber, "suffix">): string =>
  Number((suffix === "%" ? number * 100 : number).toPrecision(4)) + suffix;

/** The number at a step of its slider, as the file writes it. */
export const writtenAt = (range: RangedNumber, step: number): string =>
  writtenNumber(range.low + ((range.high - range.low) * step) / sliderSteps, range);

/** The step of a slider at a number as the file writes it; that of its value, if none is fixed. */
export const stepOf = ({ low, high, value, suffix }: RangedNumber, written: string | undefined): number => {
  const number = written === undefined ? value : Number.parseFloat(written) / (suffix === "%" ? 100 : 1);
  return Math.max(0, Math.round(((number - low) / (high - low)) * sliderSteps)); // a low of 10332 is written 10330
};

/** A written number for readers: `£2,600`, `12.5%`, `0.4`. */
export const shownNumber = (written: string, { unit, suffix }: Pick<RangedNumber, "unit" | "suffix">): string => {
  const number = Number.parseFloat(written);
  const text = Math.abs(number).toLocaleString("en-GB", { maximumSignificantDigits: 4 });
  return `${number < 0 ? "−" : ""}${unit === "£" ? "£" : ""}${text}${suffix}`;
};
