import { expectedValueOfPerfectInformation } from "../base/cost-effectiveness.js";
import { mean } from "../base/statistics.js";
import { leastPounds } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { type Compared, type CompareOptions, comparedIn, netDraws } from "./compared.js";
import { agenciesNamed } from "./parties.js";
import { isUpperBound } from "./upper-bounds.js";

/** What it would be worth to know every number before choosing a strategy: pounds in present value. */
export interface EvpiRow {
  /** Whose net: a level or an agency. */
  readonly of: string;
  /** Of those there are to choose from, the strategy with the greatest mean net; `without` (business as usual, whose net is 0) where none has more than nothing. */
  readonly best: string;
  /** Its mean net. */
  readonly net: number;
  /** The mean net of choosing the best in every draw. */
  readonly netWithPerfectInformation: number;
  /** The one less the other: the most that finding out can be worth. */
  readonly evpi: number;
  /** The strategies left out of the choice, since they are upper bounds and others are not: `casework, all`; empty where none is. */
  readonly leftOut: string;
  /** The choice is among upper bounds, since all strategies are: that they were compared with nobody is in no draw. */
  readonly upperBound: boolean;
}

/**
 * The expected value of perfect information, E[max] − max E, over business as usual and the strategies: the most that a trial or an audit could be
 * worth before the choice is made (Claxton and Posnett 1996). It knows only what has a range. A strategy measured with nobody to compare with (an
 * upper bound) is left out of the choice, unless all strategies are.
 * @param simulation from `simulate`
 * @param options whose net, and which strategies there are to choose from
 * @returns one row, pounds in present value
 * @throws ScenarioError where an option names nothing there is
 * @example evpi(simulate(gritting, { draws: 256 }), { of: "society" }).map((row) => row.best) // => ["without"]
 */
export const evpi = (
  simulation: Simulation,
  { of = "public", strategies }: Omit<CompareOptions, "outcome"> = {},
): readonly EvpiRow[] => {
  const { scenario } = simulation;
  const agencies = agenciesNamed(scenario, of);
  const named = comparedIn(simulation, strategies);
  const isBound = ({ strategy }: Compared): boolean => isUpperBound(scenario, strategy);
  const allAre = named.every((each) => each.index < 0 || isBound(each));
  const compared = named
    .filter((each) => allAre || !isBound(each))
    .map(({ strategy, index }) => {
      const net = netDraws(simulation, index, agencies);
      return { strategy, net, mean: mean(net) };
    });
  if (compared.length === 0) return [];
  const best = compared.reduce((most, next) => (next.mean > most.mean + leastPounds ? next : most));
  const worth = expectedValueOfPerfectInformation(compared.map(({ net }) => net));
  return [
    {
      of,
      best: best.strategy,
      net: best.mean,
      netWithPerfectInformation: best.mean + worth,
      evpi: worth,
      leftOut: allAre
        ? ""
        : named
            .filter(isBound)
            .map(({ strategy }) => strategy)
            .join(", "),
      upperBound: allAre && named.some(isBound),
    },
  ];
};
