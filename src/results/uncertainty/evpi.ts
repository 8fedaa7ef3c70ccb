import { expectedValueOfPerfectInformation } from "../../base/appraisal/cost-effectiveness.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { checkCall } from "../sums/option-checks.js";
import { type ChoiceFacts, choiceOptions, type EvpiOptions, eachChoice } from "./choice.js";

/** The value of knowing every number before a strategy is chosen: pounds in present value. */
export interface EvpiRow<N extends Names = Names> extends ChoiceFacts<N> {
  /**
   * The strategy with the greatest mean net. `without` (business as usual, whose net is 0) if no mean net is above 0.
   */
  readonly best: string;
  /** Its mean net, plus willingnessToPay × the outcomes that it adds to business as usual. */
  readonly net: number;
  /** The mean net if the best strategy is chosen in every draw. */
  readonly netWithPerfectInformation: number;
  /** Pounds: netWithPerfectInformation − net, the most that further research can be worth. */
  readonly evpi: number;
  /** The strategies left out of the choice, because they are upper bounds or readings. Empty if there are none. */
  readonly leftOut: readonly N["strategy"][];
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
  checkCall(simulation, options, choiceOptions);
  return eachChoice(simulation, options, ({ facts, options: columns, best, leftOut }): readonly EvpiRow[] => {
    const value = expectedValueOfPerfectInformation(columns.map(({ benefit }) => benefit));
    const { upperBound, ...asked } = facts;
    const nets = { net: best.mean, netWithPerfectInformation: best.mean + value, evpi: value };
    return [{ ...asked, best: best.strategy, ...nets, leftOut, upperBound }];
  });
}
