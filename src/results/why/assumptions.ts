import { indexYear, type PriceSeries, uprate } from "../../base/appraisal/prices.js";
import { unreachable } from "../../base/records.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Quantity } from "../../quantity/expression.js";
import { plainValue } from "../../quantity/read.js";
import type { Names } from "../../scenario/define/names.js";
import { labelOf } from "../../scenario/label.js";
import { inflationText, isPublished, pricesWith } from "../../scenario/money/inflation.js";
import type { Scenario } from "../../scenario/scenario.js";
import { assumption } from "../../scenario/source.js";
import { yearLabel } from "../../scenario/time/time.js";
import { doubtsIn, sharesOfSavings } from "../money/savings.js";
import { checkCall } from "../sums/option-checks.js";
import { numbersOf } from "../uncertainty/numbers.js";
import { type SpreadOptions, sharesOfSpread } from "../uncertainty/spread.js";
import { references } from "./references.js";
import { statedPricesOf } from "./stated-prices.js";

/** One number of a scenario: its value, its source, and how much of the result depends on it. */
export interface AssumptionRow {
  /** The path of the number in the scenario. */
  readonly address: string;
  /** What it is: its label, or the words of its address. */
  readonly label: string;
  /** As the file writes it: `40% (20% to 60%)`. */
  readonly written: string;
  /** Its fixed or central value. In its own `unit`. Null for formulas, steps and traces. */
  readonly value: number | null;
  /** What one of it is, such as `£` or `% a year`. Empty if it is a plain number. */
  readonly unit: string;
  /**
   * `sourced` if a source is named, `assumption` if it was never measured, `formula` if it is calculated from others,
   * `default` if the scenario leaves it out, `unsourced` otherwise.
   */
  readonly status: "sourced" | "assumption" | "formula" | "default" | "unsourced";
  /** The source that it names. Empty if it names none. */
  readonly source: string;
  /** The number of its source among `references`. Null if it names none. */
  readonly reference: number | null;
  /** What the author says of it. Empty if there is none. */
  readonly note: string;
  /** The grade of the evidence, 1 (best) to 6. Null if none is stated. */
  readonly grade: number | null;
  /** The year of its prices. Empty if it is not money. */
  readonly priceYear: string;
  /** `value` in the prices of the results, in pounds: what a run uses. Null if it is not money, or has no `value`. */
  readonly uprated: number | null;
  /** How many years its prices are older than the start of the run. Null if it is not money. */
  readonly ageYears: number | null;
  /** Why a reader might doubt it: `22 years old`, `rated red`. Empty if there is no known doubt. */
  readonly doubts: readonly string[];
  /** The share (0 to 1) of all savings, of every layer, that this number prices. Null if it prices no saving. */
  readonly shareOfSavings: number | null;
  /** The share (0 to 1) of the spread of net over the draws that this number explains. 0 if it has no range. */
  readonly shareOfSpread: number;
}

/**
 * Every number of a scenario with its source, the most influential first. For a reader who asks "says who?".
 * `shareOfSpread` is a squared correlation with net, or a correlation ratio for traces. The shares of independent
 * numbers sum to about 1.
 * @param simulation from `simulate`, with 256 draws or more, since shares of fewer mean little
 * @param options whose net the spread is of, and which strategy
 * @returns one row per number, by `shareOfSpread` and then by address
 * @throws ScenarioError if an option names something that is not there
 * @example assumptions(simulate(fdac, { draws: 256 })).length // => 23
 */
export function assumptions<N extends Names>(
  simulation: Simulation<N>,
  options?: SpreadOptions<N>,
): readonly AssumptionRow[];
export function assumptions(simulation: Simulation, options: SpreadOptions = {}): readonly AssumptionRow[] {
  checkCall(simulation, options, ["of", "strategy"]);
  const { scenario } = simulation;
  const shares = sharesOfSpread(simulation, options);
  const savings = sharesOfSavings(simulation, options);
  const cited = new Map(references(simulation).map(({ source, number }) => [source, number]));
  const series = pricesWith(scenario.money.inflation);
  return [...numbersOf(scenario).values(), ...inflationIn(scenario)]
    .map((quantity) => ({
      ...factsOf(quantity, scenario, cited, series),
      shareOfSavings: savings.get(quantity.address) ?? null,
      shareOfSpread: shares.get(quantity.address) ?? 0,
    }))
    .sort((a, b) => b.shareOfSpread - a.shareOfSpread || (a.address < b.address ? -1 : 1));
}

/** What a scenario states about a number. */
const factsOf = (
  quantity: Quantity,
  scenario: Scenario,
  cited: ReadonlyMap<string, number>,
  series: PriceSeries,
): Omit<AssumptionRow, "shareOfSavings" | "shareOfSpread"> => {
  const { address, written, unit = "", source = "", note = "", grade = null } = quantity;
  const value = plainValue(quantity) ?? null;
  const priceYear = unit === "£" ? statedPricesOf(scenario, quantity) : "";
  const yearOfPrices = indexYear(priceYear);
  return {
    address,
    label: labelOf(quantity, scenario),
    written,
    value,
    unit,
    status: statusOf(quantity),
    source,
    reference: cited.get(source) ?? null,
    note,
    grade,
    priceYear,
    uprated: value === null || priceYear === "" ? null : upratedTo(scenario.money.priceYear, value, priceYear, series),
    ageYears: yearOfPrices === undefined ? null : Number(scenario.time.start.slice(0, 4)) - yearOfPrices,
    doubts: doubtsIn(scenario, quantity),
  };
};

/** Pounds of one price year in the prices of another; null if the index has no such year. */
const upratedTo = (to: string, pounds: number, from: string, series: PriceSeries): number | null =>
  from === to ? pounds : (uprate(pounds, { from, to, series }) ?? null);

/** Inflation as a number, if the file states it, or if the prices or the years of the results reach past the index. */
const inflationIn = ({ money, time }: Scenario): readonly Quantity[] => {
  const { isStated, beyond } = money.inflation;
  const isUsed = isStated || !isPublished(money.priceYear) || !isPublished(yearLabel(time, time.years));
  const written = inflationText(money.inflation);
  const quantity = { address: "money.inflation", expression: beyond, bounds: "free" as const, written };
  return isUsed ? [{ ...quantity, source: isStated ? assumption : "default" }] : [];
};

const statusOf = ({ source, expression }: Quantity): AssumptionRow["status"] => {
  if (source === assumption) return "assumption";
  if (source === "default") return "default";
  if (source !== undefined) return "sourced";
  if (typeof expression === "number") return "unsourced";
  switch (expression.kind) {
    case "apply":
    case "name":
    case "last":
      return "formula";
    case "range":
    case "split":
    case "row":
    case "trace":
    case "steps":
    case "quantity":
      return "unsourced";
    default:
      return unreachable(expression);
  }
};
