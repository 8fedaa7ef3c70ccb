import { listed } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Quantity } from "../../quantity/expression.js";
import { centralOf } from "../../scenario/central.js";
import type { Effect } from "../../scenario/interventions/change.js";
import type { Line } from "../../scenario/interventions/line.js";
import type { Unit } from "../../scenario/unit.js";
import { numberText, poundsEach, poundsText, shareText, writtenText } from "../numbers.js";
import { oneLine, yearsText } from "../words.js";

/** A number of things: `80 admissions`. */
export const countIn = (value: number, { one, many }: Unit): string =>
  `${numberText(value)} ${value === 1 ? one : (many ?? one)}`;

/** Pounds of one thing, in full where they are a pound or more. */
export const priceText = (pounds: number): string => (pounds >= 1 ? poundsText(pounds) : poundsEach(pounds));

/**
 * Figures by year: each year the same, one year alone, or one after the other; `later` is the text of those after the
 * first.
 */
export const byYear = (values: readonly number[], text: (value: number) => string, later = text): string => {
  const some = values.flatMap((value, index) => (Math.abs(value) < 1e-9 ? [] : [index]));
  if (some.length === 0) return `${text(0)} in every year`;
  if (some.length === 1 && values.length > 1) return `${text(values[some[0]])}, in year ${some[0] + 1} alone`;
  const same = values.every((value) => Math.abs(value - values[0]) <= 0.005 * Math.abs(values[0]));
  if (same) return values.length === 1 ? text(values[0]) : `${text(values[0])} in each year`;
  const shown = values.slice(0, 5).map((value, index) => `${(index === 0 ? text : later)(value)} in year ${index + 1}`);
  return values.length <= 5
    ? listed(shown)
    : `${shown.slice(0, 3).join(", ")} and ${later(values.at(-1) ?? 0)} in year ${values.length}`;
};

/** A number as the file writes it; of a formula, with its value at the start before it. */
export const inFile = ({ written }: Quantity, value: string): string =>
  /^-?[\d.]+%?( \(|$)/.test(written) ? writtenText(written) : `${value} (${writtenText(oneLine(written))})`;

/** A length of time: `two years`, `18 months`. */
export const lengthText = (years: number): string =>
  Number.isInteger(years) ? yearsText(years) : `${numberText(12 * years)} months`;

/** What would have come without an intervention, in a sentence; empty if nothing is stated. */
export const anywayText = ({ scenario }: Simulation, { deadweight }: Pick<Line | Effect, "deadweight">): string => {
  if (deadweight === undefined) return "";
  const share = deadweight.written === "0" ? "none" : inFile(deadweight, shareText(centralOf(deadweight, scenario)));
  return ` Of it, ${share} would have come anyway.`;
};
