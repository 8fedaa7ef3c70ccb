import { acceptabilityCurves } from "../base/cost-effectiveness.js";
import { ScenarioError } from "../base/problem.js";
import { mean } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import { type CompareOptions, comparedIn, netCostDraws, outcomesIn, presentOutcomes } from "./compared.js";
import { isUpperBound } from "./upper-bounds.js";

/** Which strategies are compared, and what an outcome may be worth. */
export interface AcceptabilityOptions extends CompareOptions {
  /** Pounds for each outcome more, 0 or more. Default: 0, 10,000, 20,000, 30,000, 50,000, 70,000 and 100,000. */
  readonly willingnessToPay?: readonly number[];
}

/** How likely a strategy is to be the best, if an outcome is worth so much. */
export interface AcceptabilityRow {
  /** `without` is business as usual. */
  readonly strategy: string;
  readonly outcome: string;
  /** Whose cost: a level or an agency. */
  readonly of: string;
  /** Pounds for each outcome more. */
  readonly willingnessToPay: number;
  /** The share of draws in which it has the greatest net benefit; draws in which several tie are split. */
  readonly share: number;
  /** The mean of willingnessToPay × outcomes − cost, in pounds of present value: the greatest is the best choice on the mean. */
  readonly netBenefit: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * What is asked unless told. A quality-adjusted life year has been held to be worth £20,000 to £30,000 (NICE, Health technology evaluations: the
 * manual, PMG36, 2022) and £70,000 in 2020/21 prices (HM Treasury, The Green Book, 2022).
 */
const usuallyAsked = [0, 10_000, 20_000, 30_000, 50_000, 70_000, 100_000];

/**
 * How likely each strategy is to be the best choice, by what an outcome is worth to who decides (cost-effectiveness acceptability curves; Fenwick,
 * Claxton and Sculpher 2001). The most likely is not always the best on the mean, which `netBenefit` tells.
 * @param simulation from `simulate`
 * @param options the outcome, what one may be worth in pounds, whose cost, and which strategies are compared
 * @returns rows by outcome, willingness to pay and strategy; their shares sum to 1; none where no service has a worth
 * @throws ScenarioError where an option names nothing there is, or a willingness to pay is no number of 0 or more
 * @example acceptability(simulate(hiv, { draws: 256 }), { willingnessToPay: [20000] }).map((row) => row.share) // => [0, 1]
 */
export const acceptability = (
  simulation: Simulation,
  { outcome, of = "public", strategies, willingnessToPay = usuallyAsked }: AcceptabilityOptions = {},
): readonly AcceptabilityRow[] => {
  checkWorths(willingnessToPay);
  const compared = comparedIn(simulation, strategies);
  const columns = (columnOf: (index: number) => Float64Array) =>
    Object.fromEntries(compared.map(({ strategy, index }) => [strategy, columnOf(index)]));
  const costs = columns((index) => netCostDraws(simulation, index, of));
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const outcomes = columns((index) => presentOutcomes(simulation, index, each));
    return acceptabilityCurves(costs, outcomes, willingnessToPay).map(
      ({ name, willingnessToPay: worth, share }): AcceptabilityRow => ({
        strategy: name,
        outcome: each.outcome,
        of,
        willingnessToPay: worth,
        share,
        netBenefit: worth * mean(outcomes[name]) - mean(costs[name]),
        upperBound: isUpperBound(simulation.scenario, name),
      }),
    );
  });
};

const checkWorths = (willingnessToPay: readonly number[]): void => {
  const wrong = willingnessToPay.find((worth) => !(worth >= 0 && Number.isFinite(worth)));
  if (wrong === undefined) return;
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.willingnessToPay",
      what: `A willingness to pay is a number of pounds, 0 or more, not ${wrong}.`,
    },
  ]);
};
