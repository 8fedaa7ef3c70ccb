import { mean } from "../../base/mathematics/statistics.js";
import { type StopSignal, stopIfAborted } from "../../base/problems/options.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import { leastPounds } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import {
  type Compared,
  type CompareOptions,
  comparedIn,
  netDraws,
  outcomesIn,
  presentOutcomes,
} from "../sums/compared.js";
import { agenciesNamed, type Subject } from "../sums/parties.js";
import { isReading } from "../sums/strategies.js";
import type { Measure } from "../sums/sums.js";
import { isUpperBound } from "../sums/upper-bounds.js";
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

/** The options of a choice, by name. */
export const choiceOptions = ["outcome", "of", "strategies", "willingnessToPay", "figure", "signal"];

/** What counts as money in a choice: net, or netAvoided beside an outcome; or as an option says. */
export const figureOfChoice = ({
  figure,
  outcome,
  willingnessToPay,
}: Pick<EvpiOptions, "figure" | "outcome" | "willingnessToPay">): Measure =>
  figure ?? (outcome === undefined && willingnessToPay === undefined ? "net" : "netAvoided");

/** A strategy to choose, and its net benefit over business as usual: pounds per draw, and their mean. */
interface ChoiceOption extends Compared {
  readonly benefit: Float64Array;
  readonly mean: number;
}

/** What each row of a choice between strategies says of it. */
export interface ChoiceFacts<N extends Names = Names> {
  /** Whose net: a level or an agency. */
  readonly of: Subject<N>;
  /** The outcome that counts beside the money. Null if only money does. */
  readonly outcome: N["service"] | null;
  /** What counts as money. */
  readonly figure: Measure;
  /** Pounds for one more outcome. Null if only money counts. */
  readonly willingnessToPay: number | null;
  /** True if all strategies are upper bounds: the choice is then among upper bounds, an error that no draw shows. */
  readonly upperBound: boolean;
}

/** A choice between strategies, at one worth of one outcome. */
interface Choice {
  readonly facts: ChoiceFacts;
  readonly options: readonly ChoiceOption[];
  /** The option with the greatest mean. */
  readonly best: ChoiceOption;
  /** The strategies that are no options, because they are upper bounds or readings. */
  readonly leftOut: readonly string[];
}

/**
 * The rows of every choice that options ask for: one of money alone, or one by outcome and willingness to pay. Nothing
 * if there is nothing to choose from. `numbers` is how many numbers each choice is looked at by.
 */
export const eachChoice = <Row>(
  simulation: Simulation,
  options: EvpiOptions,
  rowsOf: (choice: Choice) => readonly Row[],
  numbers = 1,
): readonly Row[] => {
  const { of = "public", strategies, outcome, willingnessToPay, signal } = options;
  const figure = figureOfChoice(options);
  const agencies = agenciesNamed(simulation.scenario, of);
  const isMoneyAlone = outcome === undefined && willingnessToPay === undefined;
  const values = isMoneyAlone ? [0] : (willingnessToPay ?? defaultWillingness);
  const compared = comparedIn(simulation, strategies);
  refuseManyWorths(compared.length * numbers, values.length, simulation.drawn.draws);
  const choices = compared.map((each): Option => {
    stopIfAborted(signal, "The comparison");
    return { ...each, benefit: netDraws(simulation, each.index, agencies, figure) };
  });
  const rowsAt = (all: readonly Option[], named: string | null, worth: number | null): readonly Row[] => {
    const choice = choiceOf(simulation, all);
    if (choice === undefined) return [];
    const { upperBound, ...rest } = choice;
    return rowsOf({ ...rest, facts: { of, outcome: named, figure, willingnessToPay: worth, upperBound } });
  };
  if (isMoneyAlone) return rowsAt(choices, null, null);
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const usual = presentOutcomes(simulation, businessAsUsual, each);
    const gains = choices.map(({ index }) =>
      presentOutcomes(simulation, index, each).map((amount, draw) => amount - usual[draw]),
    );
    return values.flatMap((pounds) => {
      stopIfAborted(signal, "The comparison");
      const worth = choices.map((option, at) => ({
        ...option,
        benefit: option.benefit.map((net, draw) => net + pounds * gains[at][draw]),
      }));
      return rowsAt(worth, each.outcome, pounds);
    });
  });
};

type Option = Omit<ChoiceOption, "mean">;

/** The options among strategies, and the best of them. Undefined if there is nothing to choose from. */
const choiceOf = (
  { scenario, settings }: Simulation,
  all: readonly Option[],
): (Omit<Choice, "facts"> & Pick<ChoiceFacts, "upperBound">) | undefined => {
  const isBound = ({ strategy }: Compared): boolean => isUpperBound(scenario, strategy);
  const allAreBounds = all.every((each) => each.index === businessAsUsual || isBound(each));
  const options = all
    .filter((each) => allAreBounds || !isBound(each))
    .map((each) => ({ ...each, mean: mean(each.benefit) }));
  if (options.length === 0) return undefined;
  const best = options.reduce((most, next) => (next.mean > most.mean + leastPounds ? next : most));
  const bounds = all.filter(isBound).map(({ strategy }) => strategy);
  const readings = settings.strategies.filter((name) => isReading(scenario, name));
  const leftOut = [...(allAreBounds ? [] : bounds), ...readings];
  return { options, best, leftOut, upperBound: allAreBounds && bounds.length > 0 };
};
