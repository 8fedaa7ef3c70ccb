import { addScaled } from "../../base/columns/kernels.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { yearLabel } from "../../scenario/time/time.js";
import { shareAhead } from "../sums/draws-reader.js";
import { netsOf } from "../sums/nets.js";
import { readerFor } from "../sums/option-checks.js";
import { agenciesNamed, type Subject } from "../sums/parties.js";
import { isEffectUncertain } from "../sums/standing.js";
import { isReading, strategiesOf } from "../sums/strategies.js";
import type { Measure } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import { answerLevelOf } from "./answer-level.js";

/** Whose net is read, and after how many years. */
export interface HorizonsOptions<N extends Names = Names> {
  /** A level (place, public, society), or an agency or body by name. Default: the level of the answer. */
  readonly of?: Subject<N>;
  /** What budgets gain (`net`), or also what is freed and still paid for (`netAvoided`). Default: net. */
  readonly figure?: Measure;
  /** Whole numbers of years, 1 to those of the run. Default: 1, 3, 5 and 10, as far as the run goes, and its end. */
  readonly horizons?: readonly number[];
}

/** The net of a strategy if one reads no further than a number of years: pounds of present value. */
export interface HorizonRow<N extends Names = Names> extends StrategyRow<N> {
  /** Whose result it is: a level, or an agency or body by its name in the scenario. */
  readonly of: Subject<N>;
  /** How many years are counted, from the start. */
  readonly years: number;
  /** The last year that is counted, by its start. */
  readonly label: string;
  /** The mean over the draws, after the optimism bias that the scenario asks for. */
  readonly net: number;
  /** The 5th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP5: number | null;
  /** The 95th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP95: number | null;
  /** The share of draws (0 to 1) in which net is above 0. Null if there is no range, and for an upper bound. */
  readonly chance: number | null;
  /** True for the option with the highest mean of those above 0. A reading and an upper bound are never chosen. */
  readonly chosen: boolean;
}

/**
 * What each strategy is worth to somebody who counts one, three, five or ten years: quick wins against long timetables.
 * Every row is read from one run, so what comes later is left out and nothing else differs.
 * @param simulation from `simulate`
 * @param options whose net, which measure, and after how many years
 * @returns one row per number of years and strategy, in pounds; no rows if there are no strategies
 * @throws ScenarioError if an option names something that is not there, or the run has fewer years
 * @example horizons(simulate(fdac, { draws: 99 }), { of: "council" }).map((row) => row.years) // => [1, 3, 5]
 */
export function horizons<N extends Names>(
  simulation: Simulation<N>,
  options?: HorizonsOptions<N>,
): readonly HorizonRow<N>[];
export function horizons(simulation: Simulation, options: HorizonsOptions = {}): readonly HorizonRow[] {
  const reader = readerFor(simulation, options, ["of", "figure", "horizons"]);
  const { scenario, drawn } = simulation;
  const { of = answerLevelOf(simulation), figure = "net" } = options;
  const agencies = agenciesNamed(scenario, of);
  const strategies = strategiesOf(simulation).map(([index, strategy]) => {
    const nets = netsOf(scenario, drawn, index, { agencies });
    const isBound = isUpperBound(scenario, strategy);
    return {
      ...{ strategy, isBound, isOption: !isBound && !isReading(scenario, strategy) },
      hasChance: !isBound && isEffectUncertain(simulation, index),
      toDate: (years: number): Float64Array => {
        const sum = new Float64Array(drawn.draws);
        for (let year = 1; year <= years; year++) addScaled(sum, 1, nets(figure, year));
        return sum;
      },
    };
  });
  return (options.horizons ?? usualHorizons(scenario.time.years)).flatMap((years) => {
    const each = strategies.map((strategy) => {
      const draws = strategy.toDate(years);
      return { ...strategy, draws, net: reader.mean(draws) };
    });
    const most = Math.max(halfPenny, ...each.filter(({ isOption }) => isOption).map(({ net }) => net));
    return each.map(({ strategy, isBound, isOption, hasChance, draws, net }): HorizonRow => {
      const [{ p5, p95 }, ahead] = [reader.rangeOf(draws), shareAhead(draws, reader)];
      return {
        ...{ strategy, of, years, label: yearLabel(scenario.time, years), net, netP5: p5, netP95: p95 },
        chance: hasChance && p5 !== null ? ahead : null,
        chosen: isOption && net === most,
        upperBound: isBound,
      };
    });
  });
}

/** One, three, five and ten years, as far as a run goes, and all its years. */
const usualHorizons = (years: number): readonly number[] => [...[1, 3, 5, 10].filter((each) => each < years), years];
