import { addScaled } from "../../base/columns/kernels.js";
import { recordOf } from "../../base/records.js";
import type { AccountEntry } from "../../engine/book/entries.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { pricesWith } from "../../scenario/money/inflation.js";
import { readerOf } from "../sums/draws-reader.js";
import { cashFactorsOf, financialYearsOf, momentsOf, shareInFirst } from "../sums/financial-years.js";
import { yearsOf } from "../sums/model-years.js";
import { netsOf } from "../sums/nets.js";
import { readerFor } from "../sums/option-checks.js";
import { type PartyRow, partiesOf } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { type Figure, figuresOf } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import type { LedgerOptions } from "./ledger.js";

/** Real pounds of `money.priceYear`, or the cash of the day, and the price index for it. */
export type CashByYearOptions = Pick<LedgerOptions, "pounds" | "series">;

/** What leaves and stays in a budget in one financial year. Undiscounted pounds, means over the draws. */
export interface CashByYearRow<N extends Names = Names> extends StrategyRow<N>, PartyRow<N> {
  /** From 1: the financial year in which the run starts. */
  readonly year: number;
  /** The financial year, 1 April to 31 March: `2025/26`. */
  readonly label: string;
  /** What it finally pays for the interventions. In pounds. */
  readonly pays: number;
  /** Spending that stops. In pounds. Below 0 if costs rise. */
  readonly cash: number;
  /** What a lower unit cost saves on the contacts that still happen. */
  readonly cheaper: number;
  /** Grants and payments to it by the funding rules in force; below 0 if it gives more. In pounds. */
  readonly transfers: number;
  /** What the budget gains: cash + cheaper − pays + transfers. In pounds. */
  readonly net: number;
  /**
   * `net` after the optimism bias that the scenario asks for; `net` if it asks for none. The bias of a model year is
   * spread evenly over its months.
   */
  readonly netAfterBias: number;
  /** The 5th percentile of net over the draws. */
  readonly netP5: number;
  /** The 95th percentile of net over the draws. */
  readonly netP95: number;
}

/**
 * Cash by financial year: what each agency pays, what it saves in cash, and what its budget gains, with a range. For a
 * finance team and its medium-term plan. Agencies and their bodies first, then the place, the public purse and society.
 * Each model year
 * is spread over financial years as in `ledger`, so all years sum to the undiscounted totals.
 * @param simulation from `simulate`
 * @param options real pounds (the default) or the cash of the day
 * @returns one row per strategy, party and financial year; percentiles of years do not add up
 * @throws ScenarioError if a series of your own does not have a year
 * @example
 * const [row] = cashByYear(simulate(fdac, { draws: 256 })).filter(({ agency }) => agency === "council");
 * [row.label, Math.round(row.pays)] // => ["2014/15", 559820]
 */
export function cashByYear<N extends Names>(
  simulation: Simulation<N>,
  options?: CashByYearOptions,
): readonly CashByYearRow<N>[];
export function cashByYear(simulation: Simulation, options: CashByYearOptions = {}): readonly CashByYearRow[] {
  const { mean, percentilesOf } = readerFor(simulation, options, ["pounds", "series"]);
  const { scenario } = simulation;
  const { pounds = "real", series = pricesWith(scenario.money.inflation) } = options;
  const labels = financialYearsOf(scenario.time);
  const factors = pounds === "cash" ? cashFactorsOf(scenario, labels, series) : labels.map(() => 1);
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    partiesOf(scenario).flatMap(({ agencies, ...party }) => {
      const figureIn = yearlyFigures(simulation, index, agencies);
      const biasIn = yearlyBias(simulation, index, agencies);
      return labels.map((label, at) => {
        const factor = factors[at];
        const inYear = (figure: Figure): Float64Array =>
          factor === 1 ? figureIn(figure, at) : figureIn(figure, at).map((value) => factor * value);
        const draws = inYear("net");
        const [net, { p5, p95 }] = [mean(draws), percentilesOf(draws)];
        return {
          strategy,
          ...party,
          year: at + 1,
          label,
          ...recordOf(["pays", "cash", "cheaper", "transfers"], (figure) => mean(inYear(figure))),
          net,
          netAfterBias: net - factor * biasIn(at),
          netP5: p5,
          netP95: p95,
          upperBound: isUpperBound(scenario, strategy),
        };
      });
    }),
  );
}

/**
 * Returns a figure of some agencies in a financial year (index from 0): real pounds per draw, undiscounted. A model
 * year is spread evenly over its months. Lines at one known moment stay whole.
 */
const yearlyFigures = (
  { scenario, drawn }: Simulation,
  strategy: number,
  agencies: readonly string[],
): ((figure: Figure, at: number) => Float64Array) => {
  const moments = momentsOf(scenario);
  // Entries by the share of their model year that is in the financial year in which it begins.
  const sides = new Set([undefined, ...moments.values()]);
  const groups = [undefined, 0, 1]
    .filter((moment) => sides.has(moment))
    .map((moment) => ({
      first: moment ?? shareInFirst(scenario.time),
      figure: figuresOf(drawn, strategy, {
        agencies,
        money: "plain",
        only: ({ address }: AccountEntry) => moments.get(address) === moment,
      }),
    }));
  const years = yearsOf(scenario).length;
  return (name, at) => {
    const sum = new Float64Array(drawn.draws);
    for (const { first, figure } of groups) {
      if (at < years && first > 0) addScaled(sum, first, figure(name, at + 1));
      if (at > 0 && first < 1) addScaled(sum, 1 - first, figure(name, at));
    }
    return sum;
  };
};

/** Returns by how much optimism bias lowers the mean net of some agencies in a financial year (index from 0). */
const yearlyBias = (
  { scenario, drawn }: Simulation,
  strategy: number,
  agencies: readonly string[],
): ((at: number) => number) => {
  if (scenario.money.optimismBias === null) return () => 0;
  const { mean } = readerOf(drawn);
  const sum = { agencies, money: "plain" } as const;
  const [before, after] = [figuresOf(drawn, strategy, sum), netsOf(scenario, drawn, strategy, sum)];
  const each = yearsOf(scenario).map((year) => mean(before("net", year)) - mean(after("net", year)));
  const first = shareInFirst(scenario.time);
  return (at) => first * (each[at] ?? 0) + (1 - first) * (each[at - 1] ?? 0);
};
