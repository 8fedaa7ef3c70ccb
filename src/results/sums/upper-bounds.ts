import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";

/** A row about a strategy. */
export interface StrategyRow<N extends Names = Names> {
  /** The strategy's name in the scenario. */
  readonly strategy: N["strategy"];
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * True if the numbers of a strategy are an upper bound: an effect or saving was measured before and after, without a
 * comparison group, so that it includes what would have come anyway. Business as usual is none.
 */
export const isUpperBound = ({ strategies, interventions }: Scenario, strategy: string): boolean =>
  Object.hasOwn(strategies, strategy) &&
  strategies[strategy].of.some((name) =>
    [...interventions[name].effects, ...interventions[name].lines].some(({ upperBound }) => upperBound === true),
  );
