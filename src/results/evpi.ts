import { expectedValueOfPerfectInformation } from "../base/cost-effectiveness.js";
import { type StopSignal, stopIfAborted } from "../base/options.js";
import { mean } from "../base/statistics.js";
import { leastPounds } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import type { Names } from "../scenario/define/names.js";
import { type Compared, type CompareOptions, comparedIn, netDraws, outcomesIn, presentOutcomes } from "./compared.js";
import { checkCall } from "./option-checks.js";
import type { Subject } from "./parties.js";
import { agenciesNamed } from "./parties.js";
import { isReading } from "./strategies.js";
import type { Measure } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";
import { defaultWillingness, refuseManyWorths } from "./willingness-to-pay.js";

/** Which strategies there are to choose from, whose net, and what outcomes are worth beside it. */
export interface EvpiOptions<N extends Names = Names> extends CompareOptions<N> {
  /**
   * What counts as money: what budgets gain (`net`), or also what is freed and still paid for (`netAvoided`). Default:
   * net if only money counts; beside an outcome netAvoided, as in `costEffectiveness`.
   */
  readonly figure?: Measure;
  /**
   * What the decider would pay for one more outcome, in pounds, each 0 or more. Default: outcomes count for nothing, or
   * if an outcome is named, the values of `acceptability`.
   */
  readonly willingnessToPay?: readonly number[];
  /** Stops when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/** The value of knowing every number before a strategy is chosen: pounds in present value. */
export interface EvpiRow<N extends Names = Names> {
  /** Whose net: a level or an agency. */
  readonly of: Subject<N>;
  /** The outcome that counts beside the money. Null if only money does. */
  readonly outcome: N["service"] | null;
  /** What counts as money. */
  readonly figure: Measure;
  /** Pounds for one more outcome. Null if only money counts. */
  readonly willingnessToPay: number | null;
  /**
   * The strategy with the greatest mean net. `without` (business as usual, whose net is 0) if no mean net is above 0.
   */
  readonly best: string;
  /** Its mean net, plus willingnessToPay × the outcomes that it adds to business as usual. */
  readonly net: number;
  /** The mean net if the best strategy is chosen in every draw. */
  readonly netWithPerfectInformation: number;
  /** netWithPerfectInformation − net: the most that further research can be worth. */
  readonly evpi: number;
  /** The strategies left out of the choice, because they are upper bounds or readings. Empty if there are none. */
  readonly leftOut: readonly N["strategy"][];
  /** True if all strategies are upper bounds: the choice is then among upper bounds, an error that no draw shows. */
  readonly upperBound: boolean;
}

/**
 * The expected value of perfect information, E[max] − max E, over business as usual and the strategies. It is the most
 * that a trial or an audit before the choice could be worth (Claxton and Posnett 1996). It covers only numbers with a
 * range. A reading is left out; so is a strategy measured without a comparison group, unless all options are. With
 * an outcome or a willingness to pay, the choice is by net benefit: net + willingnessToPay × outcomes gained.
 * @param simulation from `simulate`
 * @param options whose net, which strategies there are to choose from, and what one outcome is worth
 * @returns one row, in pounds of present value, or one by outcome and willingness to pay; no rows if there are no
 * strategies to choose from, or no service has the `worth` that is asked for
 * @throws ScenarioError if an option names something that is not there, or a willingness to pay is below 0 or infinite
 * @example evpi(simulate(gritting, { draws: 256 }), { of: "society" }).map((row) => row.best) // => ["without"]
 */
export function evpi<N extends Names>(simulation: Simulation<N>, options?: EvpiOptions<N>): readonly EvpiRow<N>[];
export function evpi(simulation: Simulation, options: EvpiOptions = {}): readonly EvpiRow[] {
  checkCall(simulation, options, ["outcome", "of", "strategies", "willingnessToPay", "figure", "signal"]);
  const { of: whose = "public", strategies, outcome, willingnessToPay, signal } = options;
  const figure = figureOfChoice(options);
  const agencies = agenciesNamed(simulation.scenario, whose);
  const isMoneyAlone = outcome === undefined && willingnessToPay === undefined;
  const values = isMoneyAlone ? [0] : (willingnessToPay ?? defaultWillingness);
  const compared = comparedIn(simulation, strategies);
  refuseManyWorths(compared.length, values.length, simulation.drawn.draws);
  const choices = compared.map((each): Choice => {
    stopIfAborted(signal, "The comparison");
    return { ...each, benefit: netDraws(simulation, each.index, agencies, figure) };
  });
  if (isMoneyAlone) {
    const row = rowOf(simulation, choices);
    return row === undefined ? [] : [{ of: whose, outcome: null, figure, willingnessToPay: null, ...row }];
  }
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const usual = presentOutcomes(simulation, businessAsUsual, each);
    const gains = choices.map(({ index }) =>
      presentOutcomes(simulation, index, each).map((amount, draw) => amount - usual[draw]),
    );
    return values.flatMap((pounds): readonly EvpiRow[] => {
      stopIfAborted(signal, "The comparison");
      const worth = choices.map((option, at) => ({
        ...option,
        benefit: option.benefit.map((net, draw) => net + pounds * gains[at][draw]),
      }));
      const row = rowOf(simulation, worth);
      return row === undefined ? [] : [{ of: whose, outcome: each.outcome, figure, willingnessToPay: pounds, ...row }];
    });
  });
}

/** What counts as money in a choice: net, or netAvoided beside an outcome; or as an option says. */
export const figureOfChoice = ({ figure, outcome, willingnessToPay }: EvpiOptions): Measure =>
  figure ?? (outcome === undefined && willingnessToPay === undefined ? "net" : "netAvoided");

/** A strategy to choose, and its net benefit over business as usual in pounds per draw. */
interface Choice extends Compared {
  readonly benefit: Float64Array;
}

/** The value of perfect information about one choice. Undefined if there is nothing to choose from. */
const rowOf = (
  { scenario, settings }: Simulation,
  options: readonly Choice[],
): Omit<EvpiRow, "of" | "outcome" | "figure" | "willingnessToPay"> | undefined => {
  const isBound = ({ strategy }: Compared): boolean => isUpperBound(scenario, strategy);
  const allAreBounds = options.every((each) => each.index === businessAsUsual || isBound(each));
  const compared = options
    .filter((each) => allAreBounds || !isBound(each))
    .map((each) => ({ ...each, mean: mean(each.benefit) }));
  if (compared.length === 0) return undefined;
  const best = compared.reduce((most, next) => (next.mean > most.mean + leastPounds ? next : most));
  const value = expectedValueOfPerfectInformation(compared.map(({ benefit }) => benefit));
  const bounds = options.filter(isBound).map(({ strategy }) => strategy);
  const readings = settings.strategies.filter((name) => isReading(scenario, name));
  return {
    best: best.strategy,
    net: best.mean,
    netWithPerfectInformation: best.mean + value,
    evpi: value,
    leftOut: [...(allAreBounds ? [] : bounds), ...readings],
    upperBound: allAreBounds && bounds.length > 0,
  };
};
