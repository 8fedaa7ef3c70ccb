import type { Simulation } from "../../engine/simulate.js";
import type { Names, OtherText, RegimeName } from "../../scenario/define/names.js";
import type { StrategyRow } from "../sums/upper-bounds.js";
import type { MoneyMoves } from "./moves.js";
import { ballotsOf, type DecideOptions, type Decider, goesAhead, type RegimeChoices, type VoteRow } from "./votes.js";

/** If a strategy goes ahead under a regime, and who blocks it: pounds of present value, means over the draws. */
export interface DecideRow<N extends Names = Names> extends MoneyMoves, StrategyRow<N> {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** Whose consent is needed: `each` agency that must pay, `all` agencies in one vote, or the `treasury`. */
  readonly decides: "each" | "all" | "treasury";
  /** The parties whose consent is needed and who gain by it. If nobody is asked, this and the next two are empty. */
  readonly agree: readonly Decider<N>[];
  /** The parties whose consent is needed and to whom it makes no difference: they do not refuse. */
  readonly indifferent: readonly Decider<N>[];
  /** The parties whose consent is needed and who refuse it. */
  readonly block: readonly Decider<N>[];
  /** The agencies that pay from a budget that may not be spent on it. No vote or side payment helps. */
  readonly mayNot: readonly N["agency"][];
  /** True if no party blocks it, and each that must pay may spend its budget on it. */
  readonly goesAhead: boolean;
  /** `yes`, `no`, or `indifferent` if it goes ahead and to everyone who is asked it makes no difference. */
  readonly outcome: "yes" | "no" | "indifferent";
  /** What all agencies together gain over all years, by the figure that they count. */
  readonly netBenefit: number;
  /** netBenefit if it goes ahead, otherwise 0. In pounds. */
  readonly realised: number;
  /** If it goes ahead, the agencies that end with less than without it, and outsiders that do: `investor`, `pool`. */
  readonly outOfPocket: readonly (N["agency"] | OtherText)[];
  /** What they lose together, in pounds above 0. Their loss may be another's gain. */
  readonly outOfPocketBy: number;
  /** The smallest payment that would make the parties in `block` agree. 0 if no party blocks. */
  readonly sidePayment: number;
  /** The agencies that lose and whose consent is not needed. */
  readonly losers: readonly N["agency"][];
}

/**
 * Which strategies go ahead under which regime: whose consent is needed, who gives it, and the smallest side payment
 * that would change the mind of the parties that block.
 *
 * Each party decides once, on the distribution and not draw by draw. It agrees if its expected gain over the years it
 * counts is at least its hurdle: `blame` × what it puts in, over the draws in which all agencies together lose. An
 * agency that pays also needs a permit to spend its budget on the strategy.
 *
 * A strategy goes ahead if every party whose consent is needed agrees, and every agency that pays has its permit. So it
 * goes ahead if no consent is needed and no agency pays.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name. Default: all of the scenario, or every standard regime.
 * @param options how many years the deciders count, the weight of blame, and what counts as a gain
 * @returns rows in pounds, by strategy and regime. Nobody signs a reading, so readings have none.
 * @throws ScenarioError if there is no such regime, or an option is not one of its values
 * @example
 * const rows = decide(simulate(fdac, { draws: 64 }), ["silo"], { horizonYears: 1 });
 * rows.map((row) => row.block) // => [["council"]]
 */
export function decide<N extends Names>(
  simulation: Simulation<N>,
  regimes?: RegimeChoices<N>,
  options?: DecideOptions<N>,
): readonly DecideRow<N>[];
export function decide(
  simulation: Simulation,
  regimes?: RegimeChoices,
  options: DecideOptions = {},
): readonly DecideRow[] {
  const ballots = ballotsOf(simulation, regimes, options);
  return simulation.settings.strategies.flatMap((strategy) =>
    ballots
      .filter((ballot) => ballot.strategy === strategy)
      .map(({ regime, decides, net, losses, moves, upperBound, votes }): DecideRow => {
        const cast = votes(options);
        const needed = cast.filter(({ isNeeded }) => isNeeded);
        const blocking = needed.filter(({ agrees }) => !agrees);
        const voting = (vote: VoteRow["vote"]): readonly VoteRow[] => needed.filter((each) => each.vote === vote);
        const ahead = goesAhead(cast);
        const isTie = ahead && needed.length > 0 && voting("indifferent").length === needed.length;
        return {
          strategy,
          regime,
          decides,
          agree: partiesOf(voting("yes")),
          indifferent: partiesOf(voting("indifferent")),
          block: partiesOf(blocking),
          mayNot: partiesOf(cast.filter(({ maySpend }) => !maySpend)),
          goesAhead: ahead,
          outcome: isTie ? "indifferent" : ahead ? "yes" : "no",
          netBenefit: net,
          realised: ahead ? net : 0,
          outOfPocket: ahead ? partiesOf(losses) : [],
          outOfPocketBy: ahead ? losses.reduce((sum, { pounds }) => sum + pounds, 0) : 0,
          sidePayment: blocking.reduce((sum, vote) => sum + vote.sidePayment, 0),
          losers: partiesOf(cast.filter(({ isNeeded, gain }) => !isNeeded && gain < -0.01)),
          ...moves,
          upperBound,
        };
      }),
  );
}

const partiesOf = <Party extends string>(votes: readonly { readonly party: Party }[]): readonly Party[] =>
  votes.map(({ party }) => party);

/**
 * Each party's vote on each strategy under each regime: if its consent is needed, and what would make it agree. An
 * agency that loses and whose consent is not needed is included, but has no veto.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name. Default: all of the scenario, or every standard regime.
 * @param options how many years the deciders count, the weight of blame, and what counts as a gain
 * @returns rows in pounds of present value, by regime, strategy and party. A party that votes for all agencies is last.
 * Readings have none.
 * @throws ScenarioError if there is no such regime, or an option is not one of its values
 * @example
 * const rows = votes(simulate(fdac, { draws: 64 }), ["silo"]);
 * rows.filter((row) => row.isNeeded).map((row) => row.agrees) // => [true]
 */
export function votes<N extends Names>(
  simulation: Simulation<N>,
  regimes?: RegimeChoices<N>,
  options?: DecideOptions<N>,
): readonly VoteRow<N>[];
export function votes(
  simulation: Simulation,
  regimes?: RegimeChoices,
  options: DecideOptions = {},
): readonly VoteRow[] {
  return ballotsOf(simulation, regimes, options).flatMap((ballot) => ballot.votes(options));
}
