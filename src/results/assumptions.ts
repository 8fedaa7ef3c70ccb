import { indexYear } from "../base/prices.js";
import { unreachable } from "../base/records.js";
import type { Simulation } from "../engine/simulate.js";
import type { Quantity } from "../quantity/expression.js";
import { plainValue } from "../quantity/read.js";
import type { Scenario } from "../scenario/scenario.js";
import { assumption } from "../scenario/source.js";
import { numbersOf } from "./drawn.js";
import { doubtsIn, sharesOfSavings } from "./savings.js";
import { type SpreadOptions, sharesOfSpread } from "./spread.js";

/** One number of a scenario: what it is, where it comes from, and how much of the result hangs on it. */
export interface AssumptionRow {
  readonly address: string;
  /** As the file writes it: `40% (20% to 60%)`. */
  readonly written: string;
  /** Its fixed or central value; null for formulas, steps and traces. */
  readonly value: number | null;
  readonly unit: string;
  /**
   * `sourced` where a source is named, `assumption` where nobody measured it, `formula` where it is made of others, `default` where a rule fills
   * it in, `unsourced` where nothing is said.
   */
  readonly status: "sourced" | "assumption" | "formula" | "default" | "unsourced";
  readonly source: string;
  readonly note: string;
  /** The grade of the evidence, 1 (best) to 6; null where none is said. */
  readonly grade: number | null;
  /** The prices it is in; empty where it is no money. */
  readonly priceYear: string;
  /** How many years before the start its prices are; null where it is no money. */
  readonly ageYears: number | null;
  /** Why a reader might doubt it: `22 years old, rated red`; empty where nothing is known against it. */
  readonly doubts: string;
  /** The share of what is saved, of every layer, that is priced at it; null where it prices nothing that is saved. */
  readonly shareOfSavings: number | null;
  /** The share of the spread of net, over the draws, that goes with it; 0 where it has no range. */
  readonly shareOfSpread: number;
}

/**
 * Every number a scenario stands on, the one the result hangs on most first. For a reader who asks "says who?".
 * The share is a squared correlation (for traces a correlation ratio), so shares of independent numbers sum to about 1.
 * @param simulation from `simulate`; shares need 256 draws or more to mean anything
 * @returns a row a number
 * @example assumptions(simulate(fdac, { draws: 256 })).length // => 21
 */
export const assumptions = (simulation: Simulation, options: SpreadOptions = {}): readonly AssumptionRow[] => {
  const { scenario } = simulation;
  const shares = sharesOfSpread(simulation, options);
  const savings = sharesOfSavings(simulation, options);
  return [...numbersOf(scenario).values()]
    .map((quantity) =>
      rowOf(quantity, scenario, shares.get(quantity.address) ?? 0, savings.get(quantity.address) ?? null),
    )
    .sort((a, b) => b.shareOfSpread - a.shareOfSpread || (a.address < b.address ? -1 : 1));
};

const rowOf = (
  quantity: Quantity,
  scenario: Scenario,
  shareOfSpread: number,
  shareOfSavings: number | null,
): AssumptionRow => {
  const { address, written, unit = "", source = "", note = "", grade = null } = quantity;
  const priceYear =
    unit === "£" ? (quantity.priceYear ?? sourceYear(scenario, source) ?? scenario.money.priceYear) : "";
  const pricesOf = indexYear(priceYear);
  return {
    address,
    written,
    value: plainValue(quantity) ?? null,
    unit,
    status: statusOf(quantity),
    source,
    note,
    grade,
    priceYear,
    ageYears: pricesOf === undefined ? null : Number(scenario.time.start.slice(0, 4)) - pricesOf,
    doubts: doubtsIn(scenario, quantity).join(", "),
    shareOfSavings,
    shareOfSpread,
  };
};

const sourceYear = ({ sources }: Scenario, source: string): string | undefined => {
  const year = Object.hasOwn(sources, source) ? sources[source].priceYear : undefined;
  return year === undefined ? undefined : String(year);
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
