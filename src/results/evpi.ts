import { expectedValueOfPerfectInformation } from "../base/cost-effectiveness.js";
import { mean } from "../base/statistics.js";
import { leastPounds } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { type Compared, type CompareOptions, comparedIn, netDraws } from "./compared.js";
import { agenciesNamed } from "./parties.js";
import { isUpperBound } from "./upper-bounds.js";

/** The value of knowing every number before a strategy is chosen: pounds in present value. */
export interface EvpiRow {
  /** Whose net: a level or an agency. */
  readonly of: string;
  /**
   * The strategy with the greatest mean net. `without` (business as usual, whose net is 0) if no mean net is above 0.
   */
  readonly best: string;
  /** Its mean net. */
  readonly net: number;
  /** The mean net if the best strategy is chosen in every draw. */
  readonly netWithPerfectInformation: number;
  /** netWithPerfectInformation − net: the most that further research can be worth. */
  readonly evpi: number;
  /** The strategies left out of the choice, because they are upper bounds: `casework, all`. Empty if there are none. */
  readonly leftOut: string;
  /** True if all strategies are upper bounds: the choice is then among upper bounds, an error that no draw shows. */
  readonly upperBound: boolean;
}

/**
 * The expected value of perfect information, E[max] − max E, over business as usual and the strategies. It is the most
 * that a trial or an audit before the choice could be worth (Claxton and Posnett 1996). It covers only numbers with a
 * range. A strategy measured without a comparison group (an upper bound) is left out, unless all strategies are.
 * @param simulation from `simulate`
 * @param options whose net, and which strategies there are to choose from
 * @returns one row, in pounds of present value; no rows if there are no strategies to choose from
 * @throws ScenarioError if an option names something that is not there
 * @example evpi(simulate(gritting, { draws: 256 }), { of: "society" }).map((row) => row.best) // => ["without"]
 */
export const evpi = (
  simulation: Simulation,
  { of: whose = "public", strategies }: Omit<CompareOptions, "outcome"> = {},
): readonly EvpiRow[] => {
  const { scenario } = simulation;
  const agencies = agenciesNamed(scenario, whose);
  const options = comparedIn(simulation, strategies);
  const isBound = ({ strategy }: Compared): boolean => isUpperBound(scenario, strategy);
  const allAreBounds = options.every((each) => each.index === businessAsUsual || isBound(each));
  const compared = options
    .filter((each) => allAreBounds || !isBound(each))
    .map(({ strategy, index }) => {
      const net = netDraws(simulation, index, agencies);
      return { strategy, net, mean: mean(net) };
    });
  if (compared.length === 0) return [];
  const best = compared.reduce((most, next) => (next.mean > most.mean + leastPounds ? next : most));
  const value = expectedValueOfPerfectInformation(compared.map(({ net }) => net));
  return [
    {
      of: whose,
      best: best.strategy,
      net: best.mean,
      netWithPerfectInformation: best.mean + value,
      evpi: value,
      leftOut: allAreBounds
        ? ""
        : options
            .filter(isBound)
            .map(({ strategy }) => strategy)
            .join(", "),
      upperBound: allAreBounds && options.some(isBound),
    },
  ];
};
